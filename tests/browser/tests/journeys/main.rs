//! Ways that people take through the page, in three engines. A file a concern.

mod access;
mod all_steps;
mod always;
mod backup;
mod exercise;
mod first_run;
mod journal;
mod keyboard;
mod kinds;
mod lock;
mod offline;
mod places;
mod reading;
mod steps;
mod stop;
mod stored;
mod trouble;
mod without;

use browser_tests::suite::{self, Journey};
use std::process::ExitCode;

const ALL: [&[Journey]; 16] = [
    first_run::JOURNEYS,
    journal::JOURNEYS,
    reading::JOURNEYS,
    exercise::JOURNEYS,
    kinds::JOURNEYS,
    all_steps::JOURNEYS,
    always::JOURNEYS,
    places::JOURNEYS,
    keyboard::JOURNEYS,
    trouble::JOURNEYS,
    without::JOURNEYS,
    stop::JOURNEYS,
    offline::JOURNEYS,
    backup::JOURNEYS,
    lock::JOURNEYS,
    access::JOURNEYS,
];

fn main() -> ExitCode {
    suite::run(&ALL.concat())
}
