//! Reading a theme or a page, and writing from one of its questions.

use crate::steps::{arrives, sees_all_of_home};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("reads_a_theme", reads_a_theme),
    Journey::new("writes_from_a_question", writes_from_a_question),
    Journey::new("reads_about_ketamine", reads_about_ketamine),
    Journey::new("begins_once_and_closes", begins_once_and_closes),
    Journey::new("goes_from_a_source_to_its_use", goes_from_a_source_to_its_use),
];

const SECTIONS: [&str; 4] = [
    "What it is like",
    "What is known",
    "What helps some people",
    "When it is more than a page can help with",
];

fn reads_a_theme(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Themes");
    person.sees_heading("Themes");
    person.follows_link("In the body…");
    person.sees_heading("In the body");
    person.sees_text("Maybe your chest is tight and you don’t know why.");
    for section in SECTIONS {
        person.follows_link(section);
        person.sees_heading(section);
    }
    person.follows_link("What is known");
    person.follows_link("Next: What helps some people");
    person.sees_heading("What helps some people");
    person.follows_link("Back: What is known");
    person.sees_heading("What is known");
    opens_a_fact(person);
    person.follows_link("Start");
    person.follows_link("Long out-breath…");
    person.sees_heading("Long out-breath");
    person.sees_heading("Leave it out if");
}

fn opens_a_fact(person: &Person) {
    person.presses_button("B3, disputed evidence");
    person.sees_on(Role::Button, "B3, disputed evidence");
    let fact = person.finds(Role::Complementary, "B3…");
    for part in ["Disputed: the field argues", "Where it comes from:", "Siegel"] {
        person.waits_until(&format!("“{part}” in the fact"), || {
            let told = person.asks("return arguments[0].innerText", &[json!(fact)]);
            told.as_str().is_some_and(|told| told.contains(part))
        });
    }
    person.presses_button("Close");
    person.sees_no(Role::Complementary, "B3…");
}

fn writes_from_a_question(person: &mut Person, site: &mut Site) {
    const QUESTION: &str = "What would make the next hour a little easier on your body?";
    arrives(person, site);
    person.follows_link("In the body…");
    person.follows_link(QUESTION);
    person.sees_heading("Write");
    person.sees_text(QUESTION);
    person.writes("Your words", "A warm drink, and the window open.");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.sees_text(QUESTION);
    person.sees_text("A warm drink, and the window open.");
    person.reloads();
    person.sees_text(QUESTION);
}

/// What may be urgent stands first on every page about it.
fn reads_about_ketamine(person: &mut Person, site: &mut Site) {
    const URGENT: &str = "call the emergency number now";
    arrives(person, site);
    person.follows_link("Themes");
    person.follows_link("Shut down…");
    person.follows_link("Where ketamine comes in");
    person.follows_link("Ketamine…");
    person.sees_heading("Ketamine");
    person.sees_text(URGENT);
    person.follows_link("Side effects and risks");
    person.sees_heading("Side effects and risks");
    person.sees_text(URGENT);
    person.follows_link("Questions to ask a clinic");
    person.finds(Role::Button, "Print these questions");
    person.follows_link("Start");
    person.follows_link("Companion…");
    person.sees_heading("Companion");
    person.sees_text(URGENT);
    person.follows_link("The day after…");
    person.sees_heading("The day after");
    person.sees_text(URGENT);
    person.presses_button("Start");
    person.sees_heading("Before you start");
    person.sees_text(URGENT);
}

fn begins_once_and_closes(person: &mut Person, site: &mut Site) {
    const OFFER: &str = "New here? What this is, and what it is not.";
    const QUESTION: &str =
        "One thing you want to keep. A line, a place, a breath, something that someone said.";
    arrives(person, site);
    person.follows_link(OFFER);
    person.sees_heading("Before you begin");
    person.sees_heading("Who should not use this alone");
    person.follows_link("How is it right now?…");
    sees_all_of_home(person);
    person.sees_no(Role::Link, OFFER);
    person.follows_link("Themes");
    person.follows_link("Closing for today…");
    person.sees_heading("Closing for today");
    person.follows_link(QUESTION);
    person.sees_heading("Write");
    person.writes("Your words", "The light on the stairs.");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.sees_text(QUESTION);
}

fn goes_from_a_source_to_its_use(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("About");
    person.follows_link("Every source, and how good the evidence is");
    person.sees_heading("Sources");
    person.sees_text("No trial has tested this tool.");
    person.sees_heading("B10, thin evidence");
    person.follows_link("In the body: What it is like");
    person.sees_heading("What it is like");
}
