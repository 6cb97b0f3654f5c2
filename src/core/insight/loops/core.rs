//! The core of a loop: stems that stand together again and again.

use super::corpus::Corpus;
use super::lexicon::Stem;
use super::sorted;
use super::tally::Tally;
use std::ops::Range;

/// A stem belongs to a core when it stands in this share of its days.
const SHARE: f32 = 0.5;

/// And this many times as often as by chance.
pub(super) const LIFT: f32 = 1.6;

/// What is found again has this share of what the core tells.
pub(super) const ENOUGH: f32 = 0.6;

/// And this share of the words from its first stem to its last are of the core.
const CLOSE: f32 = 0.4;

/// No core has more stems: longer ones are whole sentences said again.
const MOST_STEMS: usize = 16;

/// Stems that stand together again and again, and what each tells, those that
/// tell most first.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Core {
    pub(super) stems: Vec<(Stem, f32)>,
}

/// Where a core was found again.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// From its first stem to its last, in the row.
    pub(super) range: Range<usize>,
    /// What the stems that were found tell together.
    pub(super) tells: f32,
    /// How many stems of the core were found.
    pub(super) stems: usize,
}

impl Core {
    /// What stands on most of the days of a tally, and oftener than by chance.
    pub(super) fn of(tally: &Tally, corpus: &Corpus) -> Self {
        let usual = |(stem, days): (Stem, u32)| {
            let (share, near) = (days as f32 / tally.of as f32, corpus.near[stem as usize]);
            (share >= SHARE && share >= near * LIFT).then(|| (stem, corpus.tells[stem as usize]))
        };
        let stems: Vec<_> = tally.counted().filter_map(usual).collect();
        let mut stems = sorted::by(&stems, |(_, tells)| sorted::greatest_first(*tells));
        stems.truncate(MOST_STEMS);
        Self { stems }
    }

    /// What it tells as a whole.
    pub(super) fn tells(&self) -> f32 {
        self.stems.iter().map(|(_, tells)| tells).sum()
    }

    /// What two cores have in common, as a share of what the lesser tells.
    pub(super) fn likeness(&self, other: &Core) -> f32 {
        let is_in = |stem: Stem| other.stems.iter().any(|(of, _)| *of == stem);
        let both: f32 =
            self.stems.iter().filter(|(stem, _)| is_in(*stem)).map(|(_, tells)| tells).sum();
        both / self.tells().min(other.tells()).max(f32::MIN_POSITIVE)
    }
}

/// What finds one core after the other in the row.
#[derive(Debug)]
pub(super) struct Finder {
    /// For each stem, its place in the core at hand and one, or 0.
    rank: Vec<u8>,
}

impl Finder {
    pub(super) fn new(stems: usize) -> Self {
        Self { rank: vec![0; stems] }
    }

    /// Where enough of a core is found near these places, which must come in
    /// order; apart.
    pub(super) fn find(&mut self, core: &Core, corpus: &Corpus, places: &[u64]) -> Vec<Found> {
        for ((stem, _), rank) in core.stems.iter().zip(1..) {
            self.rank[*stem as usize] = rank;
        }
        let least = core.tells() * ENOUGH;
        let mut all: Vec<Found> = Vec::new();
        for at in places {
            let last = all.last().map_or(0, |last| last.range.end);
            if last <= *at as usize {
                let found = self.near(core, corpus, *at as usize);
                let is_enough = |found: &Found| found.tells >= least && found.range.start >= last;
                all.extend(found.filter(is_enough));
            }
        }
        core.stems.iter().for_each(|(stem, _)| self.rank[*stem as usize] = 0);
        all
    }

    /// What is found of a core near a place, if it is close together.
    fn near(&self, core: &Core, corpus: &Corpus, at: usize) -> Option<Found> {
        let ranks = self.rank.as_slice();
        let (mut first, mut last, mut seen, mut tells) = (None, at, 0_u32, 0.0);
        let (_, around) = corpus.around(at);
        let start = around.start;
        for (stem, place) in corpus.row[around].iter().zip(start..) {
            let rank = ranks[*stem as usize];
            if rank == 0 || seen & (1 << rank) != 0 {
                continue;
            }
            seen |= 1 << rank;
            tells += core.stems[usize::from(rank) - 1].1;
            first = first.or(Some(place));
            last = place;
        }
        let (range, stems) = (first?..last + 1, seen.count_ones() as usize);
        let close = stems as f32 >= range.len() as f32 * CLOSE;
        close.then_some(Found { range, tells, stems })
    }
}
