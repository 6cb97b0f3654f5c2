//! The words as the program gets them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::content::exercises::{Exercise, Exit, StepKind};
use freshet::core::content::readings::{Block, Readings, Span, spans};
use freshet::core::content::support::dialled;
use freshet::core::content::tables::{EXERCISES, FEELINGS, PLACES, THEMES};
use freshet::core::feeling::{Family, Feeling, Point};
use std::path::Path;

fn readings() -> Readings {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en");
    let content = freshet_content::compile(&folder).expect("the shipped words keep every rule");
    Readings::parse(&content.readings()).expect("the program reads what the compiler writes")
}

fn facts_cited(blocks: &[Block]) -> Vec<String> {
    let lines = blocks.iter().flat_map(|block| match block {
        Block::Paragraph(spans) => vec![spans.clone()],
        Block::List(items) => items.clone(),
    });
    lines
        .flatten()
        .filter_map(|span| match span {
            Span::Fact(id) => Some(id),
            Span::Text(_) | Span::Emphasis(_) => None,
        })
        .collect()
}

#[test]
fn every_theme_has_its_reading_and_every_citation_its_fact() {
    let readings = readings();
    for theme in THEMES.iter() {
        let reading = readings.reading(theme.slug).expect(theme.slug);
        assert!((3..=5).contains(&reading.sections.len()), "{}", theme.slug);
        assert!(theme.prompts.len() >= 5, "{}", theme.slug);
        let sections = reading.sections.iter().flat_map(|section| facts_cited(&section.blocks));
        for id in facts_cited(&reading.opening).into_iter().chain(sections) {
            assert!(readings.fact(&id).is_some(), "{}: {id}", theme.slug);
        }
    }
}

#[test]
fn every_exercise_can_be_left_and_says_why() {
    let readings = readings();
    for exercise in EXERCISES.iter() {
        assert_eq!(Exercise::find(exercise.slug), Some(exercise));
        for exit in [Exit::Settle, Exit::Skip, Exit::Leave] {
            assert!(exercise.exits.contains(&exit), "{}: {exit:?}", exercise.slug);
        }
        let cited = facts_cited(&[Block::Paragraph(spans(exercise.why))]);
        assert!(!cited.is_empty(), "{}", exercise.slug);
        assert!(cited.iter().all(|id| readings.fact(id).is_some()), "{}", exercise.slug);
        assert!(THEMES.iter().any(|theme| theme.exercises.contains(&exercise.slug)));
    }
}

#[test]
fn a_breath_finds_its_minutes() {
    for exercise in EXERCISES.iter() {
        for step in exercise.steps {
            if let StepKind::Breath { minutes_from, .. } = &step.kind {
                let StepKind::Choice { options, .. } = &exercise.step(minutes_from).unwrap().kind
                else {
                    panic!("{}: {minutes_from} is no choice", exercise.slug);
                };
                assert!(options.iter().all(|option| option.id.parse::<u16>().is_ok()));
            }
        }
    }
}

#[test]
fn feelings_stand_by_family_and_near_their_place() {
    assert_eq!(FEELINGS.len(), 96);
    assert!(FEELINGS.is_sorted_by_key(|feeling| feeling.family));
    for family in Family::ALL {
        assert_eq!(family.feelings().count(), 8, "{}", family.name());
    }
    assert_eq!(Family::Mixed.name(), "Mixed or unsure");
    let numb = Feeling::find("numb").unwrap();
    assert_eq!(numb.at, Point::new(-35, -70));
    let nearest = Feeling::nearest(numb.at, 96);
    assert_eq!(nearest[0], numb);
    assert!(nearest.is_sorted_by_key(|feeling| feeling.at.distance_squared(numb.at)));
    assert_eq!(Feeling::nearest(numb.at, usize::MAX).len(), 96);
}

#[test]
fn every_place_has_someone_to_reach() {
    for place in PLACES {
        assert!(!place.services.is_empty(), "{}", place.id);
        assert!(place.services.iter().all(|service| !service.contacts.is_empty()), "{}", place.id);
    }
}

#[test]
fn numbers_are_dialled_by_their_digits() {
    assert_eq!(dialled("0800 111 0 111"), "08001110111");
    assert_eq!(dialled("(011) 5275-1135"), "01152751135");
    assert_eq!(dialled("+44 20"), "+4420");
}
