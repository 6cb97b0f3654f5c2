//! From words that stand together to loops.

use super::LEAST_DAYS;
use super::core::{Core, ENOUGH, Finder, Found, LIFT as CORE_LIFT};
use super::corpus::{Corpus, Places};
use super::lexicon::Stem;
use super::sorted;
use super::tally::Tally;

/// A word from which loops are sought stands near at most this share of places.
const ANCHOR_NEAR: f32 = 0.05;

/// Two words belong together when they are so many times as often near each
/// other as by chance,
const LIFT: f32 = 3.0;

/// and the days on which they are, times the logarithm of that, come to this.
const TOGETHER: f32 = 6.0;

/// A loop tells at least so much, in nats: about three words of some weight.
const LEAST_TELLING: f32 = 6.0;

/// From one word, at most so many loops are sought: a bit of a byte for each.
const MOST_FROM_ONE: usize = 8;

/// Of a common word, so many places are looked at that a word of its kind is
/// seen so often near them by chance: then three times as often is none.
const ENOUGH_SEEN: f32 = 3.0;

/// A loop in the row.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) core: Core,
    /// In the order of the row, apart.
    pub(super) found: Vec<Found>,
    pub(super) days: u32,
}

impl Candidate {
    pub(super) fn count_days(&mut self, corpus: &Corpus) {
        let mut days: Vec<u32> =
            self.found.iter().map(|found| corpus.day(found.range.start)).collect();
        days.dedup();
        self.days = days.len() as u32;
    }

    /// The sentences in which it was found, in order.
    pub(super) fn sentences(&self, corpus: &Corpus) -> Vec<usize> {
        self.found.iter().map(|found| corpus.sentence(found.range.start)).collect()
    }
}

/// Looks for loops from every word that tells enough, the rarest first.
#[derive(Debug)]
pub(super) struct Seeker {
    places: Places,
    anchors: std::vec::IntoIter<Stem>,
    /// Which places of the row are in a loop already.
    taken: Vec<bool>,
    /// Stems that are too common to be in a core.
    common: Vec<bool>,
    /// Stems that belong to no other: too common, or sought from already.
    done: Vec<bool>,
    /// For each stem, the bit of the partner that it is of the anchor at hand.
    bits: Vec<u8>,
    tally: Tally,
    finder: Finder,
    pub(super) found: Vec<Candidate>,
}

impl Seeker {
    pub(super) fn new(corpus: &Corpus, places: Places) -> Self {
        let stems = corpus.counts.len();
        let is_anchor = |stem: &Stem| {
            let at = *stem as usize;
            corpus.counts[at] >= LEAST_DAYS
                && corpus.near[at] <= ANCHOR_NEAR
                && corpus.tells[at] >= 1.0
        };
        let anchors: Vec<Stem> = (1..stems as Stem).filter(is_anchor).collect();
        let above = |lift: f32| corpus.near.iter().map(|near| near * lift > 1.0).collect();
        Self {
            places,
            anchors: sorted::by(&anchors, |stem| corpus.counts[*stem as usize]).into_iter(),
            taken: vec![false; corpus.row.len()],
            common: above(CORE_LIFT),
            done: above(LIFT),
            bits: vec![0; stems],
            tally: Tally::new(stems),
            finder: Finder::new(stems),
            found: Vec::new(),
        }
    }

    /// Seeks from the next word; whether there was one.
    pub(super) fn seek(&mut self, corpus: &Corpus) -> bool {
        let anchor = self.anchors.next();
        if let Some(anchor) = anchor {
            self.seek_from(anchor, corpus);
        }
        anchor.is_some()
    }

    fn seek_from(&mut self, anchor: Stem, corpus: &Corpus) {
        let mut places = self.free(anchor, 1);
        let step = usual_step(places.len(), anchor, corpus);
        places = places.into_iter().step_by(step).collect();
        if places.len() < LEAST_DAYS as usize {
            return;
        }
        self.done[anchor as usize] = true;
        self.tally.count(corpus, &places, &self.done);
        let partners = self.partners(corpus);
        for (bit, partner) in partners.iter().enumerate() {
            self.bits[*partner as usize] = 1 << bit;
        }
        // With each place, which of the partners stand near it.
        let near = |at: &u32| (*at, self.near(*at, corpus));
        let mut places: Vec<(u32, u8)> = places.iter().map(near).collect();
        for bit in (0..partners.len()).map(|nth| 1 << nth) {
            let is_free = |at: &u32| !self.taken[*at as usize];
            let is_near = |(_, near): &&(u32, u8)| near & bit != 0;
            let together: Vec<u32> =
                places.iter().filter(is_near).map(|(at, _)| *at).filter(is_free).collect();
            if together.len() >= LEAST_DAYS as usize {
                self.grow(&together, corpus);
                places.retain(|(_, near)| near & bit == 0);
            }
        }
        for partner in &partners {
            self.bits[*partner as usize] = 0;
        }
    }

    /// The places of a stem that are in no loop, or some of them.
    fn free(&self, stem: Stem, step: usize) -> Vec<u32> {
        let mut places: Vec<u32> = self.places.of(stem).iter().copied().step_by(step).collect();
        let taken = self.taken.as_slice();
        places.retain(|at| !taken[*at as usize]);
        places
    }

    /// Which of the partners stand near a place.
    fn near(&self, at: u32, corpus: &Corpus) -> u8 {
        let (_, around) = corpus.around(at as usize);
        let bits = self.bits.as_slice();
        let mut near = 0;
        for stem in &corpus.row[around] {
            near |= bits[*stem as usize];
        }
        near
    }

    /// The words that belong most to the one counted around, the first first.
    fn partners(&self, corpus: &Corpus) -> Vec<Stem> {
        let belongs = |(stem, days): (Stem, u32)| {
            let by_chance = self.tally.of as f32 * corpus.near[stem as usize];
            let lift = days as f32 / by_chance;
            if days < LEAST_DAYS || lift < LIFT {
                return None;
            }
            let together = days as f32 * lift.ln().min(corpus.tells[stem as usize]);
            (together >= TOGETHER).then_some((stem, together))
        };
        let partners: Vec<(Stem, f32)> = self.tally.counted().filter_map(belongs).collect();
        let partners = sorted::by(&partners, |(_, together)| sorted::greatest_first(*together));
        partners.iter().take(MOST_FROM_ONE).map(|(stem, _)| *stem).collect()
    }

    /// Makes a loop of what stands near these places. Its core is mended once,
    /// by where enough of it is found.
    fn grow(&mut self, together: &[u32], corpus: &Corpus) {
        self.tally.count(corpus, together, &self.common);
        let core = Core::of(&self.tally, corpus);
        if !is_enough(&core) {
            return;
        }
        let middle = |found: Found| ((found.range.start + found.range.end) / 2) as u32;
        let middles: Vec<u32> = self.gather(&core, corpus, false).into_iter().map(middle).collect();
        self.tally.count(corpus, &middles, &self.common);
        let core = Core::of(&self.tally, corpus);
        if !is_enough(&core) {
            return;
        }
        let mut candidate = Candidate { found: self.gather(&core, corpus, true), core, days: 0 };
        candidate.count_days(corpus);
        if candidate.days >= LEAST_DAYS {
            for found in &candidate.found {
                self.taken[found.range.clone()].fill(true);
            }
            self.found.push(candidate);
        }
    }

    /// The places of a core that are not in another loop, in order: all, or as many
    /// as tell what it is like.
    fn gather(&mut self, core: &Core, corpus: &Corpus, of_all: bool) -> Vec<Found> {
        let all = core.tells();
        let mut left = all;
        let mut near: Vec<u64> = Vec::new();
        // Whatever has enough of the core has one of its first stems.
        for (stem, tells) in &core.stems {
            let count = corpus.counts[*stem as usize] as usize;
            let step = if of_all { 1 } else { usual_step(count, *stem, corpus) };
            near.extend(self.free(*stem, step).into_iter().map(u64::from));
            left -= tells;
            if left < all * ENOUGH {
                break;
            }
        }
        near.sort_unstable();
        self.finder.find(core, corpus, &near)
    }
}

/// Which of the places of a word to look at, every first, second, third: so that
/// what is as common as itself stands near [`ENOUGH_SEEN`] of them by chance.
fn usual_step(places: usize, stem: Stem, corpus: &Corpus) -> usize {
    (places as f32 * corpus.near[stem as usize] / ENOUGH_SEEN) as usize + 1
}

fn is_enough(core: &Core) -> bool {
    core.stems.len() >= 3 && core.tells() >= LEAST_TELLING
}
