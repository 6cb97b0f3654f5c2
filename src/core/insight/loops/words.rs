//! Texts as rows of stems: words folded and cut to what stays when their
//! endings change.
//!
//! The cutting is light and blunt: a few endings that English and its
//! neighbours share go, and no stem is longer than six letters, which serves
//! any language that changes the ends of its words. Ideographs and kana, which
//! are written without blanks, are each a word.

use crate::core::search::fold::Folder;
use std::ops::Range;

/// A stem, by its number; 0 stands between sentences.
pub(super) type Stem = u32;

/// Between two sentences.
pub(super) const BREAK: Stem = 0;

/// Numbers for different texts, in the order in which they are met.
#[derive(Debug)]
struct Names {
    /// Hashed places; 0 where there is none, else a number and one.
    table: Vec<u32>,
    pool: Vec<u8>,
    /// Where each text ends in the pool.
    ends: Vec<u32>,
}

impl Names {
    fn new() -> Self {
        Self { table: vec![0; 1 << 12], pool: Vec::new(), ends: Vec::new() }
    }

    fn get(&self, number: u32) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        &self.pool[start as usize..self.ends[number as usize] as usize]
    }

    /// The number of a text, and whether it is new.
    fn number(&mut self, text: &[u8]) -> (u32, bool) {
        let mut at = self.place(text);
        if self.table[at] != 0 {
            return (self.table[at] - 1, false);
        }
        let number = self.ends.len() as u32;
        self.pool.extend_from_slice(text);
        self.ends.push(self.pool.len() as u32);
        if self.ends.len() * 2 > self.table.len() {
            self.table = vec![0; self.table.len() * 4];
            for known in 0..number {
                let at = self.place(self.get(known));
                self.table[at] = known + 1;
            }
            at = self.place(text);
        }
        self.table[at] = number + 1;
        (number, true)
    }

    /// Where it stands in the table, or would.
    fn place(&self, text: &[u8]) -> usize {
        // FNV-1a, its upper half mixed in.
        let hash = text.iter().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
        });
        let mask = self.table.len() - 1;
        let mut at = (hash ^ (hash >> 15)) as usize & mask;
        while self.table[at] != 0 && self.get(self.table[at] - 1) != text {
            at = (at + 1) & mask;
        }
        at
    }
}

/// Words and their stems.
#[derive(Debug)]
pub(super) struct Lexicon<'a> {
    folder: &'a mut Folder,
    words: Names,
    stems: Names,
    stem_of: Vec<Stem>,
    /// The word at hand, folded.
    folded: Vec<u8>,
}

impl<'a> Lexicon<'a> {
    pub(super) fn new(folder: &'a mut Folder) -> Self {
        let mut stems = Names::new();
        stems.number(b"");
        let folded = Vec::new();
        Self { folder, words: Names::new(), stems, stem_of: Vec::new(), folded }
    }

    /// How many stems there are, with the break.
    pub(super) fn len(&self) -> usize {
        self.stems.ends.len()
    }

    /// A stem's letters.
    pub(super) fn letters(&self, stem: Stem) -> &[u8] {
        self.stems.get(stem)
    }

    /// The stem of a word as it is written; none of what is no word.
    fn stem(&mut self, word: &str) -> Option<Stem> {
        self.folded.clear();
        if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            self.folded.extend(word.bytes().map(|byte| byte.to_ascii_lowercase()));
        } else {
            self.folder.push(word, &mut self.folded);
            self.folded.retain(|byte| *byte != b'\'');
        }
        if self.folded.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let (number, new) = self.words.number(&self.folded);
        if new {
            let stem = self.stems.number(cut(&self.folded)).0;
            self.stem_of.push(stem);
        }
        Some(self.stem_of[number as usize])
    }

    /// The stems of words that stand in a list, blanks between.
    pub(super) fn stems_of(&mut self, text: &str) -> Vec<Stem> {
        let mut stems = Vec::new();
        self.read(text, |stem, _| stems.push(stem));
        stems.retain(|stem| *stem != BREAK);
        stems
    }

    /// Calls with each stem of a text, or break, and the bytes it comes from.
    pub(super) fn read(&mut self, text: &str, mut take: impl FnMut(Stem, Range<usize>)) {
        let mut start = None;
        for (at, letter) in text.char_indices().chain([(text.len(), '\n')]) {
            let is_letter = match letter {
                'a'..='z' | 'A'..='Z' => true,
                ' ' => false,
                _ => is_word(letter) && !is_whole_word(letter),
            };
            if is_letter {
                start = start.or(Some(at));
                continue;
            }
            if let Some(from) = start {
                // An apostrophe within a word, and what follows it, are of it.
                if is_apostrophe(letter)
                    && text
                        .get(at + letter.len_utf8()..)
                        .is_some_and(|rest| rest.starts_with(char::is_alphabetic))
                {
                    continue;
                }
                self.take_word(text, from..at, &mut take);
                start = None;
            }
            if is_whole_word(letter) {
                self.take_word(text, at..at + letter.len_utf8(), &mut take);
            } else if ends_sentence(letter) {
                take(BREAK, at..at);
            }
        }
    }

    /// Takes in a word: `I'll` and `l'eau` are two, `don't` is one.
    fn take_word(
        &mut self,
        text: &str,
        range: Range<usize>,
        take: &mut impl FnMut(Stem, Range<usize>),
    ) {
        let word = text.get(range.clone()).unwrap_or_default();
        let part = word.char_indices().find(|(_, letter)| is_apostrophe(*letter));
        let parts = part.filter(|_| !word.ends_with(['t', 'T'])).map(|(at, letter)| {
            (range.start..range.start + at, range.start + at + letter.len_utf8()..range.end)
        });
        let Some((before, after)) = parts else {
            if let Some(stem) = self.stem(word) {
                take(stem, range);
            }
            return;
        };
        for part in [before, after] {
            if let Some(stem) = self.stem(text.get(part.clone()).unwrap_or_default()) {
                take(stem, part);
            }
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
}

/// Ideographs and kana.
fn is_whole_word(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{2ffff}')
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

fn ends_sentence(letter: char) -> bool {
    matches!(
        letter,
        '.' | '!'
            | '?'
            | ';'
            | ':'
            | '\n'
            | '('
            | ')'
            | '…'
            | '—'
            | '–'
            | '"'
            | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '。'
            | '！'
            | '？'
            | '؟'
            | '؛'
            | '۔'
            | '।'
    )
}

/// What stays of a folded word when its ending changes.
fn cut(word: &[u8]) -> &[u8] {
    let Ok(text) = std::str::from_utf8(word) else { return word };
    let mut stem = text;
    for (ending, least) in [("ies", 2), ("es", 3), ("s", 3), ("ing", 3), ("ed", 3), ("ly", 4)] {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.len() >= least
            && !(ending.ends_with('s') && rest.ends_with(['s', 'u']))
        {
            stem = rest;
            // A consonant that was doubled before the ending.
            let doubled = |byte: u8| stem.as_bytes().ends_with(&[byte, byte]);
            if ["ing", "ed"].contains(&ending)
                && stem.len() > 3
                && b"bdgmnprt".iter().any(|byte| doubled(*byte))
            {
                stem = stem.get(..stem.len() - 1).unwrap_or_default();
            }
            break;
        }
    }
    while stem.len() > 3 && stem.ends_with(['e', 'i', 'y']) {
        stem = stem.get(..stem.len() - 1).unwrap_or_default();
    }
    let end = stem.char_indices().nth(6).map_or(stem.len(), |(at, _)| at);
    &stem.as_bytes()[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> String {
        let mut folder = Folder::new(|letter| letter.to_string());
        let mut lexicon = Lexicon::new(&mut folder);
        let mut read = Vec::new();
        lexicon.read(text, |stem, range| read.push((stem, range)));
        let shown = |(stem, range): &(Stem, Range<usize>)| match *stem {
            BREAK => "/".to_owned(),
            stem => {
                assert!(text.get(range.clone()).is_some());
                String::from_utf8(lexicon.letters(stem).to_vec()).unwrap()
            }
        };
        read.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(stems(text), expected, "{text}");
    }

    #[test]
    fn endings_go() {
        check("fail fails failed failing", "fail fail fail fail /");
        check("worry worries worried worrying", "worr worr worr worr /");
        check("stop stopped stopping blame blamed blaming", "stop stop stop blam blam blam /");
        check("missed missing this", "miss miss thi /");
        check("arbeiten arbeitet Arbeit", "arbeit arbeit arbeit /");
    }

    #[test]
    fn words_and_sentences_are_told_apart() {
        check("I'll go. Don’t! 2026 10th", "i ll go / dont / 10th /");
        check("l’eau, d'Anna's", "l eau d anna /");
        check("’quoted’ x", "quot x /");
        check("我累了。", "我 累 了 / /");
        check("😀 😀", "/");
        check("שלום עולם", "שלום עולם /");
    }
}
