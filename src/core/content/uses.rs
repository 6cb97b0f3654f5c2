//! Where each fact is used.

use super::exercises::Exercise;
use super::readings::{Block, Reading, Readings, Section, Span, spans};
use super::tables::EXERCISES;

/// A place that rests on a fact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Use<'a> {
    /// A reading, in a section or in its opening.
    Reading(&'a Reading, Option<&'a Section>),
    /// The *why* of an exercise, or who leaves it out.
    Exercise(&'static Exercise),
}

/// The places that rest on a fact, in the order of readings and exercises,
/// each once.
pub fn uses<'a>(readings: &'a Readings, fact: &str) -> Vec<Use<'a>> {
    let within = |reading: &'a Reading| {
        let opening = cites(&reading.opening, fact).then_some(Use::Reading(reading, None));
        let sections = reading.sections.iter().filter(|section| cites(&section.blocks, fact));
        opening.into_iter().chain(sections.map(|section| Use::Reading(reading, Some(section))))
    };
    let rests = |exercise: &&Exercise| {
        [exercise.why, exercise.skip_if].iter().any(|words| names(&spans(words), fact))
    };
    let exercises = EXERCISES.iter().filter(rests);
    readings.readings.iter().flat_map(within).chain(exercises.map(Use::Exercise)).collect()
}

fn cites(blocks: &[Block], fact: &str) -> bool {
    blocks.iter().any(|block| match block {
        Block::Paragraph(spans) => names(spans, fact),
        Block::List(points) => points.iter().any(|spans| names(spans, fact)),
    })
}

fn names(spans: &[Span], fact: &str) -> bool {
    spans.iter().any(|span| matches!(span, Span::Fact(id) if id == fact))
}
