//! Loops: looked for when asked, told with the same doors beside each, hidden
//! for good, and not shown twice on a day without asking.

use crate::{
    access::{DUSK, LIGHT, Looking, NARROW, WIDE, sets, tidies_up},
    lock::{PASSPHRASE, opens, turns_it_on},
    steps::{arrives, asks},
    trouble::FILL,
};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use freshet::core::{
    day::Day,
    entry::{Entry, EntryId, Kind},
};
use serde_json::json;
use xtask::browsers::Engine;

#[path = "../../../loops/diary.rs"]
mod made_up;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("looks_for_loops_when_asked", looks_for_loops_when_asked),
    Journey::new("hides_a_loop_for_good", hides_a_loop_for_good),
    Journey::new("a_full_store_hides_no_loop", a_full_store_hides_no_loop),
    Journey::new("a_hidden_loop_stays_hidden_under_a_passphrase", stays_hidden_under_a_passphrase),
    Journey::new("what_was_put_away_is_in_no_loop", what_was_put_away_is_in_no_loop),
    Journey::new("axe_loops_light_wide", |person, site| looks(person, site, LIGHT, WIDE))
        .only(CHROMIUM),
    Journey::new("axe_loops_dusk_narrow", |person, site| looks(person, site, DUSK, NARROW))
        .only(CHROMIUM),
];

const PAGE: &str = "#/look-back/loops";
const TURN_TO: &str = "If a thought is about hurting yourself or someone else";

/// Said on four days, never twice the same.
const LOOP: [&str; 4] = [
    "I should have answered the lighthouse keeper at once.",
    "Why did I never answer that lighthouse keeper?",
    "The lighthouse keeper wanted an answer, and I should have given it.",
    "Again: I should have answered the lighthouse keeper.",
];

/// Days of a made-up diary without a phrase that comes back.
const OTHERS: usize = 20;

fn days(seal: Option<Day>) -> Vec<Entry> {
    let mut numbers = made_up::Numbers(7);
    let others = (0..OTHERS).map(|_| made_up::entry(&mut numbers, 3).join(" "));
    let texts = LOOP.iter().map(|said| (*said).to_owned()).chain(others);
    let kept = |(at, text): (usize, String)| {
        let now = format!("2026-10-{:02}T12:00:00+00:00", at + 1).parse().expect("a moment");
        let id = EntryId::from_random((at as u64).to_be_bytes());
        let mut entry = Entry::new(id, now, Kind::Writing(None));
        entry.text = text;
        entry.sealed_until = seal.filter(|_| at < LOOP.len());
        entry
    };
    texts.enumerate().map(kept).collect()
}

/// On the page of loops, with a phrase to be found.
#[track_caller]
fn arrives_with(person: &Person, site: &Site, seal: Option<Day>) {
    arrives(person, site);
    person.has_kept(&days(seal));
    person.goes_to(PAGE);
    person.sees_heading("Loops");
}

fn looks_for_loops_when_asked(person: &mut Person, site: &mut Site) {
    arrives_with(person, site, None);
    person.sees_text(TURN_TO);
    person.sees_no_text("lighthouse");
    person.presses_button("Look for phrases");
    person.sees_heading("1 phrase");
    let focused = "return document.activeElement.textContent.startsWith('1 phrase')";
    person.waits_for("the focus on what is said", focused, &json!(true));
    person.sees_text("I should have answered the lighthouse keeper");
    person.sees_text("on 4 days, from 1 Oct 2026 to 4 Oct 2026");
    person.sees_text(TURN_TO);
    person.presses_button("Where it stands");
    person.finds(Role::Link, "Open the entry of 4 Oct 2026");
    person.follows_link("Loop to the side");
    person.sees_heading("Loop to the side");
    person.sees_text("You check or repeat things in your mind");
    person.goes_to(PAGE);
    person.sees_text("You have looked today.");
    person.sees_no_text("lighthouse");
    person.presses_button("Look once more today");
    person.sees_heading("1 phrase");
}

const HIDE: &str = "Do not show this one: I should have answered the lighthouse keeper";
const HIDDEN: &str = "It will not be shown again.";

/// Hides the one phrase.
#[track_caller]
fn hides(person: &Person) {
    person.presses_button("Look for phrases");
    person.sees_heading("1 phrase");
    person.presses_button(HIDE);
    person.sees_text(HIDDEN);
}

fn a_full_store_hides_no_loop(person: &mut Person, site: &mut Site) {
    arrives_with(person, site, None);
    person.presses_button("Look for phrases");
    person.sees_heading("1 phrase");
    asks(person, FILL);
    person.presses_button(HIDE);
    person.sees_text("There is no room left in this browser.");
    person.sees_no_text(HIDDEN);
    asks(person, "localStorage.removeItem('another page')");
    person.presses_button(HIDE);
    person.sees_text(HIDDEN);
}

#[track_caller]
fn finds_nothing_again(person: &Person) {
    person.presses_button("Look once more today");
    person.sees_text("No phrase came back on three days or more.");
    person.sees_no_text("lighthouse");
}

fn stays_hidden_under_a_passphrase(person: &mut Person, site: &mut Site) {
    arrives_with(person, site, None);
    hides(person);
    turns_it_on(person);
    person.goes_to(PAGE);
    finds_nothing_again(person);
    person.reloads();
    opens(person, "Passphrase", PASSPHRASE);
    person.sees_heading("Loops");
    finds_nothing_again(person);
}

fn hides_a_loop_for_good(person: &mut Person, site: &mut Site) {
    arrives_with(person, site, None);
    hides(person);
    person.reloads();
    finds_nothing_again(person);
    person.presses_button("Show the one you hid again");
    person.sees_text("They can be shown again when you look next.");
    person.goes_to("#/journal");
    person.sees_heading("Journal");
    person.goes_to(PAGE);
    person.presses_button("Look once more today");
    person.sees_heading("1 phrase");
}

fn what_was_put_away_is_in_no_loop(person: &mut Person, site: &mut Site) {
    arrives_with(person, site, Day::from_ymd(2090, 1, 1).ok());
    person.presses_button("Look for phrases");
    person.sees_text("No phrase came back on three days or more.");
    person.sees_no_text("lighthouse");
}

fn looks(person: &mut Person, site: &mut Site, look: &str, width: u32) {
    sets(person, site, look, width);
    person.has_kept(&days(None));
    let mut looking = Looking::new(person);
    person.goes_to(PAGE);
    person.sees_heading("Loops");
    looking.looks("before it is asked");
    person.presses_button("Look for phrases");
    person.sees_heading("1 phrase");
    person.presses_button("Where it stands");
    person.finds(Role::Link, "Open the entry of 4 Oct 2026");
    looking.looks("what was found");
    looking.ends();
    tidies_up(person);
}
