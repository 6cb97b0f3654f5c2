//! Phrases that we do not use, and hours that nobody confirmed.

use super::{Rules, first_of};
use crate::draft::Draft;
use crate::markdown::without_citations;
use crate::problem::{ProblemKind, Problems};
use crate::support::Support;
use crate::tokens::{Phrase, tokens};

const UNCONFIRMED: [&str; 3] = ["not confirmed", "when last seen", "do not count on"];

/// No text has a banned phrase, once its allowed uses are taken out.
pub(super) fn check_banned(draft: &Draft, rules: &Rules, problems: &mut Problems) {
    let texts: Vec<_> = draft.texts().collect();
    let tokens: Vec<_> = texts.iter().map(|text| tokens(&without_citations(text.str()))).collect();
    for banned in &rules.lists.banned {
        let phrase = Phrase::new(banned.phrase.get_ref());
        let allowed: Vec<_> = banned.allowed.iter().map(|words| Phrase::new(words)).collect();
        for (text, tokens) in texts.iter().zip(&tokens) {
            let allowed: Vec<_> = allowed.iter().flat_map(|phrase| phrase.find(tokens)).collect();
            for found in phrase.find(tokens) {
                let overlaps = |use_: &std::ops::Range<usize>| {
                    use_.start < found.end && found.start < use_.end
                };
                if !allowed.iter().any(overlaps) {
                    let what = format!(
                        "“{}” is banned ({})",
                        banned.phrase.get_ref(),
                        banned.why.get_ref()
                    );
                    let at = tokens[found.start].start;
                    text.problem(at, ProblemKind::BannedPhrase, what, problems);
                }
            }
        }
    }
}

/// Hours and notes of services hold none that were not confirmed.
pub(super) fn check_hours(support: &Support, problems: &mut Problems) {
    let phrases = UNCONFIRMED.map(Phrase::new);
    for text in support.remarks() {
        if let Some((at, words)) = first_of(text.str(), &phrases) {
            let what = format!("it says “{words}”");
            text.problem(at, ProblemKind::UnconfirmedHours, what, problems);
        }
    }
}
