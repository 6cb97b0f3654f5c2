//! The version before.

use crate::made::{an_entry, exercise, id, now, writing};
use freshet::core::answer::Answer;
use freshet::core::draft::Writing;
use freshet::core::entry::{Entry, Kind};
use freshet::core::follow_up::{Pending, PendingState};
use freshet::core::keeping::Act;
use freshet::core::tags::Tags;
use freshet::core::vault::compress::compress;
use proptest::prelude::*;

fn edited(entry: &Entry, change: impl FnOnce(&mut Writing)) -> Entry {
    let mut writing = Writing::of_entry(entry);
    change(&mut writing);
    writing.entry(entry.id, Some(entry), now())
}

fn say(text: &str) -> impl FnOnce(&mut Writing) {
    let text = text.to_owned();
    move |writing| writing.text = text
}

fn former(entry: &Entry) -> Option<&str> {
    entry.former.as_ref().map(|former| former.text.as_str())
}

#[test]
fn an_edit_keeps_the_version_before_and_only_that() {
    let second = edited(&writing(1, "first"), say("second"));
    assert_eq!(former(&second), Some("first"));
    let third = edited(&second, say("third"));
    assert_eq!(former(&third), Some("second"));
    assert!(third.former.as_ref().unwrap().former.is_none());
}

#[test]
fn an_edit_that_changes_nothing_leaves_it_alone() {
    let second = edited(&writing(1, "first"), say("second"));
    let same = edited(&second, |_| {});
    assert_eq!((same.revision, former(&same)), (3, Some("first")));
    assert_eq!(former(&edited(&writing(1, "first"), |_| {})), None);
}

#[test]
fn what_stands_beside_the_words_counts_too() {
    let mut tags = Tags::default();
    tags.add("one").unwrap();
    let entry = edited(&writing(1, "same"), |writing| writing.tags = tags);
    assert!(entry.former.as_ref().unwrap().tags.is_empty());
}

#[test]
fn it_is_put_back_and_forth_and_let_go() {
    let second = edited(&writing(1, "first"), say("second"));
    let (back, undo) = Act::PutBack(1).on(&second, now()).unwrap();
    assert_eq!((back.text.as_str(), former(&back)), ("first", Some("second")));
    assert_eq!(undo.act, Act::PutBack(2));
    let (forth, _) = undo.act.on(&back, now()).unwrap();
    assert_eq!((forth.text.as_str(), former(&forth)), ("second", Some("first")));
    // What was offered before an edit does not undo the edit.
    assert!(undo.act.on(&edited(&back, say("third")), now()).is_none());
    assert_eq!(former(&second.letting_go(now())), None);
}

#[test]
fn putting_back_asks_no_question_again() {
    let mut entry = writing(1, "first");
    entry.kind = exercise("one-small-step", vec![Answer::Text("then".into())]);
    let ask = |entry: &mut Entry, state| {
        let Kind::Exercise(record) = &mut entry.kind else { unreachable!() };
        record.follow_up = Some(Pending { day: now().day(), question: "How?".into(), state });
    };
    ask(&mut entry, PendingState::Waiting);
    let mut second = edited(&entry, say("second"));
    ask(&mut second, PendingState::WavedAway);
    let (back, _) = Act::PutBack(1).on(&second, now()).unwrap();
    assert_eq!(back.text, "first");
    assert!(back.waiting().is_none());
}

/// A version before costs little: it says almost the same.
#[test]
fn it_is_nearly_free() {
    let text = plain_words();
    let first = writing(1, &text);
    let second = edited(&first, |writing| writing.text.push_str(" And one more line."));
    let size = |entry: &Entry| {
        use freshet::core::json::Shape;
        let json = entry.to_json().to_string();
        compress(json.as_bytes()).1.len()
    };
    let (plain, kept) = (size(&Entry { former: None, ..second.clone() }), size(&second));
    assert!(kept * 10 < plain * 13, "{kept} bytes with it, {plain} without");
}

fn plain_words() -> String {
    let words = include_str!("../../content/en/themes/loops.md");
    words.chars().filter(|letter| letter.is_ascii()).take(1_760).collect()
}

proptest! {
    #[test]
    fn no_edit_loses_a_word(entry in an_entry(1), text in ".{0,20}", note in ".{0,20}") {
        let next = edited(&entry, |writing| {
            writing.text = text;
            writing.check_in = None;
            writing.tags = Tags::default();
            writing.notes.iter_mut().for_each(|it| it.text.clone_from(&note));
        });
        // Which version it is, and of when, are no words.
        let kept = |version: &Entry| {
            let changed = now();
            Entry { former: None, over: None, revision: 0, changed, ..version.clone() }
        };
        let reachable = [Some(&next), next.former.as_deref()];
        let reachable: Vec<_> = reachable.into_iter().flatten().map(kept).collect();
        prop_assert!(reachable.contains(&kept(&entry)));
        prop_assert_eq!(next.id, id(1));
    }
}
