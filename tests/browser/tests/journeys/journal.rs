//! Writing, and what becomes of it.

use crate::steps::{
    arrives, opens_from_journal, sees_entries, sees_nothing_begun, sees_today, writes_an_entry,
};
use crate::stored::{Stored, sees_stored};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use std::time::Duration;
use xtask::browsers::Engine;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("writes_and_reloads", writes_and_reloads),
    Journey::new("closes_the_browser_and_comes_back", closes_the_browser_and_comes_back)
        .own_browser()
        .not_in(
            Engine::WebKit,
            "its test browser keeps nothing when it is driven; a closed window is tested",
        ),
    Journey::new("closes_the_window_and_comes_back", closes_the_window_and_comes_back),
    Journey::new("a_draft_comes_back", a_draft_comes_back),
    Journey::new("a_draft_not_wanted_is_gone", a_draft_not_wanted_is_gone),
    Journey::new("changes_an_entry", changes_an_entry),
    Journey::new("bins_and_takes_back", bins_and_takes_back),
    Journey::new("deletes_for_good", deletes_for_good),
];

const WORDS: &str = "The kettle, the rain, my shoulders: déjà vu. 川";

fn writes_and_reloads(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, WORDS);
    sees_today(person);
    person.reloads();
    person.sees_text(WORDS);
    sees_entries(person, 1);
    // What is saved is no draft any more.
    sees_stored(person, Stored::Draft, 0);
    person.follows_link("Now");
    sees_nothing_begun(person);
}

fn closes_the_browser_and_comes_back(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, WORDS);
    person.closes_the_browser();
    person.opens_the_browser();
    arrives(person, site);
    sees_entries(person, 1);
    opens_from_journal(person, "Writing");
    person.sees_text(WORDS);
}

fn closes_the_window_and_comes_back(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, WORDS);
    person.closes_the_window_for_a_new_one();
    arrives(person, site);
    opens_from_journal(person, "Writing");
    person.sees_text(WORDS);
}

fn a_draft_comes_back(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Write");
    person.writes("Your words", "not saved by any button");
    // No later than two seconds after the last key.
    person.waits(Duration::from_millis(2_000));
    sees_stored(person, Stored::Draft, 1);
    person.reloads();
    person.sees_in_field("Your words", "not saved by any button");
    person.writes("Your words", ", and more");
    person.follows_link("Now");
    person.sees_heading("Go on with what you began");
    person.follows_link("Writing from…");
    person.sees_in_field("Your words", "not saved by any button, and more");
    sees_entries(person, 0);
}

fn a_draft_not_wanted_is_gone(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Write");
    person.writes("Your words", "better not");
    sees_stored(person, Stored::Draft, 1);
    person.presses_button("Do not keep this");
    person.sees_text("It was not kept.");
    sees_stored(person, Stored::Draft, 0);
    // A slip of the hand is taken back.
    person.presses_button("Take it back");
    person.sees_in_field("Your words", "better not");
    sees_stored(person, Stored::Draft, 1);
    person.presses_button("Do not keep this");
    person.sees_text("It was not kept.");
    sees_stored(person, Stored::Draft, 0);
    person.reloads();
    sees_nothing_begun(person);
    // A check-in that was begun comes back too, and goes when it is saved.
    person.presses_button("I can’t tell");
    sees_stored(person, Stored::Draft, 1);
    person.reloads();
    person.sees_heading("How is it right now?");
    person.sees_on(Role::Button, "I can’t tell");
    person.presses_button("Save this check-in");
    sees_stored(person, Stored::Draft, 0);
}

fn changes_an_entry(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "first");
    person.follows_link("Change");
    person.sees_heading("Change an entry");
    person.sees_in_field("Your words", "first");
    person.writes("Your words", " second");
    person.presses_button("Leave it as it was");
    person.sees_heading("Writing");
    person.sees_no_text("second");
    person.follows_link("Change");
    person.empties("Your words");
    person.writes("Your words", "third");
    person.presses_button("Save the changes");
    person.sees_heading("Writing");
    person.sees_text("third");
    person.reloads();
    person.sees_text("third");
    person.sees_no_text("first");
    sees_entries(person, 1);
    sees_stored(person, Stored::Entry, 1);
}

fn bins_and_takes_back(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, WORDS);
    person.presses_button("Put in the bin");
    person.sees_text("It is in the bin.");
    person.sees_text("Nothing is here yet.");
    // By the note that says so.
    person.presses_button("Take it back");
    person.sees_text("1 entry");
    // By the bin, after a reload.
    opens_from_journal(person, "Writing");
    person.presses_button("Put in the bin");
    person.follows_link("Bin (1)");
    person.sees_heading("Bin");
    person.reloads();
    person.sees_heading("Bin");
    person.presses_button("Take back Writing…");
    person.sees_text("The bin is empty.");
    opens_from_journal(person, "Writing");
    person.sees_text(WORDS);
}

fn deletes_for_good(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, WORDS);
    person.presses_button("Put in the bin");
    person.follows_link("Bin (1)");
    person.presses_button("Delete for good: Writing…");
    person.sees_text("Nobody can bring it back.");
    person.presses_button("No, keep it");
    person.sees_no(Role::Button, "Yes, delete it");
    person.sees_focus(Role::Button, "Delete for good: Writing…");
    sees_stored(person, Stored::Entry, 1);
    person.presses_button("Delete for good: Writing…");
    person.presses_button("Yes, delete it");
    person.sees_text("The bin is empty.");
    sees_stored(person, Stored::Entry, 0);
    person.reloads();
    sees_entries(person, 0);
}
