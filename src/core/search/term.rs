//! A folded word or phrase that is looked for, and how well it stands where it
//! was found.

use memchr::memmem::Finder;

/// A word or phrase of a query, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// Never empty, and without a line break or a zero.
    pub(crate) text: Vec<u8>,
    pub(crate) form: Form,
}

/// Where a term may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Anywhere, inside words too.
    Anywhere,
    /// From the beginning of a word on: a phrase that is still being typed.
    Begun,
    /// From the beginning of a word to the end of one.
    Whole,
}

/// How a term stands where it was found; the better, the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stand {
    Inside,
    Beginning,
    Word,
}

/// A term made ready for searching.
pub(crate) struct Needle<'a> {
    finder: Finder<'a>,
    least: Stand,
    length: usize,
}

/// Where a term was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) at: usize,
    pub(crate) stand: Stand,
}

impl<'a> Needle<'a> {
    pub(crate) fn new(term: &'a Term) -> Self {
        let least = match term.form {
            Form::Anywhere => Stand::Inside,
            Form::Begun => Stand::Beginning,
            Form::Whole => Stand::Word,
        };
        Self { finder: Finder::new(&term.text), least, length: term.text.len() }
    }

    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// The first place from `from` on where its letters stand, however.
    pub(crate) fn letters(&self, text: &[u8], from: usize) -> Option<usize> {
        self.finder.find(text.get(from..)?).map(|at| from + at)
    }

    /// The first place from `from` on where it may stand.
    pub(crate) fn find(&self, text: &[u8], from: usize) -> Option<Place> {
        self.place(text, self.letters(text, from)?)
    }

    /// The place at `at`, where its letters stand, if it may stand there; else
    /// the next.
    pub(crate) fn place(&self, text: &[u8], mut at: usize) -> Option<Place> {
        loop {
            let stand = stand(text, at, at + self.length);
            if stand >= self.least {
                return Some(Place { at, stand });
            }
            at = self.letters(text, at + 1)?;
        }
    }
}

fn stand(text: &[u8], start: usize, end: usize) -> Stand {
    if starts_with_letter(&text[start..]) && ends_with_letter(&text[..start]) {
        Stand::Inside
    } else if ends_with_letter(&text[..end]) && starts_with_letter(&text[end..]) {
        Stand::Beginning
    } else {
        Stand::Word
    }
}

/// Whether UTF-8 begins with a letter or a digit.
fn starts_with_letter(text: &[u8]) -> bool {
    match text.first() {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => (2..=4)
            .find_map(|length| decode(text.get(..length)?))
            .is_some_and(char::is_alphanumeric),
    }
}

/// Whether UTF-8 ends with a letter or a digit.
fn ends_with_letter(text: &[u8]) -> bool {
    match text.last() {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => (2..=4)
            .find_map(|length| decode(text.get(text.len().checked_sub(length)?..)?))
            .is_some_and(char::is_alphanumeric),
    }
}

fn decode(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, word: &str, form: Form, expected: Option<(usize, Stand)>) {
        let term = Term { text: word.into(), form };
        let found = Needle::new(&term).find(text.as_bytes(), 0);
        assert_eq!(found.map(|place| (place.at, place.stand)), expected, "{word} in {text}");
    }

    #[test]
    fn words_are_told_from_parts_of_words() {
        check("a start", "art", Form::Anywhere, Some((4, Stand::Inside)));
        check("a start", "star", Form::Anywhere, Some((2, Stand::Beginning)));
        check("a start.", "start", Form::Anywhere, Some((2, Stand::Word)));
        check("start art", "art", Form::Whole, Some((6, Stand::Word)));
        check("start arty", "art", Form::Whole, None);
        check("start arty", "art", Form::Begun, Some((6, Stand::Beginning)));
        check("жажда", "да", Form::Anywhere, Some((6, Stand::Inside)));
        check("«да»", "да", Form::Whole, Some((2, Stand::Word)));
        check("😀sad", "sad", Form::Whole, Some((4, Stand::Word)));
        check("a--b", "--", Form::Whole, Some((1, Stand::Word)));
    }
}
