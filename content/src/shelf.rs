//! `themes/*.md` and `pages/*.md`: what a theme or a page of its own is called,
//! what it offers, and its reading.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::markdown::{self, Part};
use crate::problem::{ProblemKind, Problems};
use crate::source::{Source, Text, list, slug, toml};

/// One file.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) source: Arc<Source>,
    pub(crate) front: Front,
    /// The opening first, then the sections.
    pub(crate) parts: Vec<Part>,
}

/// What stands between the lines `+++`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Front {
    pub(crate) number: Spanned<u16>,
    pub(crate) title: Spanned<String>,
    pub(crate) line: Spanned<String>,
    #[serde(default)]
    pub(crate) exercises: Vec<Spanned<String>>,
    #[serde(default, rename = "prompt")]
    pub(crate) prompts: Vec<Prompt>,
}

/// A question to write from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Prompt {
    pub(crate) id: Spanned<String>,
    pub(crate) text: Spanned<String>,
}

/// What could be read of a folder, in its order, and the slugs of all files.
#[derive(Debug)]
pub(crate) struct Shelf {
    pub(crate) all: Vec<Reading>,
    pub(crate) slugs: Vec<String>,
}

impl Shelf {
    /// Reads a folder of a language's folder.
    pub(crate) fn read(dir: &Path, folder: &str, problems: &mut Problems) -> Self {
        let files = list(dir, folder, "md", problems);
        let slugs = files.iter().map(|file| slug(file)).collect();
        let mut all: Vec<_> =
            files.iter().filter_map(|file| Reading::read(dir, file, problems)).collect();
        all.sort_by_key(|reading| *reading.front.number.get_ref());
        Self { all, slugs }
    }
}

impl Reading {
    fn read(dir: &Path, file: &Path, problems: &mut Problems) -> Option<Self> {
        let source = Source::read(dir, file, problems)?;
        let Some((front, body)) = fences(&source.text) else {
            let what = "the reading has no front matter".to_owned();
            source.problem(0, ProblemKind::BrokenFrontMatter, what, problems);
            return None;
        };
        let parts = markdown::read(&source, body, problems);
        let front = toml(&source, front, problems)?;
        Some(Self { source, front, parts })
    }

    /// What a person reads.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let Front { title, line, prompts, .. } = &self.front;
        let headings = self.parts.iter().filter_map(|part| part.heading.as_ref());
        [title, line]
            .into_iter()
            .chain(prompts.iter().map(|prompt| &prompt.text))
            .chain(headings.map(|heading| &heading.title))
            .chain(self.parts.iter().flat_map(Part::paragraphs))
            .map(|words| self.source.text(words))
    }
}

/// Where the front matter stands, and where what follows it begins.
fn fences(text: &str) -> Option<(Range<usize>, usize)> {
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (line.trim_end(), at - line.len()..at)
    });
    let (_, first) = lines.next().filter(|(line, _)| *line == "+++")?;
    let (_, last) = lines.find(|(line, _)| *line == "+++")?;
    Some((first.end..last.start, last.end))
}

#[cfg(test)]
mod tests {
    use super::fences;

    #[test]
    fn front_matter_stands_between_two_fences() {
        assert_eq!(fences("+++\na\n+++\nb"), Some((4..6, 10)));
        assert_eq!(fences("+++\r\n+++"), Some((5..5, 8)));
        assert_eq!(fences("+++\na"), None);
        assert_eq!(fences("a\n+++\n+++"), None);
        assert_eq!(fences(""), None);
    }
}
