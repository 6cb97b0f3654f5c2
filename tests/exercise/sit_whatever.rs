//! Whatever a person does on the guided path, in whatever order, stopped at
//! whatever point: nothing that was answered is lost, and the end is near.

use crate::made::{id, now, text};
use crate::sit::rated;
use freshet::core::answer::{Answer, Answered};
use freshet::core::body::{BodyMap, REGIONS};
use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::content::exercises::{Step, StepKind};
use freshet::core::content::tables::{EXERCISES, FEELINGS, SIT};
use freshet::core::entry::Entry;
use freshet::core::exercise::{Next, Run, Stage};
use freshet::core::feeling::Point;
use freshet::core::json::Shape;
use freshet::core::rating::Rating;
use freshet::core::sit::Fits;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
enum Act {
    GoOn,
    GoBack,
    Skip,
    FinishHere,
    Choose(usize),
    Rate(u8),
    Answer(usize),
    Clear,
    Reload,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => Just(Act::GoOn),
        2 => Just(Act::GoBack),
        1 => Just(Act::Skip),
        1 => Just(Act::FinishHere),
        4 => (0..14_usize).prop_map(Act::Choose),
        2 => (0..=11_u8).prop_map(Act::Rate),
        5 => (0..96_usize).prop_map(Act::Answer),
        1 => Just(Act::Clear),
        1 => Just(Act::Reload),
    ]
}

fn answer(step: &Step, which: usize) -> Answer {
    match &step.kind {
        StepKind::Words { .. } => {
            let said = match which % 12 {
                0 => Said::Nothing,
                1 => Said::CantTell,
                2 => Said::Words(vec![Word::own("murky", None).unwrap()]),
                _ => Said::Words(vec![Word::known(&FEELINGS[which])]),
            };
            Answer::Feelings(CheckIn { point: None, said })
        }
        StepKind::Map => {
            let point = Some(Point::new(which as i8, -10));
            Answer::Feelings(CheckIn { point, ..CheckIn::default() })
        }
        StepKind::Body { .. } => {
            let mut map = BodyMap::default();
            map.add(&REGIONS[which % REGIONS.len()]);
            Answer::Body(map)
        }
        StepKind::Choice { options, .. } => crate::made::choice(options[which % options.len()].id),
        StepKind::Rating { .. } => Answer::Rating(Rating::try_from(which as u8 % 11).unwrap()),
        _ => text(&format!("{} {which}", step.id)),
    }
}

/// The step's name in all: of an exercise, that of the exercise too.
fn name(run: &Run, step: &Step) -> (Option<String>, &'static str) {
    match SIT.step(step.id) {
        Some(own) => (None, own.id),
        None => (run.slug().map(str::to_owned), step_id(run, step)),
    }
}

fn step_id(run: &Run, step: &Step) -> &'static str {
    let exercise = run.known().unwrap().exercise.unwrap();
    exercise.step(step.id).unwrap().id
}

/// All answers of an entry, by exercise and step.
fn kept_in(entry: &Entry) -> BTreeMap<(Option<String>, String), Answer> {
    let record = match &entry.kind {
        freshet::core::entry::Kind::Sit(record) => record,
        other => panic!("it is {other:?}"),
    };
    assert!(record.answers.is_empty(), "{record:?}");
    let exercises = record.exercises.iter().flat_map(|exercise| {
        let slug = Some(exercise.exercise.clone());
        let one = move |one: &Answered| ((slug.clone(), one.step.clone()), one.answer.clone());
        exercise.answers.iter().map(one)
    });
    let own = |step: &str, answer| ((None, step.to_owned()), answer);
    let words =
        (!entry.text.is_empty()).then(|| own(SIT.words.id, Answer::Text(entry.text.clone())));
    let marks = (!entry.body.is_blank()).then(|| own("sit-body", Answer::Body(entry.body.clone())));
    exercises.chain(words).chain(marks).collect()
}

proptest! {
    #[test]
    fn nothing_is_lost_on_any_way(acts in prop::collection::vec(act(), 0..80)) {
        let mut run = Run::sit(now());
        let mut kept = BTreeMap::new();
        for act in acts {
            let here = run.step_here();
            match (act, here) {
                (Act::GoOn, _) => run.go_on(),
                (Act::GoBack, _) => run.go_back(),
                (Act::Skip, _) => run.skip(),
                (Act::FinishHere, _) => {
                    if let Stage::Step(_) = run.stage() {
                        run.finish_here();
                    }
                }
                (Act::Choose(which), _) => run.choose(EXERCISES.get(which)),
                (Act::Rate(number), _) => run.rate(rated(number)),
                (Act::Answer(which), Some(step)) => {
                    let answer = answer(step, which);
                    kept.insert(name(&run, step), answer.clone());
                    run.set_answer(step, Some(answer));
                }
                (Act::Clear, Some(step)) => {
                    kept.remove(&name(&run, step));
                    run.set_answer(step, None);
                }
                (Act::Answer(_) | Act::Clear, None) => {}
                (Act::Reload, _) => {
                    let stored = run.to_json().to_string();
                    let back = Run::of_json(&stored.parse().unwrap()).unwrap();
                    prop_assert_eq!(&back, &run);
                    run = back;
                }
            }
            prop_assert!(run.known().is_ok());
            prop_assert!((0.0..=1.0).contains(&run.thawed()));
            if let Some(slug) = run.slug() {
                prop_assert!(!SIT.left_out.contains(&slug));
                let steady = run.known().unwrap().settles();
                let past = !matches!(run.stage(), Stage::Opening(_) | Stage::Before);
                prop_assert!(!(past && run.before().is_heavy()) || steady);
            }
            let fits = run.fits();
            prop_assert!(fits.exercises.len() <= Fits::MOST);
            prop_assert!(!fits.exercises.is_empty() || fits.writing.is_some());
            // It can be left at any point, and what there is is kept.
            let entry = run.entry(id(1), now());
            if let Some(Answer::Feelings(said)) = kept.get(&(None, "sit-feelings")) {
                let all = entry.check_in.as_ref().unwrap();
                prop_assert!(said.words().iter().all(|word| all.words().contains(word)));
                prop_assert!(all.said == said.said || !all.words().is_empty());
            }
            if let Some(Answer::Feelings(set)) = kept.get(&(None, "sit-map")) {
                prop_assert_eq!(entry.check_in.as_ref().unwrap().point, set.point);
            }
            // What was felt on the path is in the check-in alone.
            let felt = |slug: &Option<String>, answer: &Answer| {
                slug.is_none() && matches!(answer, Answer::Feelings(_))
            };
            let expected: BTreeMap<_, _> = kept
                .iter()
                .filter(|((slug, _), answer)| !felt(slug, answer))
                .map(|((slug, step), answer)| ((slug.clone(), (*step).to_owned()), answer.clone()))
                .collect();
            prop_assert_eq!(kept_in(&entry), expected);
            let stored = entry.to_json().to_string();
            prop_assert_eq!(Entry::of_json(&stored.parse().unwrap()), Some(entry));
        }
        let mut steps = 0;
        while !run.is_at_end() {
            run.go_on();
            steps += 1;
            prop_assert!(steps < 40, "there is no end");
        }
        if run.after().is_heavy() {
            prop_assert_ne!(run.leads_to(), Next::Entry);
        }
        let mut back = 0;
        while !run.is_at_start() {
            run.go_back();
            back += 1;
            prop_assert!(back < 40, "there is no start");
        }
        prop_assert_eq!(run.stage(), Stage::Opening(0));
    }
}

/// Every family at every rating, stopped and gone on with at every stage.
#[test]
fn every_family_at_every_rating_goes_on_after_a_stop_at_each_stage() {
    for feeling in &FEELINGS {
        for distress in 0..=11 {
            let mut said = CheckIn::default();
            said.add(Word::known(feeling)).unwrap();
            let mut run = Run::sit(now());
            let mut stages = 0;
            loop {
                let stored = run.to_json().to_string();
                run = Run::of_json(&stored.parse().unwrap()).unwrap();
                assert!(run.known().is_ok(), "{} at {:?}", feeling.word, run.stage());
                if let Stage::Before | Stage::After = run.stage() {
                    run.rate(rated(distress));
                }
                if run.step_here().is_some_and(|step| step.id == "sit-feelings") {
                    run.set_answer(run.step_here().unwrap(), Some(Answer::Feelings(said.clone())));
                }
                if run.is_at_end() {
                    break;
                }
                match run.stage() {
                    Stage::Offer => {
                        run.choose(run.fits().exercises.first().map(|fit| fit.exercise));
                    }
                    Stage::Heavy => {
                        run.choose(freshet::core::content::exercises::Exercise::steady_ground());
                    }
                    _ => run.go_on(),
                }
                stages += 1;
                assert!(stages < 40, "there is no end");
            }
            let hard = (8..=10).contains(&distress);
            let expected = if hard { Next::Support } else { Next::Entry };
            assert_eq!(run.leads_to(), expected, "{} at {distress}", feeling.word);
            let entry = run.entry(id(1), now());
            assert_eq!(entry.check_in.unwrap().words().len(), 1);
        }
    }
}
