//! What is on every screen: Support, Steady ground, and quick exit.

use crate::steps::{arrives, asks, opens_from_journal, sees_what_is_always_there, writes_an_entry};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use std::time::Duration;
use xtask::browsers::Engine;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("support_is_one_step_from_every_screen", |person, site| {
        support_is_one_step_from(person, site, &SCREENS[..HALF]);
    }),
    Journey::new("support_is_one_step_from_every_other_screen", |person, site| {
        support_is_one_step_from(person, site, &SCREENS[HALF..]);
        support_is_followed_from_the_journal(person);
    }),
    Journey::new("support_remembers_the_country", support_remembers_the_country),
    Journey::new("leaves_by_the_button", leaves_by_the_button),
    Journey::new("leaves_by_escape", leaves_by_escape),
    Journey::new("marks_that_it_left_behind_the_draft", marks_that_it_left_behind_the_draft)
        .not_in(Engine::Firefox, "what its driver runs stands beside the page"),
    Journey::new("keys_can_be_changed", keys_can_be_changed),
];

/// Every screen that has an address of its own.
pub(crate) const SCREENS: [(&str, &str); 31] = [
    ("#/", "How is it right now?"),
    ("#/begin", "Before you begin"),
    ("#/close", "Closing for today"),
    ("#/write", "Write"),
    ("#/write/body/all-right", "Write"),
    ("#/journal", "Journal"),
    ("#/journal/bin", "Bin"),
    ("#/journal/on-this-day", "On this day"),
    ("#/themes", "Themes"),
    ("#/themes/body", "In the body"),
    ("#/themes/shutdown/ketamine", "Where ketamine comes in"),
    ("#/themes/body/known", "What is known"),
    ("#/exercises", "Exercises"),
    ("#/exercises/long-out-breath", "Long out-breath"),
    ("#/look-back", "Look back"),
    ("#/report", "A page for a doctor or therapist"),
    ("#/sit", "Sit with it"),
    ("#/support", "Support"),
    ("#/steady", "Steady ground"),
    ("#/settings", "Settings"),
    ("#/settings/keys", "Keys"),
    ("#/settings/storage", "What is stored here"),
    ("#/ketamine", "Ketamine"),
    ("#/ketamine/questions", "Questions to ask a clinic"),
    ("#/ketamine/companion", "Companion"),
    ("#/settings/lock", "Passphrase"),
    ("#/settings/export", "Save everything to a file"),
    ("#/settings/import", "Bring in a file"),
    ("#/about", "About"),
    ("#/about/sources", "Sources"),
    ("#/no/such/place", "There is nothing at this address"),
];

/// How many screens one journey looks at.
pub(crate) const HALF: usize = SCREENS.len() / 2;

fn support_is_one_step_from(person: &Person, site: &Site, screens: &[(&str, &str)]) {
    arrives(person, site);
    for (hash, heading) in screens {
        person.goes_to(hash);
        person.sees_heading(heading);
        sees_what_is_always_there(person);
    }
}

fn support_is_followed_from_the_journal(person: &Person) {
    person.goes_to("#/journal");
    person.sees_heading("Journal");
    person.follows_link("Support");
    person.sees_heading("Support");
    person.follows_link("Stop and settle");
    person.sees_heading("Steady ground");
    person.sees_text("Press your feet into the floor.");
}

fn support_remembers_the_country(person: &mut Person, site: &mut Site) {
    person.opens(&site.place("#/support"));
    person.sees_heading("Support");
    person.sees_no(Role::Heading, "United Kingdom");
    person.chooses("Your country", "United Kingdom");
    person.presses_button("See the lines for United Kingdom");
    person.sees_focus(Role::Heading, "United Kingdom");
    person.reloads();
    person.sees_heading("United Kingdom");
    person.sees_text("Looked up in November 2026");
    for (link, address) in [
        ("Emergency: Call 999", "tel:999"),
        ("Samaritans: Call 116 123", "tel:116123"),
        ("Shout: Text SHOUT to 85258", "sms:85258"),
    ] {
        assert_eq!(person.reads_address_of(link), address);
    }
    // Another country's lines are one press away.
    person.presses_button("United States");
    person.sees_text("988 Suicide & Crisis Lifeline");
    person.chooses("Your country", "Not chosen");
    person.sees_no(Role::Heading, "United Kingdom");
    // Only links that say so lead off this page, and tell nothing of it.
    let script = "return Array.from(document.querySelectorAll('#app a[href^=http]'))
        .filter((a) => !/leaves this page/.test(a.textContent)
          || !/noreferrer/.test(a.rel)).map((a) => a.outerHTML)";
    assert_eq!(asks(person, script), serde_json::json!([]));
}

const SAVED: &str = "a word that stays hidden";
const UNSAVED: &str = "a line nobody saved";

#[track_caller]
fn writes_and_begins_another(person: &Person, site: &Site) {
    arrives(person, site);
    writes_an_entry(person, SAVED);
    person.follows_link("Write");
    person.sees_heading("Write");
    person.writes("Your words", UNSAVED);
}

/// Lands on the everyday page; Back ten times shows no word; the next start is
/// covered, and under the cover everything is as it was.
#[track_caller]
fn is_away(person: &Person, site: &Site) {
    person.sees_heading("Watering house plants");
    person.sees_title("Watering house plants");
    for _ in 0..10 {
        person.goes_back();
        shows_nothing(person);
        person.waits(Duration::from_millis(150));
        shows_nothing(person);
    }
    person.opens(&site.home());
    person.sees_heading("Notes");
    shows_nothing(person);
    person.presses_button("Open");
    person.sees_heading("How is it right now?");
    person.follows_link("Writing from…");
    person.sees_in_field("Your words", UNSAVED);
    opens_from_journal(person, "Writing");
    person.sees_text(SAVED);
    // Taken off, the cover stays off.
    person.reloads();
    person.sees_text(SAVED);
}

#[track_caller]
fn shows_nothing(person: &Person) {
    let script = "const values = Array.from(document.querySelectorAll('textarea, input'),
          (field) => field.value);
        return [document.title, document.body?.textContent, ...values].join(' ')";
    let shown = asks(person, script).to_string();
    for word in [SAVED, UNSAVED, "Journal"] {
        // The page's own head of help is in it before the program; no journal.
        assert!(!shown.contains(word), "“{word}” is on the page: {shown}");
    }
}

fn leaves_by_the_button(person: &mut Person, site: &mut Site) {
    writes_and_begins_another(person, site);
    person.presses_button("Quick exit");
    is_away(person, site);
}

fn leaves_by_escape(person: &mut Person, site: &mut Site) {
    writes_and_begins_another(person, site);
    // Twice is not enough, and neither is a third time after a while.
    person.presses_key_times("Escape", 2);
    person.waits(Duration::from_millis(1_200));
    person.presses_key("Escape");
    person.waits(Duration::from_millis(1_200));
    person.sees_heading("Write");
    person.presses_key_times("Escape", 3);
    is_away(person, site);
}

/// What is written from here on is named in the window's name, which stays when
/// the page goes.
const NOTES_WRITES: &str = "
const usual = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  window.name += `${key}=${value.length} `;
  usual.call(this, key, value);
};
";

fn marks_that_it_left_behind_the_draft(person: &mut Person, site: &mut Site) {
    writes_and_begins_another(person, site);
    asks(person, NOTES_WRITES);
    person.writes("Your words", ", and more");
    person.presses_button("Quick exit");
    person.sees_heading("Watering house plants");
    let written = asks(person, "return window.name").as_str().unwrap_or_default().to_owned();
    let written: Vec<&str> = written.split_whitespace().collect();
    let [.., draft, left] = written[..] else { panic!("{written:?}") };
    assert_eq!(left, "freshet:left=1");
    assert!(draft.split('=').next().is_some_and(|key| key.len() == 24), "no draft: {written:?}");
}

/// Asks for the key that is to be one.
pub(crate) const PRESS: &str = "Hold Ctrl or Alt, and press a key. Esc to stop.";

fn keys_can_be_changed(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Write");
    person.writes("Your words", "saved by a key");
    person.presses_keys_together(&["Control", "Enter"]);
    person.sees_heading("Writing");
    person.sees_text("Saved.");
    person.presses_keys_together(&["Control", "."]);
    person.sees_heading("Steady ground");
    person.goes_to("#/settings/keys");
    person.presses_button("Change the key for: Stop and settle");
    person.sees_text(PRESS);
    person.presses_keys_together(&["Alt", "j"]);
    person.sees_text("Alt + J");
    person.follows_link("Now");
    person.sees_heading("How is it right now?");
    person.presses_keys_together(&["Control", "."]);
    person.waits(Duration::from_millis(300));
    person.sees_heading("How is it right now?");
    person.presses_keys_together(&["Alt", "j"]);
    person.sees_heading("Steady ground");
    person.goes_to("#/settings/keys");
    person.presses_button("Off: Stop and settle");
    person.sees_on(Role::Button, "Off: Stop and settle");
    person.follows_link("Now");
    person.sees_heading("How is it right now?");
    person.presses_keys_together(&["Alt", "j"]);
    person.waits(Duration::from_millis(300));
    person.sees_heading("How is it right now?");
}
