//! Whatever a person does in an exercise, in whatever order: nothing panics,
//! nothing that was answered is lost unless it was taken back, and the end is
//! always near.

use crate::made::{choice, day, exercise, id, now, run, text};
use freshet::core::answer::{Answer, Lid, When};
use freshet::core::content::exercises::{Step, StepKind};
use freshet::core::content::tables::EXERCISES;
use freshet::core::entry::Entry;
use freshet::core::exercise::{Next, Run, Stage};
use freshet::core::json::Shape;
use freshet::core::rating::{Rating, Ratings};
use proptest::prelude::*;

/// The questions that a person goes through from the start of a run.
fn way(run: &Run) -> Vec<&'static str> {
    let mut run = run.clone();
    while run.stage() != Stage::Before {
        run.go_back();
    }
    let mut way = Vec::new();
    while run.stage() != Stage::After {
        run.go_on();
        if let Stage::Step(at) = run.stage() {
            way.push(run.known().unwrap().steps()[at].id);
        }
    }
    way
}

#[derive(Debug, Clone)]
enum Act {
    GoOn,
    GoBack,
    Skip,
    FinishHere,
    Rate(u8),
    Answer(usize),
    Clear,
    Reload,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => Just(Act::GoOn),
        2 => Just(Act::GoBack),
        1 => Just(Act::Skip),
        1 => Just(Act::FinishHere),
        1 => (0..=10_u8).prop_map(Act::Rate),
        4 => (0..12_usize).prop_map(Act::Answer),
        1 => Just(Act::Clear),
        1 => Just(Act::Reload),
    ]
}

/// Some answer that the step can have.
fn answer(step: &Step, which: usize) -> Answer {
    match &step.kind {
        StepKind::Choice { options, .. } => choice(options[which % options.len()].id),
        StepKind::Rating { .. } => Answer::Rating(Rating::try_from(which as u8 % 11).unwrap()),
        StepKind::Lid { .. } if which.is_multiple_of(3) => Answer::Lid(Lid::Open),
        StepKind::Lid { .. } => Answer::Lid(Lid::Until(now().day())),
        StepKind::When { .. } => Answer::When(When { day: now().day(), time: String::new() }),
        _ => text(&format!("{} {which}", step.id)),
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_on_any_way(
        number in 0..9_usize,
        later in any::<bool>(),
        acts in prop::collection::vec(act(), 0..60),
    ) {
        let exercise = &EXERCISES[number];
        let mut run = if later && exercise.follow_up.is_some() {
            Run::follow(exercise, id(2), now())
        } else {
            Run::begin(exercise, now())
        };
        let mut kept: Vec<(&str, Answer)> = Vec::new();
        for act in acts {
            let here = match run.stage() {
                Stage::Step(at) => Some(&run.known().unwrap().steps()[at]),
                _ => None,
            };
            match (act, here) {
                (Act::GoOn, _) => run.go_on(),
                (Act::GoBack, _) => run.go_back(),
                (Act::Skip, _) => run.skip(),
                (Act::FinishHere, _) => run.finish_here(),
                (Act::Rate(number), _) => {
                    let distress = Rating::try_from(number).ok();
                    run.rate(Ratings { distress, energy: None });
                }
                (Act::Answer(which), Some(step)) => {
                    let answer = answer(step, which);
                    kept.retain(|(other, _)| *other != step.id);
                    kept.push((step.id, answer.clone()));
                    run.set_answer(step, Some(answer));
                }
                (Act::Clear, Some(step)) => {
                    kept.retain(|(other, _)| *other != step.id);
                    run.set_answer(step, None);
                }
                (Act::Reload, _) => {
                    let stored = run.to_json().to_string();
                    let back = Run::of_json(&stored.parse().unwrap()).unwrap();
                    prop_assert_eq!(&back, &run);
                    prop_assert!(back.known().is_ok());
                    run = back;
                }
                (Act::Answer(_) | Act::Clear, None) => {}
            }
            if let Stage::Step(at) = run.stage() {
                prop_assert!(run.is_shown(&run.known().unwrap().steps()[at]));
                let (place, all) = run.place().unwrap();
                prop_assert!(1 <= place && place <= all);
            }
            prop_assert_eq!(run.answers().count(), kept.len());
            for (step, answer) in &kept {
                prop_assert_eq!(run.answer(step), Some(answer));
            }
        }
        for _ in 0..exercise.steps.len() + 2 {
            run.go_on();
        }
        prop_assert_eq!(run.stage(), Stage::After);
        let entry = run.entry(id(1), now());
        prop_assert_eq!(entry.exercise().unwrap().answers.len(), kept.len());
        let stored = entry.to_json().to_string();
        prop_assert_eq!(Entry::of_json(&stored.parse().unwrap()), Some(entry));
    }
}

#[test]
fn a_condition_leads_one_way_or_the_other() {
    let check = |answers: &[(&str, Answer)], there: &str, not_there: &str| {
        let way = way(&run("loop-to-the-side", answers));
        assert!(way.contains(&there) && !way.contains(&not_there), "{answers:?}: {way:?}");
    };
    check(&[("actionable", choice("yes"))], "step", "park");
    check(&[("actionable", choice("no"))], "park", "step");
    check(&[], "believe-after", "park");
    check(&[], "believe-after", "step");
    let way = way(&run("thank-the-guard", &[("moment-or-not", choice("not-now"))]));
    assert!(way.contains(&"needed") && !way.contains(&"moment"));
}

#[test]
fn an_answer_of_the_other_way_stays() {
    let run = run(
        "loop-to-the-side",
        &[("actionable", choice("yes")), ("step", text("call")), ("actionable", choice("no"))],
    );
    assert_eq!(run.answer("step"), Some(&text("call")));
    let entry = run.entry(id(1), now());
    assert!(entry.exercise().unwrap().answer("step").is_some());
}

#[test]
fn distress_leads_where_it_is_too_hard() {
    let check = |slug: &str, before: u8, after: u8, expected: Next| {
        let exercise = exercise(slug);
        let rated = |number| Ratings { distress: Rating::try_from(number).ok(), energy: None };
        let mut run = Run::begin(exercise, now());
        run.rate(rated(before));
        run.go_on();
        assert_eq!(run.stage() == Stage::Heavy, (8..=10).contains(&before), "{slug} {before}");
        run.finish_here();
        run.rate(rated(after));
        assert_eq!(run.leads_to(), expected, "{slug}: {before} → {after}");
    };
    for each in EXERCISES.iter() {
        let hard = if each.settles { Next::Support } else { Next::Steady };
        check(each.slug, 8, 8, hard);
        check(each.slug, 0, 3, hard);
        check(each.slug, 7, 10, hard);
        check(each.slug, 11, 8, hard); // not rated before
        check(each.slug, 9, 7, Next::Entry);
        check(each.slug, 5, 7, Next::Entry);
        check(each.slug, 9, 11, hard); // not rated after
        check(each.slug, 7, 11, Next::Entry);
    }
}

/// Who rates and then skips is led where the rating says.
#[test]
fn a_rating_that_was_given_is_not_skipped() {
    let rated = |number| Ratings { distress: Rating::try_from(number).ok(), energy: None };
    let mut run = Run::begin(exercise("long-out-breath"), now());
    run.rate(rated(2));
    run.skip();
    run.finish_here();
    run.rate(rated(9));
    run.skip();
    assert_eq!(run.leads_to(), Next::Steady);
    let entry = run.entry(id(1), now());
    let record = entry.exercise().unwrap();
    assert_eq!((record.before, record.after), (rated(2), rated(9)));
}

#[test]
fn an_older_run_begins_again_with_all_its_answers() {
    let exercise = exercise("three-chairs");
    let run = run("three-chairs", &[("problem", text("the roof"))]);
    let older = run.to_json().to_string().replace("\"version\":1", "\"version\":0");
    let older = older.replace("\"step\":\"problem\"", "\"step\":\"gone\"");
    let older = Run::of_json(&older.parse().unwrap()).unwrap();
    assert!(older.known().is_err());
    let renewed = older.renewed();
    assert_eq!(renewed.known().unwrap().exercise, Some(exercise));
    assert_eq!(renewed.stage(), Stage::Before);
    assert_eq!(renewed.answer("gone"), Some(&text("the roof")));
    // As it is, it can be kept too, and a lid in it still seals.
    let sealed = run_with_a_lid_of_an_older_version();
    assert_eq!(sealed.entry(id(1), now()).sealed_until, Some(day("2027-01-01")));
}

fn run_with_a_lid_of_an_older_version() -> Run {
    let run = run("around-the-edges", &[("lid", Answer::Lid(Lid::Until(day("2027-01-01"))))]);
    let older = run.to_json().to_string().replace("\"version\":1", "\"version\":0");
    Run::of_json(&older.parse().unwrap()).unwrap()
}

#[test]
fn ten_thousand_letters_in_a_line_are_kept() {
    let long = "é".repeat(10_000);
    let entry = run("loop-to-the-side", &[("loop", text(&long))]).entry(id(1), now());
    let stored = entry.to_json().to_string();
    let back = Entry::of_json(&stored.parse().unwrap()).unwrap();
    assert_eq!(back.exercise().unwrap().answer("loop").unwrap().answer, text(&long));
}

#[test]
fn an_entry_of_a_newer_program_is_kept_as_it_is() {
    let entry = run("three-chairs", &[("problem", text("the roof"))]).entry(id(1), now());
    for (from, to) in [
        ("\"exercise\":{", "\"walk\":{\"path\":[1],"),
        ("{\"text\":\"the roof\"}", "{\"song\":\"the roof\"}"),
    ] {
        let newer = entry.to_json().to_string().replacen(from, to, 1);
        let read = Entry::of_json(&newer.parse().unwrap()).unwrap();
        assert_eq!(read.to_json().to_string(), newer);
        let changed = read.changed(now(), |entry| entry.binned = Some(now()));
        assert!(changed.to_json().to_string().contains(to), "{to}");
    }
}
