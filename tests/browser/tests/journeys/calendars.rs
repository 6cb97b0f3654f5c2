//! The journal in the days of a month and of a year.

use crate::{
    find::{few, opens_a_journal_of},
    keeping::years_ago,
    steps::{arrives, sets_day},
};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::{Value, json};

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("looks_at_a_month_and_a_year", looks_at_a_month_and_a_year),
    Journey::new("marks_a_day_as_hard_in_the_calendar", marks_a_day_as_hard_in_the_calendar),
];

/// The button of a day in a calendar; engines write its date each in their way.
const DAY: &str = "document.querySelector(`[data-day=\"${arguments[0]}\"]`)";

#[track_caller]
fn asks_of_day(person: &Person, day: &str, what: &str) -> Value {
    person.asks(&format!("return {DAY}{what}"), &[json!(day)])
}

/// Sees a day in a calendar, and how many entries it says there are.
#[track_caller]
pub(crate) fn sees_day(person: &Person, day: &str, entries: &str) {
    person.waits_until(&format!("{day} with {entries}"), || {
        let said = asks_of_day(person, day, "?.getAttribute('aria-label')");
        said.as_str().is_some_and(|said| said.ends_with(entries))
    });
}

/// Goes to a day in a calendar; engines take a date each in their way.
#[track_caller]
pub(crate) fn goes_to_day(person: &Person, day: &str) {
    sets_day(person, "Go to a day", day);
}

#[track_caller]
fn presses_day(person: &Person, day: &str) {
    asks_of_day(person, day, ".focus()");
    asks_of_day(person, day, ".click()");
}

#[track_caller]
fn comes_to_day(person: &Person, day: &str) {
    person.waits_until(&format!("the focus on {day}"), || {
        asks_of_day(person, day, " === document.activeElement") == json!(true)
    });
}

fn looks_at_a_month_and_a_year(person: &mut Person, site: &mut Site) {
    opens_a_journal_of(person, site, &few());
    person.picks_radio("Show as", "Month");
    goes_to_day(person, "2026-04-01");
    person.sees_heading("April 2026");
    sees_day(person, "2026-04-05", ": 2 entries");
    presses_day(person, "2026-04-05");
    person.sees_text("Rainwater in the boat.");
    person.sees_no_text("Three good things.");
    // By keys alone.
    person.presses_key("ArrowRight");
    person.sees_text("Three good things.");
    comes_to_day(person, "2026-04-06");
    person.presses_key("Home");
    comes_to_day(person, "2026-04-06");
    person.presses_key("ArrowUp");
    comes_to_day(person, "2026-03-30");
    person.sees_text("30 March 2026: no entry");
    person.presses_key("PageUp");
    person.sees_heading("February 2026");
    comes_to_day(person, "2026-02-28");
    person.presses_key("ArrowDown");
    comes_to_day(person, "2026-03-07");
    person.presses_key("ArrowLeft");
    comes_to_day(person, "2026-03-06");
    person.presses_button("Month after");
    person.sees_heading("April 2026");
    person.picks_radio("Show as", "Year");
    person.sees_heading("2026");
    sees_day(person, "2026-03-01", ": 1 entry");
    person.presses_button("Year before");
    person.sees_heading("2025");
    person.presses_button("Year after");
    sees_day(person, "2026-03-02", ": 1 entry");
    presses_day(person, "2026-03-02");
    person.sees_heading("March 2026");
    person.sees_text("The rain stopped.");
}

fn marks_a_day_as_hard_in_the_calendar(person: &mut Person, site: &mut Site) {
    const HARD: &str = "This was a hard day";
    arrives(person, site);
    let entry = years_ago(person, 1, 1, "a year ago");
    let day = entry.day.to_string();
    person.has_kept(&[entry]);
    person.follows_link("Journal");
    person.picks_radio("Show as", "Month");
    person.finds(Role::Textbox, "Go to a day");
    person.sees_no(Role::Button, HARD);
    goes_to_day(person, &day);
    sees_day(person, &day, ": 1 entry");
    person.sees_text("a year ago");
    person.presses_button(HARD);
    person.sees_text("The day is marked as hard.");
    person.reloads();
    person.picks_radio("Show as", "Month");
    goes_to_day(person, &day);
    person.sees_on(Role::Button, HARD);
    person.follows_link("See what you wrote on this day in earlier years");
    person.sees_text("There is nothing to show for");
    person.goes_back();
    person.presses_button(HARD);
    person.sees_text("The day is not marked as hard any more.");
    person.follows_link("See what you wrote on this day in earlier years");
    person.sees_text("a year ago");
}
