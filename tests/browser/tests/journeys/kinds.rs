//! The kinds of steps, each in an exercise that has it; conditions, limits, the
//! lid, and what is asked on a later day.

use crate::steps::{arrives, asks, sees_all_of_home, sees_entries, sets_day, today};
use crate::stored::{Stored, holds_stored, rewrites, sees_held, sees_stored, stored};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("marks_the_body_by_the_keyboard", marks_the_body_by_the_keyboard),
    Journey::new("plans_a_step_and_says_how_it_went", plans_a_step_and_says_how_it_went),
    Journey::new("puts_a_loop_aside_either_way", puts_a_loop_aside_either_way),
    Journey::new("shuts_the_lid_on_words", shuts_the_lid_on_words),
    Journey::new("never_keeps_words", never_keeps_words),
    Journey::new("leaves_the_guard_where_it_is", leaves_the_guard_where_it_is),
    Journey::new("names_feelings_and_picks_a_line", names_feelings_and_picks_a_line),
    Journey::new("settles_and_keeps_it_if_wanted", settles_and_keeps_it_if_wanted),
    Journey::new("begins_an_older_run_again", begins_an_older_run_again),
];

const DISTRESS: &str = "How hard is it right now?";

#[track_caller]
fn starts(person: &Person, exercise: &str) {
    person.follows_link("Exercises");
    person.follows_link(&format!("{exercise}…"));
    person.presses_button("Start");
    goes_on_from(person, "Before you start");
}

/// Goes on from the stage with this heading.
#[track_caller]
fn goes_on_from(person: &Person, heading: &str) {
    person.sees_heading(heading);
    person.presses_button("Next");
    person.sees_no(Role::Heading, heading);
}

#[track_caller]
fn saves(person: &Person) {
    person.sees_heading("And now?");
    person.presses_button("Save and finish");
    person.sees_text("It is in your journal.");
}

fn marks_the_body_by_the_keyboard(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.tabs_and_follows("Exercises");
    person.sees_heading("Exercises");
    person.tabs_and_follows("Body map…");
    person.tabs_and_presses("Start");
    person.tabs_and_presses("Next");
    person.sees_heading("First, look round the room");
    person.tabs_and_presses("Next");
    person.sees_heading("Where is there more, and where less?");
    // One stop for Tab, and the arrow keys from there.
    person.tabs_to(Role::Button, "Head");
    for _ in 0..3 {
        person.presses_key("ArrowDown");
    }
    person.sees_focus(Role::Button, "Chest");
    person.presses_key("Enter");
    person.sees_text("1 place is marked.");
    person.tabs_to(Role::Radio, "more");
    person.presses_key("ArrowRight");
    person.tabs_to(Role::Radio, "warm");
    person.presses_key("Space");
    person.sees_text("Chest: less, warm");
    // The list marks the same places.
    person.tabs_and_presses("The same places as a list");
    person.tabs_and_presses("Left calf");
    person.sees_text("2 places are marked.");
    person.reloads();
    person.sees_text("2 places are marked.");
    person.tabs_and_presses("Next");
    person.sees_heading("Is there a place that feels neither good nor bad?");
    person.tabs_and_presses("Skip this step");
    person.sees_heading("Is there a word for how it is?");
    person.tabs_and_presses("I can’t tell");
    person.tabs_and_presses("Next");
    person.sees_heading("And now?");
    person.tabs_and_presses("Save and finish");
    person.sees_text("Chest: less, warm");
    person.sees_text("Left calf: more");
    person.sees_text("Could not tell");
}

fn plans_a_step_and_says_how_it_went(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    starts(person, "One small step");
    person.picks_radio("How much does today have room for?", "2 minutes");
    goes_on_from(person, "How much does today have room for?");
    person.picks_radio("What kind of thing?", "Be outdoors");
    goes_on_from(person, "What kind of thing?");
    person.writes("Your words", "Stand at the door");
    goes_on_from(person, "What is the step, at its smallest?");
    person.sees_text("Your step: Stand at the door");
    person.writes("After", "the kettle boils");
    person.writes("I will", "put shoes on");
    goes_on_from(person, "When will it fit in?");
    goes_on_from(person, "How pleasant will it be, at a guess?");
    goes_on_from(person, "How worth doing will it be, at a guess?");
    sets_day(person, "Day", &today(person).to_string());
    person.presses_button("Save a reminder");
    let neutral = person.reads_download("reminder.ics");
    assert!(neutral.contains("SUMMARY:A few minutes for yourself"), "{neutral}");
    assert!(!neutral.contains("kettle"), "{neutral}");
    goes_on_from(person, "When should it be?");
    saves(person);
    person.sees_text("After the kettle boils");
    // The question is asked on the first screen, from its day on.
    person.reloads();
    person.follows_link("Now");
    person.sees_text("You planned a small step. How did it go?");
    person.sees_no_text("kettle");
    person.follows_link("Answer");
    person.sees_text("What you wrote then");
    person.sees_text("After the kettle boils");
    person.picks_radio("How did it go?", "I did part of it");
    person.reloads();
    goes_on_from(person, "How did it go?");
    person.picks_radio("How pleasant was it?", "6");
    goes_on_from(person, "How pleasant was it?");
    goes_on_from(person, "How worth doing was it?");
    person.picks_radio("What would make it fit?", "Let it go");
    goes_on_from(person, "What would make it fit?");
    person.sees_heading("That is all");
    person.presses_button("Save and finish");
    person.sees_text("I did part of it");
    person.sees_text("6 of 10");
    person.sees_text("After the kettle boils");
    sees_entries(person, 1);
    person.follows_link("Now");
    sees_all_of_home(person);
    person.sees_no_text("How did it go?");
}

fn puts_a_loop_aside_either_way(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    starts(person, "Loop to the side");
    person.writes("Your words", "I will be late");
    goes_on_from(person, "What is the thought, in one sentence?");
    goes_on_from(person, "How true does it feel?");
    person.sees_text("I notice the thought that … I will be late");
    goes_on_from(person, "Now put a few words in front");
    person.ticks("It predicts");
    person.ticks("It rehearses");
    goes_on_from(person, "What does this thought do?");
    let question = "Is there something I can do in the next day?";
    person.picks_radio(question, "Yes, one thing");
    goes_on_from(person, question);
    person.writes("Your words", "Set the alarm");
    person.finds(Role::Link, "One small step");
    person.presses_button("Back");
    person.sees_heading(question);
    person.picks_radio(question, "No, not now");
    goes_on_from(person, question);
    sets_day(person, "Day", "2099-01-01");
    goes_on_from(person, "Then park it. When will you come back to it?");
    goes_on_from(person, "How true does the thought feel now?");
    saves(person);
    person.sees_text("It predicts, It rehearses");
    // What was written on the other way is not lost.
    person.sees_text("Set the alarm");
    person.sees_text("You parked a loop for later.");
    // Once a day; a second tap goes on.
    person.follows_link("Exercises");
    person.follows_link("Loop to the side…");
    person.sees_heading("It may be better to wait");
    person.sees_no(Role::Button, "Start");
    person.finds(Role::Link, "Go to Steady ground");
    person.presses_button("Go on all the same");
    person.sees_heading("Before you start");
    person.presses_button("Leave without saving");
    sees_entries(person, 1);
}

#[track_caller]
fn writes_around(person: &Person, site: &Site) {
    arrives(person, site);
    starts(person, "Writing around it");
    goes_on_from(person, "Before you write");
    goes_on_from(person, "How much does it bother you?");
    person.writes("What does it ask of you these days?", "not to look at the door");
    person.presses_button("Another question");
    let heard = "return document.querySelector('.timed .heard').textContent";
    person.waits_for("the question to be heard", heard, &json!("What helped you get through?"));
    person.writes("What helped you get through?", "the window");
    goes_on_from(person, "Write around it");
    person.sees_heading("Close the lid");
}

fn shuts_the_lid_on_words(person: &mut Person, site: &mut Site) {
    writes_around(person, site);
    person.picks_radio("Close the lid", "Hide it until a day I choose");
    sets_day(person, "Until", "2099-01-01");
    goes_on_from(person, "Close the lid");
    person.presses_button("One more: 3 things you can see");
    person.sees_text("1 of 3");
    goes_on_from(person, "Back in the room");
    person.picks_radio("What plain thing comes next?", "Make tea");
    goes_on_from(person, "What plain thing comes next?");
    saves(person);
    person.sees_text("1 January 2099. You asked to leave this alone until then.");
    person.sees_no_text("the door");
    // It stands in no list, and the way to it is apart.
    person.follows_link("Journal");
    person.sees_text("0 entries");
    person.sees_no_text("the door");
    person.presses_button("1 entry is put away");
    person.sees_text("Put away until");
    person.sees_no_text("the door");
    person.follows_link("Writing around it…");
    person.sees_heading("Writing around it");
    person.sees_no(Role::Link, "Change");
    person.presses_button("Open it anyway");
    person.sees_text("not to look at the door");
    person.sees_text("What helped you get through?");
    person.presses_button("Do not put it away any more");
    person.sees_text("not to look at the door");
    person.finds(Role::Link, "Change");
}

fn never_keeps_words(person: &mut Person, site: &mut Site) {
    writes_around(person, site);
    sees_stored(person, Stored::Draft, 1);
    // They are seen where they stand.
    sees_held(person, "the door");
    person.presses_button("Never keep it");
    person.sees_text("Take the words away now?");
    person.presses_button("Yes, take them away");
    person.sees_text("The words are gone.");
    // At once, and not when the run ends.
    assert!(!holds_stored(person, "the door"), "the words are still stored");
    person.presses_button("Back");
    person.sees_heading("Write around it");
    person.sees_in_field("What does it ask of you these days?", "");
    person.presses_button("Finish here");
    saves(person);
    person.sees_text("Taken away");
}

fn leaves_the_guard_where_it_is(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    starts(person, "Thank the guard");
    person.picks_radio("What stands guard?", "Something else");
    person.writes("Or in your own words", "counting");
    goes_on_from(person, "What stands guard?");
    goes_on_from(person, "What has it protected?");
    goes_on_from(person, "What does it cost these days?");
    goes_on_from(person, "What is one thing you care about?");
    goes_on_from(person, "Why does it matter to you?");
    let question = "Could the guard stand half a step back this week?";
    person.picks_radio(question, "Not now, it is still needed");
    goes_on_from(person, question);
    goes_on_from(person, "Then it stays");
    goes_on_from(person, "Which line to yourself would you rather have?");
    goes_on_from(person, "Write it in your own words, if you like");
    saves(person);
    person.sees_text("counting");
    person.sees_text("Not now, it is still needed");
}

fn names_feelings_and_picks_a_line(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    starts(person, "Feelings palette");
    person.moves_slider("Unpleasant to pleasant", 12);
    person.moves_slider("Low to high energy", 10);
    goes_on_from(person, "Where are you on the map?");
    person.presses_button("flat…");
    goes_on_from(person, "Which words come near?");
    person.sees_heading("Anything else in the mix?");
    // Its family is left out now.
    person.sees_no(Role::Button, "flat…");
    person.writes("A word of your own", "a word that is far longer than any feeling has");
    person.presses_button("Next");
    person.sees_text("A word of your own has 1 to 40 letters.");
    person.sees_heading("Anything else in the mix?");
    person.empties("A word of your own");
    // Typed and not added, it is taken along.
    person.writes("A word of your own", "murky");
    goes_on_from(person, "Anything else in the mix?");
    person.ticks("Sleep");
    person.ticks("Something else");
    person.writes("Or in your own words", "the lift");
    goes_on_from(person, "What was going on?");
    saves(person);
    person.sees_text("flat");
    person.sees_text("murky");
    person.sees_text("Sleep, the lift");
    starts(person, "Three chairs");
    goes_on_from(person, "Which problem is it?");
    goes_on_from(person, "How big is it?");
    goes_on_from(person, "The first chair: what happened?");
    person.writes("Your words", "You did what you could. Go and eat.");
    goes_on_from(person, "The second chair: a kind friend who knows you");
    goes_on_from(person, "The third chair: you, at a later time");
    person.picks_radio("Is there one line worth keeping?", "Go and eat.");
    person.sees_in_field("Your words", "Go and eat.");
    goes_on_from(person, "Is there one line worth keeping?");
    saves(person);
}

fn settles_and_keeps_it_if_wanted(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Stop and settle");
    person.sees_heading("Steady ground");
    person.sees_no(Role::Group, DISTRESS);
    person.sees_no(Role::Button, "Keep this in my journal");
    person.picks_radio("Where are you now?", "Revved up");
    person.finds(Role::Link, "Long out-breath");
    person.picks_radio("Where are you now?", "Shut down");
    person.sees_text("Run cold water over your hands.");
    sees_stored(person, Stored::Draft, 0);
    person.presses_button("Keep this in my journal");
    person.sees_text("It is in your journal.");
    person.sees_text("Shut down");
    // As an exercise it has its ratings, and after it comes Support alone.
    starts(person, "Steady ground");
    person.presses_button("Finish here");
    person.picks_radio(DISTRESS, "9");
    person.presses_button("Save and finish");
    person.sees_heading("Support");
    sees_entries(person, 2);
}

/// A run of an older version, and begun long ago.
fn begins_an_older_run_again(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    starts(person, "Three chairs");
    person.writes("Your words", "the roof");
    person.reloads();
    person.goes_to("#/about");
    person.sees_heading("About");
    sees_stored(person, Stored::Draft, 1);
    let draft = stored(person, Stored::Draft).remove(0);
    let year = asks(person, "return new Date().getFullYear()");
    let begun = format!("\"started\":\"{year}");
    rewrites(person, &draft, |body| {
        body.replace("\"version\":1", "\"version\":0").replace(&begun, "\"started\":\"2020")
    });
    person.reloads();
    person.follows_link("Now");
    person.follows_link("What you answered in an exercise…");
    person.sees_text("This exercise has changed since you began.");
    person.sees_text("the roof");
    person.presses_button("Begin again with these answers");
    person.sees_text("You began this on");
    goes_on_from(person, "Before you start");
    person.sees_in_field("Your words", "the roof");
    // It is kept as the words of a long line are.
    person.presses_button("Finish here");
    saves(person);
    person.sees_text("the roof");
}
