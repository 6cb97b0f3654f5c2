//! Keeping safe what was written: each thing done with an entry, and undone.

use crate::{
    access::Looking,
    steps::{arrives, asks, opens_from_journal, sees_entries, sets_day, today, writes_an_entry},
    stored::sees_held,
    trouble::FILL,
};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use freshet::core::{
    day::{Day, Moment},
    entry::{Entry, EntryId, Kind},
};
use serde_json::json;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("puts_the_version_before_back", puts_the_version_before_back),
    Journey::new("puts_an_entry_away_until_a_day", puts_an_entry_away_until_a_day),
    Journey::new("pins_moves_and_copies_by_keyboard", pins_moves_and_copies_by_keyboard),
    Journey::new("puts_two_entries_into_one", puts_two_entries_into_one),
    Journey::new("puts_them_together_whole_or_not", puts_them_together_whole_or_not),
    Journey::new("says_that_one_is_in_the_bin", says_that_one_is_in_the_bin),
    Journey::new("sees_this_day_of_earlier_years", sees_this_day_of_earlier_years),
    Journey::new("empties_the_bin_when_asked_to", empties_the_bin_when_asked_to),
];

pub(crate) const MENU: &str = "More you can do";

fn looks(person: &Person) {
    let mut looking = Looking::new(person);
    looking.looks("what is kept");
    looking.ends();
}

fn changes_to(person: &Person, words: &str) {
    person.follows_link("Change");
    person.empties("Your words");
    person.writes("Your words", words);
    person.presses_button("Save the changes");
    person.sees_heading("Writing");
}

fn puts_the_version_before_back(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "the first words");
    changes_to(person, "the second words");
    person.reloads();
    person.sees_text("the second words");
    person.sees_no_text("the first words");
    person.presses_button("The version before");
    person.sees_text("the first words");
    person.presses_button("Put this version back");
    person.sees_text("The version before is back.");
    person.sees_text("the first words");
    person.presses_button("Take it back");
    person.sees_text("It is as it was.");
    person.sees_text("the second words");
    person.presses_button("The version before");
    person.presses_button("Let it go for good");
    person.presses_button("Yes, delete it");
    person.sees_text("The version before is gone.");
    person.sees_no(Role::Button, "Take it back");
    person.reloads();
    person.sees_text("the second words");
    person.sees_no(Role::Button, "The version before");
}

fn puts_an_entry_away_until_a_day(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "words to be left alone");
    person.presses_button(MENU);
    person.presses_button("Put away until a day");
    person.presses_button("Put it away");
    person.sees_text("Please choose a day after today.");
    sets_day(person, "Until which day?", "2020-01-01");
    person.presses_button("Put it away");
    person.sees_text("Please choose a day after today.");
    sets_day(person, "Until which day?", "2999-05-03");
    person.presses_button("Put it away");
    person.sees_text("You asked to leave this alone until then.");
    person.sees_no_text("words to be left alone");
    person.reloads();
    person.sees_text("You asked to leave this alone until then.");
    person.sees_no_text("words to be left alone");
    person.presses_button("Open it anyway");
    person.sees_text("words to be left alone");
    person.presses_button("Close it again");
    person.sees_no_text("words to be left alone");
    person.presses_button("Open it anyway");
    person.presses_button("Do not put it away any more");
    person.sees_text("It is not put away any more.");
    person.sees_text("words to be left alone");
    person.presses_button("Take it back");
    person.sees_no_text("words to be left alone");
    // Taken out, it still says that it was put away.
    person.presses_button("Open it anyway");
    person.presses_button("Do not put it away any more");
    person.sees_text("It is not put away any more.");
    person.goes_to("#/look-back/put-away");
    person.presses_button("Show the list");
    person.sees_text("taken out by you");
}

fn pins_moves_and_copies_by_keyboard(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "kept near");
    person.tabs_and_presses(MENU);
    person.tabs_and_presses("Keep at the top");
    person.sees_text("It stands at the top of your journal.");
    person.tabs_and_presses(MENU);
    person.tabs_and_presses("Move to another day");
    sets_day(person, "To which day?", "2024-02-29");
    person.tabs_and_presses("Move it");
    person.sees_text("It stands on Thursday, 29 February 2024 now.");
    person.tabs_and_presses("Take it back");
    person.sees_text("It is as it was.");
    person.sees_no_text("29 February 2024");
    person.tabs_and_presses(MENU);
    person.tabs_and_presses("Write a new one from this");
    person.sees_heading("Write");
    person.sees_in_field("Your words", "kept near");
    person.tabs_and_presses("Save");
    person.sees_heading("Writing");
    sees_entries(person, 2);
    person.sees_heading("Kept at the top");
    looks(person);
}

fn puts_two_entries_into_one(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "the morning");
    writes_an_entry(person, "the evening");
    person.presses_button(MENU);
    person.presses_button("Put another entry into this one");
    let option = "Writing, …";
    person.picks_radio("Which entry is to come into this one?…", option);
    person.sees_text("The other one goes to the bin as it is.");
    looks(person);
    person.presses_button("Put them together");
    person.sees_text("Both stand in this entry.");
    person.sees_text("the evening");
    person.sees_text("the morning");
    person.presses_button("Take it back");
    person.sees_text("It is as it was.");
    person.sees_no_text("the morning");
    // The other one is out of the bin, to be put in again.
    joins(person);
    person.sees_text("Both stand in this entry.");
    sees_entries(person, 1);
    person.sees_text("Bin (1)");
    opens_from_journal(person, "Writing");
    person.sees_text("the morning");
    person.presses_button("The version before");
    person.presses_button("Put this version back");
    person.sees_no_text("the morning");
    person.follows_link("Journal");
    person.follows_link("Bin (1)");
    person.presses_button("Take back Writing…");
    sees_entries(person, 2);
}

/// Puts another entry into the one on the screen.
fn joins(person: &Person) {
    person.presses_button(MENU);
    person.presses_button("Put another entry into this one");
    person.picks_radio("Which entry is to come into this one?…", "Writing, …");
    person.presses_button("Put them together");
}

/// Letters that hardly get smaller, other ones from each seed.
fn hard_to_compress(mut seed: u32) -> String {
    let mut letter = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (seed >> 24) as u8 % 26)
    };
    (0..20_000).map(|_| letter()).collect()
}

/// An entry of long ago with this text.
pub(crate) fn written(number: u8, text: String) -> Entry {
    let now: Moment = "2020-01-01T10:00:00+00:00".parse().expect("a moment");
    let id = EntryId::from_random([number; 8]);
    Entry { text, ..Entry::new(id, now, Kind::Writing(None)) }
}

pub(crate) fn opens(person: &Person, entry: &Entry) {
    person.goes_to(&format!("#/entry/{}", entry.id));
}

/// Two entries that stand in one value, and room for so much of that value. The
/// first one is on the screen.
fn has_two_and_room(person: &Person, times: f64) -> Entry {
    let kept = written(1, format!("one {}", hard_to_compress(1)));
    let other = written(2, format!("two {}", hard_to_compress(2)));
    person.has_kept(&[kept.clone(), other]);
    opens(person, &kept);
    person.sees_heading("Writing");
    asks(person, FILL);
    let frees =
        "const ours = Object.keys(localStorage).filter((key) => key.startsWith('freshet:'));
        const sizes = ours.map((key) => localStorage[key].length);
        const held = localStorage['another page'];
        localStorage['another page'] = held.slice(Math.max(...sizes) * arguments[0])";
    person.asks(frees, &[json!(times)]);
    kept
}

/// Where only one of the two can be saved, neither is changed.
fn puts_them_together_whole_or_not(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    // For the other one in the bin, but not for both in one then.
    let kept = has_two_and_room(person, 1.5);
    joins(person);
    person.sees_text("There is no room left in this browser.");
    sees_entries(person, 2);
    person.sees_no_text("Bin (1)");
    // It was there, and came out again.
    sees_held(person, r#""id":"0202020202020202","revision":3"#);
    asks(person, "localStorage.removeItem('another page')");
    person.reloads();
    sees_entries(person, 2);
    opens(person, &kept);
    joins(person);
    person.sees_text("Both stand in this entry.");
    assert_eq!(person.reads_text().matches("two ").count(), 1, "the words stand there once");
    sees_entries(person, 1);
}

/// Where the other one cannot come out of the bin again, that is said.
fn says_that_one_is_in_the_bin(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    // For the other one in the bin, and not for it once more.
    has_two_and_room(person, 0.75);
    joins(person);
    person.sees_text("the other one is in the bin now, whole.");
    sees_entries(person, 1);
    asks(person, "localStorage.removeItem('another page')");
    person.follows_link("Bin (1)");
    person.presses_button("Take back Writing…");
    sees_entries(person, 2);
}

/// An entry of this day, so many years ago.
pub(crate) fn years_ago(person: &Person, number: u8, years: i32, text: &str) -> Entry {
    let (year, month, day) = today(person).ymd();
    // 29 February comes every fourth year only.
    let day = Day::from_ymd(year - years, month, day)
        .or_else(|_| Day::from_ymd(year - 4 * years, month, day));
    let now: Moment = "2020-01-01T10:00:00+00:00".parse().expect("a moment");
    let mut entry = Entry::new(EntryId::from_random([number; 8]), now, Kind::Writing(None));
    entry.day = day.expect("a day of that year");
    entry.text = text.to_owned();
    entry
}

fn sees_this_day_of_earlier_years(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let mut sealed = years_ago(person, 4, 4, "put away");
    sealed.sealed_until = Some("2999-01-01".parse().expect("a day"));
    sealed.kind = Kind::CheckIn;
    let mut check_in = years_ago(person, 2, 2, "two years ago");
    check_in.kind = Kind::CheckIn;
    person.has_kept(&[years_ago(person, 1, 1, "a year ago"), check_in, sealed]);
    person.follows_link("Journal");
    person.follows_link("See what you wrote on this day in earlier years");
    person.sees_heading("On this day");
    person.sees_text("a year ago");
    person.sees_text("two years ago");
    person.sees_no_text("Put away");
    looks(person);
    person.presses_button("Leave it out of “On this day”: Check-in, …");
    person.sees_no_text("two years ago");
    person.presses_button("Take it back");
    person.sees_text("two years ago");
    person.presses_button("Leave it out of “On this day”: Check-in, …");
    person.presses_button("This was a hard day: Writing, …");
    person.sees_text("There is nothing to show for");
    person.reloads();
    person.sees_text("There is nothing to show for");
    // The mark is in the entry, and goes with one tap.
    opens_from_journal(person, "Writing");
    person.sees_on(Role::Button, "This was a hard day");
    person.presses_button("This was a hard day");
    person.sees_off(Role::Button, "This was a hard day");
    person.follows_link("Journal");
    person.follows_link("See what you wrote on this day in earlier years");
    person.sees_text("a year ago");
    person.sees_no_text("two years ago");
}

fn empties_the_bin_when_asked_to(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let mut old = years_ago(person, 1, 1, "long there");
    old.binned = Some(old.written);
    person.has_kept(&[old, years_ago(person, 2, 2, "stays")]);
    person.follows_link("Journal");
    person.follows_link("Bin (1)");
    person.sees_text("1 entry has been in the bin for 30 days or more.");
    looks(person);
    person.presses_button("Delete these for good");
    person.sees_text("with anything begun there that is not saved yet?");
    person.presses_button("No, keep them");
    person.sees_no(Role::Button, "Yes, delete them");
    person.sees_text("long there");
    person.presses_button("Delete these for good");
    person.presses_button("Yes, delete them");
    person.sees_text("The bin is empty.");
    person.reloads();
    person.sees_text("The bin is empty.");
    sees_entries(person, 1);
}
