//! Everything by the keyboard alone: Tab, Enter, Space, arrows and letters.

use crate::steps::{arrives, asks};
use crate::stored::{Stored, sees_stored};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;
use std::time::Duration;
use xtask::browsers::Engine;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("checks_in_by_keyboard", checks_in_by_keyboard),
    Journey::new("keeps_a_journal_by_keyboard", keeps_a_journal_by_keyboard),
    Journey::new("reads_by_keyboard", reads_by_keyboard),
    Journey::new("does_an_exercise_by_keyboard", does_an_exercise_by_keyboard),
    Journey::new("the_focus_is_never_hidden", the_focus_is_never_hidden).only(&[Engine::Chromium]),
    Journey::new("skips_to_the_main_part", skips_to_the_main_part),
];

/// Goes to a screen by its link at the top, and hears its heading.
#[track_caller]
fn goes(person: &Person, link: &str, heading: &str) {
    person.tabs_and_follows(link);
    hears(person, heading);
}

/// The focus comes to the heading of a new screen.
#[track_caller]
fn hears(person: &Person, heading: &str) {
    person.sees_focus(Role::Heading, heading);
}

fn checks_in_by_keyboard(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.tabs_to(Role::Slider, "Unpleasant to pleasant");
    person.presses_key_times("ArrowRight", 10);
    person.tabs_to(Role::Slider, "Low to high energy");
    person.presses_key_times("ArrowLeft", 8);
    person.sees_text("pleasant, low energy");
    person.tabs_to(Role::Button, "settled…");
    person.presses_key("Space");
    person.finds(Role::Button, "Take out settled");
    person.tabs_to(Role::Textbox, "A word of your own");
    person.types("soft");
    person.presses_key("Enter");
    person.finds(Role::Button, "Take out soft");
    person.tabs_and_presses("Save this check-in");
    person.sees_text("Saved.");
    goes(person, "Journal", "Journal");
    person.tabs_and_follows("Check-in…");
    hears(person, "Check-in");
    person.sees_text("settled");
    person.sees_text("soft");
}

fn keeps_a_journal_by_keyboard(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    goes(person, "Write", "Write");
    person.tabs_to(Role::Textbox, "Your words");
    person.types("by keys alone");
    person.tabs_and_presses("Save");
    hears(person, "Writing");
    person.tabs_and_follows("Change");
    hears(person, "Change an entry");
    person.tabs_to(Role::Textbox, "Your words");
    person.types(" indeed");
    person.tabs_and_presses("Save the changes");
    hears(person, "Writing");
    person.sees_text("by keys alone indeed");
    person.tabs_and_presses("Put in the bin");
    hears(person, "Journal");
    person.tabs_and_presses("Take it back");
    person.sees_text("1 entry");
    person.tabs_and_follows("Writing…");
    hears(person, "Writing");
    person.tabs_and_presses("Put in the bin");
    hears(person, "Journal");
    person.tabs_and_follows("Bin (1)");
    hears(person, "Bin");
    person.tabs_and_presses("Delete for good: Writing…");
    person.tabs_and_presses("Yes, delete it");
    person.sees_text("The bin is empty.");
    sees_stored(person, Stored::Entry, 0);
}

fn reads_by_keyboard(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    goes(person, "Themes", "Themes");
    person.tabs_and_follows("In the body…");
    hears(person, "In the body");
    person.tabs_and_follows("What is known");
    person.tabs_and_presses("B3, disputed evidence");
    person.sees_text("Where it comes from:");
    person.tabs_and_presses("Close");
    person.sees_no(Role::Complementary, "B3…");
    person.tabs_and_follows("Start");
    person.tabs_and_follows("What would make the next hour a little easier on your body?");
    hears(person, "Write");
    person.tabs_to(Role::Textbox, "Your words");
    person.types("tea");
    // The shortcut for saving.
    person.presses_keys_together(&["Control", "Enter"]);
    hears(person, "Writing");
    goes(person, "Support", "Support");
    person.tabs_to(Role::Button, "Ireland");
    person.presses_key("Enter");
    person.finds(Role::Link, "Emergency: Call 112");
}

fn does_an_exercise_by_keyboard(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    goes(person, "Exercises", "Exercises");
    person.tabs_and_follows("Long out-breath…");
    hears(person, "Long out-breath");
    person.tabs_and_presses("Start");
    hears(person, "Before you start");
    takes(person, "0, not at all", 4);
    takes(person, "0, none", 6);
    next(person, "How long would you like?");
    takes(person, "1 minute", 0);
    next(person, "Would you like a second sip of air?");
    takes(person, "No, plain breaths", 1);
    next(person, "In through the nose, out slowly");
    person.tabs_and_presses("Begin breathing");
    person.waits(Duration::from_millis(1_100));
    person.tabs_and_presses("Stop");
    person.sees_text("Stopped. Breathe as you like.");
    next(person, "How comfortable was that?");
    takes(person, "0, not at all", 9);
    next(person, "Anything you would like to note?");
    person.tabs_to(Role::Textbox, "Your words");
    person.types("slower");
    next(person, "And now?");
    takes(person, "0, not at all", 3);
    person.tabs_and_presses("Save and finish");
    hears(person, "Long out-breath");
    for said in ["Distress: 4 of 10. Energy: 6 of 10.", "1 minute", "Yes, a second sip"] {
        person.sees_text(said);
    }
    for said in ["9 of 10", "slower", "Distress: 3 of 10. Energy: not answered."] {
        person.sees_text(said);
    }
}

/// Takes the first of a few by Space, and goes on to another by arrows.
#[track_caller]
fn takes(person: &Person, first: &str, steps_on: usize) {
    person.tabs_to(Role::Radio, first);
    person.presses_key("Space");
    if steps_on > 0 {
        person.presses_key_times("ArrowRight", steps_on);
    }
}

#[track_caller]
fn next(person: &Person, heading: &str) {
    person.tabs_and_presses("Next");
    hears(person, heading);
}

fn skips_to_the_main_part(person: &mut Person, site: &mut Site) {
    person.opens(&site.place("#/journal"));
    person.sees_heading("Journal");
    person.tabs_and_follows("Skip to the main part");
    person.waits_for("the focus", "return document.activeElement.id", &json!("main"));
    person.presses_key("Tab");
    // The first thing in the main part, past all that stands above it.
    let first = "Where your words may be, and how to bring them here";
    person.sees_focus(Role::Link, first);
    person.sees_heading("Journal");
}

/// Whether something of what has the focus can be seen: its name, if not.
const HIDDEN: &str = r"
const e = document.activeElement;
if (!e || e === document.body) return null;
const box = e.getBoundingClientRect();
const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) =>
  [box.left + box.width * x, box.top + box.height * y]));
const seen = points.some(([x, y]) => {
  const top = document.elementFromPoint(x, y);
  return top && (e.contains(top) || top.contains(e) && !top.matches('html, body, main, article')
    || top.closest('label')?.contains(e));
});
return seen ? null : `${e.tagName} ${e.textContent || e.id}`;
";

/// Nothing that stands still lies over what has the focus.
fn the_focus_is_never_hidden(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let mut hidden = Vec::new();
    for (width, height) in [(1280, 700), (320, 560)] {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let set = person.browser.chromium("Emulation.setDeviceMetricsOverride", size);
        set.expect("Chromium answers");
        for (hash, heading) in [
            ("#/", "How is it right now?"),
            ("#/themes/body/helps", "What helps some people"),
            ("#/settings", "Settings"),
        ] {
            person.goes_to(hash);
            person.sees_heading(heading);
            hidden.extend(hidden_on_the_way(person, width));
        }
    }
    let _ = person.browser.chromium("Emulation.clearDeviceMetricsOverride", json!({}));
    assert!(hidden.is_empty(), "hidden under what stands still:\n{}", hidden.join("\n"));
}

#[track_caller]
fn hidden_on_the_way(person: &Person, width: u32) -> Vec<String> {
    const STEPS: usize = 45;
    let mut hidden = Vec::new();
    for _ in 0..STEPS {
        person.presses_key("Tab");
        if let Some(what) = stays_hidden(person) {
            hidden.push(format!("{what}, at {width} pixels of width"));
        }
    }
    hidden
}

/// What has the focus and does not come into view.
#[track_caller]
fn stays_hidden(person: &Person) -> Option<String> {
    const LOOKS: u8 = 20;
    let mut hidden = None;
    for _ in 0..LOOKS {
        hidden = asks(person, HIDDEN).as_str().map(str::to_owned);
        if hidden.is_none() {
            break;
        }
        person.waits(Duration::from_millis(50));
    }
    hidden
}
