//! What stands in a paragraph: first pieces of text and signs, one after the
//! other, then words of one style. Nothing lies within each other but words in
//! a link, so that no text can make a tree that is too deep.

use super::emphasis::{Run, pair};
use super::link;
use super::{Inline, Style, Words};

/// Letters that may mean something.
const SIGNS: [char; 6] = ['\\', '*', '_', '[', ']', 'h'];

/// A piece of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Piece<'a> {
    /// What of it is shown.
    pub(super) text: &'a str,
    /// How many single and double emphases end before it.
    pub(super) ends: [u32; 2],
    /// How many begin behind it.
    pub(super) begins: [u32; 2],
    link: Option<LinkPart>,
}

#[derive(Debug)]
enum LinkPart {
    Begins(String),
    Ends,
}

/// An opening bracket.
struct Bracket {
    piece: usize,
    /// How many runs stand before it.
    runs: usize,
}

/// Reads what stands in a paragraph.
pub(super) fn inlines(text: &str) -> Vec<Inline> {
    let mut reader = Reader { text, ..Reader::default() };
    while !reader.text.is_empty() {
        reader.next();
    }
    pair(reader.runs, &mut reader.pieces);
    joined(reader.pieces)
}

#[derive(Default)]
struct Reader<'a> {
    /// What is not read yet.
    text: &'a str,
    before: Option<char>,
    pieces: Vec<Piece<'a>>,
    runs: Vec<Run>,
    brackets: Vec<Bracket>,
    /// So many of the brackets, from the first, stand around a link: none of
    /// them is the beginning of another.
    around: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) {
        let plain = self.text.find(SIGNS).unwrap_or(self.text.len());
        if plain > 0 {
            let text = self.take(plain);
            return self.push(text);
        }
        match self.text.as_bytes().first() {
            Some(b'\\') => self.escape(),
            Some(sign @ (b'*' | b'_')) => self.run(*sign),
            Some(b'[') => {
                self.brackets.push(Bracket { piece: self.pieces.len(), runs: self.runs.len() });
                let text = self.take(1);
                self.push(text);
            }
            Some(b']') => self.close_bracket(),
            _ => self.maybe_address(),
        }
    }

    /// Takes so many bytes.
    fn take(&mut self, long: usize) -> &'a str {
        let (taken, rest) = self.text.split_at_checked(long).unwrap_or((self.text, ""));
        self.before = taken.chars().next_back().or(self.before);
        self.text = rest;
        taken
    }

    fn push(&mut self, text: &'a str) {
        self.pieces.push(Piece { text, ..Piece::default() });
    }

    /// A sign that is meant as one, or a line break that is asked for.
    fn escape(&mut self) {
        let backslash = self.take(1);
        match self.text.chars().next() {
            Some(sign) if sign.is_ascii_punctuation() => {
                let sign = self.take(1);
                self.push(sign);
            }
            Some('\n') => {}
            _ => self.push(backslash),
        }
    }

    fn run(&mut self, sign: u8) {
        let long = self.text.bytes().take_while(|byte| *byte == sign).count();
        let before = self.before;
        let text = self.take(long);
        let after = self.text.chars().next();
        self.runs.push(Run::new(self.pieces.len(), sign, long, before, after));
        self.push(text);
    }

    fn close_bracket(&mut self) {
        let bracket = self.brackets.pop();
        let is_around = self.brackets.len() < self.around;
        self.around = self.around.min(self.brackets.len());
        let text = self.take(1);
        let link = bracket.filter(|_| !is_around).zip(link::destination(self.text));
        let Some((bracket, (address, rest))) = link else { return self.push(text) };
        pair(self.runs.split_off(bracket.runs), &mut self.pieces);
        let begins = Some(LinkPart::Begins(address));
        self.pieces[bracket.piece] = Piece { link: begins, ..Piece::default() };
        self.pieces.push(Piece { link: Some(LinkPart::Ends), ..Piece::default() });
        self.take(self.text.len() - rest.len());
        self.around = self.brackets.len();
    }

    /// An address that stands by itself, and not in the words of a link.
    fn maybe_address(&mut self) {
        let in_word = self.before.is_some_and(char::is_alphanumeric);
        let outside = self.brackets.len() <= self.around;
        let found = link::bare(self.text).filter(|_| outside && !in_word);
        let Some(address) = found else {
            let text = self.take(1);
            return self.push(text);
        };
        let text = self.take(address.len());
        let link = Some(LinkPart::Begins(text.to_owned()));
        self.pieces.push(Piece { link, ..Piece::default() });
        self.push(text);
        self.pieces.push(Piece { link: Some(LinkPart::Ends), ..Piece::default() });
    }
}

/// Joins pieces to words of one style.
fn joined(pieces: Vec<Piece<'_>>) -> Vec<Inline> {
    let mut done = Vec::new();
    let mut words: Vec<Words> = Vec::new();
    let mut address = None;
    let mut depth = [0_u32; 2];
    for piece in pieces {
        for (depth, ends) in depth.iter_mut().zip(piece.ends) {
            *depth -= ends;
        }
        let style = Style { emphasis: depth[0] > 0, strong: depth[1] > 0 };
        match words.last_mut().filter(|last| last.style == style) {
            _ if piece.text.is_empty() => {}
            Some(last) => last.text.push_str(piece.text),
            None => words.push(Words { text: piece.text.to_owned(), style }),
        }
        match piece.link {
            Some(LinkPart::Begins(to)) => {
                done.extend(words.drain(..).map(Inline::Words));
                address = Some(to);
            }
            Some(LinkPart::Ends) => {
                let (address, words) = (address.take(), std::mem::take(&mut words));
                done.extend(address.map(|address| Inline::Link { address, words }));
            }
            None => {}
        }
        for (depth, begins) in depth.iter_mut().zip(piece.begins) {
            *depth += begins;
        }
    }
    done.extend(words.into_iter().map(Inline::Words));
    done
}
