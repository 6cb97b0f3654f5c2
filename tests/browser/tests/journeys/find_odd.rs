//! Finding what is out of the ordinary: nonsense, any script, days at the ends
//! of time, and an entry of a megabyte.

use crate::{
    calendars::goes_to_day,
    find::{SEARCH, day, few, looks_for, opens_a_journal_of, sees_in_order, sees_marked},
    steps::asks,
};
use browser_tests::{diary::Diarist, person::Person, site::Site, suite::Journey};
use serde_json::json;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("finds_nothing_in_nonsense", finds_nothing_in_nonsense),
    Journey::new("finds_words_of_any_script", finds_words_of_any_script),
    Journey::new("finds_words_in_a_megabyte", finds_words_in_a_megabyte),
];

/// Searches for what is not typed letter by letter.
#[track_caller]
fn has_in_the_field(person: &Person, words: &str) {
    let script = "const field = document.getElementById('search');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    person.asks(script, &[json!(words)]);
}

fn finds_nothing_in_nonsense(person: &mut Person, site: &mut Site) {
    opens_a_journal_of(person, site, &few());
    person.writes(SEARCH, "\"");
    person.sees_text("says nothing to look for yet");
    person.sees_text("5 entries");
    looks_for(person, "before:soon");
    person.sees_text("“before:soon” is not a day.");
    looks_for(person, "e");
    person.sees_text("5 entries found");
    looks_for(person, "zzyzx");
    person.sees_text("Nothing found.");
    person.empties(SEARCH);
    person.sees_no_text("Nothing found.");
    has_in_the_field(person, &"x".repeat(1_000));
    person.sees_text("Nothing found.");
    has_in_the_field(person, &"a ".repeat(500));
    person.sees_text("was left out. There is room for 24 words and labels.");
}

fn finds_words_of_any_script(person: &mut Person, site: &mut Site) {
    let mut diarist = Diarist::default();
    let entries = [
        diarist.writing(day("2026-01-01"), "😀😭🫠"),
        diarist.writing(day("2026-01-02"), "היה יום שקט ליד הנהר"),
        diarist.writing(day("0001-01-01"), "the first day there is"),
        diarist.writing(day("9999-12-31"), "the last day there is"),
        diarist.writing(day("2026-01-03"), "<b>bold</b> & \"quoted\""),
    ];
    opens_a_journal_of(person, site, &entries);
    sees_in_order(person, &["last day", "bold", "הנהר", "😭", "first day"]);
    // WebKit's driver has no keys for them.
    has_in_the_field(person, "😭");
    sees_in_order(person, &["😀😭🫠"]);
    for (typed, found) in [
        ("שקט", "היה יום שקט"),
        ("after:9998", "last day"),
        ("before:0002", "first day"),
        ("<b>", "<b>bold</b>"),
    ] {
        looks_for(person, typed);
        sees_in_order(person, &[found]);
    }
    person.presses_button("Clear the search");
    person.picks_radio("Show as", "Month");
    goes_to_day(person, "0001-01-01");
    person.sees_text("the first day there is");
    person.presses_button("Month before");
    person.sees_text("the first day there is");
    goes_to_day(person, "9999-12-31");
    person.sees_text("the last day there is");
    person.presses_button("Month after");
    person.sees_text("the last day there is");
}

fn finds_words_in_a_megabyte(person: &mut Person, site: &mut Site) {
    let mut diarist = Diarist::default();
    let mut long = "A long day by the river, and nothing to say of it. ".repeat(21_000);
    assert!(long.len() > 1_000_000);
    long.push_str("At the end a kumquat.");
    // Two in one minute, one of them of one line that has no end.
    let entries = [
        diarist.writing(day("2026-03-01"), &long),
        diarist.writing(day("2026-03-01"), &"w".repeat(1_000_000)),
    ];
    opens_a_journal_of(person, site, &entries);
    person.sees_text("2 entries");
    let wide = "return document.documentElement.scrollWidth - innerWidth";
    assert!(asks(person, wide).as_i64() <= Some(0), "the page is wider than the window");
    person.writes(SEARCH, "kumquat");
    sees_in_order(person, &["At the end a kumquat."]);
    sees_marked(person, "kumquat");
    let shown = "return document.querySelector('.rows--long .row__said').textContent.length";
    assert!(asks(person, shown).as_u64() < Some(400), "more is shown than a row has room for");
    looks_for(person, "ww");
    sees_in_order(person, &["ww"]);
    let shown = asks(person, shown);
    assert!(shown.as_u64() < Some(4_000), "{shown} letters are in a row");
    person.goes_to("#/settings");
    person.sees_heading("Settings");
}
