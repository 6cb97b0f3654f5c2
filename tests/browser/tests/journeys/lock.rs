//! The passphrase: on, locked, opened, changed and off; and what stands in the
//! store meanwhile.

use crate::find::SEARCH;
use crate::steps::{arrives, asks, sees_entries, writes_an_entry};
use crate::stored::{holds_stored, sees_held};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("locks_and_opens", locks_and_opens),
    Journey::new("opens_by_the_recovery_code", opens_by_the_recovery_code),
    Journey::new("who_has_the_passphrase_is_asked_for_no_new_one", asked_for_no_new_one),
    Journey::new("changes_the_passphrase_and_takes_it_off", changes_and_takes_off),
    Journey::new("steady_ground_needs_no_passphrase", steady_ground_needs_no_passphrase),
    Journey::new("a_draft_is_kept_under_the_lock", a_draft_is_kept_under_the_lock),
];

pub(crate) const PASSPHRASE: &str = "seven café geese";
const WORDS: &str = "kumquat and quince by the water";
pub(crate) const TURN_ON: &str = "Turn the passphrase on";

/// Chooses a passphrase and takes the recovery code, up to typing it once.
#[track_caller]
pub(crate) fn chooses_until_the_last(person: &Person, passphrase: &str) -> String {
    person.sees_heading("Choose a passphrase");
    person.writes("Passphrase", passphrase);
    person.writes("The same once more", passphrase);
    person.presses_button("Go on");
    person.sees_focus(Role::Heading, "Your recovery code");
    let code = asks(person, "return document.querySelector('.new-secret__code').textContent");
    let code = code.as_str().unwrap_or_default().to_owned();
    person.presses_button("I have it on paper");
    person.sees_heading("Type the code once");
    code
}

/// Turns the passphrase on, or changes it; gives the recovery code.
#[track_caller]
fn chooses_a_passphrase(person: &Person, passphrase: &str, last: &str) -> String {
    let code = chooses_until_the_last(person, passphrase);
    // Spaces and small letters do not matter; a slip does.
    person.writes("Recovery code", &code.to_lowercase().replace('-', " ").replace(' ', "x "));
    person.presses_button(last);
    person.sees_text("A code has 28.");
    person.empties("Recovery code");
    person.writes("Recovery code", &code.to_lowercase().replace('-', " "));
    person.presses_button(last);
    code
}

#[track_caller]
pub(crate) fn turns_it_on(person: &Person) -> String {
    person.goes_to("#/settings/lock");
    person.sees_heading("Passphrase");
    let code = chooses_a_passphrase(person, PASSPHRASE, TURN_ON);
    person.sees_text("Done. Everything stored here is under the lock now.");
    code
}

#[track_caller]
pub(crate) fn opens(person: &Person, field: &str, secret: &str) {
    person.sees_heading("Locked");
    person.writes(field, secret);
    person.presses_button("Open");
}

fn locks_and_opens(person: &mut Person, site: &mut Site) {
    const PARTS: [&str; 3] = ["kumquat", "quince", "writing"];
    arrives(person, site);
    writes_an_entry(person, WORDS);
    for part in PARTS {
        sees_held(person, part);
    }
    turns_it_on(person);
    person.presses_button("Lock now");
    person.sees_heading("Locked");
    person.sees_title("Freshet");
    person.sees_no(Role::Link, "Journal");
    person.sees_no_text("kumquat");
    for part in PARTS {
        assert!(!holds_stored(person, part), "{part} stands in the store");
    }
    opens(person, "Passphrase", "seven cafe geese");
    person.sees_text("That does not open it.");
    // An e and an accent behind it are the same é.
    person.writes("Passphrase", "seven cafe\u{301} geese");
    person.presses_key("Enter");
    // A screen that takes the place of another begins at its heading.
    person.sees_focus(Role::Heading, "Passphrase");
    sees_entries(person, 1);
    person.sees_text(WORDS);
    // What was looked for is forgotten by locking.
    person.writes(SEARCH, "quince");
    person.sees_text("1 entry found");
    person.goes_to("#/settings/lock");
    person.presses_button("Lock now");
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
    person.sees_in_field(SEARCH, "");
    // A reload asks again, and so does a new window.
    person.reloads();
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
    writes_an_entry(person, "written under the lock");
    person.reloads();
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 2);
}

fn opens_by_the_recovery_code(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, WORDS);
    let code = turns_it_on(person);
    person.reloads();
    person.sees_heading("Locked");
    person.presses_button("I have only the recovery code");
    let last = if code.ends_with('0') { "1" } else { "0" };
    opens(person, "Recovery code", &format!("{}{last}", &code[..code.len() - 1]));
    person.sees_text("There is a slip in it");
    person.empties("Recovery code");
    opens(person, "Recovery code", &code);
    // A new passphrase is asked for, and until there is one the code opens it again.
    person.sees_text("Until then, the old code still opens this.");
    person.reloads();
    person.presses_button("I have only the recovery code");
    opens(person, "Recovery code", &code);
    person.sees_text("You opened this with the recovery code.");
    chooses_a_passphrase(person, "eight quiet herons", "Change the passphrase");
    person.sees_text("The passphrase is on.");
    person.reloads();
    person.presses_button("I have only the recovery code");
    opens(person, "Recovery code", &code);
    person.sees_text("That code does not open this journal.");
    person.presses_button("Use the passphrase");
    opens(person, "Passphrase", "eight quiet herons");
    sees_entries(person, 1);
}

fn asked_for_no_new_one(person: &mut Person, site: &mut Site) {
    const BY_CODE: &str = "You opened this with the recovery code";
    arrives(person, site);
    let code = turns_it_on(person);
    person.reloads();
    person.presses_button("I have only the recovery code");
    opens(person, "Recovery code", &code);
    person.sees_text(BY_CODE);
    let by_code = person.tab();
    person.opens_in_a_tab(&site.place("#/settings/lock"));
    opens(person, "Passphrase", PASSPHRASE);
    person.presses_button("Lock now");
    person.sees_heading("Locked");
    person.turns_to(&by_code);
    opens(person, "Passphrase", PASSPHRASE);
    person.sees_text("The passphrase is on.");
    person.sees_no_text(BY_CODE);
}

fn changes_and_takes_off(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, WORDS);
    turns_it_on(person);
    person.picks_radio("Why?", "Somebody may know it");
    person.writes("Your passphrase now", PASSPHRASE);
    person.presses_button("Change the passphrase");
    chooses_a_passphrase(person, "nine patient otters", "Change the passphrase");
    person.sees_text("Done. Everything stored here is under the lock now.");
    person.reloads();
    opens(person, "Passphrase", PASSPHRASE);
    person.sees_text("That does not open it.");
    opens(person, "Passphrase", "nine patient otters");
    sees_entries(person, 1);
    person.goes_to("#/settings/lock");
    person.writes("Your passphrase now", "nine patient otters");
    person.presses_button("Turn the passphrase off");
    person.sees_text("Done. There is no passphrase any more.");
    person.waits_until("no slot is stored", || !holds_stored(person, "freshet:slot."));
    sees_held(person, "kumquat");
    person.reloads();
    sees_entries(person, 1);
    person.sees_text(WORDS);
}

fn steady_ground_needs_no_passphrase(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    turns_it_on(person);
    person.reloads();
    person.sees_heading("Locked");
    person.follows_link("Stop and settle");
    person.sees_heading("Steady ground");
    person.follows_link("Support");
    person.sees_heading("Support");
    person.goes_to("#/journal");
    person.sees_heading("Locked");
}

fn a_draft_is_kept_under_the_lock(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, WORDS);
    sees_held(person, "kumquat");
    turns_it_on(person);
    person.goes_to("#/write");
    person.writes("Your words", "begun in this tab");
    person.goes_to("#/settings/lock");
    person.presses_button("Lock now");
    person.sees_heading("Locked");
    person.sees_no_text("begun in this tab");
    for word in ["kumquat", "begun"] {
        assert!(!holds_stored(person, word), "{word} stands in the store");
    }
    opens(person, "Passphrase", PASSPHRASE);
    person.follows_link("Now");
    person.follows_link("Writing from…");
    person.sees_in_field("Your words", "begun in this tab");
}
