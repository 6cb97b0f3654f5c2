//! Texts and facts know each other: nothing is cited that is not there, and
//! nothing is there that is not cited, unless it says why.

use std::collections::BTreeSet;

use super::figure;
use crate::draft::Draft;
use crate::facts::{Facts, Mark};
use crate::markdown::{cited, without_citations};
use crate::problem::{ProblemKind, Problems};

/// Citations of all texts, and the facts that none of them names.
pub(super) fn check(draft: &Draft, facts: &Facts, problems: &mut Problems) {
    let known = facts.by_id();
    let mut used = BTreeSet::new();
    for text in draft.texts() {
        for (at, id) in cited(text.str()) {
            used.insert(id);
            if !known.contains_key(id) {
                let what = format!("there is no fact `{id}`");
                text.problem(at, ProblemKind::UnknownFact, what, problems);
            }
        }
    }
    check_figures(draft, facts, problems);
    // A file that could not be read may be the one that cites.
    if draft.is_whole() {
        check_use(facts, &used, problems);
    }
}

/// A figure in a reading or in a *why* rests on checked facts alone.
fn check_figures(draft: &Draft, facts: &Facts, problems: &mut Problems) {
    let known = facts.by_id();
    for text in draft.claims() {
        let Some(at) = figure(&without_citations(text.str())) else {
            continue;
        };
        let memory = |id: &&str| known.get(*id).is_some_and(|fact| fact.mark == Mark::Memory);
        let unchecked: Vec<_> = cited(text.str()).map(|(_, id)| id).filter(memory).collect();
        if !unchecked.is_empty() {
            let what = format!("a figure stands here beside {}, from memory", unchecked.join(", "));
            text.problem(at, ProblemKind::UncheckedFigure, what, problems);
        }
    }
}

fn check_use(facts: &Facts, used: &BTreeSet<&str>, problems: &mut Problems) {
    for fact in &facts.facts {
        let id = fact.id.get_ref();
        match (&fact.unused, used.contains(id.as_str())) {
            (None, false) => {
                let what = format!("no text cites the fact {id}");
                let at = fact.id.span().start;
                facts.source.problem(at, ProblemKind::UncitedFact, what, problems);
            }
            (Some(unused), true) => {
                let what = format!("the fact {id} is marked unused and is cited");
                let at = unused.span().start;
                facts.source.problem(at, ProblemKind::UsedUnusedFact, what, problems);
            }
            (None, true) | (Some(_), false) => {}
        }
    }
}
