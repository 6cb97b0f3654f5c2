//! On how many days each stem stands near some places of the row.

use super::corpus::Corpus;
use super::words::{BREAK, Stem};

/// Counts of days, one for each stem. Places must come in the order of the row,
/// so that those of one day come together.
pub(super) struct Tally {
    of_stem: Vec<Count>,
    touched: Vec<Stem>,
    /// On how many days there was a place at all.
    pub(super) of: u32,
    today: Today,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    days: u32,
    /// The last of them.
    last: u32,
}

/// The day at hand, and where its passage ends in the row.
#[derive(Debug, Clone, Copy, Default)]
struct Today {
    day: u32,
    until: usize,
}

impl Tally {
    pub(super) fn new(stems: usize) -> Self {
        Self {
            of_stem: vec![Count::default(); stems],
            touched: Vec::new(),
            of: 0,
            today: Today::default(),
        }
    }

    /// Counts what stands near these places.
    pub(super) fn count(&mut self, corpus: &Corpus<'_>, places: impl Iterator<Item = usize>) {
        self.clear();
        for at in places {
            self.add(corpus, at);
        }
    }

    fn clear(&mut self) {
        for stem in self.touched.drain(..) {
            self.of_stem[stem as usize] = Count::default();
        }
        self.of = 0;
        self.today = Today::default();
    }

    fn add(&mut self, corpus: &Corpus<'_>, at: usize) {
        if at >= self.today.until {
            let (day, until) = corpus.day_until(at);
            self.of += u32::from(day != self.today.day);
            self.today = Today { day, until };
        }
        for stem in &corpus.row[corpus.around(at)] {
            let count = &mut self.of_stem[*stem as usize];
            if count.last != self.today.day && *stem != BREAK {
                if count.last == 0 {
                    self.touched.push(*stem);
                }
                count.last = self.today.day;
                count.days += 1;
            }
        }
    }

    /// Every stem that was counted, and its days.
    pub(super) fn counted(&self) -> impl Iterator<Item = (Stem, u32)> {
        self.touched.iter().map(|stem| (*stem, self.of_stem[*stem as usize].days))
    }
}
