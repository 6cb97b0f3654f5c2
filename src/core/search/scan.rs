//! The entries that match a query, the best first.
//!
//! The text of all entries is searched for the longest word or phrase of the
//! query; in each entry that has it, the others are looked for. Nothing is kept
//! from one key press to the next: the whole text takes less time than some
//! thousands of entries one by one.

use super::index::{Index, Stored};
use super::query::{Labelled, Query};
use super::rank::{self, Places};
use super::sort::sort;
use super::term::{Needle, Place, Stand};
use crate::core::id::Id;

/// The names of the entries that match, the best first; of a query that asks for
/// nothing, none.
pub fn search(index: &Index, query: &Query) -> Vec<Id> {
    if query.is_empty() {
        return Vec::new();
    }
    let mut ranked = Scan::new(index, query).all();
    sort(&mut ranked);
    ranked.into_iter().map(|key| index.stored[rank::slot(key) as usize].id).collect()
}

/// One query and the index it is put to.
struct Scan<'a> {
    index: &'a Index,
    query: &'a Query,
    /// The longest first: of all, it stands in the fewest entries most likely.
    wanted: Vec<Needle<'a>>,
    unwanted: Vec<Needle<'a>>,
    /// For each label of the query, which of the index's labels it means.
    labels: Vec<Vec<u32>>,
}

impl<'a> Scan<'a> {
    fn new(index: &'a Index, query: &'a Query) -> Self {
        let mut wanted: Vec<_> = query.wanted.iter().map(Needle::new).collect();
        if let Some(longest) = (0..wanted.len()).max_by_key(|nth| wanted[*nth].length()) {
            wanted.swap(0, longest);
        }
        let unwanted = query.unwanted.iter().map(Needle::new).collect();
        let labels = query.labels.iter().map(|label| meant(index, label)).collect();
        Self { index, query, wanted, unwanted, labels }
    }

    fn all(&self) -> Vec<u64> {
        let mut keys = Vec::new();
        let Some(longest) = self.wanted.first() else {
            return (0..self.index.stored.len() as u32)
                .filter_map(|slot| self.try_slot(slot, None))
                .collect();
        };
        let (mut from, mut slot) = (0, 0);
        while let Some(at) = longest.letters(&self.index.text, from) {
            while self.index.stored[slot].range().end <= at {
                slot += 1;
            }
            keys.extend(self.try_slot(slot as u32, Some(at)));
            from = self.index.stored[slot].range().end;
        }
        keys
    }

    /// The key of an entry, if it matches. `at`, if given, is the first place in
    /// it of the letters of the longest term.
    fn try_slot(&self, slot: u32, at: Option<usize>) -> Option<u64> {
        let stored = &self.index.stored[slot as usize];
        if !stored.alive || !self.query.days.holds(stored.day) || !self.labels_hold(stored) {
            return None;
        }
        let text = &self.index.text[..stored.range().end];
        let start = stored.range().start;
        if self.unwanted.iter().any(|needle| needle.find(text, start).is_some()) {
            return None;
        }
        let points = match self.wanted.as_slice() {
            // Most searches are for one, in thousands of entries: it needs no list.
            [needle] => alone(places(needle, text, start, at), stored.head())?,
            needles => {
                let mut terms = Vec::with_capacity(needles.len());
                for (nth, needle) in needles.iter().enumerate() {
                    let at = at.filter(|_| nth == 0);
                    let at: Vec<_> = places(needle, text, start, at).collect();
                    if at.is_empty() {
                        return None;
                    }
                    terms.push(Places { length: needle.length(), at });
                }
                rank::points(&terms, stored.head())
            }
        };
        Some(rank::key(points, stored.since, slot))
    }

    fn labels_hold(&self, stored: &Stored) -> bool {
        self.query.labels.iter().zip(&self.labels).all(|(label, meant)| {
            stored.labels.iter().any(|label| meant.contains(label)) == label.wanted
        })
    }
}

/// The labels of the index that a label of a query means: the one that reads
/// the same, or all that begin so if there is none, as while it is typed.
fn meant(index: &Index, label: &Labelled) -> Vec<u32> {
    let which = |holds: &dyn Fn(&[u8]) -> bool| {
        let known = (0..).zip(&index.labels);
        known
            .filter(|(_, known)| known.field == label.field && holds(&known.folded))
            .map(|(at, _)| at)
            .collect()
    };
    let same: Vec<u32> = which(&|known| known == label.value);
    if same.is_empty() { which(&|known| known.starts_with(&label.value)) } else { same }
}

/// The first places of a term, one behind the other. Its letters stand at `at`,
/// if that is given, and nowhere from `from` to there.
fn places(
    needle: &Needle<'_>,
    text: &[u8],
    mut from: usize,
    mut at: Option<usize>,
) -> impl Iterator<Item = Place> {
    let places = std::iter::from_fn(move || {
        let at = at.take().or_else(|| needle.letters(text, from))?;
        let place = needle.place(text, at)?;
        from = place.at + needle.length();
        Some(place)
    });
    places.take(rank::most_places(needle.length()))
}

/// The points for a term alone; it is looked for until it stands at its best.
fn alone(mut places: impl Iterator<Item = Place>, head: usize) -> Option<u8> {
    let first = places.next()?;
    let mut best = first.stand;
    while best != Stand::Word
        && let Some(place) = places.next()
    {
        best = best.max(place.stand);
    }
    Some(rank::points_alone(best, first.at < head))
}
