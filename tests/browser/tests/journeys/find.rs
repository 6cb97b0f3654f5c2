//! Finding: the list, words and filters of the journal.

use crate::{
    calendars::{goes_to_day, sees_day},
    steps::{arrives, asks},
};
use browser_tests::{diary::Diarist, find::Role, person::Person, site::Site, suite::Journey};
use freshet::core::{
    checkin::{CheckIn, Word},
    content::tables::FEELINGS,
    day::Day,
    entry::{Entry, Kind, Prompted},
};
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("finds_words_as_they_are_typed", finds_words_as_they_are_typed),
    Journey::new("filters_what_is_listed", filters_what_is_listed),
    Journey::new("goes_through_a_long_list_by_keys", goes_through_a_long_list_by_keys),
    Journey::new("shows_200_at_a_time", shows_200_at_a_time),
    Journey::new("finds_nothing_that_is_put_away", finds_nothing_that_is_put_away),
    Journey::new("what_is_written_is_found_at_once", what_is_written_is_found_at_once),
];

pub(crate) const SEARCH: &str = "Search your journal";

#[track_caller]
pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// Opens the journal of a browser that holds these entries.
#[track_caller]
pub(crate) fn opens_a_journal_of(person: &Person, site: &Site, entries: &[Entry]) {
    arrives(person, site);
    person.has_kept(entries);
    person.follows_link("Journal");
    person.sees_heading("Journal");
}

/// Searches for something else.
#[track_caller]
pub(crate) fn looks_for(person: &Person, words: &str) {
    person.empties(SEARCH);
    person.writes(SEARCH, words);
}

#[track_caller]
pub(crate) fn sees_in_order(person: &Person, words: &[&str]) {
    let script = "return Array.from(document.querySelectorAll('.rows--long .row__said'))
        .map((said) => said.textContent)";
    person.waits_until(&format!("{words:?} in this order"), || {
        let said = asks(person, script);
        let said = said.as_array().into_iter().flatten().filter_map(Value::as_str);
        let said: Vec<&str> = said.collect();
        said.len() == words.len() && said.iter().zip(words).all(|(said, word)| said.contains(word))
    });
}

#[track_caller]
pub(crate) fn sees_marked(person: &Person, words: &str) {
    let script = "return Array.from(document.querySelectorAll('mark'))
        .map((mark) => mark.textContent).join('|')";
    person.waits_for("what is marked", script, &json!(words));
}

/// What holds the row in focus, and how many rows are in the page.
#[track_caller]
fn place(person: &Person) -> (u64, u64) {
    let script = "const row = document.activeElement.closest('li');
        return [Number(row?.getAttribute('aria-posinset') || 0),
          document.querySelectorAll('.rows--long > li').length]";
    let told = asks(person, script);
    (told[0].as_u64().unwrap_or(0), told[1].as_u64().unwrap_or(0))
}

#[track_caller]
fn comes_to(person: &Person, row: u64) {
    person.waits_until(&format!("the focus on row {row}"), || place(person).0 == row);
}

/// Five entries with all that can be looked for.
pub(crate) fn few() -> Vec<Entry> {
    let mut diarist = Diarist::default();
    let mut few = vec![
        diarist.writing(day("2026-03-01"), "A café by the river.\nDéjà vu, and rain."),
        diarist.writing(day("2026-03-02"), "The rain stopped. The way home was long."),
        diarist.writing(day("2026-04-05"), "The long way home, and no rain at all."),
        diarist.writing(day("2026-04-05"), "Rainwater in the boat."),
        diarist.writing(day("2026-04-06"), "Three good things."),
    ];
    let mut check_in = CheckIn::default();
    let added = check_in.add(Word::known(&FEELINGS[0]));
    added.expect("there is room for a word");
    few[1].tags.add("home").expect("a tag");
    few[2].tags.add("home, walks").expect("a tag");
    few[3].kind = Kind::CheckIn;
    few[3].check_in = Some(check_in);
    few[4].kind = Kind::Writing(Some(Prompted {
        theme: "body".to_owned(),
        prompt: "all-right".to_owned(),
        question: "Where did it feel all right?".to_owned(),
    }));
    few
}

fn finds_words_as_they_are_typed(person: &mut Person, site: &mut Site) {
    opens_a_journal_of(person, site, &few());
    person.sees_text("5 entries");
    person.sees_heading("April 2026");
    person.writes(SEARCH, "ra");
    person.sees_text("4 entries found");
    person.writes(SEARCH, "in");
    // Whole words first, the later day first among them.
    sees_in_order(person, &["no rain", "stopped", "Déjà vu", "Rainwater"]);
    looks_for(person, "DEJA");
    sees_in_order(person, &["Déjà vu"]);
    sees_marked(person, "Déjà");
    looks_for(person, "\"the long way\"");
    sees_in_order(person, &["The long way home"]);
    sees_marked(person, "The long way");
    looks_for(person, "rain -long");
    sees_in_order(person, &["Déjà vu", "Rainwater"]);
    looks_for(person, "rain before:2026-03-02");
    sees_in_order(person, &["Déjà vu"]);
    looks_for(person, "theme:body");
    sees_in_order(person, &["Three good things"]);
    looks_for(person, &format!("feeling:{}", FEELINGS[0].word));
    sees_in_order(person, &["Rainwater"]);
    looks_for(person, "tag:home -stopped");
    sees_in_order(person, &["The long way home"]);
    looks_for(person, "all right");
    sees_in_order(person, &["Where did it feel all right?"]);
    // None of it is kept where others read it.
    person.sees_address(&site.place("#/journal"));
    person.sees_title("Journal · Freshet");
    let kept = asks(person, "return JSON.stringify([history.state, { ...sessionStorage }])");
    assert!(!kept.to_string().contains("right"), "{kept}");
    person.presses_button("Clear the search");
    person.sees_text("5 entries");
    // It is still there after a look at an entry.
    person.writes(SEARCH, "boat");
    sees_in_order(person, &["Rainwater"]);
    person.follows_link("Check-in…");
    person.sees_heading("Check-in");
    person.goes_back();
    person.sees_in_field(SEARCH, "boat");
    sees_in_order(person, &["Rainwater"]);
    // A search is not kept: it goes with the page.
    person.reloads();
    person.sees_text("5 entries");
}

fn filters_what_is_listed(person: &mut Person, site: &mut Site) {
    opens_a_journal_of(person, site, &few());
    person.presses_button("Filter");
    person.chooses("Kind", "Check-in");
    person.sees_text("1 entry found");
    person.sees_text("Filter (1)");
    person.chooses("Kind", "Writing");
    person.sees_text("4 entries found");
    person.chooses("Theme", "In the body");
    sees_in_order(person, &["Three good things"]);
    person.chooses("Theme", "All");
    person.writes(SEARCH, "rain");
    person.sees_text("3 entries found");
    person.presses_button("Take the filters away");
    person.sees_text("4 entries found");
    person.presses_button("Clear the search");
    person.chooses("Feelings like", FEELINGS[0].family.name());
    sees_in_order(person, &["Rainwater"]);
    person.chooses("Feelings like", "All");
    person.chooses("Tag", "home");
    sees_in_order(person, &["long way", "stopped"]);
    person.chooses("Tag", "All");
    let period = |from: &str, until: &str| {
        let sets = "const field = document.getElementById(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }))";
        for (field, day) in [("find-from-day", from), ("find-until-day", until)] {
            person.asks(sets, &[json!(field), json!(day)]);
        }
    };
    // A period with no entry, with one, one that ends before it begins, and one
    // with some.
    period("2026-05-01", "2026-05-31");
    person.sees_text("Nothing found.");
    period("2026-04-06", "2026-04-06");
    sees_in_order(person, &["Three good things"]);
    period("2026-04-06", "2026-03-01");
    person.sees_text("Nothing found.");
    period("2026-03-02", "2026-04-05");
    person.sees_text("3 entries found");
    person.sees_no_text("Three good things.");
    person.sees_no_text("Déjà vu");
    // The calendar is of what is found.
    person.picks_radio("Show as", "Month");
    person.sees_text("Filter (1)");
    person.presses_button("Show all entries");
    person.sees_no(Role::Button, "Show all entries");
    person.sees_no_text("Filter (1)");
}

fn goes_through_a_long_list_by_keys(person: &mut Person, site: &mut Site) {
    const COUNT: u64 = 1_200;
    /// A row that stands somewhat before the middle.
    const MIDDLE: u64 = COUNT / 3;
    let entries = Diarist::default().many(COUNT as usize, day("2026-11-24"));
    opens_a_journal_of(person, site, &entries);
    person.sees_text("1200 entries");
    asks(person, "document.querySelector('.rows--long a').focus()");
    comes_to(person, 1);
    let size = "return document.activeElement.closest('li').getAttribute('aria-setsize')";
    assert_eq!(asks(person, size), json!("1200"));
    person.waits_until("few rows in the page", || place(person).1 < 100);
    person.presses_key("End");
    comes_to(person, COUNT);
    let seen = "const box = document.activeElement.getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight";
    person.waits_until("the last row in view", || asks(person, seen) == json!(true));
    person.presses_key("PageUp");
    person.waits_until("the focus further up", || (COUNT - 60..COUNT).contains(&place(person).0));
    let from = place(person).0;
    person.presses_key("PageDown");
    person.waits_until("the focus further down", || place(person).0 > from);
    person.presses_key("Home");
    comes_to(person, 1);
    // A row in focus stays in the page, however far it is scrolled away.
    asks(person, "scrollTo(0, document.documentElement.scrollHeight / 2)");
    person.waits_until("rows of the middle", || first_seen(person) > MIDDLE);
    comes_to(person, 1);
    person.waits_until("few rows in the page", || place(person).1 < 120);
    person.presses_key("Tab");
    comes_to(person, 2);
    // Back leads to the same place, give or take what was not measured above it.
    asks(person, "scrollTo(0, document.documentElement.scrollHeight / 2)");
    person.waits_until("rows of the middle", || first_seen(person) > MIDDLE);
    let before = stands_still(person);
    person.goes_to("#/settings");
    person.sees_heading("Settings");
    person.goes_back();
    person.sees_heading("Journal");
    person.waits_until("the same rows", || first_seen(person).abs_diff(before) <= 3);
}

/// The first row that is seen, counted in the whole list.
fn first_seen(person: &Person) -> u64 {
    let script = "return Number(Array.from(document.querySelectorAll('.rows--long > li'))
        .find((row) => row.getBoundingClientRect().top > 0)?.getAttribute('aria-posinset'))";
    asks(person, script).as_u64().unwrap_or_default()
}

/// The first row that is seen once the list has come to rest.
fn stands_still(person: &Person) -> u64 {
    let mut seen = 0;
    person.waits_until("the list at rest", || {
        person.waits(Duration::from_millis(200));
        let before = std::mem::replace(&mut seen, first_seen(person));
        seen == before
    });
    seen
}

fn shows_200_at_a_time(person: &mut Person, site: &mut Site) {
    let entries = Diarist::default().many(450, day("2026-11-24"));
    opens_a_journal_of(person, site, &entries);
    person.ticks("Show 200 at a time");
    person.sees_text("1 to 200 of 450");
    person.waits_until("200 rows", || place(person).1 == 200);
    person.presses_button("The 200 after");
    person.sees_text("201 to 400 of 450");
    comes_to(person, 201);
    person.presses_button("The 200 after");
    person.sees_text("401 to 450 of 450");
    person.sees_no(Role::Button, "The 200 after");
    comes_to(person, 401);
    person.waits_until("50 rows", || place(person).1 == 50);
    person.presses_key("End");
    comes_to(person, 450);
    person.presses_button("The 200 before");
    comes_to(person, 201);
    person.ticks("Show 200 at a time");
    person.waits_until("few rows in the page", || place(person).1 < 100);
}

fn finds_nothing_that_is_put_away(person: &mut Person, site: &mut Site) {
    let mut entries = few();
    entries[2].sealed_until = Some(day("2099-01-01"));
    entries[4].sealed_until = Some(day("2020-01-01"));
    opens_a_journal_of(person, site, &entries);
    person.sees_text("4 entries");
    person.sees_text("Three good things.");
    person.sees_no_text("The long way home");
    person.writes(SEARCH, "rain");
    person.sees_text("3 entries found");
    person.sees_no_text("put away");
    looks_for(person, "long");
    sees_in_order(person, &["stopped"]);
    person.presses_button("Clear the search");
    person.picks_radio("Show as", "Year");
    goes_to_day(person, "2026-04-01");
    sees_day(person, "2026-04-05", ": 1 entry");
    person.picks_radio("Show as", "List");
    // It stands apart, and is a wish and no lock.
    person.presses_button("1 entry is put away");
    person.sees_text("1 January 2099");
    asks(person, "document.querySelector('.journal__sealed a').click()");
    person.sees_text("You asked to leave this alone until then.");
}

fn what_is_written_is_found_at_once(person: &mut Person, site: &mut Site) {
    opens_a_journal_of(person, site, &few());
    person.writes(SEARCH, "kumquat");
    person.sees_text("Nothing found.");
    person.follows_link("Write");
    person.writes("Your words", "A kumquat on the sill.");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.follows_link("Journal");
    person.sees_in_field(SEARCH, "kumquat");
    sees_in_order(person, &["A kumquat"]);
    person.follows_link("Writing…");
    person.presses_button("Put in the bin");
    person.sees_heading("Journal");
    person.sees_text("Nothing found.");
    person.presses_button("Take it back");
    sees_in_order(person, &["A kumquat"]);
}
