//! Readings, facts and their sources: one file, fetched when the page is idle
//! or standing in the single file, read here.

use crate::core::json::{Json, Shape, choice, object};

/// The whole file.
#[derive(Debug, PartialEq)]
pub struct Readings {
    /// The facts, in the order of their ids.
    pub facts: Vec<Fact>,
    /// A reading for each theme, then the pages.
    pub readings: Vec<Reading>,
}

/// A numbered, referenced claim.
#[derive(Debug, PartialEq)]
pub struct Fact {
    /// `B7`.
    pub id: String,
    /// The claim, in a sentence.
    pub claim: String,
    /// How good its evidence is; definitions, history and instruments carry none.
    pub strength: Option<Strength>,
    /// Whether it was looked up.
    pub mark: Mark,
    /// What it does not say; may be empty.
    pub limits: String,
    /// Where it comes from. In full where it was checked.
    pub references: Vec<String>,
}

/// How good a fact's evidence is, by the rule of the crate documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// A meta-analysis of low-bias trials, several large trials, a regulator's own decision.
    Strong,
    /// One sound trial, or a meta-analysis whose authors warn of bias.
    Some,
    /// Small or uncontrolled studies, laboratory tasks, surveys, expert opinion.
    Thin,
    /// Sound studies disagree.
    Mixed,
    /// The field disputes the idea.
    Disputed,
}

/// Whether a fact was looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Read in an abstract, an excerpt or an official page.
    Checked,
    /// Known, but its reference not yet looked up: told without figures.
    Memory,
}

/// The reading of one theme, or a page.
#[derive(Debug, PartialEq)]
pub struct Reading {
    /// The slug of the theme or the page; no two share one.
    pub slug: String,
    /// Paragraphs that meet the reader where they are.
    pub opening: Vec<Block>,
    /// Short sections.
    pub sections: Vec<Section>,
}

/// One section of a reading.
#[derive(Debug, PartialEq)]
pub struct Section {
    /// Its name in addresses; stable.
    pub slug: String,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list of points.
    List(Vec<Vec<Span>>),
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// Words.
    Text(String),
    /// Words with weight.
    Emphasis(String),
    /// The fact that the words before it rest on.
    Fact(String),
}

object!(Readings { must facts, must readings });
object!(Fact { must id, must claim, may strength, must mark, may limits, must references });
choice!(Strength {
    Strong = "strong", Some = "some", Thin = "thin", Mixed = "mixed", Disputed = "disputed";
});
choice!(Mark { Checked = "checked", Memory = "memory"; });
object!(Reading { must slug, must opening, must sections });
object!(Section { must slug, must title, must blocks });
choice!(Block { ; Paragraph(Vec<Span>) = "paragraph", List(Vec<Vec<Span>>) = "list" });
choice!(Span { ; Text(String) = "text", Emphasis(String) = "emphasis", Fact(String) = "fact" });

/// Why the file could not be read.
#[derive(Debug, PartialEq, Eq)]
pub enum ReadingsError {
    /// It is not what this program wrote: cut, or another version's.
    Malformed,
}

impl Readings {
    /// Reads the file's text.
    pub fn parse(text: &str) -> Result<Self, ReadingsError> {
        let json: Json = text.parse().map_err(|_| ReadingsError::Malformed)?;
        Self::of_json(&json).ok_or(ReadingsError::Malformed)
    }

    /// The fact with this id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The reading of this theme or page.
    pub fn reading(&self, slug: &str) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.slug == slug)
    }
}

impl Reading {
    /// The section with this slug.
    pub fn section(&self, slug: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.slug == slug)
    }
}

/// Splits compiled-in words (`… it helped a little [B7].`) into spans, by the
/// same rule that the readings were split by.
pub fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some((before, fact, after)) = next_fact(rest) {
        if !before.is_empty() {
            spans.push(Span::Text(before.to_owned()));
        }
        spans.push(Span::Fact(fact.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        spans.push(Span::Text(rest.to_owned()));
    }
    spans
}

/// A reference in three parts: what stands before its DOI, the DOI, and what
/// stands after. Without one, all of it stands before.
pub fn split_doi(reference: &str) -> (&str, Option<&str>, &str) {
    const NAMED: &str = "doi:";
    let at = reference.as_bytes().windows(NAMED.len()).position(|part| part == NAMED.as_bytes());
    let parts = at.and_then(|at| reference.split_at_checked(at));
    let Some((before, Some(named))) =
        parts.map(|(before, named)| (before, named.strip_prefix(NAMED)))
    else {
        return (reference, None, "");
    };
    let named = named.trim_start();
    let end = named.find(|c: char| c.is_whitespace() || c == ';').unwrap_or(named.len());
    let doi = named.get(..end).unwrap_or(named).trim_end_matches(['.', ',']);
    (before, Some(doi), named.strip_prefix(doi).unwrap_or_default())
}

/// `(words before, id, words after)` of the first `[B7]` in a text.
fn next_fact(text: &str) -> Option<(&str, &str, &str)> {
    for (open, _) in text.match_indices('[') {
        let (before, rest) = text.split_at_checked(open)?;
        let (id, after) = rest.strip_prefix('[')?.split_once(']')?;
        let mut letters = id.chars();
        let letter = letters.next().is_some_and(|letter| letter.is_ascii_uppercase());
        if letter && letters.next().is_some_and(|digit| digit.is_ascii_digit()) {
            return Some((before, id, after));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_at_their_facts() {
        assert_eq!(
            spans("A little [B7], or [not]."),
            [
                Span::Text("A little ".into()),
                Span::Fact("B7".into()),
                Span::Text(", or [not].".into()),
            ]
        );
        assert_eq!(spans(""), []);
    }

    #[test]
    fn a_doi_is_found_where_there_is_one() {
        let check = |reference, expected| assert_eq!(split_doi(reference), expected);
        check("A. 2014. doi:10.1/x.y.", ("A. 2014. ", Some("10.1/x.y"), "."));
        check("A. doi:10.1/x; B. 2015.", ("A. ", Some("10.1/x"), "; B. 2015."));
        check("A. 2014. J.", ("A. 2014. J.", None, ""));
    }

    #[test]
    fn a_cut_file_is_refused() {
        assert_eq!(Readings::parse("{\"facts\": ["), Err(ReadingsError::Malformed));
    }
}
