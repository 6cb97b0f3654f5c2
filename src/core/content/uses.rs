//! Where each fact is used.

use super::exercises::Exercise;
use super::readings::{Block, Reading, Readings, Section, Span, spans};
use super::tables::{EXERCISES, SIT};
use crate::core::insight::measure::Measure;

/// A place that rests on a fact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Use<'a> {
    /// A reading, in a section or in its opening.
    Reading(&'a Reading, Option<&'a Section>),
    /// The *why* of an exercise, or who leaves it out.
    Exercise(&'static Exercise),
    /// The same of the guided path.
    Sit,
    /// What a page of looking back does not mean.
    LookBack(Measure),
}

/// The places that rest on a fact, in the order of readings, exercises and
/// pages of looking back, each once.
pub fn uses<'a>(readings: &'a Readings, fact: &str) -> Vec<Use<'a>> {
    let within = |reading: &'a Reading| {
        let opening = cites(&reading.opening, fact).then_some(Use::Reading(reading, None));
        let sections = reading.sections.iter().filter(|section| cites(&section.blocks, fact));
        opening.into_iter().chain(sections.map(|section| Use::Reading(reading, Some(section))))
    };
    let rests = |texts: [&str; 2]| texts.iter().any(|words| names(&spans(words), fact));
    let exercises = EXERCISES.iter().filter(|one| rests([one.why, one.skip_if]));
    let sit = rests([SIT.why, SIT.skip_if]).then_some(Use::Sit);
    let limited = |measure: &Measure| names(&spans(measure.limits()), fact);
    let measures = Measure::ALL.into_iter().filter(limited).map(Use::LookBack);
    let readings = readings.readings.iter().flat_map(within);
    readings.chain(exercises.map(Use::Exercise)).chain(sit).chain(measures).collect()
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
