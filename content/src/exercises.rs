//! `exercises/*.toml`: an exercise, its frame and its steps.

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::problem::{ProblemKind, Problems};
use crate::source::{Source, Text, list, slug, toml};
use crate::steps::{RawStep, Step};

/// One file.
#[derive(Debug)]
pub(crate) struct Exercise {
    pub(crate) source: Arc<Source>,
    pub(crate) frame: Frame,
    /// Those that are of a known kind and have its keys.
    pub(crate) steps: Vec<Step>,
    /// Those of its follow-up.
    pub(crate) later: Vec<Step>,
}

/// The exercise as it stands in its file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frame {
    pub(crate) number: Spanned<u16>,
    pub(crate) version: u16,
    pub(crate) theme: Spanned<String>,
    pub(crate) title: Spanned<String>,
    pub(crate) time: Spanned<String>,
    pub(crate) what: Spanned<String>,
    pub(crate) what_not: Spanned<String>,
    pub(crate) why: Spanned<String>,
    pub(crate) skip_if: Spanned<String>,
    pub(crate) instead: Spanned<String>,
    pub(crate) exits: Option<Spanned<Vec<Exit>>>,
    #[serde(default)]
    pub(crate) settles: bool,
    pub(crate) limit: Option<Limit>,
    pub(crate) follow_up: Option<FollowUp>,
    #[serde(default, rename = "step")]
    pub(crate) steps: Vec<Spanned<RawStep>>,
}

/// How many days are to lie between two runs, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Limit {
    pub(crate) days: Spanned<u8>,
    pub(crate) why: Spanned<String>,
}

/// What an exercise asks on a later day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FollowUp {
    pub(crate) line: Spanned<String>,
    pub(crate) days: Option<Spanned<u8>>,
    pub(crate) day_from: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) shows: Vec<Spanned<String>>,
    #[serde(default, rename = "step")]
    pub(crate) steps: Vec<Spanned<RawStep>>,
}

/// A way out of a step.
#[derive(Debug, Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Exit {
    Settle,
    Skip,
    Leave,
}

/// The exercises that could be read, by number, and the slugs of all files.
#[derive(Debug)]
pub(crate) struct Exercises {
    pub(crate) all: Vec<Exercise>,
    pub(crate) slugs: Vec<String>,
}

impl Exercises {
    /// Reads the folder.
    pub(crate) fn read(dir: &Path, problems: &mut Problems) -> Self {
        let files = list(dir, "exercises", "toml", problems);
        let slugs = files.iter().map(|file| slug(file)).collect();
        let mut all: Vec<_> =
            files.iter().filter_map(|file| Exercise::read(dir, file, problems)).collect();
        all.sort_by_key(|exercise| *exercise.frame.number.get_ref());
        Self { all, slugs }
    }
}

impl Exercise {
    fn read(dir: &Path, file: &Path, problems: &mut Problems) -> Option<Self> {
        let source = Source::read(dir, file, problems)?;
        let mut frame: Frame = toml(&source, 0..source.text.len(), problems)?;
        if frame.steps.is_empty() {
            let what = "the exercise has no steps".to_owned();
            source.problem(0, ProblemKind::WrongShape, what, problems);
        }
        let raw = std::mem::take(&mut frame.steps);
        let first = raw.first().map_or(0, |step| step.span().start);
        check_exits(&source, frame.exits.as_ref(), first, problems);
        let later = frame.follow_up.as_mut().map(|later| std::mem::take(&mut later.steps));
        let mut read = |raw: Vec<Spanned<RawStep>>| {
            raw.into_iter().filter_map(|raw| Step::new(raw, &source, problems)).collect()
        };
        let (steps, later) = (read(raw), read(later.unwrap_or_default()));
        Some(Self { source, frame, steps, later })
    }

    /// What a person reads.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let Frame { title, time, what, what_not, why, skip_if, instead, .. } = &self.frame;
        let limit = self.frame.limit.iter().map(|limit| &limit.why);
        let line = self.frame.follow_up.iter().map(|later| &later.line);
        [title, time, what, what_not, why, skip_if, instead]
            .into_iter()
            .chain(limit)
            .chain(line)
            .chain(self.all_steps().flat_map(Step::texts))
            .map(|words| self.source.text(words))
    }

    /// Its steps, and those of its follow-up after them.
    pub(crate) fn all_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().chain(&self.later)
    }
}

/// Every step must have all three ways out.
pub(crate) fn check_exits(
    source: &Source,
    stated: Option<&Spanned<Vec<Exit>>>,
    first_step: usize,
    problems: &mut Problems,
) {
    let ways = [(Exit::Settle, "settle"), (Exit::Skip, "skip"), (Exit::Leave, "leave")];
    let exits = stated.map_or(&[][..], |exits| exits.get_ref());
    let missing = ways.iter().filter(|(exit, _)| !exits.contains(exit));
    let missing: Vec<_> = missing.map(|(_, name)| *name).collect();
    if !missing.is_empty() {
        let at = stated.map_or(first_step, |exits| exits.span().start);
        let what = format!("its steps lack the way out `{}`", missing.join("`, `"));
        source.problem(at, ProblemKind::StepWithoutExit, what, problems);
    }
}
