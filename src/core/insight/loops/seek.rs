//! From words that stand together to loops.

use super::LEAST_DAYS;
use super::core::{Core, Finder, Found};
use super::corpus::{Corpus, Places};
use super::sorted;
use super::tally::Tally;
use super::words::Stem;

/// A word from which loops are sought stands near at most this share of places.
const ANCHOR_NEAR: f32 = 0.05;

/// Two words belong together when they are so many times as often near each
/// other as by chance,
const LIFT: f32 = 3.0;

/// and the days on which they are, times the logarithm of that, come to this.
const TOGETHER: f32 = 6.0;

/// A loop tells at least so much, in nats: about three words of some weight.
const LEAST_TELLING: f32 = 6.0;

/// From one word, at most so many loops are sought.
const MOST_FROM_ONE: usize = 8;

/// A loop in the row.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) core: Core,
    /// In the order of the row, apart.
    pub(super) found: Vec<Found>,
    pub(super) days: u32,
}

impl Candidate {
    pub(super) fn count_days(&mut self, corpus: &Corpus<'_>) {
        let mut days: Vec<u32> =
            self.found.iter().map(|found| corpus.day_until(found.range.start).0).collect();
        days.dedup();
        self.days = days.len() as u32;
    }

    /// Where the sentences begin in which it was found, in order.
    pub(super) fn sentences(&self, corpus: &Corpus<'_>) -> Vec<usize> {
        self.found.iter().map(|found| corpus.sentence(found.range.start)).collect()
    }
}

/// Looks for loops from every word that tells enough, the rarest first.
pub(super) struct Seeker<'a> {
    corpus: &'a Corpus<'a>,
    places: Places,
    /// Which places of the row are in a loop already.
    taken: Vec<bool>,
    tally: Tally,
    finder: Finder,
}

impl<'a> Seeker<'a> {
    pub(super) fn new(corpus: &'a Corpus<'a>) -> Self {
        Self {
            corpus,
            places: corpus.places(),
            taken: vec![false; corpus.row.len()],
            tally: Tally::new(corpus.counts.len()),
            finder: Finder::new(corpus.counts.len()),
        }
    }

    pub(super) fn all(&mut self) -> Vec<Candidate> {
        let corpus = self.corpus;
        let anchors: Vec<Stem> = (1..corpus.counts.len() as Stem)
            .filter(|stem| {
                let at = *stem as usize;
                corpus.counts[at] >= LEAST_DAYS
                    && corpus.near[at] <= ANCHOR_NEAR
                    && corpus.tells[at] >= 1.0
            })
            .collect();
        let mut found = Vec::new();
        for anchor in sorted::by(&anchors, |stem| corpus.counts[*stem as usize]) {
            self.from(anchor, &mut found);
        }
        found
    }

    fn from(&mut self, anchor: Stem, loops: &mut Vec<Candidate>) {
        let places = self.places.of(anchor).iter().map(|at| *at as usize);
        let places: Vec<usize> = places.filter(|at| !self.taken[*at]).collect();
        if places.len() < LEAST_DAYS as usize {
            return;
        }
        self.tally.count(self.corpus, places.iter().copied());
        let partners = self.partners(anchor);
        // With each place, which of the partners stand near it, a bit for each.
        let mut places: Vec<(usize, u32)> =
            places.iter().map(|at| (*at, self.which_near(*at, &partners))).collect();
        for partner in 0..partners.len() {
            let is_near = |(at, near): &&(usize, u32)| near >> partner & 1 == 1 && !self.taken[*at];
            let together: Vec<usize> = places.iter().filter(is_near).map(|(at, _)| *at).collect();
            if together.len() < LEAST_DAYS as usize {
                continue;
            }
            self.tally.count(self.corpus, together.iter().copied());
            if let Some(candidate) = self.grow(Core::of(&self.tally, self.corpus)) {
                for found in &candidate.found {
                    self.taken[found.range.clone()].fill(true);
                }
                loops.push(candidate);
            }
            places.retain(|(_, near)| near >> partner & 1 == 0);
        }
    }

    fn which_near(&self, at: usize, partners: &[Stem]) -> u32 {
        let around = &self.corpus.row[self.corpus.around(at)];
        (0..).zip(partners).map(|(bit, partner)| u32::from(around.contains(partner)) << bit).sum()
    }

    /// The words that belong most to the one counted around, the first first.
    fn partners(&self, anchor: Stem) -> Vec<Stem> {
        let belongs = |(stem, days): (Stem, u32)| {
            let by_chance = self.tally.of as f32 * self.corpus.near[stem as usize];
            let lift = days as f32 / by_chance;
            let together = days as f32 * lift.ln().min(self.corpus.tells[stem as usize]);
            let counts =
                stem != anchor && days >= LEAST_DAYS && lift >= LIFT && together >= TOGETHER;
            counts.then_some((stem, together))
        };
        let partners: Vec<(Stem, f32)> = self.tally.counted().filter_map(belongs).collect();
        let partners = sorted::by(&partners, |(_, together)| sorted::greatest_first(*together));
        partners.iter().take(MOST_FROM_ONE).map(|(stem, _)| *stem).collect()
    }

    /// Everywhere that enough of a core stands; the core is mended by that once.
    fn grow(&mut self, core: Core) -> Option<Candidate> {
        if !is_enough(&core) {
            return None;
        }
        let found = self.gather(&core);
        let middle = |found: &Found| (found.range.start + found.range.end) / 2;
        self.tally.count(self.corpus, found.iter().map(middle));
        let core = Core::of(&self.tally, self.corpus);
        if !is_enough(&core) {
            return None;
        }
        let mut candidate = Candidate { found: self.gather(&core), core, days: 0 };
        candidate.count_days(self.corpus);
        (candidate.days >= LEAST_DAYS).then_some(candidate)
    }

    /// The places of a core that are not in another loop, in order.
    fn gather(&mut self, core: &Core) -> Vec<Found> {
        let mut left = core.tells();
        let mut near: Vec<u64> = Vec::new();
        // Whatever has enough of the core has one of its first stems.
        for (stem, tells) in &core.stems {
            let free = self.places.of(*stem).iter().filter(|at| !self.taken[**at as usize]);
            near.extend(free.map(|at| u64::from(*at)));
            left -= tells;
            if left < core.tells() * 0.6 {
                break;
            }
        }
        near.sort_unstable();
        let corpus = self.corpus;
        self.finder.with(core, |finder| {
            let mut found: Vec<Found> = Vec::new();
            for at in near {
                let at = at as usize;
                if found.last().is_none_or(|last| last.range.end <= at) {
                    let last = found.last().map_or(0, |last| last.range.end);
                    found.extend(
                        finder.near(core, corpus, at).filter(|found| found.range.start >= last),
                    );
                }
            }
            found
        })
    }
}

fn is_enough(core: &Core) -> bool {
    core.stems.len() >= 3 && core.tells() >= LEAST_TELLING
}
