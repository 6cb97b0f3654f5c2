//! All that was written, as one long row of stems, and how much each stem
//! tells.

use super::Passage;
use super::lists::SMALL_WORDS;
use super::sorted;
use super::words::{BREAK, Lexicon, Stem};
use crate::core::day::Day;
use crate::core::search::fold::Folder;
use std::ops::Range;

/// Words belong together when at most so many others stand between them.
pub(super) const REACH: usize = 7;

/// What a small word can tell at most, in nats.
const SMALL: f32 = 0.5;

/// Everything written, day after day.
pub(super) struct Corpus<'a> {
    pub(super) lexicon: Lexicon<'a>,
    /// Sentences, with breaks between them and around them all.
    pub(super) row: Vec<Stem>,
    /// The bytes of its passage that each place of the row comes from.
    origin: Vec<(u32, u32)>,
    /// Where a passage begins in the row, which it is, and the number of its
    /// day; in the order of the row.
    passages: Vec<(u32, u32, u32)>,
    /// How often each stem stands in the row.
    pub(super) counts: Vec<u32>,
    /// How likely each stem stands near any place of the row.
    pub(super) near: Vec<f32>,
    /// How much each stem tells: the negative logarithm of that, in nats; at
    /// most [`SMALL`] for small words.
    pub(super) tells: Vec<f32>,
}

impl<'a> Corpus<'a> {
    pub(super) fn read(passages: &[Passage<'_>], folder: &'a mut Folder) -> Self {
        let mut lexicon = Lexicon::new(folder);
        let small = lexicon.stems_of(SMALL_WORDS);
        let first = Day::from_ymd(1, 1, 1);
        let since = |day| first.map_or(0, |first| first.days_until(day)).unsigned_abs();
        let order = sorted::order(passages.iter().map(|passage| since(passage.day)));
        let (mut row, mut origin) = (vec![BREAK], vec![(0, 0)]);
        let (mut starts, mut days) = (Vec::new(), 0);
        let mut day = None;
        for nth in order {
            let passage = &passages[nth as usize];
            if day.replace(passage.day) != Some(passage.day) {
                days += 1;
            }
            starts.push((row.len() as u32, nth, days));
            lexicon.read(passage.text, |stem, bytes| {
                if stem != BREAK || row.last() != Some(&BREAK) {
                    row.push(stem);
                    origin.push((bytes.start as u32, bytes.end as u32));
                }
            });
        }
        let mut corpus = Self {
            row,
            origin,
            passages: starts,
            counts: Vec::new(),
            near: Vec::new(),
            tells: Vec::new(),
            lexicon,
        };
        corpus.weigh(&small);
        corpus
    }

    fn weigh(&mut self, small: &[Stem]) {
        self.counts = vec![0; self.lexicon.len()];
        self.row.iter().for_each(|stem| self.counts[*stem as usize] += 1);
        let words = (self.row.len() as f32 - self.counts[BREAK as usize] as f32).max(1.0);
        let reach = self.usual_reach();
        let near = |count: &u32| 1.0 - (-(*count as f32) * reach / words).exp();
        self.near = self.counts.iter().map(|count| near(count).max(1e-6)).collect();
        self.near[BREAK as usize] = 1.0;
        self.tells = self.near.iter().map(|near| -near.ln()).collect();
        for stem in small {
            let tells = &mut self.tells[*stem as usize];
            *tells = tells.min(SMALL);
        }
    }

    /// How many words stand near a word, itself among them, on average.
    fn usual_reach(&self) -> f32 {
        let (mut sum, mut words) = (0, 0);
        for sentence in self.row.split(|stem| *stem == BREAK) {
            let length = sentence.len();
            sum += (0..length)
                .map(|at| at.min(REACH) + 1 + (length - at - 1).min(REACH))
                .sum::<usize>();
            words += length;
        }
        sum as f32 / words.max(1) as f32
    }

    /// The part of the row near a place, within its sentence.
    pub(super) fn around(&self, at: usize) -> Range<usize> {
        // Plain steps: this is where most of the time goes.
        let (mut start, mut end) = (at, at + 1);
        while start > 0 && at - start < REACH && self.row[start - 1] != BREAK {
            start -= 1;
        }
        while end < self.row.len() && end - at <= REACH && self.row[end] != BREAK {
            end += 1;
        }
        start..end
    }

    /// Where the sentence begins that a place of the row is in.
    pub(super) fn sentence(&self, at: usize) -> usize {
        self.row[..at].iter().rposition(|stem| *stem == BREAK).map_or(0, |at| at + 1)
    }

    /// The number of the day on which a place of the row was written, from 1 on,
    /// and where the passage ends that it is in.
    pub(super) fn day_until(&self, at: usize) -> (u32, usize) {
        let behind = self.behind(at);
        let until = self.passages.get(behind).map_or(self.row.len(), |next| next.0 as usize);
        (self.passages[behind.saturating_sub(1)].2, until)
    }

    /// The passage, and the bytes of it, that a part of the row comes from.
    pub(super) fn written(&self, range: &Range<usize>) -> (usize, Range<usize>) {
        let (_, nth, _) = self.passages[self.behind(range.start).saturating_sub(1)];
        let (start, end) = (self.origin[range.start].0, self.origin[range.end - 1].1);
        (nth as usize, start as usize..end as usize)
    }

    fn behind(&self, at: usize) -> usize {
        self.passages.partition_point(|(start, _, _)| *start as usize <= at)
    }

    /// For each stem, its places in the row, in order.
    pub(super) fn places(&self) -> Places {
        let mut ends = Vec::with_capacity(self.counts.len());
        let mut sum = 0;
        for count in &self.counts {
            ends.push(sum);
            sum += count;
        }
        let mut at = vec![0; self.row.len()];
        for (place, stem) in (0..).zip(&self.row) {
            let end = &mut ends[*stem as usize];
            at[*end as usize] = place;
            *end += 1;
        }
        Places { ends, at }
    }
}

/// The places of every stem.
pub(super) struct Places {
    ends: Vec<u32>,
    at: Vec<u32>,
}

impl Places {
    pub(super) fn of(&self, stem: Stem) -> &[u32] {
        let start = (stem as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.at[start as usize..self.ends[stem as usize] as usize]
    }
}
