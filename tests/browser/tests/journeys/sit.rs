//! The guided path, from a feeling to an entry, and every way out of it.

use crate::access::{DUSK, LIGHT, Looking, NARROW, WIDE, sets, tidies_up};
use crate::all_steps::{comes_back, sees_nothing_moving, stills};
use crate::steps::{arrives, sees_entries, sees_nothing_begun, sees_today};
use crate::stored::{Stored, holds_stored, rewrites, sees_held, sees_stored, stored};
use crate::walker::{AFTER, Hands, OFFER, STRENGTH, Walker, stage};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use freshet::core::content::exercises::Exercise;
use xtask::browsers::Engine;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("sits_with_it_by_pointer", sits_by_pointer),
    Journey::new("sits_with_it_by_keyboard", sits_by_keyboard),
    Journey::new("sits_with_it_with_nothing_moving", sits_still),
    Journey::new("sits_on_after_a_reload_at_each_step", sits_on_at_each_step),
    Journey::new("sits_and_takes_something_else", takes_something_else),
    Journey::new("sits_and_takes_nothing", takes_nothing),
    Journey::new("sits_and_keeps_what_there_is", |person, site| {
        keeps_what_there_is(person, site, &[FEELING, BODY, STRENGTH]);
        keeps_nothing_of_nothing(person, site);
    }),
    Journey::new("sits_and_keeps_what_there_is_later", |person, site| {
        keeps_what_there_is(person, site, &[OFFER, GUARD]);
    }),
    Journey::new("sits_and_keeps_what_there_is_last", |person, site| {
        keeps_what_there_is(person, site, &[AFTER, WORDS]);
    }),
    Journey::new("sits_and_leaves_without_saving", leaves_without_saving),
    Journey::new("sits_at_8_before", sits_at_8_before),
    Journey::new("sits_with_a_rise_of_3", sits_with_a_rise_of_3),
    Journey::new("sits_on_in_an_older_path", sits_on_in_an_older_path),
    Journey::new("axe_sit_light_wide", |person, site| looks(person, site, LIGHT, WIDE, true)),
    Journey::new("axe_sit_later_light_wide", |person, site| {
        looks(person, site, LIGHT, WIDE, false);
    }),
    Journey::new("axe_sit_hard_light_wide", |person, site| looks_hard(person, site, LIGHT, WIDE)),
    Journey::new("axe_sit_dusk_narrow", |person, site| looks(person, site, DUSK, NARROW, true))
        .only(CHROMIUM),
    Journey::new("axe_sit_later_dusk_narrow", |person, site| {
        looks(person, site, DUSK, NARROW, false);
    })
    .only(CHROMIUM),
    Journey::new("axe_sit_hard_dusk_narrow", |person, site| {
        looks_hard(person, site, DUSK, NARROW);
    })
    .only(CHROMIUM),
];

const TITLE: &str = "Sit with it";
const MAP: &str = "Where are you right now?";
const FEELING: &str = "What is it like?";
const BODY: &str = "Where is it in the body?";
/// The first question of the exercise that fits anger.
const GUARD: &str = "What stands guard?";
const WORDS: &str = "Are there any words for it?";

fn exercise(slug: &str) -> &'static Exercise {
    Exercise::find(slug).expect("it is there")
}

/// Starts from the first screen.
#[track_caller]
fn starts(walker: &Walker, site: &Site) {
    let person = walker.person;
    arrives(person, site);
    match walker.hands {
        Hands::Pointer => person.follows_link("Sit with it…"),
        Hands::Keyboard => person.tabs_and_follows("Sit with it…"),
    }
    person.sees_heading("Leave it out if");
    walker.presses("Start");
    person.sees_heading(MAP);
}

/// Goes on by the pointer until this stage, with nothing answered but a word.
#[track_caller]
fn goes_on_to(walker: &Walker, word: &str, heading: &str) {
    for _ in 0..20 {
        let here = stage(walker.person);
        if here == heading {
            return;
        }
        match here.as_str() {
            FEELING => {
                walker.person.presses_button("All words, by family");
                walker.person.presses_button(&format!("{word}…"));
            }
            STRENGTH | AFTER => {
                walker.does(&here);
            }
            _ => {}
        }
        walker.goes_on(&here);
    }
    walker.person.gives_up(&format!("nothing leads to “{heading}”"));
}

fn sits_by_pointer(person: &mut Person, site: &mut Site) {
    let walker = Walker::new(person, Hands::Pointer, exercise("one-small-step"));
    starts(&walker, site);
    walker.goes_through(|_| {});
    person.sees_heading("Sitting with it");
    sees_today(person);
    person.sees_text("Distress: 5 of 10. Energy: not answered.");
    person.sees_text("Distress: 4 of 10. Energy: not answered.");
    person.sees_heading("One small step");
    sees_entries(person, 1);
    sees_stored(person, Stored::Draft, 0);
    // What the exercise asks later is asked of this entry.
    person.follows_link("Sitting with it…");
    person.sees_text("You planned a small step. How did it go?");
    person.follows_link("Answer");
    person.picks_radio("How did it go?", "I did it");
    person.presses_button("Finish here");
    person.presses_button("Save and finish");
    person.sees_text("I did it");
    person.sees_heading("Sitting with it");
    sees_entries(person, 1);
}

fn sits_by_keyboard(person: &mut Person, site: &mut Site) {
    let walker = Walker::new(person, Hands::Keyboard, exercise("long-out-breath"));
    starts(&walker, site);
    walker.goes_through(|_| {});
    person.sees_heading("Sitting with it");
    person.sees_heading("Long out-breath");
}

fn sits_still(person: &mut Person, site: &mut Site) {
    stills(person, site);
    let walker = Walker::new(person, Hands::Pointer, exercise("long-out-breath"));
    starts(&walker, site);
    walker.goes_through(|heading| sees_nothing_moving(person, heading));
}

fn sits_on_at_each_step(person: &mut Person, site: &mut Site) {
    let walker = Walker::new(person, Hands::Pointer, exercise("body-map"));
    starts(&walker, site);
    let mut stages = Vec::new();
    walker.goes_through(|heading| {
        comes_back(person, TITLE, heading);
        stages.push(heading.to_owned());
    });
    // Its own, those of the exercise without the marks that were made before,
    // two ratings and the offer.
    assert_eq!(stages.len(), 4 + 3 + 3, "{stages:?}");
    sees_entries(person, 1);
}

fn takes_something_else(person: &mut Person, site: &mut Site) {
    let walker = Walker::new(person, Hands::Pointer, exercise("body-map"));
    starts(&walker, site);
    goes_on_to(&walker, "worried", OFFER);
    person.sees_text("Because you said worried.");
    person.finds(Role::Button, "Try this: Loop to the side");
    person.finds(Role::Button, "Try this: Long out-breath");
    person.sees_no_text("Writing around it");
    // Who leaves it out stands before the way into it.
    person.sees_text("You check or repeat things in your mind");
    walker.goes_on(OFFER);
    person.sees_heading("First, look round the room");
    // Another may be taken after all.
    person.presses_button("Back");
    person.sees_heading(OFFER);
    person.presses_button("Try this: Loop to the side");
    person.writes("Your words", "late again");
    person.presses_button("Back");
    walker.goes_on(OFFER);
    person.presses_button("Finish here");
    person.sees_heading(AFTER);
    person.presses_button("Next");
    person.writes("Your words", "that is all");
    person.presses_button("Save and finish");
    person.sees_text("that is all");
    // Nothing is lost of what was begun before.
    person.sees_heading("Loop to the side");
    person.sees_text("late again");
}

fn takes_nothing(person: &mut Person, site: &mut Site) {
    let walker = Walker::new(person, Hands::Pointer, exercise("body-map"));
    starts(&walker, site);
    goes_on_to(&walker, "relaxed", OFFER);
    person.presses_button("Write");
    person.sees_heading(WORDS);
    person.presses_button("Back");
    person.presses_button("Go on to the words");
    person.writes("Your words", "It is quiet.");
    person.presses_button("Next");
    person.sees_heading(AFTER);
    person.presses_button("Save and finish");
    person.sees_heading("Sitting with it");
    person.sees_text("It is quiet.");
    person.sees_text("relaxed");
    // The words can be changed like any others.
    person.follows_link("Change");
    person.sees_in_field("Your words", "It is quiet.");
}

/// At every stage there is a way out that keeps what there is.
fn keeps_what_there_is(person: &mut Person, site: &mut Site, stages: &[&str]) {
    let walker = Walker::new(person, Hands::Pointer, exercise("thank-the-guard"));
    for (count, until) in stages.iter().enumerate() {
        starts(&walker, site);
        walker.does(MAP);
        goes_on_to(&walker, "angry", if [AFTER, WORDS].contains(until) { GUARD } else { until });
        if [AFTER, WORDS].contains(until) {
            person.presses_button("Finish here");
            person.sees_heading(AFTER);
        }
        if *until == WORDS {
            walker.goes_on(AFTER);
        }
        person.presses_button("Save this and leave");
        person.sees_text("It is in your journal.");
        person.sees_heading("Sitting with it");
        if *until != WORDS {
            person.sees_text("Left before the end of the way");
        }
        sees_entries(person, count + 1);
        sees_stored(person, Stored::Draft, 0);
    }
}

/// Nothing at all is nothing to keep.
fn keeps_nothing_of_nothing(person: &mut Person, site: &mut Site) {
    let walker = Walker::new(person, Hands::Pointer, exercise("thank-the-guard"));
    starts(&walker, site);
    person.presses_button("Save this and leave");
    person.sees_text("Nothing was kept.");
    sees_stored(person, Stored::Draft, 0);
    // A word that is typed and not added is something.
    starts(&walker, site);
    person.presses_button("Next");
    person.writes("A word of your own", "foggy");
    person.presses_button("Save this and leave");
    person.sees_text("It is in your journal.");
    person.sees_text("foggy");
}

fn leaves_without_saving(person: &mut Person, site: &mut Site) {
    let walker = Walker::new(person, Hands::Pointer, exercise("thank-the-guard"));
    starts(&walker, site);
    goes_on_to(&walker, "angry", OFFER);
    walker.goes_on(OFFER);
    person.picks_radio("What stands guard?", "Something else");
    person.writes("Or in your own words", "nobody is to read this");
    sees_held(person, "nobody is to read");
    person.presses_button("Leave without saving");
    person.sees_text("Nothing was kept.");
    sees_stored(person, Stored::Draft, 0);
    sees_stored(person, Stored::Entry, 0);
    assert!(!holds_stored(person, "nobody is to read"), "the words are still stored");
    sees_nothing_begun(person);
}

fn sits_at_8_before(person: &mut Person, site: &mut Site) {
    let mut walker = Walker::new(person, Hands::Pointer, exercise("steady-ground"));
    walker.distress = [8, 8];
    starts(&walker, site);
    goes_on_to(&walker, "flat", "That is a lot to carry");
    person.sees_no(Role::Button, "Try this: One small step");
    person.follows_link("See who to call");
    person.sees_heading("Support");
    person.goes_back();
    person.sees_heading("That is a lot to carry");
    person.presses_button("Go to Steady ground");
    person.sees_heading("You are here");
    person.presses_button("Finish here");
    person.sees_heading(AFTER);
    walker.does(AFTER);
    person.presses_button("Next");
    // After Steady ground comes Support, and never Steady ground again.
    person.sees_heading("It is hard right now");
    person.sees_no(Role::Button, "Save this, and go to Steady ground");
    person.presses_button("Save this, and see who to call");
    person.sees_heading("Support");
    sees_entries(person, 1);
}

fn sits_with_a_rise_of_3(person: &mut Person, site: &mut Site) {
    let mut walker = Walker::new(person, Hands::Pointer, exercise("one-small-step"));
    walker.distress = [2, 5];
    for goes_on in [false, true] {
        starts(&walker, site);
        goes_on_to(&walker, "flat", OFFER);
        walker.goes_on(OFFER);
        person.presses_button("Finish here");
        person.sees_heading(AFTER);
        walker.does(AFTER);
        person.presses_button("Next");
        person.sees_heading("It is hard right now");
        person.finds(Role::Link, "See who to call");
        if goes_on {
            person.presses_button("Go on to the words all the same");
            person.sees_heading(WORDS);
            person.presses_button("Save and finish");
        } else {
            person.presses_button("Save this, and go to Steady ground");
        }
        person.sees_heading("Steady ground");
        person.sees_text("It is hard right now. That is no failure of yours");
    }
    sees_entries(person, 2);
}

/// A path of an older version, left open for longer than a week.
fn sits_on_in_an_older_path(person: &mut Person, site: &mut Site) {
    let walker = Walker::new(person, Hands::Pointer, exercise("one-small-step"));
    starts(&walker, site);
    goes_on_to(&walker, "flat", OFFER);
    person.goes_to("#/about");
    person.sees_heading("About");
    sees_stored(person, Stored::Draft, 1);
    let draft = stored(person, Stored::Draft).remove(0);
    rewrites(person, &draft, |body| {
        let (head, rest) = body.rsplit_once("\"started\":\"").expect("a run has begun");
        let later = rest.find('-').expect("a day has a year");
        let body = format!("{head}\"started\":\"2020{}", &rest[later..]);
        body.replace("\"sit\":{\"version\":1", "\"sit\":{\"version\":0")
    });
    person.reloads();
    person.goes_to("#/sit");
    person.sees_text("This exercise has changed since you began.");
    person.sees_text("flat");
    person.presses_button("Begin again with these answers");
    person.sees_text("You began this on");
    person.sees_heading(MAP);
    person.presses_button("Next");
    person.finds(Role::Button, "Take out flat");
    person.presses_button("Save this and leave");
    person.sees_heading("Sitting with it");
    person.sees_text("flat");
}

/// Looks at the first half of the path, up to what is offered, or at the rest.
fn looks(person: &mut Person, site: &mut Site, look: &str, width: u32, early: bool) {
    const EARLY: [&str; 5] = [MAP, FEELING, BODY, STRENGTH, OFFER];
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    let walker = Walker::new(person, Hands::Pointer, exercise("body-map"));
    person.goes_to("#/sit");
    person.sees_heading("Leave it out if");
    if early {
        looking.looks("before it begins");
    }
    person.presses_button("Start");
    person.sees_heading(MAP);
    walker.goes_through(|heading| {
        if EARLY.contains(&heading) == early {
            looking.looks(heading);
        }
    });
    if !early {
        looking.looks("its entry");
    }
    looking.ends();
    tidies_up(person);
}

/// Looks at what is offered where it is hard, before and after.
fn looks_hard(person: &mut Person, site: &mut Site, look: &str, width: u32) {
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    let mut walker = Walker::new(person, Hands::Pointer, exercise("steady-ground"));
    walker.distress = [9, 9];
    person.goes_to("#/sit");
    person.presses_button("Start");
    person.sees_heading(MAP);
    goes_on_to(&walker, "flat", "That is a lot to carry");
    looking.looks("8 before");
    person.presses_button("Go to Steady ground");
    person.presses_button("Finish here");
    person.sees_heading(AFTER);
    walker.does(AFTER);
    person.presses_button("Next");
    person.sees_heading("It is hard right now");
    looking.looks("hard after");
    looking.ends();
    tidies_up(person);
}
