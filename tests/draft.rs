//! What a draft becomes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::answer::Part;
use freshet::core::checkin::{CheckIn, Said};
use freshet::core::content::exercises::Exercise;
use freshet::core::day::Moment;
use freshet::core::draft::{Draft, Note, Work, Writing};
use freshet::core::entry::{Answer, Answered, Entry, EntryId, ExerciseRecord, Kind};
use freshet::core::exercise::Run;
use freshet::core::rating::Ratings;

fn now() -> Moment {
    "2026-11-23T10:00:00+00:00".parse().unwrap()
}

fn id(byte: u8) -> EntryId {
    EntryId::from_random([byte; 8])
}

fn exercise_with_a_note() -> Entry {
    let note = Answered {
        step: "note".into(),
        question: "Anything to note?".into(),
        answer: Answer::Text("old".into()),
    };
    let record = ExerciseRecord {
        exercise: "long-out-breath".into(),
        version: 1,
        started: now(),
        finished: now(),
        stopped_early: false,
        before: Ratings::default(),
        after: Ratings::default(),
        answers: vec![note],
        follow_up: None,
    };
    Entry::new(id(1), now(), Kind::Exercise(record))
}

#[test]
fn a_change_follows_the_revision_it_began_from() {
    let mut entry = exercise_with_a_note();
    entry.revision = 4;
    let mut writing = Writing::of_entry(&entry);
    writing.notes[0].text = "new".into();
    // Another tab has been here in the meantime.
    entry.revision = 5;
    let next = writing.entry(entry.id, Some(&entry), now());
    assert_eq!(next.revision, 5);
    assert_eq!(next.summary(), "new");
}

#[test]
fn notes_of_an_entry_that_is_gone_stand_in_the_words() {
    let mut writing = Writing::of_entry(&exercise_with_a_note());
    writing.text = "and words".into();
    let next = writing.entry(id(1), None, now());
    assert_eq!(next.revision, 1);
    assert_eq!(next.text, "and words\n\nAnything to note?\n\nold");
}

#[test]
fn each_question_of_a_step_keeps_its_own_words() {
    let mut entry = exercise_with_a_note();
    let part = |question: &str| Part { question: question.into(), text: question.into() };
    let Kind::Exercise(record) = &mut entry.kind else { panic!("it is an exercise") };
    record.answers[0].answer = Answer::Parts(vec![part("one"), part("two")]);
    let mut writing = Writing::of_entry(&entry);
    writing.notes[1].text = "new".into();
    let next = writing.entry(entry.id, Some(&entry), now());
    let answer = &next.exercise().unwrap().answers[0].answer;
    assert_eq!(answer.texts(), ["one", "new"]);
}

#[test]
fn what_nobody_would_miss_is_blank() {
    let blank = |work| Draft { id: id(9), started: now(), changed: now(), work }.is_blank();
    let mut writing = Writing::new(now().day(), None);
    assert!(blank(Work::Writing(writing.clone())));
    writing.notes.push(Note { step: "a".into(), question: "?".into(), text: "x".into() });
    assert!(!blank(Work::Writing(writing)));
    assert!(blank(Work::CheckIn(CheckIn::default())));
    assert!(!blank(Work::CheckIn(CheckIn { point: None, said: Said::Nothing })));

    let exercise = Exercise::find("long-out-breath").unwrap();
    let mut run = Run::begin(exercise, now());
    assert!(blank(Work::Run(run.clone())));
    run.go_on(exercise);
    assert!(!blank(Work::Run(run)));
}
