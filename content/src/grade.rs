//! How hard a text is to read: the Flesch–Kincaid grade.

use std::collections::BTreeSet;

use crate::markdown::without_citations;
use crate::syllables::syllables;
use crate::tokens::tokens;

/// What a grade is reckoned from.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) words: usize,
    pub(crate) sentences: usize,
    pub(crate) syllables: usize,
}

/// Words that count as two syllables, whatever they have.
#[derive(Debug, Default)]
pub(crate) struct TwoSyllables(BTreeSet<String>);

impl TwoSyllables {
    /// The words of a list.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = &'a String>) -> Self {
        let tokens = words.into_iter().flat_map(|words| tokens(words));
        Self(tokens.map(|token| token.word).collect())
    }

    fn count(&self, word: &str) -> usize {
        let bare = word.strip_suffix("'s").unwrap_or(word);
        if self.0.contains(word) || self.0.contains(bare) { 2 } else { syllables(word) }
    }
}

impl Size {
    /// The size of a paragraph or a point, which ends a sentence even without a
    /// full stop. Citations are no words.
    pub(crate) fn of(text: &str, two: &TwoSyllables) -> Self {
        let text = without_citations(text);
        sentences(&text).map(|sentence| Self::of_sentence(sentence, two)).sum()
    }

    fn of_sentence(text: &str, two: &TwoSyllables) -> Self {
        let tokens = tokens(text);
        Self {
            words: tokens.len(),
            sentences: usize::from(!tokens.is_empty()),
            syllables: tokens.iter().map(|token| two.count(&token.word)).sum(),
        }
    }

    /// The grade; that of nothing is 0.
    pub(crate) fn grade(self) -> f64 {
        if self.words == 0 || self.sentences == 0 {
            return 0.0;
        }
        let (words, sentences) = (self.words as f64, self.sentences as f64);
        0.39 * (words / sentences) + 11.8 * (self.syllables as f64 / words) - 15.59
    }
}

impl std::iter::Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |sum, size| Self {
            words: sum.words + size.words,
            sentences: sum.sentences + size.sentences,
            syllables: sum.syllables + size.syllables,
        })
    }
}

/// The hardest sentence of a text, to say where to begin.
pub(crate) fn hardest(texts: &[&str], two: &TwoSyllables) -> Option<String> {
    let plain: Vec<_> = texts.iter().map(|text| without_citations(text)).collect();
    let all = plain.iter().flat_map(|text| sentences(text));
    let hardest = all.max_by(|a, b| {
        let grade = |text| Size::of_sentence(text, two).grade();
        grade(a).total_cmp(&grade(b))
    })?;
    let words: Vec<_> = hardest.split_whitespace().collect();
    let short = words.len() <= 8;
    Some(if short { words.join(" ") } else { format!("{} …", words[..8].join(" ")) })
}

/// Cuts a text after each `.`, `!`, `?` or `…` that white space or a closing
/// mark follows.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut last = ' ';
    text.split(move |c: char| {
        let end = matches!(last, '.' | '!' | '?' | '…');
        // Closing marks belong to the sentence they close.
        let closing = matches!(c, '”' | '’' | '"' | '\'' | ')' | '*');
        if !(end && closing) {
            last = c;
        }
        end && c.is_whitespace()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(text: &str) -> (usize, usize, usize) {
        let two = TwoSyllables::new(&["Esketamine".to_owned()]);
        let Size { words, sentences, syllables } = Size::of(text, &two);
        (words, sentences, syllables)
    }

    #[test]
    fn words_sentences_and_syllables_are_counted() {
        assert_eq!(size("The cat sat. It was a table!"), (7, 2, 8));
        assert_eq!(size("A list point without a stop"), (6, 1, 7));
        assert_eq!(size("About 3.5 points [B7]. “So it is.” Yes…"), (7, 3, 8));
        assert_eq!(size("esketamine’s"), (1, 1, 2));
        assert_eq!(size("... [B7] - *"), (0, 0, 0));
        assert_eq!(size(""), (0, 0, 0));
    }

    #[test]
    fn the_grade_is_that_of_the_formula() {
        let size = Size { words: 100, sentences: 5, syllables: 150 };
        assert!((size.grade() - 9.91).abs() < 1e-9);
        assert_eq!(Size::default().grade(), 0.0);
    }

    #[test]
    fn the_hardest_sentence_is_named() {
        let two = TwoSyllables::default();
        let texts = ["It is so. Immediately considering possibilities [B7] helped.", "Go on."];
        let expected = "Immediately considering possibilities helped.";
        assert_eq!(hardest(&texts, &two).as_deref(), Some(expected));
    }
}
