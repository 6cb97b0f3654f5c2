//! A diary to measure with: a Day One JSON, or a generated one.
//!
//! The generated one draws its words by Zipf's law from 12,000 of its own; each
//! has a few that often follow it, which stands for grammar and for habits. It
//! has sentences, paragraphs, curly quotes and dashes, and never repeats a
//! passage. How often followers come was set by `lz-string`, to which it is a
//! little harder than prose in English: 19.7 % of the quota over the whole, to
//! 18.6 % of 6,000,000 characters of that. The figure that counts is that of
//! real diaries.

use freshet::core::day::Moment;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};

/// One entry of it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) moment: Moment,
    pub(crate) text: String,
}

/// A diary, in the order in which it was written.
#[derive(Clone, Debug)]
pub(crate) struct Diary {
    pub(crate) entries: Vec<Written>,
}

const WORDS: usize = 12_000;
const FOLLOWERS: usize = 4;
/// In a hundred words, those that are followers of the one before.
const FOLLOWING: u64 = 72;
/// Evening of the first day.
const FIRST: i64 = 1_420_142_400;
const DAY: i64 = 86_400;

impl Diary {
    /// Reads `entries[]` with their `text` and `creationDate`.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let refused = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
        let text = fs::read_to_string(path).map_err(|error| refused(&error))?;
        let json: Value = serde_json::from_str(&text).map_err(|error| refused(&error))?;
        let written = |entry: &Value| {
            let date = entry["creationDate"].as_str()?.replace('Z', "+00:00");
            Some(Written {
                moment: date.parse().ok()?,
                text: entry["text"].as_str().unwrap_or_default().to_owned(),
            })
        };
        let entries = json["entries"].as_array().into_iter().flatten().map(written);
        let entries: Option<Vec<_>> = entries.collect();
        let entries = entries.ok_or_else(|| refused(&"an entry has no creationDate"))?;
        if entries.is_empty() {
            return Err(refused(&"it has no entries"));
        }
        Ok(Self { entries })
    }

    /// So many entries of equal length, the same in each run.
    pub(crate) fn generate(entries: usize, characters: usize) -> Self {
        let mut writer = Writer::new();
        let entry = |day: usize| {
            let moment = Moment::new(FIRST + DAY * day as i64, 0).expect("a year of ours");
            Written { moment, text: writer.text(characters / entries) }
        };
        Self { entries: (0..entries).map(entry).collect() }
    }

    /// Characters of all texts.
    pub(crate) fn characters(&self) -> usize {
        self.entries.iter().map(|entry| entry.text.chars().count()).sum()
    }
}

struct Writer {
    random: Numbers,
    words: Vec<String>,
    /// The sum of the weights up to each word.
    weights: Vec<f64>,
    /// Of each word, those that often follow it.
    followers: Vec<[usize; FOLLOWERS]>,
    /// The last word.
    last: usize,
}

impl Writer {
    fn new() -> Self {
        let mut random = Numbers(0x9e37_79b9_7f4a_7c15);
        let mut taken = BTreeSet::new();
        let mut words = Vec::with_capacity(WORDS);
        while words.len() < WORDS {
            let word = random.word(1 + (words.len() + 1).ilog(200) as usize);
            if taken.insert(word.clone()) {
                words.push(word);
            }
        }
        // Mandelbrot's form of Zipf's law, with the constants usual for English.
        let mut sum = 0.0;
        let mut weights = Vec::with_capacity(WORDS);
        for rank in 1..=WORDS {
            sum += 1.0 / (rank as f64 + 2.7);
            weights.push(sum);
        }
        let mut writer = Self { random, words, weights, followers: Vec::new(), last: 0 };
        writer.followers = (0..WORDS).map(|_| std::array::from_fn(|_| writer.any())).collect();
        writer
    }

    /// A text of exactly so many characters.
    fn text(&mut self, length: usize) -> String {
        let mut text = String::new();
        while text.chars().count() < length {
            self.sentence(&mut text);
        }
        text.chars().take(length).collect()
    }

    fn sentence(&mut self, text: &mut String) {
        let words = 4 + self.random.below(14);
        for at in 0..words {
            let word = self.next_word();
            let mut letters = word.chars();
            match (at, letters.next()) {
                (0, Some(first)) => text.extend(first.to_uppercase().chain(letters)),
                _ => text.push_str(&word),
            }
            let after = match self.random.below(60) {
                _ if at + 1 == words => ". ",
                0..5 => ", ",
                5 => " — ",
                6 => "’s ",
                _ => " ",
            };
            text.push_str(after);
        }
        if self.random.below(6) == 0 {
            text.push_str("\n\n");
        }
    }

    fn next_word(&mut self) -> String {
        let follows = self.random.below(100) < FOLLOWING;
        let which = self.random.below(FOLLOWERS as u64) as usize;
        self.last = if follows { self.followers[self.last][which] } else { self.any() };
        self.words[self.last].clone()
    }

    /// Any word, by its weight.
    fn any(&mut self) -> usize {
        let all = self.weights.last().copied().unwrap_or_default();
        let wanted = self.random.part() * all;
        self.weights.partition_point(|weight| *weight < wanted).min(WORDS - 1)
    }
}

/// Numbers that look random and are the same in each run: xorshift; see Marsaglia 2003.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        self.next() as f64 / (1_u64 << 53) as f64
    }

    /// A word of so many syllables.
    fn word(&mut self, syllables: usize) -> String {
        const BEGIN: [&str; 16] =
            ["t", "s", "w", "h", "b", "th", "m", "f", "d", "c", "l", "n", "r", "st", "p", "g"];
        const MIDDLE: [&str; 8] = ["e", "a", "o", "i", "u", "ea", "ou", "ee"];
        const END: [&str; 10] = ["", "", "n", "t", "r", "s", "d", "l", "ng", "nd"];
        let mut word = String::new();
        for _ in 0..syllables {
            for of in [&BEGIN[..], &MIDDLE, &END] {
                // The first of each are the commoner ones.
                let at = self.below(of.len() as u64).min(self.below(of.len() as u64));
                word.push_str(of[at as usize]);
            }
        }
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generated_diary_is_the_same_each_time_and_never_repeats() {
        let diary = Diary::generate(100, 120_000);
        assert_eq!(diary.characters(), 120_000);
        let again = Diary::generate(100, 120_000);
        let texts =
            |diary: &Diary| diary.entries.iter().map(|e| e.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&diary), texts(&again));
        let mut passages = BTreeSet::new();
        for text in texts(&diary) {
            let letters: Vec<char> = text.chars().collect();
            for passage in letters.chunks_exact(60) {
                assert!(passages.insert(passage.to_vec()), "{passage:?} stands there twice");
            }
        }
    }
}
