//! The page for a doctor or therapist: nothing is in it by itself, what is
//! printed is what was ticked, and what was chosen is forgotten.

mod odd;
mod paper;

use crate::{
    access::{DUSK, LIGHT, Looking, NARROW, WIDE, sets, tidies_up},
    lock::{PASSPHRASE, opens, turns_it_on},
    steps::{arrives, asks, today},
    stored::{holds_stored, sees_held},
};
use browser_tests::{diary::Diarist, find::Role, person::Person, site::Site, suite::Journey};
use freshet::core::{
    checkin::{CheckIn, Said, Word},
    day::{Day, Moment},
    entry::{Entry, EntryId, ExerciseRecord, Kind},
    rating::{Rating, Ratings},
};
use serde_json::json;
use xtask::browsers::Engine;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("puts_a_page_together", puts_a_page_together),
    Journey::new("a_page_by_the_keyboard", a_page_by_the_keyboard),
    Journey::new("a_tick_of_all_leaves_out_hard_things", a_tick_of_all_leaves_out_hard_things),
    Journey::new("a_page_is_forgotten", a_page_is_forgotten),
    Journey::new("locking_hides_a_page", locking_hides_a_page),
    Journey::new("keeps_words_to_a_reader_when_asked", keeps_words_to_a_reader_when_asked),
    Journey::new("a_page_from_little_or_odd", odd::a_page_from_little_or_odd),
    Journey::new("a_page_of_a_very_long_entry", odd::a_page_of_a_very_long_entry),
    Journey::new("words_to_a_reader_find_no_room", odd::words_to_a_reader_find_no_room),
    Journey::new("prints_what_was_ticked", paper::prints_what_was_ticked).only(CHROMIUM),
    Journey::new("prints_a_year_with_its_pictures", paper::prints_a_year_with_its_pictures)
        .only(CHROMIUM),
    Journey::new("axe_report_light_wide", |person, site| looks(person, site, LIGHT, WIDE)),
    Journey::new("axe_report_light_narrow", |person, site| looks(person, site, LIGHT, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_report_dusk_wide", |person, site| looks(person, site, DUSK, WIDE))
        .only(CHROMIUM),
    Journey::new("axe_report_dusk_narrow", |person, site| looks(person, site, DUSK, NARROW))
        .only(CHROMIUM),
];

const TITLE: &str = "A page for a doctor or therapist";
const SEE: &str = "See it as it will be printed";
const SHEET: &str = "From my own notes";
const NOTHING: &str = "Nothing is in yet, so there is nothing to print.";
const READER: &str = "What you want the reader to know";

const GOES_IN: &str = "What goes in";
const WORDS: &str = "Words you wrote, with their question";

/// Each has words, feelings and numbers that no other has.
const MARKS: [&str; 3] = ["kumquat", "quince", "medlar"];

fn noon(day: Day) -> Moment {
    format!("{day}T12:00:00+00:00").parse().expect("a moment")
}

fn writing(number: u8, day: Day, mark: &str) -> Entry {
    let id = EntryId::from_random([number; 8]);
    let mut entry = Entry::new(id, noon(day), Kind::Writing(None));
    entry.text = format!("Words of {mark}.");
    let word = Word::own(&format!("felt {mark}"), None).expect("a word");
    entry.check_in = Some(CheckIn { point: None, said: Said::Words(vec![word]) });
    entry.ratings = Ratings { distress: Rating::try_from(9).ok(), energy: None };
    entry
}

/// Three entries of the last three days, and none of them chosen.
#[track_caller]
fn has_three(person: &Person, site: &Site) {
    arrives(person, site);
    let today = today(person);
    let entries = MARKS
        .iter()
        .zip(0..)
        .filter_map(|(mark, ago)| Some(writing(ago as u8 + 1, today.plus_days(-ago)?, mark)));
    person.has_kept(&entries.collect::<Vec<_>>());
    goes_there(person);
}

#[track_caller]
fn goes_there(person: &Person) {
    person.goes_to("#/report");
    person.sees_heading(TITLE);
}

/// What the paper holds, in words, once it holds all of these.
#[track_caller]
fn sheet(person: &Person, there: &[&str]) -> String {
    let mut paper = String::new();
    person.waits_until(&format!("{there:?} on the paper"), || {
        let text = asks(person, "return document.querySelector('.sheet').innerText");
        paper = text.as_str().unwrap_or_default().to_owned();
        there.iter().all(|words| paper.contains(words))
    });
    paper
}

/// Sees that no box is ticked.
#[track_caller]
fn sees_nothing_ticked(person: &Person) {
    let ticked = "return document.querySelectorAll('input:checked').length";
    person.waits_for("what is ticked", ticked, &json!(0));
}

/// Names of the boxes for entries that are on the screen.
#[track_caller]
fn boxes(person: &Person) -> Vec<String> {
    let script = "return Array.from(document.querySelectorAll('.pick > label'),
        (label) => label.textContent.trim().replace(/\\s+/g, ' '))";
    let names = asks(person, script);
    let names = names.as_array().into_iter().flatten();
    names.map(|name| name.as_str().unwrap_or_default().to_owned()).collect()
}

/// The name of the box of the entry with this word.
#[track_caller]
fn box_of(person: &Person, mark: &str) -> String {
    let mut found = None;
    person.waits_until(&format!("a box for {mark}"), || {
        found = boxes(person).into_iter().find(|name| name.contains(mark));
        found.is_some()
    });
    found.unwrap_or_default()
}

fn puts_a_page_together(person: &mut Person, site: &mut Site) {
    has_three(person, site);
    // There are ways to it where it is looked for.
    for (place, heading) in
        [("#/look-back", "Look back"), ("#/journal", "Journal"), ("#/close", "Closing for today")]
    {
        person.goes_to(place);
        person.sees_heading(heading);
        person.follows_link(&format!("{TITLE}…"));
        person.sees_heading(TITLE);
    }
    // Nothing is ticked, and there is nothing to print.
    person.sees_text(NOTHING);
    sees_nothing_ticked(person);
    person.sees_no(Role::Button, SEE);
    person.ticks_in(GOES_IN, WORDS);
    person.sees_text("no entry of these days is ticked");
    person.sees_no(Role::Button, SEE);
    person.ticks(&box_of(person, "quince"));
    person.sees_text("In it so far: 1 entry.");
    person.writes(READER, "I sleep badly.");
    person.sees_text("In it so far: your own words, 1 entry.");
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    person.sees_text("lies outside your journal");
    let paper = sheet(person, &["I sleep badly.", "Words of quince.", "It is not a diagnosis"]);
    for gone in ["kumquat", "medlar", "felt", "9 of 10"] {
        assert!(!paper.contains(gone), "{gone} is on it: {paper}");
    }
    // One entry gives more than the others.
    person.presses_button("Go back and change it");
    person.sees_heading(TITLE);
    person.sees_in_field(READER, "I sleep badly.");
    person.presses_button("Tick all 3");
    person.sees_text("3 of 3 entries are ticked.");
    let group = looks_at_parts(person, "medlar");
    person.ticks_in(&group, "Numbers from 0 to 10");
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    let words = MARKS.map(|mark| format!("Words of {mark}."));
    let paper = sheet(person, &words.each_ref().map(String::as_str));
    assert_eq!(paper.matches("9 of 10").count(), 1, "{paper}");
    assert!(!paper.contains("felt"), "{paper}");
    // The address tells nothing of what was chosen.
    person.sees_address(&site.place("#/report"));
}

/// Opens what an entry has; gives the name of that group.
#[track_caller]
fn looks_at_parts(person: &Person, mark: &str) -> String {
    let script = "const pick = Array.from(document.querySelectorAll('.pick'))
        .find((pick) => pick.textContent.includes(arguments[0]));
        return pick.querySelector('button').getAttribute('aria-label')";
    let name = person.asks(script, &[json!(mark)]);
    let name = name.as_str().unwrap_or_default().to_owned();
    person.presses_button(&name);
    person.sees_text("What you tick here holds for this entry alone.");
    name.split_once(": ").map(|(_, entry)| entry.to_owned()).unwrap_or_default()
}

fn a_page_by_the_keyboard(person: &mut Person, site: &mut Site) {
    has_three(person, site);
    person.tabs_to(Role::Textbox, READER);
    person.types("By keys alone.");
    person.tabs_to(Role::Checkbox, WORDS);
    person.presses_key("Space");
    let entry = box_of(person, "kumquat");
    person.tabs_to(Role::Checkbox, &entry);
    person.presses_key("Space");
    person.sees_text("In it so far: your own words, 1 entry.");
    person.tabs_and_presses(SEE);
    person.sees_heading(SHEET);
    person.sees_focus(Role::Heading, SHEET);
    sheet(person, &["By keys alone.", "Words of kumquat."]);
    person.tabs_to(Role::Button, "Print it, or save it as a PDF");
    person.tabs_and_presses("Go back and change it");
    person.sees_heading(TITLE);
    person.tabs_to(Role::Checkbox, &entry);
    person.presses_key("Space");
    person.sees_text("In it so far: your own words.");
}

fn a_tick_of_all_leaves_out_hard_things(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let today = today(person);
    let day = |ago: i32| today.plus_days(-ago).expect("a day");
    let mut sealed = writing(2, day(1), "sealed-thing");
    sealed.sealed_until = today.plus_days(30);
    let mut opened = writing(3, day(2), "opened-thing");
    opened.sealed_until = Some(today);
    let mut edges = writing(4, day(3), "edges-thing");
    edges.kind = Kind::Exercise(ran("around-the-edges", day(3)));
    let mut companion = writing(5, day(4), "companion-thing");
    companion.kind = Kind::Exercise(ran("companion-before", day(4)));
    person.has_kept(&[writing(1, today, "plain-thing"), sealed, opened, edges, companion]);
    // A day is marked as hard where its entry is read.
    person.goes_to(&format!("#/entry/{}", EntryId::from_random([1; 8])));
    person.sees_text("Words of plain-thing.");
    goes_there(person);
    person.ticks_in(GOES_IN, WORDS);
    person.presses_button("Tick the 1 that comes along");
    person.sees_text("1 of 4 entries are ticked.");
    person.presses_button("Only by a tick of their own: 0 of 3");
    person.ticks(&box_of(person, "edges-thing"));
    person.sees_no_text("sealed-thing");
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    let paper = sheet(person, &["plain-thing", "edges-thing"]);
    for gone in ["sealed-thing", "opened-thing", "companion-thing"] {
        assert!(!paper.contains(gone), "{gone} is on it: {paper}");
    }
    // A hard day goes in by its own tick only, and its mark never.
    person.goes_to(&format!("#/entry/{}", EntryId::from_random([1; 8])));
    person.presses_button("This was a hard day");
    person.sees_text("The day is marked as hard.");
    goes_there(person);
    person.presses_button("Only by a tick of their own: 0 of 4");
    person.sees_no(Role::Button, "Tick the 1 that comes along");
    person.ticks_in(GOES_IN, WORDS);
    person.ticks(&box_of(person, "plain-thing"));
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    let paper = sheet(person, &["plain-thing"]);
    assert!(!paper.contains("hard"), "{paper}");
}

fn ran(exercise: &str, day: Day) -> ExerciseRecord {
    ExerciseRecord {
        exercise: exercise.to_owned(),
        version: 1,
        started: noon(day),
        finished: noon(day),
        stopped_early: false,
        before: Ratings::default(),
        after: Ratings::default(),
        answers: Vec::new(),
        follow_up: None,
    }
}

/// Chooses one entry with its words, and writes to the reader.
#[track_caller]
fn chooses(person: &Person) {
    person.ticks_in(GOES_IN, WORDS);
    person.ticks(&box_of(person, "quince"));
    person.writes(READER, "read-me-first");
    person.sees_text("In it so far: your own words, 1 entry.");
}

/// Sees that nothing is chosen any more.
#[track_caller]
fn sees_nothing_chosen(person: &Person) {
    person.sees_text(NOTHING);
    person.sees_in_field(READER, "");
    sees_nothing_ticked(person);
}

fn a_page_is_forgotten(person: &mut Person, site: &mut Site) {
    has_three(person, site);
    chooses(person);
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    person.goes_to("#/journal");
    person.sees_heading("Journal");
    person.goes_back();
    person.sees_heading(TITLE);
    sees_nothing_chosen(person);
    chooses(person);
    person.reloads();
    person.sees_heading(TITLE);
    sees_nothing_chosen(person);
    // Nothing of it is kept by the page or by the browser for it.
    let kept =
        asks(person, "return JSON.stringify([history.state, location.href, document.title])");
    assert!(!kept.as_str().unwrap_or_default().contains("read-me-first"), "{kept}");
    sees_held(person, "quince");
    assert!(!holds_stored(person, "read-me-first"), "the words are stored");
}

fn locking_hides_a_page(person: &mut Person, site: &mut Site) {
    has_three(person, site);
    turns_it_on(person);
    let first = person.tab();
    let second = person.opens_in_a_tab(&site.place("#/report"));
    opens(person, "Passphrase", PASSPHRASE);
    person.sees_heading(TITLE);
    chooses(person);
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    person.turns_to(&first);
    person.presses_button("Lock now");
    person.turns_to(&second);
    person.sees_heading("Locked");
    person.sees_no_text("quince");
    person.sees_no_text("read-me-first");
    opens(person, "Passphrase", PASSPHRASE);
    person.sees_heading(TITLE);
    sees_nothing_chosen(person);
}

fn keeps_words_to_a_reader_when_asked(person: &mut Person, site: &mut Site) {
    has_three(person, site);
    person.writes(READER, "I want you to know this.");
    person.presses_button("Keep these words for next time");
    person.sees_text("These words are kept with your journal.");
    person.reloads();
    person.sees_heading(TITLE);
    // They are not in by themselves.
    person.sees_in_field(READER, "");
    person.sees_text(NOTHING);
    person.presses_button("Put in the words you kept");
    person.sees_in_field(READER, "I want you to know this.");
    person.sees_text("In it so far: your own words.");
    person.presses_button("Do not keep them any more");
    person.sees_text("These words are not kept either");
    person.reloads();
    person.sees_heading(TITLE);
    person.sees_text(NOTHING);
    person.sees_no(Role::Button, "Put in the words you kept");
}

fn looks(person: &mut Person, site: &mut Site, look: &str, width: u32) {
    arrives(person, site);
    person.has_kept(&Diarist::default().year(today(person)));
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    goes_there(person);
    person.writes(READER, "To be read.");
    person.ticks_in(GOES_IN, WORDS);
    person.ticks_in(GOES_IN, "Numbers from 0 to 10");
    person.ticks_in("Pictures", "On the map");
    person.ticks_in("Pictures", "Marks on the body");
    person.presses_button("Tick all…");
    asks(person, "document.querySelector('.pick > button').click()");
    person.sees_text("What you tick here holds for this entry alone.");
    looking.looks("choosing");
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    looking.looks("the sheet");
    looking.ends();
    tidies_up(person);
}
