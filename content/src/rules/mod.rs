//! The rules that hold across the files: a file a family of rules.

mod citations;
mod facts;
mod leading;
mod names;
mod owed;
mod phrases;
mod reading;
mod references;
mod sit;
mod steps;

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::draft::Draft;
use crate::problem::Problems;
use crate::source::{Source, Text, toml};
use crate::tokens::{Phrase, tokens};

/// `rules.toml`: the lists that the rules go by.
#[derive(Debug)]
pub(crate) struct Rules {
    source: Arc<Source>,
    lists: Lists,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    #[serde(default)]
    banned: Vec<Banned>,
    owing: Vec<String>,
    drugs: Vec<String>,
    diagnoses: Vec<String>,
    two_syllables: Vec<String>,
    #[serde(default)]
    leading: Vec<String>,
    grade: Grade,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Banned {
    phrase: Spanned<String>,
    #[serde(default)]
    allowed: Vec<String>,
    why: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Grade {
    theme: f64,
    section: f64,
}

impl Rules {
    /// Reads the file.
    pub(crate) fn read(dir: &Path, problems: &mut Problems) -> Option<Self> {
        let source = Source::read(dir, Path::new("rules.toml"), problems)?;
        let lists = toml(&source, 0..source.text.len(), problems)?;
        Some(Self { source, lists })
    }

    /// Phrases and reasons, which must not be empty.
    fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let banned = self.lists.banned.iter();
        banned.flat_map(|one| [&one.phrase, &one.why]).map(|words| self.source.text(words))
    }
}

/// Holds what was read to all rules.
pub(crate) fn check(draft: &Draft, problems: &mut Problems) {
    names::check(draft, problems);
    steps::check(draft, problems);
    references::check(draft, problems);
    if let Some(sit) = &draft.sit {
        sit::check(draft, sit, problems);
    }
    if let Some(facts) = &draft.facts {
        facts::check(facts, problems);
        citations::check(draft, facts, problems);
    }
    if let Some(support) = &draft.support {
        phrases::check_hours(support, problems);
    }
    if let Some(rules) = &draft.rules {
        phrases::check_banned(draft, rules, problems);
        owed::check(draft, rules, problems);
        leading::check(draft, rules, problems);
        reading::check(draft, rules, problems);
    }
}

/// The byte of the first figure in a text without its citations.
fn figure(text: &str) -> Option<usize> {
    text.find(char::is_numeric)
}

/// The first of some phrases that stands in a text, and where.
fn first_of(text: &str, phrases: &[Phrase]) -> Option<(usize, String)> {
    let tokens = tokens(text);
    let found = phrases.iter().flat_map(|phrase| phrase.find(&tokens));
    let first = found.min_by_key(|range| range.start)?;
    let words: Vec<_> = tokens[first.clone()].iter().map(|token| token.word.as_str()).collect();
    Some((tokens[first.start].start, words.join(" ")))
}
