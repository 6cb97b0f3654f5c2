//! Every step of every exercise: gone through with a reload at each, and looked
//! at under `axe`. What can be answered by one tap is answered.

use crate::access::{DUSK, LIGHT, Looking, NARROW, WIDE, sets, tidies_up};
use crate::steps::{arrives, asks};
use browser_tests::{person::Person, site::Site, suite::Journey};
use xtask::browsers::Engine;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("reloads_at_each_step_of_1_and_2", |person, site| {
        reloads(person, site, &ALL[..2])
    }),
    Journey::new("reloads_at_each_step_of_4_and_5", |person, site| {
        reloads(person, site, &ALL[2..4])
    }),
    Journey::new("reloads_at_each_step_of_6_and_7", |person, site| {
        reloads(person, site, &ALL[4..6])
    }),
    Journey::new("reloads_at_each_step_of_8_and_9", |person, site| {
        reloads(person, site, &ALL[6..])
    }),
    Journey::new("axe_steps_light_wide", |person, site| {
        looks(person, site, LIGHT, WIDE, &ALL[..4]);
    }),
    Journey::new("axe_steps_dusk_narrow", |person, site| {
        looks(person, site, DUSK, NARROW, &ALL[..4]);
    })
    .only(CHROMIUM),
    Journey::new("axe_later_steps_light_narrow", |person, site| {
        looks(person, site, LIGHT, NARROW, &ALL[4..]);
    })
    .only(CHROMIUM),
    Journey::new("axe_later_steps_dusk_wide", |person, site| {
        looks(person, site, DUSK, WIDE, &ALL[4..]);
    })
    .only(CHROMIUM),
];

/// The exercises that have no journey of this kind of their own.
const ALL: [&str; 8] = [
    "one-small-step",
    "body-map",
    "loop-to-the-side",
    "three-chairs",
    "steady-ground",
    "around-the-edges",
    "thank-the-guard",
    "feelings-palette",
];

/// The heading of the stage that is shown.
#[track_caller]
fn stage(person: &Person) -> String {
    let script = "return document.querySelector('.stage__title')?.textContent || ''";
    asks(person, script).as_str().unwrap_or_default().to_owned()
}

/// Answers what one tap answers: takes the last of a few, marks a place, rates
/// with 0.
#[track_caller]
fn taps(person: &Person) {
    let script = "const options = document.querySelectorAll('.run .radios input');
        const region = document.querySelector('.region[data-region=front-chest]');
        document.querySelector('.run .scale input')?.click();
        const tap = new MouseEvent('click', { bubbles: true });
        if (region) region.dispatchEvent(tap);
        else if (options.length) options[options.length - 1].click();";
    asks(person, script);
}

/// Goes through an exercise, and does something at each stage.
#[track_caller]
fn goes_through(person: &Person, slug: &str, mut at_each: impl FnMut(&str)) {
    const MOST: usize = 30;
    person.goes_to(&format!("#/exercises/{slug}"));
    person.presses_button("Start");
    person.sees_heading("Before you start");
    for _ in 0..MOST {
        let here = stage(person);
        taps(person);
        at_each(&here);
        if here == "And now?" {
            person.presses_button("Save and finish");
            person.sees_text("It is in your journal.");
            return;
        }
        person.presses_button("Next");
        person.waits_until("the next stage", || stage(person) != here);
    }
    person.gives_up(&format!("{slug} has no end"));
}

fn reloads(person: &mut Person, site: &mut Site, exercises: &[&str]) {
    arrives(person, site);
    for slug in exercises {
        goes_through(person, slug, |heading| {
            person.reloads();
            person.sees_heading(heading);
        });
    }
}

fn looks(person: &mut Person, site: &mut Site, look: &str, width: u32, exercises: &[&str]) {
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    for slug in exercises {
        goes_through(person, slug, |heading| looking.looks(&format!("{slug}: {heading}")));
        looking.looks(&format!("{slug}: its entry"));
    }
    person.goes_to("#/");
    person.sees_heading("How is it right now?");
    looking.looks("home");
    looking.ends();
    tidies_up(person);
}
