//! Words of any length and direction, and the days that they are for.

use crate::steps::{arrives, asks, sees_entries, writes_an_entry};
use crate::stored::{Stored, sees_held, sees_stored};
use crate::writing::{WORDS, begins, pastes, sets_day};
use browser_tests::{person::Person, site::Site, suite::Journey};
use serde_json::{Value, json};
use xtask::browsers::Engine;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("keeps_a_megabyte", keeps_a_megabyte),
    Journey::new("words_run_their_own_way", words_run_their_own_way),
    Journey::new("any_day_can_be_set", any_day_can_be_set),
    Journey::new("a_day_does_not_move_with_the_zone", a_day_does_not_move_with_the_zone)
        .own_browser()
        .only(CHROMIUM),
    Journey::new("two_entries_in_one_minute", two_entries_in_one_minute),
];

fn keeps_a_megabyte(person: &mut Person, site: &mut Site) {
    begins(person, site);
    let line = "The kettle and the rain, *again* and again: déjà vu, 川 and 😀.\n\n";
    let words = line.repeat(1_000_000 / line.len() + 1);
    pastes(person, &words);
    sees_stored(person, Stored::Draft, 1);
    person.reloads();
    let held = "return document.getElementById('words')?.value.length ?? 0";
    let long = json!(words.encode_utf16().count());
    person.waits_until("the draft is back", || asks(person, held) == long);
    person.presses_button("Save");
    person.sees_heading("Writing");
    let paragraphs = json!(words.matches("\n\n").count());
    let shown = "return document.querySelectorAll('.read p').length";
    person.waits_until("all of it is shown", || asks(person, shown) == paragraphs);
    // In a value of its own or in a block, as soon as there is a quiet moment.
    sees_held(person, "déjà vu, 川 and 😀.");
    sees_stored(person, Stored::Draft, 0);
    person.reloads();
    person.waits_until("all of it is shown again", || asks(person, shown) == paragraphs);
    person.follows_link("Change");
    person.waits_until("all of it can be changed", || asks(person, held) == long);
}

fn words_run_their_own_way(person: &mut Person, site: &mut Site) {
    begins(person, site);
    pastes(person, "שלום, זה יום ארוך.\n\nAnd a line in English.\n\n- مرحبا");
    let runs = |of: &str, way: &str| {
        let script = format!("return getComputedStyle(document.querySelector('{of}')).direction");
        person.waits_for(&format!("the way of {of}"), &script, &json!(way));
    };
    runs("#words", "rtl");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.sees_text("שלום, זה יום ארוך.");
    runs(".read p", "rtl");
    runs(".read p + p", "ltr");
    runs(".read ul", "rtl");
    // Nothing but emoji is an entry as well.
    writes_an_entry(person, "😀🏳️‍🌈👩‍👩‍👧");
    sees_entries(person, 2);
}

fn any_day_can_be_set(person: &mut Person, site: &mut Site) {
    for (day, said) in [("0001-01-01", "1 January 1"), ("9999-12-31", "31 December 9999")] {
        begins(person, site);
        person.writes(WORDS, day);
        sets_day(person, day);
        person.sees_text(said);
        person.presses_button("Save");
        person.sees_heading("Writing");
        person.sees_text(said);
        person.reloads();
        person.sees_text(said);
        let time = "return document.querySelector('time').dateTime";
        person.waits_for("the day", time, &json!(day));
    }
    sees_entries(person, 2);
    // What is no day leaves the day as it was.
    person.follows_link("Write");
    sets_day(person, "");
    person.sees_text("That is not a day. The day was left as it was.");
}

fn a_day_does_not_move_with_the_zone(person: &mut Person, site: &mut Site) {
    let zone = |person: &Person, zone: &str| {
        let set =
            person.browser.chromium("Emulation.setTimezoneOverride", json!({ "timezoneId": zone }));
        set.expect("Chromium answers");
    };
    let day = |person: &Person| -> Value {
        person.sees_heading("Writing");
        asks(person, "return document.querySelector('time').dateTime")
    };
    zone(person, "Pacific/Kiritimati");
    arrives(person, site);
    writes_an_entry(person, "far in the east");
    let east = day(person);
    zone(person, "Pacific/Pago_Pago");
    person.reloads();
    assert_eq!(day(person), east);
    person.follows_link("Change");
    person.writes(WORDS, ", changed in the west");
    person.presses_button("Save the changes");
    person.sees_text("changed in the west");
    assert_eq!(day(person), east);
    // Here it is another day.
    writes_an_entry(person, "far in the west");
    assert_ne!(day(person), east);
}

fn two_entries_in_one_minute(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "the first");
    writes_an_entry(person, "the second");
    sees_entries(person, 2);
    person.sees_text("the first");
    person.sees_text("the second");
}
