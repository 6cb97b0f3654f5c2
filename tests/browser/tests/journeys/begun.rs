//! What was begun of an entry and is not saved yet, while other things are done
//! with the entry.

use crate::{
    keeping::{MENU, opens, written},
    steps::{arrives, asks, sees_entries, sets_day},
    stored::{Stored, holds_stored, sees_held, sees_stored},
    writing::{WORDS, begins, pastes},
};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use freshet::core::{
    answer::{Answer, Answered},
    entry::{Entry, ExerciseRecord, Kind},
    follow_up::{Pending, PendingState},
    rating::Ratings,
};

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("a_begun_change_stays_one_entry", a_begun_change_stays_one_entry),
    Journey::new("nothing_begun_holds_what_is_gone", nothing_begun_holds_what_is_gone),
    Journey::new("puts_nothing_away_that_a_draft_holds", puts_nothing_away_that_a_draft_holds),
    Journey::new("a_copy_is_not_put_where_the_other_is", a_copy_is_not_put_where_the_other_is),
    Journey::new("waves_a_question_away_from_what_is_there", waves_a_question_away),
];

const BEGUN: &str = "Something else was begun in this entry and is not saved yet.";

/// What is done with an entry meanwhile makes no second one of a begun change.
fn a_begun_change_stays_one_entry(person: &mut Person, site: &mut Site) {
    begins(person, site);
    pastes(person, "- [ ] tea");
    person.presses_button("Save");
    person.sees_heading("Writing");
    let entry = asks(person, "return location.hash");
    let goes_back = || person.goes_to(entry.as_str().expect("an address"));
    person.follows_link("Change");
    person.sees_heading("Change an entry");
    person.writes(WORDS, " and milk");
    goes_back();
    person.presses_button(MENU);
    person.presses_button("Keep at the top");
    person.sees_text("It stands at the top of your journal.");
    // What the change holds too waits for it.
    person.ticks("tea");
    person.sees_text(BEGUN);
    person.sees_off(Role::Checkbox, "tea");
    person.sees_focus(Role::Checkbox, "tea");
    person.follows_link("Change");
    person.sees_in_field(WORDS, "- [ ] tea and milk");
    person.presses_button("Save the changes");
    person.sees_text("Saved.");
    person.sees_text("tea and milk");
    sees_entries(person, 1);
    person.sees_heading("Kept at the top");
    goes_back();
    moves(person, "2024-02-29");
    person.sees_text("It stands on Thursday, 29 February 2024 now.");
    person.follows_link("Change");
    person.writes(WORDS, ", and honey");
    person.presses_button("Take it back");
    person.sees_text(BEGUN);
    goes_back();
    moves(person, "2024-03-01");
    person.sees_text(BEGUN);
    person.sees_text("29 February 2024");
}

fn moves(person: &Person, day: &str) {
    person.presses_button(MENU);
    person.presses_button("Move to another day");
    sets_day(person, "To which day?", day);
    person.presses_button("Move it");
}

/// *Writing around it*, which asks what becomes of these words.
fn asking(number: u8, words: &str) -> Entry {
    let mut entry = written(number, String::new());
    let answer = Answer::Text(words.to_owned());
    let question = "Write around it".to_owned();
    let pending = Pending {
        day: entry.day,
        question: "You put something away for later.".to_owned(),
        state: PendingState::Waiting,
    };
    entry.kind = Kind::Exercise(ExerciseRecord {
        exercise: "around-the-edges".to_owned(),
        version: 1,
        started: entry.written,
        finished: entry.written,
        stopped_early: false,
        before: Ratings::default(),
        after: Ratings::default(),
        answers: vec![Answered { step: "write".to_owned(), question, answer }],
        follow_up: Some(pending),
    });
    entry
}

/// Begins a change of an entry and the answer to what it asks.
fn begins_both(person: &Person, entry: &Entry) {
    opens(person, entry);
    person.follows_link("Change");
    person.writes("Write around it", ", and more");
    opens(person, entry);
    person.follows_link("Answer");
    person.sees_heading("What becomes of it?");
    person.picks_radio("What becomes of it?", "Keep it open");
    sees_stored(person, Stored::Draft, 2);
}

fn nothing_begun_holds_what_is_gone(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let (one, other) = (asking(1, "a kumquat"), asking(2, "a quince"));
    person.has_kept(&[one.clone(), other.clone()]);
    begins_both(person, &one);
    person.presses_button("Never keep it");
    person.presses_button("Yes, take them away");
    person.presses_button("Finish here");
    person.presses_button("Save and finish");
    person.sees_text("It is in your journal.");
    sees_stored(person, Stored::Draft, 0);
    assert!(!holds_stored(person, "a kumquat"), "the words are still stored");
    begins_both(person, &other);
    sees_held(person, "a quince");
    opens(person, &other);
    person.presses_button("Put in the bin");
    person.follows_link("Bin (1)");
    person.presses_button("Delete for good: …");
    person.presses_button("Yes, delete it");
    sees_stored(person, Stored::Draft, 0);
    assert!(!holds_stored(person, "a quince"), "the words are still stored");
}

/// The answer waits until the change is saved or dropped, and nothing of it is lost.
fn puts_nothing_away_that_a_draft_holds(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let entry = asking(1, "as it was");
    person.has_kept(std::slice::from_ref(&entry));
    opens(person, &entry);
    person.follows_link("Change");
    person.writes("Write around it", ", and more");
    opens(person, &entry);
    person.follows_link("Answer");
    person.picks_radio("What becomes of it?", "Hide it until a day I choose");
    sets_day(person, "Until", "2999-01-01");
    person.presses_button("Finish here");
    person.presses_button("Save and finish");
    person.sees_text(BEGUN);
    opens(person, &entry);
    person.follows_link("Change");
    person.sees_in_field("Write around it", "as it was, and more");
    person.presses_button("Save the changes");
    person.sees_text("as it was, and more");
    person.follows_link("Answer");
    person.presses_button("Save and finish");
    person.sees_text("It is in your journal.");
    sees_stored(person, Stored::Draft, 0);
    opens(person, &entry);
    person.sees_text("1 January 2999. You asked to leave this alone until then.");
    person.sees_no_text("as it was");
}

/// Another tab changes an entry and bins it, while a change of it is begun.
fn a_copy_is_not_put_where_the_other_is(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let entry = written(1, "as it was".to_owned());
    person.has_kept(std::slice::from_ref(&entry));
    opens(person, &entry);
    person.follows_link("Change");
    person.sees_in_field(WORDS, "as it was");
    let first = person.tab();
    person.opens_in_a_tab(&site.home());
    opens(person, &entry);
    person.follows_link("Change");
    person.writes(WORDS, ", then elsewhere");
    person.presses_button("Save the changes");
    person.sees_text("as it was, then elsewhere");
    person.presses_button("Put in the bin");
    person.sees_text("Bin (1)");
    person.turns_to(&first);
    person.writes(WORDS, ", then here");
    person.presses_button("Save the changes");
    person.sees_text("Both are kept");
    person.sees_text("as it was, then here");
    sees_entries(person, 1);
    person.follows_link("Bin (1)");
    person.presses_button("Delete for good: …");
    person.presses_button("Yes, delete it");
    person.sees_text("The bin is empty.");
    assert!(!holds_stored(person, "then elsewhere"), "the words are still stored");
    sees_entries(person, 1);
}

/// The question may be older on the screen than the entry is.
fn waves_a_question_away(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let entry = asking(1, "as it was");
    person.has_kept(std::slice::from_ref(&entry));
    person.goes_to("#/");
    person.sees_text("You put something away for later.");
    let first = person.tab();
    person.opens_in_a_tab(&site.home());
    opens(person, &entry);
    person.follows_link("Change");
    person.writes("Write around it", ", and more");
    person.presses_button("Save the changes");
    person.sees_text("as it was, and more");
    person.turns_to(&first);
    person.presses_button("Don’t ask again");
    person.sees_no_text("You put something away for later.");
    sees_entries(person, 1);
    person.sees_text("as it was, and more");
}
