//! `facts.toml`: numbered, referenced claims.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::problem::Problems;
use crate::source::{Source, Text, toml};

/// The whole file, the facts in the order they stand in.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) source: Arc<Source>,
    pub(crate) facts: Vec<Fact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    fact: Vec<Fact>,
}

/// A fact.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fact {
    pub(crate) id: Spanned<String>,
    #[serde(default)]
    pub(crate) kind: Kind,
    pub(crate) strength: Option<Spanned<Strength>>,
    pub(crate) mark: Mark,
    pub(crate) claim: Spanned<String>,
    pub(crate) limits: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) references: Vec<Spanned<String>>,
    pub(crate) unused: Option<Spanned<String>>,
}

/// What sort of claim it is.
#[derive(Debug, Clone, Copy, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// What a study found.
    #[default]
    Finding,
    /// What a word means.
    Definition,
    /// What happened when.
    History,
    /// What a questionnaire measures.
    Instrument,
    /// What a body of experts advises.
    Guidance,
}

/// How good its evidence is.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Strength {
    Strong,
    Some,
    Thin,
    Mixed,
    Disputed,
}

/// Whether it was looked up.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Mark {
    Checked,
    Memory,
}

impl Kind {
    /// Whether the strength of its evidence is to be told.
    pub(crate) fn has_strength(self) -> bool {
        matches!(self, Kind::Finding | Kind::Guidance)
    }
}

impl Facts {
    /// Reads the file.
    pub(crate) fn read(dir: &Path, problems: &mut Problems) -> Option<Self> {
        let source = Source::read(dir, Path::new("facts.toml"), problems)?;
        let File { fact } = toml(&source, 0..source.text.len(), problems)?;
        Some(Self { source, facts: fact })
    }

    /// The facts by their ids.
    pub(crate) fn by_id(&self) -> BTreeMap<&str, &Fact> {
        self.facts.iter().map(|fact| (fact.id.get_ref().as_str(), fact)).collect()
    }

    /// Those that are cited, in the order of letter, number and the rest.
    pub(crate) fn in_order(&self) -> Vec<&Fact> {
        let mut facts: Vec<_> = self.facts.iter().filter(|fact| fact.unused.is_none()).collect();
        facts.sort_by_key(|fact| order(fact.id.get_ref()));
        facts
    }

    /// What a person reads. References keep the words of those who wrote them.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let facts = self.facts.iter();
        facts
            .flat_map(|fact| std::iter::once(&fact.claim).chain(&fact.limits))
            .map(|words| self.source.text(words))
    }
}

/// `K3b` is after `K3` and before `K10`.
fn order(id: &str) -> (String, u32, String) {
    let digits = id.find(|c: char| c.is_ascii_digit()).unwrap_or(id.len());
    let (letters, rest) = id.split_at(digits);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at(end);
    (letters.to_owned(), number.parse().unwrap_or(u32::MAX), rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn numbers_are_ordered_as_numbers() {
        let mut ids = ["K10", "K3b", "B7", "K3", "", "K99999999999"];
        ids.sort_by_key(|id| order(id));
        assert_eq!(ids, ["", "B7", "K3", "K3b", "K10", "K99999999999"]);
    }
}
