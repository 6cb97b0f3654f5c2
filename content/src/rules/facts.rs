//! What each fact must say of itself.

use super::figure;
use crate::facts::{Fact, Facts, Mark};
use crate::problem::{ProblemKind, Problems};

/// References, strengths and marks of all facts.
pub(super) fn check(facts: &Facts, problems: &mut Problems) {
    for fact in &facts.facts {
        check_reference(facts, fact, problems);
        check_strength(facts, fact, problems);
        check_mark(facts, fact, problems);
    }
}

fn check_reference(facts: &Facts, fact: &Fact, problems: &mut Problems) {
    let named = |reference: &toml::Spanned<String>| !reference.get_ref().trim().is_empty();
    if fact.references.is_empty() || !fact.references.iter().all(named) {
        let what = format!("the fact {} has no reference, or an empty one", fact.id.get_ref());
        let at = fact.id.span().start;
        facts.source.problem(at, ProblemKind::FactWithoutReference, what, problems);
    }
}

fn check_strength(facts: &Facts, fact: &Fact, problems: &mut Problems) {
    let id = fact.id.get_ref();
    match (&fact.strength, fact.kind.has_strength()) {
        (None, true) => {
            let what = format!("the fact {id} has no strength");
            let at = fact.id.span().start;
            facts.source.problem(at, ProblemKind::FactWithoutStrength, what, problems);
        }
        (Some(strength), false) => {
            let what = format!("the fact {id} has a strength and is of a kind that has none");
            let at = strength.span().start;
            facts.source.problem(at, ProblemKind::NeedlessStrength, what, problems);
        }
        (Some(_), true) | (None, false) => {}
    }
}

/// A fact from memory is told without figures, its references without a DOI.
fn check_mark(facts: &Facts, fact: &Fact, problems: &mut Problems) {
    if fact.mark == Mark::Checked {
        return;
    }
    let id = fact.id.get_ref();
    for words in std::iter::once(&fact.claim).chain(&fact.limits) {
        if let Some(at) = figure(words.get_ref()) {
            let what = format!("the fact {id} is from memory and holds a figure");
            facts.source.text(words).problem(at, ProblemKind::FigureFromMemory, what, problems);
        }
    }
    for reference in &fact.references {
        if reference.get_ref().to_lowercase().contains("doi") {
            let what = format!("the fact {id} is from memory and its reference has a DOI");
            let at = reference.span().start;
            facts.source.problem(at, ProblemKind::FigureFromMemory, what, problems);
        }
    }
}
