//! Which passphrases will do, and six words for whoever wants some.
//!
//! Two rules, both about guessing: ten characters at least, and none of the
//! thousand commonest. Nothing is said about capitals or digits: they make a
//! passphrase hard to keep in mind and hardly harder to guess.

use std::collections::BTreeSet;
use std::fmt;
use zeroize::Zeroizing;

/// What a person typed, in Unicode's form NFKC, nothing trimmed: who types
/// an é on another keyboard, as one letter or as two, means the same. The form is
/// made where the text comes in. Wiped when dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A text that is in form NFKC already.
    pub fn of_normalized(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// What keys are made of: its UTF-8.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// The fewest characters. They are Unicode's after NFKC, so that é is one,
/// however it was typed; a few signs that a person sees as one, such as flags
/// and families, count as several.
pub const FEWEST: usize = 10;

/// Whether a passphrase will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It will.
    Fine,
    /// It has only so many characters.
    TooShort(usize),
    /// It is among the first that anyone would try.
    Common,
}

/// Whether a new passphrase will do. Old ones are never judged again: what
/// opens a journal opens it.
pub fn judge(passphrase: &Passphrase, common: &CommonPasswords) -> Verdict {
    let count = passphrase.0.chars().count();
    if count < FEWEST {
        Verdict::TooShort(count)
    } else if common.has(passphrase) {
        Verdict::Common
    } else {
        Verdict::Fine
    }
}

/// The passphrases that are tried first.
#[derive(Debug)]
pub struct CommonPasswords(String);

impl CommonPasswords {
    /// One a line.
    pub fn of_text(text: &str) -> Self {
        Self(text.to_lowercase())
    }

    fn has(&self, passphrase: &Passphrase) -> bool {
        // Letter by letter: a lower-case copy would have to be wiped.
        let lower = || passphrase.0.chars().flat_map(char::to_lowercase);
        self.0.lines().any(|line| line.chars().eq(lower()))
    }
}

/// Words to make a passphrase of.
#[derive(Debug)]
pub struct WordList(Vec<String>);

impl WordList {
    /// How many words there are: each gives 11 bits.
    pub const LENGTH: usize = 1 << Self::BITS;
    const BITS: u32 = 11;

    /// How many words are suggested.
    pub const SUGGESTED: usize = 6;

    /// How hard a suggestion is to guess for one who knows the list.
    pub const SUGGESTED_BITS: u32 = Self::BITS * 6;

    /// One a line; none unless there are [`Self::LENGTH`] different ones.
    pub fn of_text(text: &str) -> Option<Self> {
        let words: Vec<String> = text.lines().map(str::to_owned).collect();
        let different = words.iter().filter(|word| !word.is_empty()).collect::<BTreeSet<_>>();
        (words.len() == Self::LENGTH && different.len() == Self::LENGTH).then_some(Self(words))
    }

    /// Six words with spaces between, as a person would write them down.
    /// All are equally likely where the numbers are: 65,536 is a multiple of
    /// 2,048.
    pub fn suggest(&self, random: [u16; Self::SUGGESTED]) -> Zeroizing<String> {
        let words = random.map(|number| self.0[usize::from(number) % Self::LENGTH].as_str());
        let length = words.iter().map(|word| word.len() + 1).sum();
        // Its whole room at once: a text that grows would leave words behind.
        let mut text = Zeroizing::new(String::with_capacity(length));
        for (at, word) in words.into_iter().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }
}

/// How many guesses a second somebody with a lot of money could try at
/// [`super::keys::Kdf::USUAL`], as an order of magnitude. One RTX 4090 card
/// makes 1,667 a second (hashcat's pull request 4284, July 2025, at just these
/// 64 MiB, 3 passes, 1 lane), which is about what its memory can carry; a million
/// a second is 600 such cards.
pub const GUESSES_A_SECOND: u64 = 1_000_000;

/// The years that guessing takes on average, half of all guesses: for the six
/// words and [`GUESSES_A_SECOND`], about a million.
pub fn years_of_guessing(bits: u32, guesses_a_second: u64) -> u128 {
    const SECONDS_A_YEAR: u128 = 31_557_600;
    let half = 1_u128.checked_shl(bits.saturating_sub(1)).unwrap_or(u128::MAX);
    half / u128::from(guesses_a_second.max(1)) / SECONDS_A_YEAR
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const COMMON: &str = include_str!("../../../content/lists/common.txt");
    const WORDS: &str = include_str!("../../../content/lists/words.txt");

    #[track_caller]
    fn check(text: &str, expected: Verdict) {
        let passphrase = Passphrase::of_normalized(text.to_owned());
        assert_eq!(judge(&passphrase, &CommonPasswords::of_text(COMMON)), expected, "{text}");
    }

    #[test]
    fn short_and_common_ones_will_not_do() {
        check("", Verdict::TooShort(0));
        check("nine char", Verdict::TooShort(9));
        check("éééééééééé", Verdict::Fine);
        check("ééééééééé", Verdict::TooShort(9));
        check("qwertyuiop", Verdict::Common);
        check("QwertyUiop", Verdict::Common);
        check("qwertyuiop ", Verdict::Fine);
        check("ten of them", Verdict::Fine);
    }

    #[test]
    fn the_list_of_common_ones_is_what_it_says() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert_eq!(lines.len(), 1000);
        assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), 1000);
        for line in lines {
            assert!(line.chars().count() >= FEWEST, "{line} is refused for its length");
            assert!(line.is_ascii() && line.to_lowercase() == line, "{line}");
        }
    }

    #[test]
    fn the_list_of_words_is_what_it_says() {
        assert!(WordList::of_text(WORDS).is_some());
        let unkind = ["despair", "gun", "abuse", "lonely", "suffer"];
        assert!(WORDS.lines().all(|word| !unkind.contains(&word)));
        for word in WORDS.lines() {
            let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(plain && (3..=8).contains(&word.len()), "{word}");
        }
    }

    #[test]
    fn other_lists_are_refused() {
        let short = WORDS.trim_end().rsplit_once('\n').unwrap().0;
        for text in
            ["", short, &format!("{short}\nabout"), &format!("{short}\n\n"), &format!("{WORDS}zoo")]
        {
            assert!(WordList::of_text(text).is_none());
        }
    }

    #[test]
    fn six_words_are_drawn_evenly() {
        let words = WordList::of_text(WORDS).unwrap();
        let drawn = words.suggest([0, 1, 2047, 2048, 65535, 300]);
        assert_eq!(drawn.as_str(), "ability able zoo ability zoo cereal");
        let mut times = BTreeMap::new();
        for number in 0..=u16::MAX {
            let drawn = words.suggest([number; 6]);
            *times.entry(drawn.split(' ').next().unwrap().to_owned()).or_insert(0) += 1;
        }
        assert!(times.len() == WordList::LENGTH && times.values().all(|times| *times == 32));
        assert_eq!(WordList::SUGGESTED_BITS, 66);
    }

    #[test]
    fn a_suggestion_will_do() {
        let words = WordList::of_text(WORDS).unwrap();
        let shortest = WORDS.lines().position(|word| word.len() == 3).unwrap() as u16;
        check(&words.suggest([shortest; 6]), Verdict::Fine);
    }

    #[test]
    fn guessing_six_words_takes_a_million_years() {
        let years = |bits| years_of_guessing(bits, GUESSES_A_SECOND);
        assert_eq!(years(WordList::SUGGESTED_BITS), 1_169_084);
        assert_eq!(years(0), 0);
        assert_eq!(years(44), 0);
        assert!(years(128) > 1 << 80 && years(1000) >= years(128));
        assert_eq!(years_of_guessing(2, 0), 0);
    }
}
