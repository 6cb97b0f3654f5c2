//! `sit.toml`: the guided path, and the table of what fits.

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::exercises::{Exit, check_exits};
use crate::problem::Problems;
use crate::source::{Source, Text, toml};
use crate::steps::{RawStep, Step};

/// The whole file.
#[derive(Debug)]
pub(crate) struct Sit {
    pub(crate) source: Arc<Source>,
    pub(crate) file: File,
    /// Those before the first ratings that are of a known kind.
    pub(crate) steps: Vec<Step>,
    /// The one in which a person writes, if it is of a known kind.
    pub(crate) words: Option<Step>,
}

/// The path as it stands in its file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) version: u16,
    pub(crate) title: Spanned<String>,
    pub(crate) time: Spanned<String>,
    pub(crate) what: Spanned<String>,
    pub(crate) what_not: Spanned<String>,
    pub(crate) why: Spanned<String>,
    pub(crate) skip_if: Spanned<String>,
    pub(crate) instead: Spanned<String>,
    pub(crate) exits: Option<Spanned<Vec<Exit>>>,
    /// Exercises that are offered nowhere on the path.
    #[serde(default)]
    pub(crate) left_out: Vec<Spanned<String>>,
    #[serde(default, rename = "step")]
    steps: Vec<Spanned<RawStep>>,
    words: Option<Spanned<RawStep>>,
    #[serde(default, rename = "row")]
    pub(crate) rows: Vec<Row>,
    pub(crate) no_words: Spanned<Offer>,
}

/// A row of the table: for these families, these exercises.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    pub(crate) families: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    pub(crate) exercises: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) writing: bool,
}

/// What is offered where no family decides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Offer {
    #[serde(default)]
    pub(crate) exercises: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) writing: bool,
}

impl Sit {
    /// Reads the file.
    pub(crate) fn read(dir: &Path, problems: &mut Problems) -> Option<Self> {
        let source = Source::read(dir, Path::new("sit.toml"), problems)?;
        let mut file: File = toml(&source, 0..source.text.len(), problems)?;
        let raw = std::mem::take(&mut file.steps);
        let first = raw.first().map_or(0, |step| step.span().start);
        check_exits(&source, file.exits.as_ref(), first, problems);
        let mut read = |raw| Step::new(raw, &source, problems);
        let words = file.words.take().and_then(&mut read);
        let steps = raw.into_iter().filter_map(read).collect();
        Some(Self { source, file, steps, words })
    }

    /// What a person reads.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let File { title, time, what, what_not, why, skip_if, instead, .. } = &self.file;
        [title, time, what, what_not, why, skip_if, instead]
            .into_iter()
            .chain(self.all_steps().flat_map(Step::texts))
            .map(|words| self.source.text(words))
    }

    /// Its steps, and that in which a person writes after them.
    pub(crate) fn all_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().chain(&self.words)
    }

    /// The slugs of what it offers.
    pub(crate) fn offered(&self) -> impl Iterator<Item = &Spanned<String>> {
        let rows = self.file.rows.iter().flat_map(|row| &row.exercises);
        rows.chain(&self.file.no_words.get_ref().exercises)
    }
}
