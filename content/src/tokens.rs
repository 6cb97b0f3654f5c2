//! The words of a text, and phrases found among them.

use std::ops::Range;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// In lower case, with straight apostrophes.
    pub(crate) word: String,
    /// The byte it begins at.
    pub(crate) start: usize,
    /// Whether only white space, hyphens, quotes or weight stand before it, so
    /// that a phrase may go on across them.
    joined: bool,
}

/// The words of a text. A hyphen parts words; an apostrophe within a word and a
/// point within a number do not.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut joined = true;
    let mut within = false;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let next = chars.peek().is_some_and(|(_, c)| c.is_alphanumeric());
        let number = tokens.last().is_some_and(|token| token.word.ends_with(char::is_numeric));
        let inside = within && next && (is_apostrophe(c) || number && matches!(c, '.' | ','));
        if c.is_alphanumeric() || inside {
            let letter = if is_apostrophe(c) { '\'' } else { c };
            match tokens.last_mut() {
                Some(token) if within => token.word.extend(letter.to_lowercase()),
                _ => tokens.push(Token { word: letter.to_lowercase().collect(), start, joined }),
            }
            (within, joined) = (true, true);
        } else {
            joined &= c.is_whitespace() || is_apostrophe(c) || "-‐‑–*“”\"".contains(c);
            within = false;
        }
    }
    tokens
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// A phrase to be found as whole words.
#[derive(Debug)]
pub(crate) struct Phrase {
    words: Vec<Token>,
}

impl Phrase {
    /// The phrase of these words.
    pub(crate) fn new(words: &str) -> Self {
        Self { words: tokens(words) }
    }

    /// Where it stands among some words, as their indices.
    pub(crate) fn find(&self, tokens: &[Token]) -> Vec<Range<usize>> {
        let length = self.words.len();
        if length == 0 {
            return Vec::new();
        }
        let windows = tokens.windows(length).enumerate();
        windows.filter(|(_, window)| self.is(window)).map(|(at, _)| at..at + length).collect()
    }

    fn is(&self, window: &[Token]) -> bool {
        let last = self.words.len() - 1;
        self.words.iter().zip(window).enumerate().all(|(at, (word, found))| {
            let owned = at == last && found.word.strip_suffix("'s") == Some(&word.word);
            let goes_on = at == 0 || found.joined || !word.joined;
            goes_on && (found.word == word.word || owned)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, text: &str, expected: usize) {
        let found = Phrase::new(phrase).find(&tokens(text)).len();
        assert_eq!(found, expected, "`{phrase}` in `{text}`");
    }

    #[test]
    fn phrases_are_whole_words() {
        check("proven", "Proven, unproven, *proven*.", 2);
        check("brain", "the brain’s own brainy", 1);
        check("science says", "Science\nsays. Science. Says", 1);
        check("don't", "Don’t ‘don't’", 2);
        check("long-term", "long term, long-term", 2);
        check("drop, then", "drop, then drop then", 2);
        check("", "x", 0);
        check("a b", "", 0);
        check("3.5", "3.5, 1,000.", 1);
    }

    #[test]
    fn words_know_where_they_begin() {
        let found: Vec<_> = tokens("É, it’s").into_iter().map(|t| (t.word, t.start)).collect();
        assert_eq!(found, [("é".to_owned(), 0), ("it's".to_owned(), 4)]);
    }
}
