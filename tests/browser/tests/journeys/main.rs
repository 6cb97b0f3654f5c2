//! Ways that people take through the page, in three engines. A file a concern.

mod access;
mod all_steps;
mod always;
mod exercise;
mod first_run;
mod journal;
mod keyboard;
mod kinds;
mod offline;
mod places;
mod reading;
mod steps;
mod stop;
mod trouble;
mod without;

use browser_tests::suite::{self, Journey};
use std::process::ExitCode;

const ALL: [&[Journey]; 14] = [
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
    access::JOURNEYS,
];

fn main() -> ExitCode {
    suite::run(&ALL.concat())
}
