//! Texts as rows of stems: each word is folded and cut once, and is a number
//! from then on.

use super::letters::{ends_sentence, is_apostrophe, is_whole_word, is_word};
use super::stem;
use crate::core::search::fold::Folder;
use std::ops::Range;

/// A stem, by its number.
pub(super) type Stem = u32;

/// Stands between two sentences, and for what is no word, such as a year.
pub(super) const BREAK: Stem = 0;

/// A stem or a break, and the bytes of the text that it comes from.
pub(super) type Read = (Stem, (u32, u32));

/// Words and their stems.
#[derive(Debug)]
pub(super) struct Lexicon {
    folder: Folder,
    words: Numbers,
    stem_of: Vec<Stem>,
    stems: Numbers,
    /// The letters of all stems, one after the other, and where each ends.
    letters: Vec<u8>,
    ends: Vec<u32>,
    /// The word at hand, folded.
    folded: Vec<u8>,
}

impl Lexicon {
    pub(super) fn new(folder: Folder) -> Self {
        let mut stems = Numbers::new();
        stems.number(hash(b""));
        Self {
            folder,
            words: Numbers::new(),
            stem_of: Vec::new(),
            stems,
            letters: Vec::new(),
            ends: vec![0],
            folded: Vec::new(),
        }
    }

    /// How many stems there are, with the break.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A stem's letters.
    pub(super) fn letters(&self, stem: Stem) -> &[u8] {
        let start = (stem as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start as usize..self.ends[stem as usize] as usize]
    }

    /// The stems of words that stand in a list, blanks between.
    pub(super) fn stems_of(&mut self, text: &str) -> Vec<Stem> {
        let mut read = Vec::new();
        self.read(text, &mut read);
        read.into_iter().map(|(stem, _)| stem).filter(|stem| *stem != BREAK).collect()
    }

    /// Adds the stems of a text to these, with breaks between its sentences and
    /// one at its end.
    pub(super) fn read(&mut self, text: &str, read: &mut Vec<Read>) {
        // Nearly all words are of plain letters and known: they are told by
        // their bytes alone.
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (end, hash) = plain_word(bytes, at);
            let is_whole = bytes.get(end).is_none_or(|byte| byte.is_ascii() && *byte != b'\'');
            at = match self.words.get(hash) {
                _ if bytes[at] == b' ' => at + 1,
                Some(word) if is_whole && end > at => {
                    add(self.stem_of[word as usize], at..end, read);
                    end
                }
                _ => self.read_any(text, at, read),
            };
        }
        read.push((BREAK, (at as u32, at as u32)));
    }

    /// The same for whatever stands at a place; where it ends.
    fn read_any(&mut self, text: &str, at: usize, read: &mut Vec<Read>) -> usize {
        let rest = text.get(at..).unwrap_or_default();
        let Some(letter) = rest.chars().next() else { return text.len() };
        let after = at + letter.len_utf8();
        if is_whole_word(letter) {
            self.read_word(text, at..after, read);
        } else if is_word(letter) {
            let end = at + word_length(rest);
            self.read_word(text, at..end, read);
            return end;
        } else if ends_sentence(letter) {
            read.push((BREAK, (at as u32, at as u32)));
        }
        after
    }

    /// Takes in a word: `I'll` and `l'eau` are two, `don't` is one.
    fn read_word(&mut self, text: &str, range: Range<usize>, read: &mut Vec<Read>) {
        let word = text.get(range.clone()).unwrap_or_default();
        let parted = word.find(is_apostrophe).filter(|_| !word.ends_with(['t', 'T']));
        let Some(at) = parted else {
            return add(self.stem(word), range, read);
        };
        let (before, after) = word.split_at(at);
        add(self.stem(before), range.start..range.start + at, read);
        let after = after.trim_start_matches(is_apostrophe);
        add(self.stem(after), range.end - after.len()..range.end, read);
    }

    /// The stem of a word as it is written; [`BREAK`] for what is none.
    fn stem(&mut self, word: &str) -> Stem {
        self.folded.clear();
        self.folder.push(word, &mut self.folded);
        self.folded.retain(|byte| *byte != b'\'');
        let (number, new) = self.words.number(hash(&self.folded));
        if new {
            let stem = self.stem_of_new();
            self.stem_of.push(stem);
        }
        self.stem_of[number as usize]
    }

    fn stem_of_new(&mut self) -> Stem {
        if self.folded.iter().all(u8::is_ascii_digit) {
            return BREAK;
        }
        let letters = stem::cut(&self.folded);
        let (stem, new) = self.stems.number(hash(letters));
        if new {
            self.letters.extend_from_slice(letters);
            self.ends.push(self.letters.len() as u32);
        }
        stem
    }
}

fn add(stem: Stem, range: Range<usize>, read: &mut Vec<Read>) {
    if stem != BREAK {
        read.push((stem, (range.start as u32, range.end as u32)));
    }
}

/// Where the word of plain letters and figures ends that begins here, and its
/// hash when it is folded.
fn plain_word(bytes: &[u8], at: usize) -> (usize, u64) {
    let (mut end, mut hash) = (at, EMPTY);
    while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphanumeric()) {
        hash = with(hash, byte.to_ascii_lowercase());
        end += 1;
    }
    (end, hash)
}

/// Bytes of the word that a text begins with: an apostrophe within it, and what
/// follows it, are of it.
fn word_length(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let goes_on = is_word(letter) && !is_whole_word(letter)
            || is_apostrophe(letter)
                && letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !goes_on {
            return at;
        }
    }
    text.len()
}

/// Numbers for different texts, in the order in which they are met. They are
/// told apart by a hash of 64 bits: that any two of 100,000 have the same one
/// is a chance of 1 in 3,000,000,000.
#[derive(Debug)]
struct Numbers {
    /// A hash, and a number and one; 0 where there is none.
    table: Box<[(u64, u32)]>,
    count: u32,
}

impl Numbers {
    fn new() -> Self {
        Self { table: vec![(0, 0); 1 << 12].into(), count: 0 }
    }

    #[inline(always)]
    fn get(&self, hash: u64) -> Option<u32> {
        self.table[self.place(hash)].1.checked_sub(1)
    }

    /// The number of a text, and whether it is new.
    fn number(&mut self, hash: u64) -> (u32, bool) {
        if let Some(known) = self.get(hash) {
            return (known, false);
        }
        if self.count as usize * 2 >= self.table.len() {
            let larger = vec![(0, 0); self.table.len() * 4].into();
            for known in Vec::from(std::mem::replace(&mut self.table, larger)) {
                let at = self.place(known.0);
                self.table[at] = known;
            }
        }
        self.count += 1;
        let at = self.place(hash);
        self.table[at] = (hash, self.count);
        (self.count - 1, true)
    }

    /// Where it stands in the table, or would.
    #[inline(always)]
    fn place(&self, hash: u64) -> usize {
        let mask = self.table.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        while self.table[at].1 != 0 && self.table[at].0 != hash {
            at = (at + 1) & mask;
        }
        at
    }
}

/// FNV-1a.
const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

fn with(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

fn hash(text: &[u8]) -> u64 {
    text.iter().fold(EMPTY, |hash, byte| with(hash, *byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> String {
        let mut lexicon = Lexicon::new(Folder::new(|letter| letter.to_string()));
        // Words are read the same when they are known.
        let (mut once, mut read) = (Vec::new(), Vec::new());
        lexicon.read(text, &mut once);
        lexicon.read(text, &mut read);
        assert_eq!(once, read, "{text}");
        let shown = |(stem, (start, end)): &Read| match *stem {
            BREAK => "/".to_owned(),
            stem => {
                assert!(text.get(*start as usize..*end as usize).is_some());
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
