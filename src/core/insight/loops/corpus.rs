//! All that was written, as one long row of stems, and how much each stem
//! tells.

use super::lexicon::{BREAK, Lexicon, Read, Stem};
use super::lists::SMALL_WORDS;
use crate::core::day::Day;
use crate::core::search::fold::Folder;
use std::ops::Range;

/// Words belong together when at most so many others stand between them.
pub(super) const REACH: usize = 7;

/// What a small word can tell at most, in nats.
const SMALL: f32 = 0.5;

/// Everything written, day after day.
#[derive(Debug)]
pub(super) struct Corpus {
    pub(super) lexicon: Lexicon,
    small: Vec<Stem>,
    /// Sentences, with breaks between them and around them all.
    pub(super) row: Vec<Stem>,
    spots: Vec<Spot>,
    /// The bytes of its passage that each place of the row comes from.
    origin: Vec<(u32, u32)>,
    /// Where each passage begins in the row.
    starts: Vec<u32>,
    /// Where each sentence ends in the row.
    breaks: Vec<u32>,
    /// The last day, and the number of days.
    day: (Option<Day>, u32),
    /// How many words stand near a word, itself among them, over all words.
    neighbours: u64,
    /// How often each stem stands in the row.
    pub(super) counts: Vec<u32>,
    /// How likely each stem stands near any place of the row.
    pub(super) near: Vec<f32>,
    /// How much each stem tells: the negative logarithm of that, in nats; at
    /// most [`SMALL`] for small words.
    pub(super) tells: Vec<f32>,
    /// The passage at hand.
    read: Vec<Read>,
}

/// Of a place in the row, the number of its day, from 1, and how many words of
/// its sentence are within reach before and after it; packed, for this is looked
/// at more than anything else.
#[derive(Debug, Clone, Copy)]
struct Spot(u32);

impl Spot {
    fn new(day: u32, before: usize, after: usize) -> Self {
        Self(day << 8 | (before.min(REACH) << 4 | after.min(REACH)) as u32)
    }

    fn day(self) -> u32 {
        self.0 >> 8
    }

    fn before(self) -> usize {
        (self.0 >> 4 & 0xf) as usize
    }

    fn after(self) -> usize {
        (self.0 & 0xf) as usize
    }
}

impl Corpus {
    /// With room for about so many words.
    pub(super) fn new(folder: Folder, words: usize) -> Self {
        let mut lexicon = Lexicon::new(folder);
        let small = lexicon.stems_of(SMALL_WORDS);
        let (mut row, mut spots) = (Vec::with_capacity(words), Vec::with_capacity(words));
        let mut origin = Vec::with_capacity(words);
        row.push(BREAK);
        spots.push(Spot::new(0, 0, 0));
        origin.push((0, 0));
        Self {
            small,
            row,
            spots,
            origin,
            starts: Vec::new(),
            breaks: vec![0],
            day: (None, 0),
            neighbours: 0,
            counts: vec![0; lexicon.len()],
            near: Vec::new(),
            tells: Vec::new(),
            read: Vec::new(),
            lexicon,
        }
    }

    /// Takes in the next passage; their days must come in order.
    pub(super) fn read(&mut self, day: Day, text: &str) {
        if self.day.0 != Some(day) {
            self.day = (Some(day), self.day.1 + 1);
        }
        self.starts.push(self.row.len() as u32);
        let mut read = std::mem::take(&mut self.read);
        self.lexicon.read(text, &mut read);
        self.counts.resize(self.lexicon.len(), 0);
        let is_break = |(stem, _): &Read| *stem == BREAK;
        for sentence in read.split(is_break).filter(|sentence| !sentence.is_empty()) {
            self.add(sentence);
        }
        read.clear();
        self.read = read;
    }

    /// Adds a sentence, and a break after it.
    fn add(&mut self, sentence: &[Read]) {
        for (stem, _) in sentence {
            self.counts[*stem as usize] += 1;
        }
        let (day, last) = (self.day.1, sentence.len() - 1);
        self.spots.extend((0..=last).map(|at| Spot::new(day, at, last - at)));
        self.neighbours += neighbours(sentence.len());
        self.row.extend(sentence.iter().map(|(stem, _)| *stem));
        self.origin.extend(sentence.iter().map(|(_, bytes)| *bytes));
        self.breaks.push(self.row.len() as u32);
        self.row.push(BREAK);
        self.spots.push(Spot::new(day, 0, 0));
        self.origin.push((0, 0));
    }

    /// Says how much each stem tells, once all is read.
    pub(super) fn weigh(&mut self) {
        let words = (self.row.len() - self.breaks.len()).max(1) as f32;
        let reach = self.neighbours as f32 / words;
        let near = |count: &u32| 1.0 - (-(*count as f32) * reach / words).exp();
        self.near = self.counts.iter().map(|count| near(count).max(1e-6)).collect();
        self.near[BREAK as usize] = 1.0;
        self.tells = self.near.iter().map(|near| -near.ln()).collect();
        for stem in &self.small {
            let tells = &mut self.tells[*stem as usize];
            *tells = tells.min(SMALL);
        }
    }

    /// The part of the row that a passage is.
    pub(super) fn passage(&self, nth: usize) -> Range<usize> {
        let end = self.starts.get(nth + 1).map_or(self.row.len(), |next| *next as usize);
        self.starts[nth] as usize..end
    }

    /// The number of a place's day, and the part of the row near it, within its
    /// sentence.
    #[inline(always)]
    pub(super) fn around(&self, at: usize) -> (u32, Range<usize>) {
        let spot = self.spots.as_slice()[at];
        (spot.day(), at - spot.before()..at + spot.after() + 1)
    }

    /// The number of a place's day.
    pub(super) fn day(&self, at: usize) -> u32 {
        self.spots[at].day()
    }

    /// The number of a place's sentence.
    pub(super) fn sentence(&self, at: usize) -> usize {
        self.breaks.partition_point(|end| *end as usize <= at)
    }

    /// The passage, and the bytes of it, that a part of the row comes from.
    pub(super) fn written(&self, range: &Range<usize>) -> (usize, Range<usize>) {
        let next = self.starts.partition_point(|start| *start as usize <= range.start);
        let (start, end) = (self.origin[range.start].0, self.origin[range.end - 1].1);
        (next.saturating_sub(1), start as usize..end as usize)
    }
}

/// How many words are within reach of each of so many words in a row, itself
/// among them, all together.
fn neighbours(words: usize) -> u64 {
    let within = words.min(REACH);
    (words + 2 * (words * within - within * (within + 1) / 2)) as u64
}

/// The places of every stem in the row, in order.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Where those of each stem end; while they are taken in, those so far.
    ends: Vec<u32>,
    at: Vec<u32>,
}

impl Places {
    /// Room for them.
    pub(super) fn new(corpus: &Corpus) -> Self {
        let mut sum = 0;
        let starts = corpus.counts.iter().map(|count| {
            sum += count;
            sum - count
        });
        Self { ends: starts.collect(), at: vec![0; corpus.row.len()] }
    }

    /// Takes in the next part of the row.
    pub(super) fn take(&mut self, corpus: &Corpus, part: Range<usize>) {
        for at in part.filter(|at| corpus.row[*at] != BREAK) {
            let end = &mut self.ends[corpus.row[at] as usize];
            self.at[*end as usize] = at as u32;
            *end += 1;
        }
    }

    pub(super) fn of(&self, stem: Stem) -> &[u32] {
        let start = (stem as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.at[start as usize..self.ends[stem as usize] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_within_reach_are_counted() {
        for words in 0..40_usize {
            let of = |at: usize| at.min(REACH) + 1 + (words - at - 1).min(REACH);
            assert_eq!(neighbours(words), (0..words).map(of).sum::<usize>() as u64);
        }
    }
}
