//! Files, the lines of what stands in them, and TOML with its errors located.

use std::ffi::OsStr;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::DeTable;

use crate::problem::{ProblemKind, Problems};

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Source {
    /// Relative to the folder of the language.
    pub(crate) file: PathBuf,
    /// All of it.
    pub(crate) text: String,
}

/// A text a person reads, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) source: &'a Source,
    pub(crate) words: &'a Spanned<String>,
}

impl Source {
    /// Reads a file of a language's folder.
    pub(crate) fn read(dir: &Path, file: &Path, problems: &mut Problems) -> Option<Arc<Self>> {
        match std::fs::read_to_string(dir.join(file)) {
            Ok(text) => Some(Arc::new(Self { file: file.to_owned(), text })),
            Err(error) => {
                let what = format!("`{}` cannot be read: {}", file.display(), reason(&error));
                problems.add(file.to_owned(), 1, ProblemKind::MissingFile, what);
                None
            }
        }
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        before.iter().filter(|&&byte| byte == b'\n').count() + 1
    }

    /// The name of a theme, an exercise, a module.
    pub(crate) fn slug(&self) -> String {
        slug(&self.file)
    }

    /// Notes a problem at the line of a byte.
    pub(crate) fn problem(&self, at: usize, kind: ProblemKind, what: String, to: &mut Problems) {
        to.add(self.file.clone(), self.line(at), kind, what);
    }

    /// The text of one of this file's strings.
    pub(crate) fn text<'a>(&'a self, words: &'a Spanned<String>) -> Text<'a> {
        Text { source: self, words }
    }
}

impl<'a> Text<'a> {
    /// The words alone.
    pub(crate) fn str(&self) -> &'a str {
        self.words.get_ref()
    }

    /// The line of a byte of the words. A text of several lines keeps its line
    /// breaks; the one after opening quotes is not part of it.
    pub(crate) fn line(&self, at: usize) -> usize {
        let Range { start, end } = self.words.span();
        let raw = self.source.text.get(start..end).unwrap_or_default();
        let opening = ["\"\"\"\n", "'''\n", "\"\"\"\r\n", "'''\r\n"];
        let opened = usize::from(opening.iter().any(|quotes| raw.starts_with(quotes)));
        let words = self.str().as_bytes();
        let before = &words[..at.min(words.len())];
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + opened;
        (self.source.line(start) + line).min(self.source.line(end))
    }

    /// Notes a problem at a byte of the words.
    pub(crate) fn problem(&self, at: usize, kind: ProblemKind, what: String, to: &mut Problems) {
        to.add(self.source.file.clone(), self.line(at), kind, what);
    }
}

/// A file's name without its ending: the slug of a theme, an exercise, a module.
pub(crate) fn slug(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The files of a folder that end so, by name; every other is a problem.
pub(crate) fn list(dir: &Path, folder: &str, end: &str, problems: &mut Problems) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let entries = match std::fs::read_dir(dir.join(folder)) {
        Ok(entries) => entries,
        Err(error) => {
            let what = format!("the folder `{folder}` cannot be read: {}", reason(&error));
            problems.add(PathBuf::from(folder), 1, ProblemKind::MissingFile, what);
            return files;
        }
    };
    // Hidden files are those of editors and systems.
    let hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
    for entry in entries.flatten().filter(|entry| !hidden(&entry.file_name())) {
        let file = Path::new(folder).join(entry.file_name());
        if file.extension().is_some_and(|found| found == end) {
            files.push(file);
        } else {
            let what = format!("`{folder}/` holds files that end in `.{end}`, and this does not");
            problems.add(file, 1, ProblemKind::StrayFile, what);
        }
    }
    files.sort();
    files
}

/// Reads the TOML at `within` of a file. All errors of its syntax are noted, or
/// the first error of its shape.
pub(crate) fn toml<T: DeserializeOwned>(
    source: &Source,
    within: Range<usize>,
    problems: &mut Problems,
) -> Option<T> {
    // What stands before is blanked, not cut, so that spans are those of the file.
    let before: String = source.text[..within.start].chars().map(blank).collect();
    let text = before + &source.text[within];
    table(source, &text, problems)?;
    match toml::from_str(&text) {
        Ok(value) => Some(value),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let what = first_line(error.message());
            source.problem(at, ProblemKind::WrongShape, what, problems);
            None
        }
    }
}

/// Reads a text as TOML of no particular shape.
pub(crate) fn table<'a>(
    source: &Source,
    text: &'a str,
    problems: &mut Problems,
) -> Option<DeTable<'a>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        let what = first_line(error.message());
        source.problem(at, ProblemKind::BrokenToml, what, problems);
    }
    errors.is_empty().then(|| table.into_inner())
}

fn blank(c: char) -> &'static str {
    const SPACES: &str = "    ";
    if c == '\n' { "\n" } else { &SPACES[..c.len_utf8()] }
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

/// What the system said, in the same words on every system.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there".to_owned(),
        io::ErrorKind::InvalidData => "it is not UTF-8".to_owned(),
        _ => error.to_string(),
    }
}
