//! Ways that people take through the page, in three engines. A file a concern.

mod access;
mod all_steps;
mod always;
mod any_words;
mod backup;
mod begun;
mod calendars;
mod clock;
mod discreet;
mod exercise;
mod find;
mod find_odd;
mod first_run;
mod journal;
mod keeping;
mod keyboard;
mod killed;
mod kinds;
mod left_behind;
mod lock;
mod lock_itself;
mod lock_making;
mod look_back;
mod loops;
mod offline;
mod places;
mod reading;
mod report;
mod sit;
mod steps;
mod stop;
mod stored;
mod tabs;
mod trouble;
mod walker;
mod without;
mod writing;

use browser_tests::suite::{self, Journey};
use std::process::ExitCode;

const ALL: [&[Journey]; 22] = [
    first_run::JOURNEYS,
    journal::JOURNEYS,
    find::JOURNEYS,
    find_odd::JOURNEYS,
    calendars::JOURNEYS,
    clock::JOURNEYS,
    reading::JOURNEYS,
    exercise::JOURNEYS,
    kinds::JOURNEYS,
    always::JOURNEYS,
    places::JOURNEYS,
    keyboard::JOURNEYS,
    trouble::JOURNEYS,
    without::JOURNEYS,
    stop::JOURNEYS,
    offline::JOURNEYS,
    backup::JOURNEYS,
    lock::JOURNEYS,
    loops::JOURNEYS,
    look_back::JOURNEYS,
    report::JOURNEYS,
    access::JOURNEYS,
];

/// Taken in Chromium always, and in the others where all that takes long is
/// asked for: in every engine they would take longer than all the rest.
const IN_CHROMIUM_FIRST: [&[Journey]; 12] = [
    lock_itself::JOURNEYS,
    lock_making::JOURNEYS,
    writing::JOURNEYS,
    any_words::JOURNEYS,
    all_steps::JOURNEYS,
    sit::JOURNEYS,
    keeping::JOURNEYS,
    begun::JOURNEYS,
    discreet::JOURNEYS,
    tabs::JOURNEYS,
    killed::JOURNEYS,
    left_behind::JOURNEYS,
];

fn main() -> ExitCode {
    let first = IN_CHROMIUM_FIRST.concat().into_iter().map(Journey::later_elsewhere);
    let journeys: Vec<_> = ALL.concat().into_iter().chain(first).collect();
    suite::run(&journeys)
}
