//! One exercise whole, with its frame, and every way out of it.

use crate::steps::{arrives, opens_from_journal, sees_entries, sees_nothing_begun, sees_today};
use crate::stored::{Stored, holds_stored, sees_held, sees_stored};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;
use std::time::Duration;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("does_a_whole_exercise", does_a_whole_exercise),
    Journey::new("goes_on_after_a_reload_at_each_step", goes_on_after_a_reload_at_each_step),
    Journey::new("leaves_without_saving", leaves_without_saving),
    Journey::new("leaves_where_it_is_hard", leaves_where_it_is_hard),
    Journey::new("skips_every_step", skips_every_step),
    Journey::new("ends_an_exercise_early", ends_an_exercise_early),
    Journey::new("is_led_past_steady_ground_at_8", is_led_past_steady_ground_at_8),
    Journey::new("is_led_to_steady_ground_after", is_led_to_steady_ground_after),
    Journey::new("stops_and_settles_and_goes_on", stops_and_settles_and_goes_on),
];

const DISTRESS: &str = "How hard is it right now?";
const ENERGY: &str = "How much energy is there?";

/// The steps, by what they ask.
pub(crate) const STEPS: [&str; 5] = [
    "How long would you like?",
    "Would you like a second sip of air?",
    "In through the nose, out slowly",
    "How comfortable was that?",
    "Anything you would like to note?",
];

#[track_caller]
fn starts(person: &Person, site: &Site) {
    arrives(person, site);
    person.follows_link("Exercises");
    person.follows_link("Long out-breath…");
    person.sees_heading("Leave it out if");
    person.presses_button("Start");
    person.sees_heading("Before you start");
}

#[track_caller]
fn rates(person: &Person, distress: &str, energy: &str) {
    person.picks_radio(DISTRESS, distress);
    person.picks_radio(ENERGY, energy);
}

#[track_caller]
fn sees_the_ways_out(person: &Person) {
    person.finds(Role::Button, "Skip this step");
    person.finds(Role::Button, "Leave without saving");
    // It stands in the step and in the corner.
    person.sees_so_many(2, Role::Link, "Stop and settle");
}

#[track_caller]
fn goes_on_to(person: &Person, heading: &str) {
    person.presses_button("Next");
    person.sees_heading(heading);
}

fn does_a_whole_exercise(person: &mut Person, site: &mut Site) {
    starts(person, site);
    sees_the_ways_out(person);
    rates(person, "6", "4");
    goes_on_to(person, STEPS[0]);
    sees_the_ways_out(person);
    person.picks_radio(STEPS[0], "3 minutes");
    goes_on_to(person, STEPS[1]);
    sees_the_ways_out(person);
    person.picks_radio(STEPS[1], "No, plain breaths");
    goes_on_to(person, STEPS[2]);
    sees_the_ways_out(person);
    person.presses_button("Counts out: one more");
    person.presses_button("Begin breathing");
    person.waits(Duration::from_millis(1_600));
    sees_the_ways_out(person);
    person.presses_button("Stop");
    person.sees_text("Stopped. Breathe as you like.");
    goes_on_to(person, STEPS[3]);
    sees_the_ways_out(person);
    person.picks_radio(STEPS[3], "7");
    goes_on_to(person, STEPS[4]);
    sees_the_ways_out(person);
    person.writes("Your words", "The window helped.");
    goes_on_to(person, "And now?");
    sees_the_ways_out(person);
    rates(person, "4", "5");
    person.presses_button("Save and finish");
    person.sees_text("It is in your journal.");
    sees_entries(person, 1);
    opens_from_journal(person, "Long out-breath");
    sees_today(person);
    for said in [
        "Distress: 6 of 10. Energy: 4 of 10.",
        "3 minutes",
        "No, plain breaths",
        ", in for 4, out for 8",
        "7 of 10",
        "The window helped.",
        "Distress: 4 of 10. Energy: 5 of 10.",
    ] {
        person.sees_text(said);
    }
    sees_stored(person, Stored::Draft, 0);
}

fn goes_on_after_a_reload_at_each_step(person: &mut Person, site: &mut Site) {
    starts(person, site);
    rates(person, "5", "3");
    person.reloads();
    person.sees_heading("Before you start");
    sees_taken(person, DISTRESS, "5");
    goes_on_to(person, STEPS[0]);
    person.picks_radio(STEPS[0], "5 minutes");
    person.reloads();
    person.sees_heading(STEPS[0]);
    sees_taken(person, STEPS[0], "5 minutes");
    goes_on_to(person, STEPS[1]);
    person.reloads();
    goes_on_to(person, STEPS[2]);
    person.reloads();
    goes_on_to(person, STEPS[3]);
    person.picks_radio(STEPS[3], "10, very");
    person.reloads();
    sees_taken(person, STEPS[3], "10, very");
    goes_on_to(person, STEPS[4]);
    person.writes("Your words", "kept");
    person.reloads();
    person.sees_in_field("Your words", "kept");
    goes_on_to(person, "And now?");
    person.reloads();
    person.sees_heading("And now?");
    // From the first screen, too.
    person.follows_link("Now");
    person.follows_link("Long out-breath, begun…");
    person.sees_heading("And now?");
    person.presses_button("Back");
    person.sees_in_field("Your words", "kept");
}

#[track_caller]
fn sees_taken(person: &Person, group: &str, option: &str) {
    person.waits_until(&format!("“{option}” taken"), || {
        let radio = person.finds_in(group, Role::Radio, option);
        let taken = person.browser.script("return arguments[0].checked", vec![json!(radio)]);
        taken.is_ok_and(|taken| taken == json!(true))
    });
}

fn leaves_without_saving(person: &mut Person, site: &mut Site) {
    starts(person, site);
    rates(person, "5", "3");
    goes_on_to(person, STEPS[0]);
    goes_on_to(person, STEPS[1]);
    goes_on_to(person, STEPS[2]);
    goes_on_to(person, STEPS[3]);
    goes_on_to(person, STEPS[4]);
    person.writes("Your words", "nobody is to read this");
    sees_stored(person, Stored::Draft, 1);
    sees_held(person, "nobody is to read");
    person.presses_button("Leave without saving");
    person.sees_text("Nothing was kept.");
    sees_stored(person, Stored::Draft, 0);
    sees_stored(person, Stored::Entry, 0);
    assert!(!holds_stored(person, "nobody is to read"), "the words are still stored");
    // A slip of the hand is taken back.
    person.presses_button("Take it back");
    person.sees_in_field("Your words", "nobody is to read this");
    person.presses_button("Leave without saving");
    person.sees_text("Nothing was kept.");
    sees_stored(person, Stored::Draft, 0);
    person.reloads();
    sees_entries(person, 0);
    person.follows_link("Now");
    sees_nothing_begun(person);
}

/// Whichever way out is taken, it leads where it is hard.
fn leaves_where_it_is_hard(person: &mut Person, site: &mut Site) {
    starts(person, site);
    rates(person, "9", "3");
    person.presses_button("Leave without saving");
    person.sees_heading("Steady ground");
    person.sees_text("Nothing was kept. It is hard right now");
    sees_entries(person, 0);
}

fn skips_every_step(person: &mut Person, site: &mut Site) {
    starts(person, site);
    for heading in STEPS.into_iter().chain(["And now?"]) {
        person.presses_button("Skip this step");
        person.sees_heading(heading);
    }
    person.presses_button("Skip this step");
    person.sees_text("It is in your journal.");
    person.sees_text("Distress: not answered. Energy: not answered.");
    sees_entries(person, 1);
}

fn ends_an_exercise_early(person: &mut Person, site: &mut Site) {
    starts(person, site);
    rates(person, "5", "3");
    goes_on_to(person, STEPS[0]);
    person.picks_radio(STEPS[0], "1 minute");
    person.presses_button("Finish here");
    person.sees_heading("And now?");
    person.presses_button("Save and finish");
    person.sees_text("Ended before its last step");
    person.sees_text("1 minute");
}

fn is_led_past_steady_ground_at_8(person: &mut Person, site: &mut Site) {
    starts(person, site);
    rates(person, "8", "2");
    goes_on_to(person, "That is a lot to carry");
    person.follows_link("See who to call");
    person.sees_heading("Support");
    person.goes_back();
    person.sees_heading("That is a lot to carry");
    person.follows_link("Go to Steady ground");
    person.sees_heading("Steady ground");
    person.follows_link("Go back to the exercise");
    person.sees_heading("That is a lot to carry");
    // It never blocks.
    person.presses_button("Go on with the exercise all the same");
    person.sees_heading(STEPS[0]);
    person.presses_button("Finish here");
    rates(person, "8", "2");
    person.presses_button("Save and finish");
    person.sees_heading("Steady ground");
    sees_entries(person, 1);
}

fn is_led_to_steady_ground_after(person: &mut Person, site: &mut Site) {
    starts(person, site);
    rates(person, "2", "5");
    goes_on_to(person, STEPS[0]);
    person.presses_button("Finish here");
    person.sees_heading("And now?");
    // A rise of three.
    rates(person, "5", "5");
    person.presses_button("Save and finish");
    person.sees_heading("Steady ground");
    person.sees_text("It is hard right now. That is no failure of yours");
    person.follows_link("Talk to someone: Support");
    person.sees_heading("Support");
    // A rise of two leads to the entry.
    starts(person, site);
    rates(person, "2", "5");
    goes_on_to(person, STEPS[0]);
    person.presses_button("Finish here");
    rates(person, "4", "5");
    person.presses_button("Save and finish");
    person.sees_text("It is in your journal.");
    person.sees_heading("Long out-breath");
    sees_entries(person, 2);
}

fn stops_and_settles_and_goes_on(person: &mut Person, site: &mut Site) {
    starts(person, site);
    rates(person, "5", "5");
    goes_on_to(person, STEPS[0]);
    person.presses_keys_together(&["Control", "."]);
    person.sees_heading("Steady ground");
    // Opened so, it asks for no rating.
    person.sees_no(Role::Group, DISTRESS);
    person.presses_button("One more: 5 things you can see");
    person.sees_text("1 of 5");
    person.picks_radio("Where are you now?", "Shut down");
    person.sees_text("Stand up slowly, if your legs are steady.");
    person.follows_link("Go back to the exercise");
    person.sees_heading(STEPS[0]);
    person.presses_button("Leave without saving");
    person.sees_text("Nothing was kept.");
    sees_entries(person, 0);
}
