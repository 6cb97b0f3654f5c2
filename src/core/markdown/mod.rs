//! A small part of Markdown, for what people write by hand: headings, lists and
//! boxes to tick, quotes, emphasis, links and lines across. Whatever is none of
//! these stays the text that it is: any text has a reading, and no letter of it
//! is lost but the signs that were understood.
//!
//! The rules are CommonMark's (and for boxes GitHub's), held against
//! `pulldown-cmark` in `tests/markdown/`, which would add 70 KB to the page.
//! What is read in another way, on purpose:
//! - a line break in a paragraph stays one, as it was typed;
//! - code, HTML, images, tables, references and titles of links are text;
//! - an indented line is text, and a line of dashes under text is a line across;
//! - links lead to `http:`, `https:` and `mailto:` alone; an address that
//!   stands by itself is one, too;
//! - quotes and lists lie at most [`DEEPEST`] levels within each other.
//!
//! Time and room grow with the length of the text, whatever it holds.

mod blocks;
mod emphasis;
mod inline;
mod link;

/// The most levels of quotes and list items within each other; what is deeper
/// is text. What draws a tree may call itself that often.
pub const DEEPEST: usize = 16;

/// A block of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of a level from 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A quote.
    Quote(Vec<Block>),
    /// A list.
    List(List),
    /// A line across.
    Rule,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The number of its first item, where they are numbered.
    pub start: Option<u32>,
    /// Its items; there is at least one.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The box before it, where it has one.
    pub tick: Option<Tick>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A box to tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Whether it is ticked.
    pub done: bool,
    /// The offset of the sign between its brackets, in bytes of the text.
    at: usize,
}

/// What stands in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words of one style.
    Words(Words),
    /// A link.
    Link {
        /// Where it leads: `http:`, `https:` or `mailto:`.
        address: String,
        /// What is read; there may be none.
        words: Vec<Words>,
    },
}

/// Words of one style. A line break in them is a line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// How they are told from others.
    pub style: Style,
}

/// How words are told from others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// Between single signs.
    pub emphasis: bool,
    /// Between double signs.
    pub strong: bool,
}

/// Reads a text.
pub fn parse(text: &str) -> Vec<Block> {
    blocks::parse(text)
}

impl Tick {
    /// The offset of the sign between its brackets, in bytes of the text: its
    /// name among the boxes of a text.
    pub fn at(self) -> usize {
        self.at
    }

    /// The text with this box ticked or not; none where there is no box in this
    /// text. No other box moves by it.
    pub fn set(self, text: &str, done: bool) -> Option<String> {
        let (before, rest) = text.split_at_checked(self.at)?;
        let after = rest.strip_prefix([' ', '\t', 'x', 'X'])?;
        let whole = before.ends_with('[') && after.starts_with(']');
        whole.then(|| [before, if done { "x" } else { " " }, after].concat())
    }
}
