//! What a person asks for: words, `"phrases"`, `-not`, and `name:value`.
//!
//! - Words may stand inside other words, and all of them must be found.
//! - A phrase begins and ends with whole words; while it is not closed yet, its
//!   last word may go on.
//! - What follows `-` must not be there, as a whole word or phrase.
//! - `tag:` `feeling:` `theme:` `kind:` name labels; `before:` `after:` `on:`
//!   take a year, a month or a day (`2026`, `2026-03`, `2026-03-07`).
//!
//! Any text is a query. What could not be understood is listed, and the rest
//! is searched for.

use super::dates::{Days, span};
use super::fold::Folder;
use super::term::{Form, Term};

/// What an entry can be labelled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// `tag:`, a word the writer gave it.
    Tag,
    /// `feeling:`, a feeling or its family.
    Feeling,
    /// `theme:`, one of the six.
    Theme,
    /// `kind:`, what sort of entry it is.
    Kind,
}

/// A label that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Labelled {
    pub(super) field: Field,
    /// Folded; never empty.
    pub(super) value: Vec<u8>,
    /// Whether entries that bear it are wanted, or all others.
    pub(super) wanted: bool,
}

/// What is searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) wanted: Vec<Term>,
    pub(super) unwanted: Vec<Term>,
    pub(super) labels: Vec<Labelled>,
    pub(super) days: Days,
}

/// A part of a query that was not understood, as it was typed. The rest of the
/// query holds without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// Not a date, or none that has days on that side of it.
    Date(String),
    /// Nothing to look for: quotes around nothing, a `-` or `tag:` alone.
    Nothing(String),
    /// More words than [`MOST_TERMS`].
    TooMany(String),
}

/// A query, and what was not understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What was understood.
    pub query: Query,
    /// What was not.
    pub misread: Vec<Misread>,
}

/// A query has at most so many words, phrases and labels.
pub const MOST_TERMS: usize = 24;

/// A part of what was typed.
struct Part<'a> {
    /// All of it, for the list of what was not understood.
    typed: &'a str,
    wanted: bool,
    name: Option<&'a str>,
    value: &'a str,
    quoted: Option<Closed>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Closed {
    Yes,
    NotYet,
}

impl Query {
    /// Reads what was typed.
    pub fn parse(typed: &str, folder: &mut Folder) -> Parsed {
        let mut parsed = Parsed::default();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let (part, after) = next_part(rest);
            if let Err(misread) = parsed.query.take(&part, folder) {
                parsed.misread.push(misread);
            }
            rest = after.trim_start();
        }
        parsed
    }

    /// Whether it asks for nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Query::default()
    }

    fn take(&mut self, part: &Part<'_>, folder: &mut Folder) -> Result<(), Misread> {
        let typed = || part.typed.to_owned();
        let field = match part.name {
            None => return self.take_term(part, folder),
            Some("tag") => Field::Tag,
            Some("feeling") => Field::Feeling,
            Some("theme") => Field::Theme,
            Some("kind") => Field::Kind,
            Some(name) => return self.take_days(name, part).ok_or_else(|| Misread::Date(typed())),
        };
        let value = folder.fold(part.value);
        if value.is_empty() {
            return Err(Misread::Nothing(typed()));
        }
        self.room(part)?;
        self.labels.push(Labelled { field, value, wanted: part.wanted });
        Ok(())
    }

    fn take_term(&mut self, part: &Part<'_>, folder: &mut Folder) -> Result<(), Misread> {
        let text = folder.fold(part.value);
        if text.is_empty() {
            return Err(Misread::Nothing(part.typed.to_owned()));
        }
        self.room(part)?;
        let form = match (part.quoted, part.wanted) {
            (Some(Closed::NotYet), true) => Form::Begun,
            (None, true) => Form::Anywhere,
            (Some(Closed::Yes), _) | (_, false) => Form::Whole,
        };
        let terms = if part.wanted { &mut self.wanted } else { &mut self.unwanted };
        terms.push(Term { text, form });
        Ok(())
    }

    fn take_days(&mut self, name: &str, part: &Part<'_>) -> Option<()> {
        let (first, last) = span(part.value)?;
        match (name, part.wanted) {
            ("before", true) => self.days.keep_before(first),
            ("after", true) => self.days.keep_from(last.plus_days(1)?),
            ("on", true) => {
                self.days.keep_from(first);
                if let Some(next) = last.plus_days(1) {
                    self.days.keep_before(next);
                }
            }
            ("before", false) => self.days.keep_from(first),
            ("after", false) => {
                last.plus_days(1).into_iter().for_each(|next| self.days.keep_before(next))
            }
            // All days but some are no range.
            _ => return None,
        }
        Some(())
    }

    fn room(&self, part: &Part<'_>) -> Result<(), Misread> {
        let terms = self.wanted.len() + self.unwanted.len() + self.labels.len();
        if terms < MOST_TERMS { Ok(()) } else { Err(Misread::TooMany(part.typed.to_owned())) }
    }
}

const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];
const NAMES: [&str; 7] = ["tag", "feeling", "theme", "kind", "before", "after", "on"];

/// The first part of a text that begins with one, and what follows it.
fn next_part(text: &str) -> (Part<'_>, &str) {
    let (wanted, body) = match text.strip_prefix(['-', '−']) {
        Some(body) => (false, body),
        None => (true, text),
    };
    let word_end = |text: &str| text.find(char::is_whitespace).unwrap_or(text.len());
    let named = body
        .get(..word_end(body))
        .unwrap_or_default()
        .split_once(':')
        .and_then(|(name, _)| NAMES.iter().find(|known| known.eq_ignore_ascii_case(name)));
    let value = named.map_or(body, |name| body.get(name.len() + 1..).unwrap_or_default());
    let (value, quoted, after) = match value.strip_prefix(QUOTES) {
        None => {
            let (word, after) = value.split_at(word_end(value));
            (word, None, after)
        }
        Some(inner) => match inner.split_once(QUOTES) {
            Some((inner, after)) => (inner, Some(Closed::Yes), after),
            None => (inner, Some(Closed::NotYet), ""),
        },
    };
    let typed = text.get(..text.len() - after.len()).unwrap_or_default().trim_end();
    (Part { typed, wanted, name: named.copied(), value, quoted }, after)
}

#[cfg(test)]
mod tests;
