//! Every step of every exercise: done by the pointer, by the keyboard alone and
//! with nothing that moves; left, loaded again and gone on with at each; and
//! looked at under `axe`. A new exercise is among them.

use crate::access::{DUSK, LIGHT, Looking, NARROW, WIDE, sets, tidies_up};
use crate::steps::{arrives, asks};
use crate::walker::{Hands, Walker, exercises};
use browser_tests::{person::Person, site::Site, suite::Journey};
use std::ops::Range;
use xtask::browsers::Engine;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// The last of some.
const ALL: usize = usize::MAX;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("does_1_to_3_by_pointer", |person, site| by_pointer(person, site, 0..3)),
    Journey::new("does_4_to_6_by_pointer", |person, site| by_pointer(person, site, 3..6)),
    Journey::new("does_7_and_more_by_pointer", |person, site| by_pointer(person, site, 6..ALL)),
    Journey::new("does_1_and_2_by_keyboard", |person, site| by_keyboard(person, site, 0..2)),
    Journey::new("does_3_and_4_by_keyboard", |person, site| by_keyboard(person, site, 2..4)),
    Journey::new("does_5_and_6_by_keyboard", |person, site| by_keyboard(person, site, 4..6)),
    Journey::new("does_7_by_keyboard", |person, site| by_keyboard(person, site, 6..7)),
    Journey::new("does_8_and_more_by_keyboard", |person, site| by_keyboard(person, site, 7..ALL)),
    Journey::new("does_1_to_3_with_nothing_moving", |person, site| still(person, site, 0..3)),
    Journey::new("does_4_to_6_with_nothing_moving", |person, site| still(person, site, 3..6)),
    Journey::new("does_7_and_more_with_nothing_moving", |person, site| {
        still(person, site, 6..ALL);
    }),
    Journey::new("goes_on_at_each_step_of_1_and_2", |person, site| goes_on(person, site, 0..2)),
    Journey::new("goes_on_at_each_step_of_3_and_4", |person, site| goes_on(person, site, 2..4)),
    Journey::new("goes_on_at_each_step_of_5_and_6", |person, site| goes_on(person, site, 4..6)),
    Journey::new("goes_on_at_each_step_of_7", |person, site| goes_on(person, site, 6..7)),
    Journey::new("goes_on_at_each_step_of_8_and_more", |person, site| {
        goes_on(person, site, 7..ALL);
    }),
    Journey::new("axe_steps_of_1_to_3_light_wide", |person, site| light(person, site, 0..3)),
    Journey::new("axe_steps_of_4_to_6_light_wide", |person, site| light(person, site, 3..6)),
    Journey::new("axe_steps_of_7_and_more_light_wide", |person, site| light(person, site, 6..ALL)),
    Journey::new("axe_steps_of_1_to_3_dusk_narrow", |person, site| dusk(person, site, 0..3))
        .only(CHROMIUM),
    Journey::new("axe_steps_of_4_to_6_dusk_narrow", |person, site| dusk(person, site, 3..6))
        .only(CHROMIUM),
    Journey::new("axe_steps_of_7_and_more_dusk_narrow", |person, site| {
        dusk(person, site, 6..ALL);
    })
    .only(CHROMIUM),
];

/// Some of all exercises.
fn some(
    range: Range<usize>,
) -> impl Iterator<Item = &'static freshet::core::content::exercises::Exercise> {
    exercises().into_iter().skip(range.start).take(range.end.saturating_sub(range.start))
}

fn by_pointer(person: &mut Person, site: &mut Site, range: Range<usize>) {
    arrives(person, site);
    for exercise in some(range) {
        Walker::new(person, Hands::Pointer, exercise).does_it_all(|_| {});
    }
}

fn by_keyboard(person: &mut Person, site: &mut Site, range: Range<usize>) {
    arrives(person, site);
    for exercise in some(range) {
        Walker::new(person, Hands::Keyboard, exercise).does_it_all(|_| {});
    }
}

/// Nothing is in motion at any stage.
#[track_caller]
pub(crate) fn sees_nothing_moving(person: &Person, heading: &str) {
    let script =
        "return document.getAnimations().filter((it) => it.playState === 'running').length";
    assert_eq!(asks(person, script), 0, "something moves at “{heading}”");
}

/// Sets that nothing moves, whatever the device says.
#[track_caller]
pub(crate) fn stills(person: &Person, site: &Site) {
    person.opens(&site.place("#/settings"));
    person.picks_radio("Motion", "Nothing moves");
}

fn still(person: &mut Person, site: &mut Site, range: Range<usize>) {
    stills(person, site);
    for exercise in some(range) {
        let walker = Walker::new(person, Hands::Pointer, exercise);
        walker.does_it_all(|heading| sees_nothing_moving(person, heading));
    }
}

/// Leaves at each stage, comes back another time, and goes on from the first
/// screen.
fn goes_on(person: &mut Person, site: &mut Site, range: Range<usize>) {
    arrives(person, site);
    for exercise in some(range) {
        Walker::new(person, Hands::Pointer, exercise).does_it_all(|heading| {
            comes_back(person, exercise.title, heading);
        });
    }
}

/// Leaves, loads the page again, and goes on with what was begun.
#[track_caller]
pub(crate) fn comes_back(person: &Person, title: &str, heading: &str) {
    person.goes_to("#/");
    person.sees_heading("How is it right now?");
    person.reloads();
    person.follows_link(&format!("{title}, begun…"));
    person.sees_heading(heading);
}

fn light(person: &mut Person, site: &mut Site, range: Range<usize>) {
    looks(person, site, LIGHT, WIDE, range);
}

fn dusk(person: &mut Person, site: &mut Site, range: Range<usize>) {
    looks(person, site, DUSK, NARROW, range);
}

fn looks(person: &mut Person, site: &mut Site, look: &str, width: u32, range: Range<usize>) {
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    for exercise in some(range) {
        let slug = exercise.slug;
        let walker = Walker::new(person, Hands::Pointer, exercise);
        walker.does_it_all(|heading| looking.looks(&format!("{slug}: {heading}")));
        looking.looks(&format!("{slug}: its entry"));
    }
    person.goes_to("#/");
    person.sees_heading("How is it right now?");
    looking.looks("home");
    looking.ends();
    tidies_up(person);
}
