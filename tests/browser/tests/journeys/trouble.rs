//! What can be wrong while the program runs: each is said, and nothing is lost.

use crate::steps::{arrives, asks, opens_from_journal, sees_entries, stores, writes_an_entry};
use crate::stored::{Stored, rewrites, sees_stored, stored};
use browser_tests::{find::Role, person::Person, profile::Kind, site::Site, suite::Journey};
use serde_json::{Value, json};

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("storage_is_denied", storage_is_denied).with(Kind::StorageDenied),
    Journey::new("the_store_is_full", the_store_is_full),
    Journey::new("what_was_not_saved_is_not_set", what_was_not_saved_is_not_set),
    Journey::new("a_record_was_changed_by_hand", a_record_was_changed_by_hand),
    Journey::new("a_newer_version_has_written", a_newer_version_has_written),
    Journey::new("addresses_lead_nowhere", addresses_lead_nowhere),
    Journey::new("an_exercise_is_gone", an_exercise_is_gone),
];

fn storage_is_denied(person: &mut Person, site: &mut Site) {
    const DENIED: &str = "This browser does not let the page keep anything.";
    const NOT_KEPT: &str = "It is here while the page is open, and gone when it closes.";
    arrives(person, site);
    person.sees_text(DENIED);
    person.presses_button("Nothing");
    person.presses_button("Save this check-in");
    person.sees_text(NOT_KEPT);
    person.follows_link("Write");
    person.sees_heading("Write");
    person.sees_text(NOT_KEPT);
    person.writes("Your words", "while it is open");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.sees_text(NOT_KEPT);
    person.sees_no_text("Saved.");
    person.goes_to("#/settings/storage");
    person.sees_heading("What is stored here");
    person.sees_text(NOT_KEPT);
    sees_entries(person, 2);
    person.sees_text(DENIED);
    person.follows_link("Support");
    person.chooses("Your country", "Ireland");
    person.sees_heading("Ireland");
    person.reloads();
    sees_entries(person, 0);
}

/// Leaves room for less than a letter, in a value of another page.
pub(crate) const FILL: &str = r"
let held = '';
for (let more = 4 * 1024 * 1024; more >= 1; more = Math.floor(more / 2)) {
  try {
    localStorage.setItem('another page', held + 'x'.repeat(more));
    held += 'x'.repeat(more);
    more *= 2;
  } catch { }
}
return held.length;
";

fn the_store_is_full(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "there before");
    person.follows_link("Write");
    person.sees_heading("Write");
    let filled = asks(person, FILL).as_u64().unwrap_or_default();
    assert!(filled > 4_000_000, "only {filled} letters filled the store");
    person.writes("Your words", "no room for these");
    person.presses_button("Save");
    person.sees_text("This is not saved. There is no room left in this browser.");
    person.sees_text("The draft could not be kept.");
    person.sees_in_field("Your words", "no room for these");
    sees_stored(person, Stored::Entry, 1);
    // The other page gives its room back: then it is saved, as it stands there.
    asks(person, "localStorage.removeItem('another page')");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.sees_text("no room for these");
    person.reloads();
    sees_entries(person, 2);
}

fn what_was_not_saved_is_not_set(person: &mut Person, site: &mut Site) {
    const HARD: &str = "This was a hard day";
    const SPELLING: &str = "Let the browser check my spelling";
    const FULL: &str = "There is no room left in this browser.";
    const NOT_SAVED: &str = "This is not saved. There is no room left in this browser.";
    arrives(person, site);
    writes_an_entry(person, "on a hard day");
    asks(person, FILL);
    person.presses_button(HARD);
    person.sees_text(FULL);
    person.sees_off(Role::Button, HARD);
    // It was told there, and is no trouble with a setting.
    person.goes_to("#/settings");
    person.sees_heading("Settings");
    person.sees_no_text(NOT_SAVED);
    person.ticks(SPELLING);
    person.sees_text(NOT_SAVED);
    person.sees_off(Role::Checkbox, SPELLING);
    asks(person, "localStorage.removeItem('another page')");
    person.ticks(SPELLING);
    person.sees_no_text(NOT_SAVED);
    person.sees_on(Role::Checkbox, SPELLING);
}

const NONSENSE: &str = r#"{"format":1,"body":{"id":"nonsense"#;

fn a_record_was_changed_by_hand(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "this one stays whole");
    let whole = stored(person, Stored::Entry);
    writes_an_entry(person, "this one is changed");
    let changed: Vec<String> =
        stored(person, Stored::Entry).into_iter().filter(|name| !whole.contains(name)).collect();
    stores(person, &changed[0], NONSENSE);
    stores(person, "freshet:something", "nonsense too");
    stores(person, "another page", "is not ours");
    person.reloads();
    // The third is the entry itself, which is on the list of what should be there.
    person.sees_text("3 stored values are missing or could not be read.");
    sees_entries(person, 1);
    person.follows_link("See what it is");
    person.sees_heading("What is stored here");
    person.sees_text("It is cut or changed. It is kept as it is.");
    person.sees_text("should be here and is not.");
    person.sees_text(NONSENSE);
    person.sees_no_text("is not ours");
    // Writing goes on, and nothing overwrites what could not be read.
    writes_an_entry(person, "a new one");
    person.follows_link("Support");
    person.chooses("Your country", "Ireland");
    person.sees_heading("Ireland");
    person.reloads();
    sees_entries(person, 2);
    let all = asks(person, "return Object.values(localStorage)");
    let all: Vec<&str> = all.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for kept in [NONSENSE, "nonsense too"] {
        assert!(all.contains(&kept), "“{kept}” was overwritten: {all:?}");
    }
}

fn a_newer_version_has_written(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "from the older one");
    person.follows_link("Write");
    person.writes("Your words", "begun in the older one");
    sees_stored(person, Stored::Draft, 1);
    // Another tab opens the page in a newer version, which says so in the store.
    stores(person, "freshet:header", r#"{"format":99}"#);
    person.writes("Your words", ", and more");
    person.presses_button("Save");
    person.sees_text("A newer version of Freshet is open in another tab.");
    person.sees_in_field("Your words", "begun in the older one, and more");
    sees_stored(person, Stored::Entry, 1);
    person.reloads();
    person.sees_text("A newer version of Freshet has written here.");
    opens_from_journal(person, "Writing");
    person.sees_text("from the older one");
    person.presses_button("Put in the bin");
    person.sees_text("This is not saved.");
    sees_stored(person, Stored::Entry, 1);
}

fn addresses_lead_nowhere(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    for hash in [
        "#/no/such/place",
        "#/entry/nonsense",
        "#/themes/no-such-theme",
        "#/exercises/no-such-exercise",
        "#/%E0%A4%A",
        "#/<img src=x>",
    ] {
        person.goes_to(hash);
        person.sees_heading("There is nothing at this address");
        person.follows_link("Go to the first page");
        person.sees_heading("How is it right now?");
    }
    person.goes_to("#/entry/0123456789abcdef");
    person.finds_any(Role::Link, "Journal");
    person.goes_to("#/themes/body/no-such-section");
    person.sees_text("There is no such page in this theme.");
    // What does not begin with `#/` is the browser's own, and changes nothing.
    person.goes_to("#main");
    person.sees_text("There is no such page in this theme.");
    person.opens(&site.place("#/no/such/place"));
    person.sees_heading("There is nothing at this address");
    assert_eq!(asks(person, "return localStorage.length > 20"), json!(false));
}

/// A newer program, or an older one, had an exercise that this one has not.
fn an_exercise_is_gone(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Exercises");
    person.follows_link("Long out-breath…");
    person.presses_button("Start");
    person.picks_radio("How hard is it right now?", "6");
    person.presses_button("Next");
    person.sees_heading("How long would you like?");
    person.picks_radio("How long would you like?", "3 minutes");
    person.presses_button("Next");
    person.sees_heading("Would you like a second sip of air?");
    sees_stored(person, Stored::Draft, 1);
    // The page writes its draft as it goes, so the value is changed after that.
    person.goes_to("#/about");
    person.sees_heading("About");
    sees_stored(person, Stored::Draft, 1);
    let name = stored(person, Stored::Draft).remove(0);
    let named = rewrites(person, &name, |body| body.replace("long-out-breath", "no-more-here"));
    assert!(named.contains("long-out-breath"), "the exercise is not named in its draft");
    person.opens(&site.home());
    person.reloads();
    person.follows_link("What you answered in an exercise…");
    person.sees_text("The exercise you began is not here any more.");
    let answered = "Before
Distress: 6 of 10. Energy: not answered.

How long would you like?
3 minutes

After
Distress: not answered. Energy: not answered.";
    person.sees_in_field("Your words", answered);
    person.presses_button("Copy the words");
    person.sees_text("Copied.");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.sees_text("3 minutes");
    sees_stored(person, Stored::Draft, 0);
    person.reloads();
    sees_entries(person, 1);
}
