//! Two tabs of one journal: no word is lost between them.

use crate::lock::{PASSPHRASE, TURN_ON, chooses_until_the_last, opens, turns_it_on};
use crate::steps::{arrives, asks, opens_from_journal, sees_entries, stores, writes_an_entry};
use crate::stored::{Stored, holds_stored, sees_held, sees_stored};
use browser_tests::browser::Tab;
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use freshet::core::vault::header::Header;
use serde_json::json;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("tabs_see_what_the_other_writes", tabs_see_what_the_other_writes),
    Journey::new("a_passphrase_is_turned_on_elsewhere", a_passphrase_is_turned_on_elsewhere),
    Journey::new("both_sides_of_a_conflict_are_kept", both_sides_of_a_conflict_are_kept),
    Journey::new("locking_locks_every_tab", locking_locks_every_tab),
    Journey::new("a_draft_goes_on_elsewhere_while_locked", a_draft_goes_on_elsewhere_while_locked),
    Journey::new("everything_is_deleted_elsewhere", everything_is_deleted_elsewhere),
    Journey::new("a_newer_program_comes_in_elsewhere", a_newer_program_comes_in_elsewhere),
    Journey::new("the_key_changes_before_a_save", the_key_changes_before_a_save),
];

/// Two tabs on the first screen; the second is used.
#[track_caller]
fn two_tabs(person: &Person, site: &Site) -> (Tab, Tab) {
    arrives(person, site);
    let first = person.tab();
    let second = person.opens_in_a_tab(&site.home());
    person.sees_heading("How is it right now?");
    (first, second)
}

fn tabs_see_what_the_other_writes(person: &mut Person, site: &mut Site) {
    let (first, second) = two_tabs(person, site);
    sees_entries(person, 0);
    person.turns_to(&first);
    writes_an_entry(person, "from the first");
    person.turns_to(&second);
    person.sees_text("1 entry");
    person.sees_text("from the first");
    writes_an_entry(person, "from the second");
    person.turns_to(&first);
    sees_entries(person, 2);
    person.sees_text("from the second");
    // A draft is another tab's too, and goes with it.
    person.follows_link("Write");
    person.writes("Your words", "begun in the first");
    sees_stored(person, Stored::Draft, 1);
    person.turns_to(&second);
    person.follows_link("Now");
    person.follows_link("Writing from…");
    person.sees_in_field("Your words", "begun in the first");
    person.presses_button("Do not keep this");
    sees_stored(person, Stored::Draft, 0);
}

fn a_passphrase_is_turned_on_elsewhere(person: &mut Person, site: &mut Site) {
    let (first, second) = two_tabs(person, site);
    person.follows_link("Write");
    person.writes("Your words", "a kumquat");
    person.turns_to(&first);
    person.goes_to("#/settings/lock");
    let code = chooses_until_the_last(person, PASSPHRASE);
    // The other one saves between two steps of this one.
    person.turns_to(&second);
    person.presses_button("Save");
    person.sees_text("Saved.");
    sees_held(person, "kumquat");
    person.follows_link("Write");
    person.writes("Your words", "and a quince");
    person.turns_to(&first);
    person.writes("Recovery code", &code);
    person.presses_button(TURN_ON);
    // Meanwhile it goes on to write.
    person.turns_to(&second);
    person.sees_heading("Locked");
    person.sees_no_text("quince");
    opens(person, "Passphrase", PASSPHRASE);
    person.sees_in_field("Your words", "and a quince");
    person.presses_button("Save");
    person.sees_text("Saved.");
    sees_entries(person, 2);
    person.turns_to(&first);
    person.sees_text("Done. Everything stored here is under the lock now.");
    sees_entries(person, 2);
    person.sees_text("and a quince");
    for word in ["kumquat", "quince"] {
        assert!(!holds_stored(person, word), "{word} stands in the store");
    }
    person.reloads();
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 2);
}

fn both_sides_of_a_conflict_are_kept(person: &mut Person, site: &mut Site) {
    let (first, second) = two_tabs(person, site);
    writes_an_entry(person, "as it was");
    // A draft would be the other tab's too, so both begin before either writes.
    person.follows_link("Change");
    person.sees_in_field("Your words", "as it was");
    person.turns_to(&first);
    opens_from_journal(person, "Writing");
    person.follows_link("Change");
    person.writes("Your words", ", then the first");
    person.presses_button("Save the changes");
    person.sees_text("as it was, then the first");
    person.turns_to(&second);
    person.writes("Your words", ", then the second");
    person.presses_button("Save the changes");
    person.sees_text("Another tab had changed this entry too. Both are kept");
    person.sees_text("as it was, then the second");
    for tab in [&first, &second] {
        person.turns_to(tab);
        sees_entries(person, 2);
        person.sees_text("as it was, then the first");
        person.sees_text("as it was, then the second");
    }
    person.reloads();
    sees_entries(person, 2);
}

fn locking_locks_every_tab(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "only behind the lock");
    turns_it_on(person);
    let first = person.tab();
    let second = person.opens_in_a_tab(&site.home());
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
    person.turns_to(&first);
    person.presses_button("Lock now");
    person.sees_heading("Locked");
    person.turns_to(&second);
    person.sees_heading("Locked");
    person.sees_no_text("only behind the lock");
    // And the way out takes both with it.
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
    person.turns_to(&first);
    person.presses_button("Quick exit");
    person.sees_heading("Watering house plants");
    person.turns_to(&second);
    person.sees_heading("Watering house plants");
}

fn a_draft_goes_on_elsewhere_while_locked(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    turns_it_on(person);
    let first = person.tab();
    let second = person.opens_in_a_tab(&site.place("#/settings/lock"));
    opens(person, "Passphrase", PASSPHRASE);
    person.sees_text("The passphrase is on.");
    person.turns_to(&first);
    person.follows_link("Write");
    person.writes("Your words", "begun in the first");
    person.turns_to(&second);
    person.presses_button("Lock now");
    person.turns_to(&first);
    person.sees_heading("Locked");
    person.turns_to(&second);
    opens(person, "Passphrase", PASSPHRASE);
    person.follows_link("Now");
    person.follows_link("Writing from…");
    person.sees_in_field("Your words", "begun in the first");
    person.writes("Your words", ", then the second");
    // By locking they are written.
    person.goes_to("#/settings/lock");
    person.presses_button("Lock now");
    person.sees_heading("Locked");
    // The first is where it was, with what has become of its draft.
    person.turns_to(&first);
    opens(person, "Passphrase", PASSPHRASE);
    person.sees_in_field("Your words", "begun in the first, then the second");
}

fn everything_is_deleted_elsewhere(person: &mut Person, site: &mut Site) {
    let (first, second) = two_tabs(person, site);
    writes_an_entry(person, "to be deleted");
    person.turns_to(&first);
    person.follows_link("Write");
    person.writes("Your words", "still being written");
    person.turns_to(&second);
    person.goes_to("#/settings/storage");
    person.presses_button("Delete everything");
    person.presses_button("Yes, delete all of it");
    person.sees_text("Everything is deleted.");
    sees_entries(person, 0);
    person.turns_to(&first);
    // What stands on this screen is nobody's but its writer's.
    person.sees_in_field("Your words", "still being written");
    sees_entries(person, 0);
    person.sees_no_text("to be deleted");
}

fn a_newer_program_comes_in_elsewhere(person: &mut Person, site: &mut Site) {
    let (first, second) = two_tabs(person, site);
    writes_an_entry(person, "from the older one");
    person.turns_to(&first);
    person.follows_link("Write");
    person.writes("Your words", "begun in the older one");
    person.turns_to(&second);
    stores(person, "freshet:header", r#"{"format":99}"#);
    person.turns_to(&first);
    person.sees_text("A newer version of Freshet has written here.");
    person.writes("Your words", ", and more");
    person.presses_button("Save");
    person.sees_text("This is not saved.");
    person.sees_in_field("Your words", "begun in the older one, and more");
    sees_stored(person, Stored::Entry, 1);
}

/// The tab has not heard of the change yet when it saves.
fn the_key_changes_before_a_save(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "there before");
    person.follows_link("Write");
    person.writes("Your words", "written meanwhile");
    let header = asks(person, "return localStorage.getItem('freshet:header')");
    let mut header = Header::of_text(header.as_str().unwrap_or_default()).expect("a header");
    header.epoch += 1;
    // In one go, or a draft that is written by a timer would hear of it first.
    let saves = "localStorage.setItem('freshet:header', arguments[0]); arguments[1].click()";
    let save = person.finds(Role::Button, "Save");
    person.asks(saves, &[json!(header.to_text()), json!(save)]);
    person.sees_text("This is not saved.");
    person.sees_text("Your words are kept in this tab, and the journal is opened again.");
    person.sees_in_field("Your words", "written meanwhile");
    sees_stored(person, Stored::Entry, 1);
    person.presses_button("Save");
    person.sees_text("Saved.");
    sees_entries(person, 2);
}
