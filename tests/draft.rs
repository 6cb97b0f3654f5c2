//! What a draft becomes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::answer::Part;
use freshet::core::body::{BodyMap, REGIONS};
use freshet::core::checkin::{CheckIn, Said};
use freshet::core::content::exercises::Exercise;
use freshet::core::day::Moment;
use freshet::core::draft::{Draft, Note, Work, Writing};
use freshet::core::entry::{Answer, Answered, Entry, EntryId, ExerciseRecord, Kind};
use freshet::core::exercise::Run;
use freshet::core::json::{Json, Shape};
use freshet::core::rating::Ratings;

fn now() -> Moment {
    "2026-11-23T10:00:00+00:00".parse().unwrap()
}

fn id(byte: u8) -> EntryId {
    EntryId::from_random([byte; 8])
}

fn note(step: &str, text: &str) -> Answered {
    let question = "Anything to note?".into();
    Answered { step: step.into(), question, answer: Answer::Text(text.into()) }
}

fn answers(entry: &mut Entry) -> &mut Vec<Answered> {
    let Kind::Exercise(record) = &mut entry.kind else { panic!("it is an exercise") };
    &mut record.answers
}

fn exercise_with_a_note() -> Entry {
    let record = ExerciseRecord {
        exercise: "long-out-breath".into(),
        version: 1,
        started: now(),
        finished: now(),
        stopped_early: false,
        before: Ratings::default(),
        after: Ratings::default(),
        answers: vec![note("note", "old")],
        follow_up: None,
    };
    Entry::new(id(1), now(), Kind::Exercise(record))
}

#[test]
fn a_change_is_written_over_what_says_what_it_began_from() {
    let mut entry = exercise_with_a_note();
    entry.revision = 4;
    let mut writing = Writing::of_entry(&entry);
    writing.notes[0].text = "new".into();
    // It was kept at the top in the meantime, and asked about.
    entry = entry.changed(now(), |entry| entry.pinned = true);
    answers(&mut entry).push(note("later", "after"));
    let next = writing.entry(entry.id, Some(&entry), now());
    assert_eq!((next.revision, next.over), (6, Some(entry.content())));
    assert!(next.pinned);
    let said: Vec<_> = next.exercise().unwrap().answers.iter().collect();
    assert_eq!(said, [&note("note", "new"), &note("later", "after")]);
}

#[test]
fn a_change_is_not_written_over_other_words() {
    let entry = exercise_with_a_note();
    let writing = Writing::of_entry(&entry);
    let changes: [fn(&mut Entry); 5] = [
        |entry| entry.text = "other".into(),
        |entry| entry.day = "0001-01-01".parse().unwrap(),
        |entry| entry.ratings.distress = 4.try_into().ok(),
        |entry| answers(entry)[0].answer = Answer::Text("other".into()),
        |entry| answers(entry).clear(),
    ];
    for change in changes {
        let other = entry.changed(now(), change);
        assert_ne!(writing.entry(entry.id, Some(&other), now()).over, Some(other.content()));
    }
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
    answers(&mut entry)[0].answer = Answer::Parts(vec![part("one"), part("two")]);
    let mut writing = Writing::of_entry(&entry);
    writing.notes[1].text = "new".into();
    let next = writing.entry(entry.id, Some(&entry), now());
    let answer = &next.exercise().unwrap().answers[0].answer;
    assert_eq!(answer.texts(), ["one", "new"]);
}

/// Writing with all that can stand beside the words.
fn writing_with_all() -> Writing {
    let mut writing = Writing::new("0001-01-01".parse().unwrap(), None);
    writing.text = "Words.".into();
    writing.check_in = Some(CheckIn { point: None, said: Said::CantTell });
    writing.body.add(&REGIONS[5]);
    writing.ratings.distress = 4.try_into().ok();
    writing.theme = Some("loops".into());
    writing.tags.add("work, my sister").unwrap();
    writing
}

#[test]
fn what_stands_beside_the_words_goes_into_the_entry_and_back() {
    let writing = writing_with_all();
    let entry = writing.entry(id(1), None, now());
    assert_eq!(entry.day.to_string(), "0001-01-01");
    assert_eq!(entry.theme(), Some("loops"));
    let stored: Json = entry.to_json().to_string().parse().unwrap();
    assert_eq!(Entry::of_json(&stored), Some(entry.clone()));
    let again = Writing::of_entry(&entry);
    let over = again.over;
    assert_eq!(again, Writing { changes: Some((id(1), 1)), over, ..writing });
    let kept: Json = again.to_json().to_string().parse().unwrap();
    assert_eq!(Writing::of_json(&kept), Some(again));
}

#[test]
fn what_is_taken_away_is_gone_from_the_entry() {
    let entry = writing_with_all().entry(id(1), None, now());
    let mut writing = Writing::of_entry(&entry);
    writing.check_in = Some(CheckIn::default());
    writing.body = BodyMap::default();
    writing.ratings = Ratings::default();
    writing.theme = None;
    writing.tags.remove("work");
    let next = writing.entry(entry.id, Some(&entry), now());
    assert_eq!((&next.check_in, &next.body, next.theme()), (&None, &BodyMap::default(), None));
    assert_eq!(next.ratings, Ratings::default());
    assert_eq!(next.tags.iter().collect::<Vec<_>>(), ["my sister"]);
}

#[test]
fn what_is_beside_the_words_is_something_to_save() {
    type Change = fn(&mut Writing);
    let changes: [(Change, bool); 5] = [
        (|writing| writing.body.add(&REGIONS[0]), false),
        (|writing| writing.ratings.energy = 0.try_into().ok(), false),
        (|writing| writing.tags.add("one").unwrap(), false),
        (|writing| writing.theme = Some("body".into()), true),
        (|writing| writing.text = " \n".into(), true),
    ];
    for (change, blank) in changes {
        let mut writing = Writing::new(now().day(), None);
        change(&mut writing);
        assert_eq!(writing.is_blank(), blank, "{writing:?}");
    }
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
    run.go_on();
    assert!(!blank(Work::Run(run)));
}
