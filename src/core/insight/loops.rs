//! Loops: phrases that keep coming back in the writer's own entries.
//!
//! How they are found:
//! 1. All that was written becomes one row of stems (`lexicon`): folded words
//!    without the endings that change (`stem`). How often a stem stands near any
//!    place of the row says how little it tells (`corpus`).
//! 2. From every word that tells enough, the rarest first, the words that stand
//!    near it on several days are counted, whatever their order (`tally`); of a
//!    word that stands in thousands of places, near some of them. Those that do so
//!    far oftener than by chance make a core (`core`).
//! 3. Wherever more than half of what a core tells stands together, the phrase
//!    has come back: one word may be another, the order or the end may differ
//!    (`seek`). No place is in two loops.
//! 4. What is found is put in order by how much the phrase tells, how close
//!    together its words stand and on how many days it came; turns of speech
//!    that everyone uses come last (`order`).
//!
//! It is done in pieces of a millisecond or so ([`Search`]), for 6 MB take some
//! 200 of them.
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
mod letters;
mod lexicon;
mod lists;
mod order;
mod seek;
mod sorted;
mod stem;
mod tally;

use crate::core::day::Day;
use crate::core::entry::Entry;
use crate::core::id::Id;
use crate::core::journal::Journal;
use crate::core::json::{Json, Shape};
use crate::core::search::fold::Folder;
use std::ops::Range;
use std::sync::Arc;

use corpus::{Corpus, Places};
use seek::{Candidate, Seeker};

/// A phrase must come back on at least so many days.
pub const LEAST_DAYS: u32 = 3;

/// A text of an entry.
#[derive(Debug, Clone)]
pub struct Passage {
    entry: Arc<Entry>,
    /// Which of its texts.
    nth: usize,
}

impl Passage {
    /// The name of the entry.
    pub fn id(&self) -> Id {
        self.entry.id
    }

    /// The writer's date.
    pub fn day(&self) -> Day {
        self.entry.day
    }

    /// The text as it was written.
    pub fn text(&self) -> &str {
        texts(&self.entry).nth(self.nth).unwrap_or_default()
    }
}

/// The words of an entry, and what was written in the steps of its exercises.
fn texts(entry: &Entry) -> impl Iterator<Item = &str> {
    let answers = entry.exercises().iter().flat_map(|record| &record.answers);
    let texts = answers.flat_map(|answered| answered.answer.texts());
    std::iter::once(entry.text.as_str()).chain(texts)
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

impl Shape for Outline {
    fn to_json(&self) -> Json {
        self.0.to_json()
    }

    fn of_json(json: &Json) -> Option<Self> {
        Vec::of_json(json).map(Outline)
    }
}

/// What the entries of a journal say, day after day: the words of each, and what
/// was written in the steps of an exercise. Those in the bin and those put away
/// say nothing.
pub fn passages(journal: &Journal, today: Day) -> Vec<Passage> {
    let said = |entry: &&Arc<Entry>| entry.binned.is_none() && !entry.is_sealed(today);
    let mut passages = Vec::new();
    for entry in journal.pointers().iter().filter(said) {
        let said = texts(entry).enumerate().filter(|(_, text)| !text.is_empty());
        passages.extend(said.map(|(nth, _)| Passage { entry: entry.clone(), nth }));
    }
    crate::core::sorted::by(passages, |one, other| one.day().cmp(&other.day()))
}

/// The looking for loops, a little at a time: between two pieces of it the page
/// can draw and take key presses.
#[derive(Debug)]
pub struct Search {
    passages: Vec<Passage>,
    wanted: Wanted,
    corpus: Corpus,
    stage: Stage,
}

/// What is wanted of a search.
#[derive(Debug)]
pub struct Wanted {
    /// At most so many loops,
    pub most: usize,
    /// and none of these.
    pub hidden: Vec<Outline>,
}

#[derive(Debug)]
enum Stage {
    /// So many passages were read.
    Reading(usize),
    /// And of so many it is known where each stem stands.
    Placing(usize, Places),
    Seeking(Box<Seeker>),
    /// The loops are known, in order.
    Ranked(Vec<Candidate>),
    Done(Vec<Loop>),
}

/// About so many bytes a word takes, with what stands around it.
const BYTES_OF_A_WORD: usize = 5;

impl Search {
    /// Will look through these passages.
    pub fn new(passages: Vec<Passage>, wanted: Wanted, folder: Folder) -> Self {
        let bytes: usize = passages.iter().map(|passage| passage.text().len()).sum();
        let corpus = Corpus::new(folder, bytes / BYTES_OF_A_WORD);
        Self { passages, wanted, corpus, stage: Stage::Reading(0) }
    }

    /// Does the next piece; whether there is more to do.
    pub fn go_on(&mut self) -> bool {
        let corpus = &mut self.corpus;
        let next = match &mut self.stage {
            Stage::Reading(nth) => {
                if let Some(passage) = self.passages.get(*nth) {
                    corpus.read(passage.day(), passage.text());
                    *nth += 1;
                    return true;
                }
                corpus.weigh();
                Stage::Placing(0, Places::new(corpus))
            }
            Stage::Placing(nth, places) => {
                if *nth < self.passages.len() {
                    places.take(corpus, corpus.passage(*nth));
                    *nth += 1;
                    return true;
                }
                Stage::Seeking(Box::new(Seeker::new(corpus, std::mem::take(places))))
            }
            Stage::Seeking(seeker) => {
                if seeker.seek(corpus) {
                    return true;
                }
                let found = std::mem::take(&mut seeker.found);
                Stage::Ranked(order::ranked(order::merged(found, corpus.counts.len()), corpus))
            }
            Stage::Ranked(ranked) => {
                Stage::Done(self.wanted.of(std::mem::take(ranked), corpus, &self.passages))
            }
            Stage::Done(_) => return false,
        };
        self.stage = next;
        true
    }

    /// The loops that were found; none before all is done.
    pub fn found(&mut self) -> Vec<Loop> {
        match &mut self.stage {
            Stage::Done(found) => std::mem::take(found),
            _ => Vec::new(),
        }
    }

    /// What it looks through, day after day.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }
}

impl Wanted {
    fn of(&self, ranked: Vec<Candidate>, corpus: &Corpus, passages: &[Passage]) -> Vec<Loop> {
        let is_hidden = |candidate: &Candidate| {
            let outline = order::outline(&candidate.core, corpus);
            self.hidden.iter().any(|hidden| hidden.is_like(&outline))
        };
        let open = ranked.into_iter().filter(|candidate| !is_hidden(candidate));
        let shown = order::apart(open, self.most, corpus);
        shown.iter().map(|candidate| order::written(candidate, corpus, passages)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::entry::{EntryId, Kind};

    #[test]
    fn what_is_binned_or_put_away_says_nothing() {
        let now = "2026-11-23T10:00:00+00:00".parse().expect("a moment");
        let today = "2026-11-23".parse().expect("a day");
        let mut journal = Journal::default();
        for at in 0..4 {
            let mut entry = Entry::new(EntryId::from_random([at; 8]), now, Kind::Writing(None));
            entry.text = format!("words {at}");
            entry.binned = (at == 1).then_some(now);
            entry.sealed_until = (at == 2).then(|| "2027-01-01".parse().expect("a day"));
            if at == 3 {
                entry.text.clear();
            }
            journal.put(entry);
        }
        let passages = passages(&journal, today);
        let said: Vec<_> = passages.iter().map(Passage::text).collect();
        assert_eq!(said, ["words 0"]);
    }
}
