//! Every screen under `axe`, and nothing wider than the window.

use crate::{
    always::{HALF, SCREENS},
    calendars::goes_to_day,
    exercise::STEPS,
    find::{SEARCH, day},
    steps::{arrives, asks, has_a_fault, writes_an_entry},
};
use browser_tests::{axe, diary::Diarist, find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;
use xtask::browsers::Engine;

const CHROMIUM: &[Engine] = &[Engine::Chromium];
pub(crate) const LIGHT: &str = "Light";
pub(crate) const DUSK: &str = "Dusk";
pub(crate) const WIDE: u32 = 1280;
pub(crate) const NARROW: u32 = 320;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("axe_first_light_wide", |person, site| first(person, site, LIGHT, WIDE)),
    Journey::new("axe_first_light_narrow", |person, site| first(person, site, LIGHT, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_first_dusk_wide", |person, site| first(person, site, DUSK, WIDE))
        .only(CHROMIUM),
    Journey::new("axe_first_dusk_narrow", |person, site| first(person, site, DUSK, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_others_light_wide", |person, site| others(person, site, LIGHT, WIDE)),
    Journey::new("axe_others_light_narrow", |person, site| others(person, site, LIGHT, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_others_dusk_wide", |person, site| others(person, site, DUSK, WIDE))
        .only(CHROMIUM),
    Journey::new("axe_others_dusk_narrow", |person, site| others(person, site, DUSK, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_exercise_light_wide", |person, site| tries(person, site, LIGHT, WIDE)),
    Journey::new("axe_exercise_light_narrow", |person, site| tries(person, site, LIGHT, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_exercise_dusk_wide", |person, site| tries(person, site, DUSK, WIDE))
        .only(CHROMIUM),
    Journey::new("axe_exercise_dusk_narrow", |person, site| tries(person, site, DUSK, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_journal_light_wide", |person, site| journal(person, site, LIGHT, WIDE)),
    Journey::new("axe_journal_light_narrow", |person, site| journal(person, site, LIGHT, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_journal_dusk_wide", |person, site| journal(person, site, DUSK, WIDE))
        .only(CHROMIUM),
    Journey::new("axe_journal_dusk_narrow", |person, site| journal(person, site, DUSK, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_without_the_program", without_the_program).breaks(),
];

/// Looks at a screen with a tool's eyes.
pub(crate) struct Looking<'a> {
    person: &'a Person,
    axe: String,
    found: Vec<String>,
}

impl<'a> Looking<'a> {
    pub(crate) fn new(person: &'a Person) -> Looking<'a> {
        let axe = match axe::source() {
            Ok(axe) => axe,
            Err(error) => person.gives_up(&error.to_string()),
        };
        Looking { person, axe, found: Vec::new() }
    }

    #[track_caller]
    pub(crate) fn looks(&mut self, screen: &str) {
        let violations = axe::violations(&self.person.browser, &self.axe);
        let mut violations = violations.expect("axe answers");
        let wide = "return document.documentElement.scrollWidth - innerWidth";
        let over = asks(self.person, wide).as_i64().unwrap_or_default();
        if over > 0 {
            violations.push(format!("it is {over} pixels wider than the window"));
        }
        if !violations.is_empty() {
            self.found.push(format!("{screen}:\n{}", violations.join("\n")));
        }
    }

    #[track_caller]
    fn looks_at(&mut self, screens: &[(&str, &str)]) {
        for (hash, heading) in screens {
            self.person.goes_to(hash);
            self.person.sees_heading(heading);
            self.looks(hash);
        }
    }

    #[track_caller]
    pub(crate) fn ends(self) {
        assert!(self.found.is_empty(), "{}", self.found.join("\n"));
    }
}

/// Sets the look and the width of the window.
#[track_caller]
pub(crate) fn sets(person: &Person, site: &Site, look: &str, width: u32) {
    // Chromium alone has windows as narrow as a telephone.
    if person.browser.engine() == Engine::Chromium {
        let size =
            json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        let set = person.browser.chromium("Emulation.setDeviceMetricsOverride", size);
        set.expect("Chromium answers");
    }
    person.opens(&site.place("#/settings"));
    person.picks_radio("Light or dusk", look);
}

/// The screens that people come to first, and an entry.
fn first(person: &mut Person, site: &mut Site, look: &str, width: u32) {
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    person.goes_to("#/write");
    person.writes("Your words", "Something to look at.");
    person.presses_button("Save");
    person.sees_heading("Writing");
    looking.looks("an entry");
    person.goes_to("#/");
    person.moves_slider("Unpleasant to pleasant", 10);
    person.presses_button("All words, by family");
    person.presses_button("lonely…");
    looking.looks("a check-in");
    looking.looks_at(&SCREENS[..HALF]);
    looking.ends();
    tidies_up(person);
}

/// The other screens, and what stands there after quick exit.
fn others(person: &mut Person, site: &mut Site, look: &str, width: u32) {
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    person.goes_to("#/themes/body/known");
    person.presses_button("B3, disputed evidence");
    looking.looks("an open fact");
    looking.looks_at(&SCREENS[HALF..]);
    person.presses_button("Quick exit");
    person.sees_heading("Watering house plants");
    looking.looks("away");
    person.opens(&site.home());
    person.sees_heading("Notes");
    looking.looks("cover");
    looking.ends();
    tidies_up(person);
}

/// The step that moves.
const BREATH: &str = STEPS[2];

fn tries(person: &mut Person, site: &mut Site, look: &str, width: u32) {
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    person.goes_to("#/exercises/long-out-breath");
    person.presses_button("Start");
    person.sees_heading("Before you start");
    looking.looks("ratings before");
    person.picks_radio("How hard is it right now?", "9");
    person.presses_button("Next");
    person.sees_heading("That is a lot to carry");
    looking.looks("the offer at 8");
    person.presses_button("Go on with the exercise all the same");
    for step in STEPS {
        person.sees_heading(step);
        if step == BREATH {
            person.presses_button("Begin breathing");
            person.finds(Role::Button, "Stop");
        }
        looking.looks(step);
        person.presses_button("Next");
    }
    person.sees_heading("And now?");
    person.picks_radio("How hard is it right now?", "3");
    looking.looks("ratings after");
    person.presses_button("Save and finish");
    person.sees_heading("Long out-breath");
    looking.looks("the entry of an exercise");
    person.presses_button("Put in the bin");
    person.sees_heading("Journal");
    looking.looks("the note with a way back");
    person.follows_link("Bin (1)");
    person.presses_button("Delete for good: Long out-breath…");
    looking.looks("the question before deleting");
    looking.ends();
    tidies_up(person);
}

/// A year of entries, listed, searched, and in calendars.
fn journal(person: &mut Person, site: &mut Site, look: &str, width: u32) {
    person.opens(&site.home());
    let year = Diarist::default().year(day("2026-11-24"));
    person.has_kept(&year);
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    person.goes_to("#/journal");
    person.sees_text(&format!("{} entries", year.len()));
    looking.looks("a long list");
    person.presses_button("Filter");
    person.presses_button("How to search");
    person.writes(SEARCH, "the lamp before:soon");
    person.sees_text("is not a day");
    looking.looks("a search");
    person.presses_button("Clear the search");
    person.picks_radio("Show as", "Month");
    goes_to_day(person, "2026-11-20");
    person.sees_heading("November 2026");
    looking.looks("a month");
    person.picks_radio("Show as", "Year");
    person.sees_heading("2026");
    looking.looks("a year");
    looking.ends();
    tidies_up(person);
}

pub(crate) fn tidies_up(person: &Person) {
    if person.browser.engine() == Engine::Chromium {
        // The next journey sets its own.
        let _ = person.browser.chromium("Emulation.clearDeviceMetricsOverride", json!({}));
    }
}

/// The stop panel, and the page when a part of it did not come.
fn without_the_program(person: &mut Person, site: &mut Site) {
    let mut looking = Looking::new(person);
    arrives(person, site);
    writes_an_entry(person, "before");
    person.follows_link("Write");
    person.writes("Your words", "in a field");
    has_a_fault(person);
    person.sees_heading("Freshet has stopped");
    looking.looks("the stop panel");
    person.opens(&site.on_disk("index.html"));
    person.sees_heading("Someone to talk to");
    looking.looks("the page without the program");
    looking.ends();
}
