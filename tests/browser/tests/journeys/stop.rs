//! The program stops: the words on the screen stay, and everything stored can
//! be saved without it.

use crate::steps::{arrives, asks, has_a_fault, sees_entries, writes_an_entry};
use crate::stored::{Stored, sees_stored, stored};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::Value;
use std::time::Duration;
use xtask::browsers::Engine;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("stops_by_a_panic", stops_by_a_panic).breaks().not_in(
        Engine::WebKit,
        "its driver stops at the fault that the page is given; a fault of the engine is tested",
    ),
    Journey::new("stops_by_a_fault_of_the_engine", stops_by_a_fault_of_the_engine).breaks(),
    Journey::new("a_stopped_program_writes_nothing", a_stopped_program_writes_nothing).breaks(),
    Journey::new("leaves_a_stopped_page", leaves_a_stopped_page).breaks(),
];

/// The browser refuses what it never refuses and the program relies on.
const NO_TIMER: &str = r"
const usual = window.setTimeout;
window.setTimeout = (call, wait, ...more) => {
  // The one that a draft waits with after a key; drivers have others.
  if (wait === 1500) throw new Error('no timer');
  return usual(call, wait, ...more);
};
addEventListener('freshet:stopped', () => { window.setTimeout = usual; });
";

fn stops_by_a_panic(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "saved before it stopped");
    person.follows_link("Write");
    person.sees_heading("Write");
    person.writes("Your words", "on the screen when it stop");
    sees_stored(person, Stored::Draft, 1);
    asks(person, NO_TIMER);
    person.writes("Your words", "s");
    sees_the_panel(person, "on the screen when it stops");
    saves_everything(person);
    person.presses_button("Load the page again");
    person.sees_heading("Write");
    sees_entries(person, 1);
}

#[track_caller]
fn sees_the_panel(person: &Person, words: &str) {
    person.sees_heading("Freshet has stopped");
    person.sees_focus(Role::Heading, "Freshet has stopped");
    person.waits_until(&format!("“{words}” among the words that were on the screen"), || {
        person.reads_field("The words that were on the screen").contains(words)
    });
    // What stood there before is not there twice, nor can it be used.
    person.sees_no(Role::Button, "Save");
}

#[track_caller]
fn saves_everything(person: &Person) {
    let stored = asks(person, "return { ...localStorage }");
    person.presses_button("Save everything stored to a file");
    person.sees_text("The file was handed to the browser.");
    let file = person.reads_download("freshet-stored-values.json");
    let file: Value = serde_json::from_str(&file).expect("the file is JSON");
    let values = file["values"].as_object().expect("the file holds values");
    assert!(values.len() >= 3, "too few values: {values:?}");
    for (key, value) in values {
        assert_eq!(&stored[key], value, "{key} is not as it is stored");
    }
    let ours = stored.as_object().into_iter().flatten();
    let ours = ours.filter(|(key, _)| key.starts_with("freshet:")).count();
    assert_eq!(values.len(), ours, "values are missing from the file");
}

fn stops_by_a_fault_of_the_engine(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    has_a_fault(person);
    person.sees_heading("Freshet has stopped");
    person.sees_text("There were no words in a field when it stopped.");
    person.presses_button("Save everything stored to a file");
    person.sees_text("Nothing of Freshet is stored in this browser.");
    person.presses_button("Load the page again");
    person.sees_heading("How is it right now?");
    person.follows_link("Write");
    person.writes("Your words", "in a field");
    has_a_fault(person);
    sees_the_panel(person, "in a field");
    person.presses_button("Copy the words");
    person.waits_until("word of the copying", || {
        let text = person.reads_text();
        text.contains("Copied.") || text.contains("The browser did not allow copying.")
    });
}

fn a_stopped_program_writes_nothing(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Write");
    person.writes("Your words", "not written yet");
    has_a_fault(person);
    sees_the_panel(person, "not written yet");
    assert!(stored(person, Stored::Draft).is_empty(), "the draft was written by now");
    let before = asks(person, "return { ...localStorage }");
    // Longer than a draft waits, and then as if the page were left.
    person.waits(Duration::from_millis(2_500));
    asks(
        person,
        "const page = window.wrappedJSObject || window;
        page.dispatchEvent(new page.Event('pagehide'))",
    );
    assert_eq!(asks(person, "return { ...localStorage }"), before);
}

fn leaves_a_stopped_page(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Write");
    person.writes("Your words", "nobody is to see this");
    has_a_fault(person);
    sees_the_panel(person, "nobody is to see this");
    // The program itself may still empty the page, and stop again in doing so.
    person.asks("document.body.textContent = ''", &[]);
    person.presses_key_times("Escape", 3);
    person.sees_heading("Watering house plants");
    person.goes_back();
    person.sees_no_text("nobody is to see this");
    person.opens(&site.home());
    person.sees_heading("Notes");
}
