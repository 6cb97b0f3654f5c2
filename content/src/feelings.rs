//! `feelings.toml`: the words of the two-way map, in twelve families.

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::problem::{ProblemKind, Problems};
use crate::source::{Source, Text, toml};

/// The ids of the families in the order of `core::feeling::Family::ALL`, with
/// the names of its variants.
pub(crate) const FAMILIES: [(&str, &str); 12] = [
    ("sadness", "Sadness"),
    ("shut-down", "ShutDown"),
    ("fear", "Fear"),
    ("worry", "Worry"),
    ("anger", "Anger"),
    ("shame-and-guilt", "ShameAndGuilt"),
    ("distrust", "Distrust"),
    ("mixed", "Mixed"),
    ("calm", "Calm"),
    ("connection", "Connection"),
    ("joy", "Joy"),
    ("interest-and-drive", "InterestAndDrive"),
];

/// The whole file.
#[derive(Debug)]
pub(crate) struct Feelings {
    pub(crate) source: Arc<Source>,
    pub(crate) families: Vec<Family>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    family: Vec<Family>,
}

/// A family of feelings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Family {
    pub(crate) id: Spanned<String>,
    pub(crate) name: Spanned<String>,
    #[serde(default, rename = "feeling")]
    pub(crate) feelings: Vec<Feeling>,
}

/// A feeling, its place in hundredths.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Feeling {
    pub(crate) id: Spanned<String>,
    pub(crate) word: Spanned<String>,
    pub(crate) gloss: Spanned<String>,
    pub(crate) valence: Spanned<i64>,
    pub(crate) arousal: Spanned<i64>,
}

impl Feelings {
    /// Reads the file.
    pub(crate) fn read(dir: &Path, problems: &mut Problems) -> Option<Self> {
        let source = Source::read(dir, Path::new("feelings.toml"), problems)?;
        let File { family } = toml(&source, 0..source.text.len(), problems)?;
        Some(Self { source, families: family })
    }

    /// A family by its id.
    pub(crate) fn family(&self, id: &str) -> Option<&Family> {
        self.families.iter().find(|family| family.id.get_ref() == id)
    }

    /// What a person reads.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        self.families.iter().flat_map(|family| {
            let feelings = family.feelings.iter().flat_map(|one| [&one.word, &one.gloss]);
            std::iter::once(&family.name).chain(feelings).map(|words| self.source.text(words))
        })
    }

    /// Holds the families to the program's twelve, and the feelings to the plane.
    pub(crate) fn check(&self, problems: &mut Problems) {
        for family in &self.families {
            let id = family.id.get_ref();
            if !FAMILIES.iter().any(|(known, _)| known == id) {
                let what = format!("the program has no family `{id}`");
                let at = family.id.span().start;
                self.source.problem(at, ProblemKind::UnknownFamily, what, problems);
            }
        }
        for (id, _) in FAMILIES {
            if self.family(id).is_none() {
                let what = format!("the family `{id}` is missing");
                self.source.problem(0, ProblemKind::UnknownFamily, what, problems);
            }
        }
        let feelings = self.families.iter().flat_map(|family| &family.feelings);
        for axis in feelings.flat_map(|feeling| [&feeling.valence, &feeling.arousal]) {
            if !(-100..=100).contains(axis.get_ref()) {
                let what = format!("{} lies outside the plane", axis.get_ref());
                let at = axis.span().start;
                self.source.problem(at, ProblemKind::OffThePlane, what, problems);
            }
        }
    }
}
