//! The little of Markdown that a reading is written in.

use std::ops::Range;

use serde::Serialize;
use toml::Spanned;

use crate::problem::{ProblemKind, Problems};
use crate::source::Source;

/// A heading and what stands under it; the opening has no heading.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) heading: Option<Heading>,
    pub(crate) blocks: Vec<Block>,
}

/// `## Title {#slug .kind}`
#[derive(Debug)]
pub(crate) struct Heading {
    pub(crate) title: Spanned<String>,
    pub(crate) slug: Spanned<String>,
    pub(crate) kind: SectionKind,
}

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SectionKind {
    /// What it is like.
    Like,
    /// What is known.
    Known,
    /// What helps.
    Helps,
    /// More, with no claim of its own.
    More,
    /// Ketamine.
    Ketamine,
}

/// A paragraph or a list, in the words of the file, line breaks and all.
#[derive(Debug)]
pub(crate) enum Block {
    Paragraph(Spanned<String>),
    List(Vec<Spanned<String>>),
}

/// A stretch of a paragraph, in the shape that the program reads.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Span {
    Text(String),
    Emphasis(String),
    Fact(String),
}

impl SectionKind {
    /// Whether every paragraph owes a fact.
    pub(crate) fn owes_facts(self) -> bool {
        matches!(self, SectionKind::Known | SectionKind::Helps | SectionKind::Ketamine)
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "like" => SectionKind::Like,
            "known" => SectionKind::Known,
            "helps" => SectionKind::Helps,
            "more" => SectionKind::More,
            "ketamine" => SectionKind::Ketamine,
            _ => return None,
        })
    }
}

impl Part {
    /// Its paragraphs and the points of its lists.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.blocks.iter().flat_map(|block| match block {
            Block::Paragraph(words) => std::slice::from_ref(words),
            Block::List(points) => points.as_slice(),
        })
    }
}

/// Reads what follows byte `from` of a file: the opening first, then the sections.
pub(crate) fn read(source: &Source, from: usize, problems: &mut Problems) -> Vec<Part> {
    let mut parts = vec![Part::default()];
    let mut open: Option<Open> = None;
    let mut at = from;
    for raw in source.text[from..].split_inclusive('\n') {
        let line = raw.trim();
        let start = at + (raw.len() - raw.trim_start().len());
        let span = start..start + line.len();
        at += raw.len();
        if line.is_empty() || line.starts_with('#') {
            close(&mut parts, open.take(), source);
        }
        if line.starts_with('#') {
            let heading = heading(source, span, problems);
            parts.push(Part { heading, blocks: Vec::new() });
        } else if let Some(point) = line.strip_prefix("- ") {
            if !matches!(open, Some(Open::List(_))) {
                close(&mut parts, open.take(), source);
            }
            let span = span.end - point.len()..span.end;
            match &mut open {
                Some(Open::List(points)) => points.push(span),
                _ => open = Some(Open::List(vec![span])),
            }
        } else if !line.is_empty() {
            match &mut open {
                Some(open) => open.extend(span.end),
                None => open = Some(Open::Paragraph(span)),
            }
        }
    }
    close(&mut parts, open, source);
    check_marks(source, &parts, problems);
    parts
}

/// A block whose end was not seen yet.
enum Open {
    Paragraph(Range<usize>),
    List(Vec<Range<usize>>),
}

impl Open {
    fn extend(&mut self, to: usize) {
        match self {
            Open::Paragraph(span) => span.end = to,
            Open::List(points) => {
                if let Some(point) = points.last_mut() {
                    point.end = to;
                }
            }
        }
    }
}

fn close(parts: &mut [Part], open: Option<Open>, source: &Source) {
    let words = |span: Range<usize>| Spanned::new(span.clone(), source.text[span].to_owned());
    let block = match open {
        Some(Open::Paragraph(span)) => Block::Paragraph(words(span)),
        Some(Open::List(points)) => Block::List(points.into_iter().map(words).collect()),
        None => return,
    };
    if let Some(part) = parts.last_mut() {
        part.blocks.push(block);
    }
}

fn heading(source: &Source, span: Range<usize>, problems: &mut Problems) -> Option<Heading> {
    let line = &source.text[span.clone()];
    let read = || {
        let (title, rest) = line.strip_prefix("## ")?.split_once("{#")?;
        let (slug, kind) = rest.strip_suffix('}')?.split_once(" .")?;
        let kind = SectionKind::named(kind.trim())?;
        let word = |word: &str| Spanned::new(span.clone(), word.trim().to_owned());
        Some(Heading { title: word(title), slug: word(slug), kind })
    };
    let heading = read();
    if heading.is_none() {
        let what = format!("`{line}` is not a heading");
        source.problem(span.start, ProblemKind::BrokenHeading, what, problems);
    }
    heading
}

fn check_marks(source: &Source, parts: &[Part], problems: &mut Problems) {
    for words in parts.iter().flat_map(Part::paragraphs) {
        let (text, marks) = (source.text(words), words.get_ref());
        let (at, what) = if let Some(at) = marks.find("](").or_else(|| marks.find('`')) {
            (at, "a reading has neither links nor code")
        } else if marks.matches('*').count() % 2 == 1 || marks.contains("**") {
            (marks.rfind('*').unwrap_or(0), "`*` is not closed")
        } else {
            continue;
        };
        text.problem(at, ProblemKind::BrokenMarkdown, what.to_owned(), problems);
    }
}

/// Splits a paragraph into spans, its lines joined.
pub(crate) fn spans(text: &str) -> Vec<Span> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut spans = Vec::new();
    let mut weight = false;
    for (words, fact) in citations(&text) {
        for (number, piece) in words.split('*').enumerate() {
            weight ^= number > 0;
            match piece.to_owned() {
                piece if piece.is_empty() => {}
                piece if weight => spans.push(Span::Emphasis(piece)),
                piece => spans.push(Span::Text(piece)),
            }
        }
        spans.extend(fact.map(|fact| Span::Fact(fact.to_owned())));
    }
    spans
}

/// Cuts a text at its citations: words, and the fact they end in if they do.
/// What looks like one is one, so that a slip is found and not shown.
pub(crate) fn citations(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut pieces = Vec::new();
    let (mut from, mut search) = (0, 0);
    while let Some(open) = text[search..].find('[').map(|at| at + search) {
        let Some(close) = text[open..].find(']').map(|at| at + open) else {
            break;
        };
        let id = &text[open + 1..close];
        search = open + 1;
        let letter = id.starts_with(|c: char| c.is_ascii_uppercase());
        if letter && id[1..].starts_with(|c: char| c.is_ascii_digit()) {
            pieces.push((&text[from..open], Some(id)));
            from = close + 1;
            search = from;
        }
    }
    pieces.push((&text[from..], None));
    pieces
}

/// The facts that a text cites, each with the byte it is cited at.
pub(crate) fn cited(text: &str) -> impl Iterator<Item = (usize, &str)> {
    citations(text).into_iter().filter_map(|(_, fact)| fact).map(|fact| {
        // Both are slices of one text, so the difference is where the fact stands.
        (fact.as_ptr() as usize - text.as_ptr() as usize, fact)
    })
}

/// A text of the same length in which each citation is blank.
pub(crate) fn without_citations(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for (words, fact) in citations(text) {
        plain.push_str(words);
        plain.push_str(&" ".repeat(fact.map_or(0, |fact| fact.len() + 2)));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_hold_words_weight_and_facts() {
        let text = |text: &str| Span::Text(text.into());
        assert_eq!(
            spans("It *may*\nhelp [B7], or [not]."),
            [
                text("It "),
                Span::Emphasis("may".into()),
                text(" help "),
                Span::Fact("B7".into()),
                text(", or [not]."),
            ]
        );
        assert_eq!(spans("*a [K1] b*").len(), 3);
        assert_eq!(spans(""), []);
    }

    #[test]
    fn citations_are_found_where_they_stand() {
        assert_eq!(cited("é [B7] [x] [S5, K1").collect::<Vec<_>>(), [(4, "B7")]);
        assert_eq!(cited("a [S5, K1]").collect::<Vec<_>>(), [(3, "S5, K1")]);
        assert_eq!(without_citations("a [B7]."), "a     .");
    }

    #[test]
    fn blocks_keep_their_places() {
        let text = "One\ntwo.\n- a\n  b\n- c\n\n## T {#t .known}\nx\n".to_owned();
        let source = Source { file: "a.md".into(), text };
        let mut problems = Problems::default();
        let parts = read(&source, 0, &mut problems);
        let words: Vec<_> = parts.iter().flat_map(Part::paragraphs).map(Spanned::get_ref).collect();
        assert_eq!(words, ["One\ntwo.", "a\n  b", "c", "x"]);
        assert_eq!(parts[1].heading.as_ref().unwrap().kind, SectionKind::Known);
        assert_eq!(problems.into_sorted(), []);
    }
}
