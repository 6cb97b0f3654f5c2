//! The words as the program gets them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::content::exercises::{Exercise, Exit, StepKind};
use freshet::core::content::pages::{self, Page};
use freshet::core::content::readings::{Block, Reading, Readings, Span, spans};
use freshet::core::content::support::dialled;
use freshet::core::content::tables::{EXERCISES, FEELINGS, PAGES, PLACES, SIT, THEMES};
use freshet::core::content::uses::{Use, uses};
use freshet::core::feeling::{Family, Feeling, Point};
use freshet::core::route::{PromptPlace, Route};
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
    }
    for page in &PAGES {
        assert!(readings.reading(page.slug).is_some(), "{}", page.slug);
    }
    for reading in &readings.readings {
        for id in cited_in(reading) {
            assert!(readings.fact(&id).is_some(), "{}: {id}", reading.slug);
        }
    }
}

fn cited_in(reading: &Reading) -> Vec<String> {
    let sections = reading.sections.iter().flat_map(|section| facts_cited(&section.blocks));
    facts_cited(&reading.opening).into_iter().chain(sections).collect()
}

#[test]
fn the_pages_that_have_routes_are_there() {
    for slug in ["begin", "close", "ketamine"] {
        assert!(Page::find(slug).is_some(), "{slug}");
    }
    let readings = readings();
    for section in &readings.reading("ketamine").unwrap().sections {
        let hash = format!("#/ketamine/{}", section.slug);
        let expected = Some(Route::Ketamine(Some(section.slug.clone())));
        assert_eq!(Route::of_hash(&hash), expected);
    }
}

#[test]
fn every_prompt_is_found_by_its_place() {
    let themes = THEMES.iter().map(|theme| (theme.slug, theme.prompts));
    let all = themes.chain(PAGES.iter().map(|page| (page.slug, page.prompts)));
    for (slug, prompts) in all {
        for prompt in prompts {
            let place = PromptPlace { theme: slug.into(), prompt: prompt.id.into() };
            assert_eq!(pages::prompt(&place), Some(prompt));
        }
    }
    let nowhere = PromptPlace { theme: "close".into(), prompt: "no-such".into() };
    assert_eq!(pages::prompt(&nowhere), None);
}

#[test]
fn every_fact_is_used_where_it_is_cited() {
    let readings = readings();
    for fact in &readings.facts {
        let uses = uses(&readings, &fact.id);
        assert!(!uses.is_empty(), "{}", fact.id);
        for place in &uses {
            match place {
                Use::Reading(reading, section) => {
                    let blocks = section.map_or(&reading.opening, |section| &section.blocks);
                    assert!(facts_cited(blocks).contains(&fact.id), "{}", fact.id);
                }
                Use::Exercise(exercise) => {
                    let words = [exercise.why, exercise.skip_if].map(spans);
                    let cited = facts_cited(&[Block::List(words.to_vec())]);
                    assert!(cited.contains(&fact.id), "{}: {}", exercise.slug, fact.id);
                }
                Use::LookBack(measure) => {
                    let cited = facts_cited(&[Block::List(vec![spans(measure.limits())])]);
                    assert!(cited.contains(&fact.id), "{measure:?}: {}", fact.id);
                }
                Use::Sit => {
                    let words = [SIT.why, SIT.skip_if].map(spans);
                    let cited = facts_cited(&[Block::List(words.to_vec())]);
                    assert!(cited.contains(&fact.id), "the guided path: {}", fact.id);
                }
            }
        }
    }
    let slow = uses(&readings, "B7");
    assert!(slow.iter().any(|place| matches!(place, Use::Exercise(_))), "{slow:?}");
    assert_eq!(uses(&readings, "B0"), []);
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
        let themes = THEMES.iter().map(|theme| (theme.slug, theme.exercises));
        let mut all = themes.chain(PAGES.iter().map(|page| (page.slug, page.exercises)));
        let offered = all
            .any(|(slug, exercises)| slug == exercise.theme && exercises.contains(&exercise.slug));
        assert!(offered, "{}", exercise.slug);
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
