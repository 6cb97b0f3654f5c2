//! What a browser leaves on the disk when it is ended, searched for what was
//! written in it.

use crate::lock::turns_it_on;
use crate::steps::{arrives, asks, writes_an_entry};
use crate::stored::{Stored, sees_stored};
use browser_tests::{person::Person, remains, site::Site, suite::Journey};
use std::time::Duration;
use xtask::browsers::Engine;

pub(crate) const JOURNEYS: &[Journey] = &[
    leaves("leaves_no_word_behind", leaves_no_word_behind),
    leaves("leaves_no_word_behind_when_killed", leaves_no_word_behind_when_killed),
    leaves("words_are_found_without_a_passphrase", words_are_found_without_a_passphrase),
    leaves("words_are_found_where_browsers_keep_them", words_are_found_where_browsers_keep_them),
];

const fn leaves(name: &'static str, walk: fn(&mut Person, &mut Site)) -> Journey {
    // The engine of the third keeps nothing when it is driven.
    Journey::new(name, walk).own_browser().only(&[Engine::Chromium, Engine::Firefox])
}

/// Words that stand nowhere else, each with where it was written: in an entry,
/// as a word of one's own on it, in a draft, and a setting as it is written down.
const ENTRY: &str = "zugzwangkumquat";
const OWN_WORD: &str = "quillajawoolly";
const DRAFT: &str = "ytterbiumgeese";
const SETTING: &str = "\"idle\":60";

/// How long it takes until a draft is written by the page, and seen by whatever
/// keeps sessions: longer than in a browser that has nothing else to do.
const UNTIL_KEPT: Duration = Duration::from_secs(5);

#[track_caller]
fn writes_everything(person: &Person) {
    writes_an_entry(person, ENTRY);
    person.follows_link("Now");
    person.sees_heading("How is it right now?");
    person.writes("A word of your own", OWN_WORD);
    person.presses_button("Add it");
    person.presses_button("Save this check-in");
    person.sees_text("Saved.");
}

#[track_caller]
fn begins_a_draft(person: &Person) {
    person.follows_link("Write");
    person.writes("Your words", DRAFT);
    person.waits(UNTIL_KEPT);
}

#[track_caller]
fn left(person: &Person, word: &str) -> Vec<String> {
    match remains::places_of(word, person.browser.profile().folder()) {
        Ok(places) => places,
        Err(error) => person.gives_up(&error.to_string()),
    }
}

/// Everything that can be written, under the passphrase.
#[track_caller]
fn writes_under_the_lock(person: &Person, site: &Site) {
    arrives(person, site);
    turns_it_on(person);
    person.chooses("When nothing was touched for", "60 minutes");
    writes_everything(person);
    begins_a_draft(person);
}

#[track_caller]
fn sees_nothing_left(person: &Person) {
    for word in [ENTRY, OWN_WORD, DRAFT, SETTING] {
        assert_eq!(left(person, word), [""; 0], "{word} is on the disk");
    }
}

fn leaves_no_word_behind(person: &mut Person, site: &mut Site) {
    writes_under_the_lock(person, site);
    person.closes_the_browser();
    sees_nothing_left(person);
}

fn leaves_no_word_behind_when_killed(person: &mut Person, site: &mut Site) {
    writes_under_the_lock(person, site);
    // What is on the disk by then is looked at, too.
    person.waits(Duration::from_secs(10));
    person.has_it_killed();
    sees_nothing_left(person);
}

/// The same search can find: without a passphrase it does.
fn words_are_found_without_a_passphrase(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_everything(person);
    // The one setting that can be changed without a passphrase and is kept
    // like an entry.
    person.goes_to("#/begin");
    person.sees_heading("Before you begin");
    begins_a_draft(person);
    sees_stored(person, Stored::Draft, 1);
    person.closes_the_browser();
    for word in [ENTRY, OWN_WORD, DRAFT, "{\"introduced\":true"] {
        assert_ne!(left(person, word), [""; 0], "{word} is not found");
    }
}

/// And it does where a field does not ask the browser to keep nothing: with a
/// passphrase, what was typed and not saved stands in its session's files.
fn words_are_found_where_browsers_keep_them(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    turns_it_on(person);
    person.follows_link("Write");
    person.sees_heading("Write");
    asks(person, "document.querySelector('textarea').removeAttribute('autocomplete')");
    person.writes("Your words", DRAFT);
    person.waits(UNTIL_KEPT);
    person.closes_the_browser();
    assert_ne!(left(person, DRAFT), [""; 0], "what was typed is not found");
}
