//! Loops: phrases that keep coming back in the writer's own entries.
//!
//! How they are found:
//! 1. All that was written becomes one row of stems (`words`): folded words
//!    without the endings that change. How often a stem stands near any place
//!    of the row says how little it tells (`corpus`).
//! 2. From every word that tells enough, the rarest first, the words that stand
//!    near it on several days are counted, whatever their order. Those that do
//!    so far oftener than by chance make a core (`core`).
//! 3. Wherever more than half of what a core tells stands together, the phrase
//!    has come back: one word may be another, the order or the end may differ
//!    (`seek`). No place is in two loops.
//! 4. What is found is put in order by how much the phrase tells, how close
//!    together its words stand and on how many days it came; turns of speech
//!    that everyone uses come last (`order`).
//!
//! What it is not: it knows no meaning and no feeling. It counts words, on this
//! device, and finds habits of speech and daily rounds as well as worries. Two
//! small lists are of English; a turn of speech that is not in them is shown
//! like any other phrase. Languages that change the beginnings of words, or
//! write whole sentences without blanks, are served less well. Nothing is
//! ranked as worse, and no count is a score.
//!
//! All numbers in it were set with the made-up diary of `tests/loops`, in which
//! of twenty phrases, each said in six ways, 17 to 19 are among the first 30.

mod core;
mod corpus;
mod lists;
mod order;
mod seek;
mod sorted;
mod tally;
mod words;

use crate::core::day::Day;
use crate::core::id::Id;
use crate::core::search::fold::Folder;
use std::ops::Range;

/// A phrase must come back on at least so many days.
pub const LEAST_DAYS: u32 = 3;

/// A text of an entry. Those that are sealed or in the bin are not given.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    /// The name of the entry.
    pub id: Id,
    /// The writer's date.
    pub day: Day,
    /// The text as it was written.
    pub text: &'a str,
}

/// A phrase that keeps coming back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    /// The phrase in the writer's own words: of all the times it came, the one
    /// that is most like the others.
    pub phrase: String,
    /// On how many days it came, [`LEAST_DAYS`] at least.
    pub days: u32,
    /// Everywhere it came, the latest day first.
    pub places: Vec<Place>,
    /// What it is known by when it is hidden.
    pub outline: Outline,
}

/// Where a phrase came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which of the passages.
    pub passage: usize,
    /// The bytes of it from the first word of the phrase to the last.
    pub range: Range<usize>,
}

/// The stems of a loop's core, those that tell most first. What a person hides
/// is kept so, and known again when the loop has grown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline(pub Vec<String>);

impl Outline {
    /// Whether both are of the same phrase: most of the stems of the shorter
    /// are in the longer too.
    pub fn is_like(&self, other: &Outline) -> bool {
        let both = self.0.iter().filter(|stem| other.0.contains(stem)).count();
        both >= 2 && both * 10 >= self.0.len().min(other.0.len()) * 6
    }
}

/// The loops in these passages, at most so many, without those hidden.
pub fn find(
    passages: &[Passage<'_>],
    hidden: &[Outline],
    most: usize,
    folder: &mut Folder,
) -> Vec<Loop> {
    let mut corpus = corpus::Corpus::read(passages, folder);
    let candidates = order::merged(seek::Seeker::new(&corpus).all(), corpus.counts.len());
    let ranked = order::ranked(candidates, &mut corpus);
    let is_hidden = |core: &core::Core| {
        let outline = order::outline(core, &corpus);
        hidden.iter().any(|hidden| hidden.is_like(&outline))
    };
    let open = ranked.into_iter().filter(|candidate| !is_hidden(&candidate.core));
    let shown = order::apart(open, most, &corpus);
    shown.iter().map(|candidate| order::written(candidate, &corpus, passages)).collect()
}
