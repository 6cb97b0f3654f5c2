//! An exercise under way, step by step.

use freshet::core::checkin::{CheckIn, Said, Word, WordRefused};
use freshet::core::content::exercises::{Exercise, StepKind};
use freshet::core::day::Moment;
use freshet::core::entry::{Answer, Chosen, Entry, EntryId, ExerciseRecord};
use freshet::core::exercise::{CannotGoOn, Next, Run, Stage};
use freshet::core::feeling::Point;
use freshet::core::json::Shape;
use freshet::core::rating::{Rating, Ratings};

fn breath() -> &'static Exercise {
    Exercise::find("long-out-breath").unwrap()
}

fn begun() -> Run {
    Run::begin(breath(), "2026-11-23T10:00:00+00:00".parse().unwrap())
}

fn record(run: &Run, end: Moment) -> ExerciseRecord {
    let entry: Entry = run.entry(EntryId::from_random([1; 8]), end);
    entry.exercise().unwrap().clone()
}

fn distress(number: u8) -> Ratings {
    Ratings { distress: Rating::try_from(number).ok(), energy: None }
}

#[test]
fn it_goes_through_every_step_and_back() {
    let (exercise, mut run) = (breath(), begun());
    assert_eq!(run.stage(), Stage::Before);
    for at in 0..exercise.steps.len() {
        run.go_on();
        assert_eq!(run.stage(), Stage::Step(at));
    }
    run.go_on();
    assert_eq!(run.stage(), Stage::After);
    run.go_on();
    assert_eq!(run.stage(), Stage::After);
    for at in (0..exercise.steps.len()).rev() {
        run.go_back();
        assert_eq!(run.stage(), Stage::Step(at));
    }
    run.go_back();
    assert_eq!(run.stage(), Stage::Before);
    run.go_back();
    assert_eq!(run.stage(), Stage::Before);
}

#[test]
fn eight_before_offers_steady_ground_and_blocks_nothing() {
    let mut run = begun();
    run.rate(distress(8));
    run.go_on();
    assert_eq!(run.stage(), Stage::Heavy);
    run.go_on();
    assert_eq!(run.stage(), Stage::Step(0));
}

#[test]
fn a_feeling_word_that_is_typed_is_added_at_its_step_alone() {
    let exercise = Exercise::find("feelings-palette").unwrap();
    let mut run = Run::begin(exercise, "2026-11-23T10:00:00+00:00".parse().unwrap());
    assert_eq!(run.add_typed("murky"), Ok(()));
    run.go_on();
    let map = exercise.steps.iter().find(|step| matches!(step.kind, StepKind::Map)).unwrap();
    let point = Some(Point::new(10, -20));
    let place = CheckIn { point, ..CheckIn::default() };
    run.set_answer(map, Some(Answer::Feelings(place)));
    while run.step_here().is_some_and(|step| !matches!(step.kind, StepKind::Words { .. })) {
        run.go_on();
    }
    let words = run.step_here().unwrap();
    assert_eq!(run.add_typed(&"a".repeat(41)), Err(WordRefused::Unfit));
    assert_eq!(run.add_typed(" "), Ok(()));
    assert_eq!(run.answer(words.id), None);
    assert_eq!(run.add_typed("murky"), Ok(()));
    let said = Said::Words(vec![Word::own("murky", point).unwrap()]);
    let expected = CheckIn { point: None, said };
    assert_eq!(run.answer(words.id), Some(&Answer::Feelings(expected)));
}

#[test]
fn a_rise_of_three_calls_for_settling() {
    let mut run = begun();
    run.rate(distress(4));
    run.go_on();
    run.finish_here();
    run.rate(distress(6));
    assert_eq!(run.leads_to(), Next::Entry);
    run.rate(distress(7));
    assert_eq!(run.leads_to(), Next::Steady);
}

#[test]
fn a_step_that_is_skipped_keeps_what_was_answered() {
    let (exercise, mut run) = (breath(), begun());
    run.go_on();
    let step = &exercise.steps[0];
    let answer = Answer::Choice(Chosen { id: "3".into(), label: "3 minutes".into() });
    run.set_answer(step, Some(answer.clone()));
    assert_eq!(run.answer(step.id), Some(&answer));
    run.skip();
    assert_eq!(run.answer(step.id), Some(&answer));
    assert_eq!(run.stage(), Stage::Step(1));
}

#[test]
fn answers_stand_in_the_order_of_the_steps() {
    let (exercise, mut run) = (breath(), begun());
    for step in exercise.steps.iter().rev() {
        run.set_answer(step, Some(Answer::Text(step.id.into())));
    }
    let order: Vec<_> = run.answers().map(|answered| answered.step.as_str()).collect();
    let steps: Vec<_> = exercise.steps.iter().map(|step| step.id).collect();
    assert_eq!(order, steps);
}

#[test]
fn the_record_says_whether_it_was_ended_early() {
    let mut run = begun();
    let end = "2026-11-23T10:05:00+00:00".parse().unwrap();
    run.go_on();
    run.finish_here();
    assert!(record(&run, end).stopped_early);
    run.go_back();
    run.go_on();
    assert!(!record(&run, end).stopped_early);
}

#[test]
fn a_stored_run_goes_on_only_with_the_steps_it_began_with() {
    let mut run = begun();
    run.go_on();
    let stored = run.to_json().to_string();
    let read = |text: &str| Run::of_json(&text.parse().unwrap()).unwrap();
    let back = read(&stored);
    assert_eq!(back, run);
    assert_eq!(back.known().unwrap().exercise, Some(breath()));

    let check = |from: &str, to: &str, expected| {
        let changed = read(&stored.replace(from, to));
        assert_eq!(changed.known().map(|_| ()), Err(expected), "{to}");
    };
    check("\"version\":1", "\"version\":99", CannotGoOn::Changed);
    check("{\"step\":0}", "{\"step\":99}", CannotGoOn::Changed);
    check("long-out-breath", "no-such-thing", CannotGoOn::Unknown);
}
