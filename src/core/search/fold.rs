//! Text as it is compared: small letters without accents, one kind of quote,
//! dash and apostrophe, one blank between words, no control characters.
//!
//! ASCII and Latin-1 are folded here. Every other letter is taken apart (form
//! NFD) by a function that comes in as a value, once for each distinct letter:
//! the tables of Unicode add 50 KB to the page, and every browser has them.

use super::letters;

/// Folds text, and remembers letters it has seen.
#[derive(Debug)]
pub struct Folder {
    decompose: fn(char) -> String,
    /// For each 256 letters of Unicode, where in the pool each one's folded
    /// form lies; none before the first of them is met.
    pages: Vec<Option<Box<Page>>>,
    pool: Vec<u8>,
}

/// Start in the pool and length, packed; 0 where the letter is not known yet.
type Page = [u32; 256];

/// Folded text, and where each of its bytes comes from.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mapped {
    /// The folded text, in UTF-8.
    pub folded: Vec<u8>,
    /// For each byte of it, and for its end, the offset of the letter it comes
    /// from in the text as it was written, in bytes.
    pub origin: Vec<usize>,
}

impl Folder {
    /// A folder that takes letters apart by this function: the canonical
    /// decomposition (NFD) of a letter, which is the letter itself if it has
    /// none.
    pub fn new(decompose: fn(char) -> String) -> Self {
        // The pool's first byte is never used: 0 means a letter not known yet.
        Self { decompose, pages: Vec::new(), pool: vec![0] }
    }

    /// Adds the folded text to what is there already.
    pub fn push(&mut self, text: &str, folded: &mut Vec<u8>) {
        folded.reserve(text.len());
        for letter in text.chars() {
            if letter.is_ascii() {
                ascii(letter as u8, folded)
            } else {
                self.letter(letter, folded)
            }
        }
    }

    /// The folded text alone, without blanks at its ends.
    pub fn fold(&mut self, text: &str) -> Vec<u8> {
        let mut folded = Vec::new();
        self.push(text, &mut folded);
        if folded.last() == Some(&b' ') {
            folded.pop();
        }
        folded
    }

    /// The folded text, with the way back to the original.
    pub fn map(&mut self, text: &str) -> Mapped {
        let mut mapped = Mapped::default();
        for (at, letter) in text.char_indices() {
            if letter.is_ascii() {
                ascii(letter as u8, &mut mapped.folded);
            } else {
                self.letter(letter, &mut mapped.folded);
            }
            mapped.origin.resize(mapped.folded.len(), at);
        }
        mapped.origin.push(text.len());
        mapped
    }

    fn letter(&mut self, letter: char, folded: &mut Vec<u8>) {
        if letter <= '\u{ff}' {
            letters::latin(letter, folded);
        } else if let Some(text) = letters::punctuation(letter) {
            if text == " " { space(folded) } else { folded.extend_from_slice(text.as_bytes()) }
        } else if letters::is_whole(letter) {
            folded.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        } else if !letters::is_mark(letter) {
            let known = self.known(letter);
            let (start, length) = ((known >> 8) as usize, (known & 0xff) as usize);
            folded.extend_from_slice(&self.pool[start..start + length]);
        }
    }

    fn known(&mut self, letter: char) -> u32 {
        let (page, at) = (letter as usize >> 8, letter as usize & 0xff);
        if let Some(Some(page)) = self.pages.get(page)
            && page[at] != 0
        {
            return page[at];
        }
        let start = self.pool.len();
        for part in (self.decompose)(letter).chars().flat_map(char::to_lowercase) {
            if !letters::is_mark(part) && part != '\0' {
                letters::plain(part, &mut self.pool);
            }
        }
        let known = (start as u32) << 8 | (self.pool.len() - start).min(0xff) as u32;
        if self.pages.len() <= page {
            self.pages.resize(page + 1, None);
        }
        self.pages[page].get_or_insert_with(|| Box::new([0; 256]))[at] = known;
        known
    }
}

#[inline]
fn ascii(byte: u8, folded: &mut Vec<u8>) {
    if byte > b' ' && byte != 0x7f { folded.push(byte.to_ascii_lowercase()) } else { space(folded) }
}

/// Adds a blank, if a word stands before it.
pub(super) fn space(folded: &mut Vec<u8>) {
    if !matches!(folded.last(), None | Some(b' ' | b'\n' | 0)) {
        folded.push(b' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn nfd(letter: char) -> String {
        letter.nfd().collect()
    }

    fn folder() -> Folder {
        Folder::new(nfd)
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(String::from_utf8(folder().fold(text)).unwrap(), expected, "{text}");
    }

    #[test]
    fn case_accents_quotes_and_blanks_are_folded() {
        check("Ça  va,\n\tÉté!", "ca va, ete!");
        check("e\u{301}te\u{301}", "ete");
        check("Straße Ærø Łódź Øl þing", "strasse aero lodz ol thing");
        check("I don’t — “really” … know", "i don't - \"really\" ... know");
        check("ΟΔΥΣΣΕΥΣ ς", "οδυσσευσ σ");
        check("Ёлка Й İstanbul ıIi", "елка и istanbul iii");
        check("Việt Nam", "viet nam");
        check("שָׁלוֹם مُحَـمَّد", "שלום محمد");
        check("\u{feff}a\u{ad}b\u{200b}c\u{a0}d\0e", "abc d e");
        check("日本語 😀", "日本語 😀");
        check(" \n ", "");
    }

    #[test]
    fn the_two_forms_of_one_word_are_one() {
        for text in ["Ünïcödé", "が한글", "Ằ Ệ ǖ", "ﭏ"] {
            let (composed, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
            assert_eq!(folder().fold(&composed), folder().fold(&apart), "{text}");
        }
    }

    /// Latin-1 is folded by a table of ours; the long way must agree.
    #[test]
    fn latin_agrees_with_unicode() {
        for letter in ('\u{a1}'..='\u{17f}').filter(|letter| !"«»ðÐ".contains(*letter)) {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            folder().letter(letter, &mut ours);
            let parts = letter.nfd().flat_map(char::to_lowercase);
            for part in parts.filter(|part| !letters::is_mark(*part)) {
                letters::plain(part, &mut theirs);
            }
            assert_eq!(ours, theirs, "{letter}");
        }
    }

    proptest! {
        #[test]
        fn a_map_leads_back_to_letters(text in ".{0,60}") {
            let mapped = folder().map(&text);
            let mut pushed = Vec::new();
            folder().push(&text, &mut pushed);
            prop_assert_eq!(&mapped.folded, &pushed);
            prop_assert_eq!(mapped.origin.len(), pushed.len() + 1);
            prop_assert!(mapped.origin.windows(2).all(|pair| pair[0] <= pair[1]));
            prop_assert!(mapped.origin.iter().all(|at| text.is_char_boundary(*at)));
        }

        #[test]
        fn what_is_folded_stays(text in ".{0,60}") {
            let once = folder().fold(&text);
            let text = String::from_utf8(once.clone()).unwrap();
            prop_assert_eq!(folder().fold(&text), once);
        }
    }
}
