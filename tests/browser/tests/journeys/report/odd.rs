//! Little to put on a page, and entries that nobody would expect.

use super::{
    GOES_IN, NOTHING, READER, SEE, SHEET, TITLE, WORDS, box_of, goes_there, sheet, today, writing,
};
use crate::{
    steps::{arrives, asks},
    trouble::FILL,
};
use browser_tests::{find::Role, person::Person, site::Site};
use freshet::core::day::Day;
use serde_json::json;

pub(super) fn a_page_from_little_or_odd(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    goes_there(person);
    person.sees_text("There is no entry in these days.");
    person.sees_text(NOTHING);
    person.sees_no(Role::Button, SEE);
    let first = Day::from_ymd(1, 1, 1).expect("a day");
    let mut right_to_left = writing(2, today(person), "emoji");
    right_to_left.text = "שלום עולם.\n\n🌊🌊🌊".to_owned();
    person.has_kept(&[writing(1, first, "long-ago"), right_to_left]);
    goes_there(person);
    // A period with one entry: too few for a picture, and it says so.
    person.ticks_in("Pictures", "Days");
    person.ticks(&box_of(person, "שלום"));
    person.presses_button(SEE);
    person.sees_text("There are too few ticked entries for the pictures you ticked.");
    person.sees_no(Role::Button, "Print it, or save it as a PDF");
    person.presses_button("Go back and change it");
    person.sees_heading(TITLE);
    person.ticks_in(GOES_IN, WORDS);
    person.chooses("Which days", "All days");
    person.presses_button("January 1: 0 of 1");
    person.ticks(&box_of(person, "long-ago"));
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    person.sees_text("Not drawn, since there are too few ticked entries for it: Days.");
    sheet(person, &["January 1", "Words of long-ago.", "שלום עולם.", "🌊🌊🌊"]);
    let script = "return Array.from(document.querySelectorAll('.sheet .read p'))
        .map((p) => getComputedStyle(p).direction)";
    person.waits_for("the ways they run", script, &json!(["ltr", "rtl", "ltr"]));
}

pub(super) fn a_page_of_a_very_long_entry(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let mut long = writing(1, today(person), "long");
    // A megabyte, with its end marked.
    long.text = format!("long {} the-very-end", "a word or two ".repeat(75_000));
    person.has_kept(&[long]);
    goes_there(person);
    let name = box_of(person, "long");
    assert!(name.chars().count() < 300, "its row has all of it");
    person.ticks_in(GOES_IN, WORDS);
    person.presses_button("Tick the 1 that comes along");
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    let script = "return document.querySelector('.sheet').textContent.includes('the-very-end')";
    person.waits_for("its end", script, &json!(true));
}

pub(super) fn words_to_a_reader_find_no_room(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    goes_there(person);
    asks(person, FILL);
    person.writes(READER, "no room for these");
    person.presses_button("Keep these words for next time");
    person.sees_text("The words were not kept. There is no room left in this browser.");
    // They are not called kept, and can be printed all the same.
    person.sees_no_text("These words are kept with your journal.");
    person.sees_in_field(READER, "no room for these");
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    sheet(person, &["no room for these"]);
}
