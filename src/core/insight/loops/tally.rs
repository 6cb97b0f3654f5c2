//! On how many days each stem stands near some places of the row.

use super::corpus::Corpus;
use super::lexicon::Stem;

/// Counts of days, one for each stem.
#[derive(Debug)]
pub(super) struct Tally {
    of_stem: Vec<Count>,
    touched: Vec<Stem>,
    /// On how many days there was a place at all.
    pub(super) of: u32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    days: u32,
    /// The last of them.
    last: u32,
}

impl Tally {
    pub(super) fn new(stems: usize) -> Self {
        Self { of_stem: vec![Count::default(); stems], touched: Vec::new(), of: 0 }
    }

    /// Counts what stands near these places, which must come in the order of the
    /// row; not the stems that are marked.
    pub(super) fn count(&mut self, corpus: &Corpus, places: &[u32], not: &[bool]) {
        for stem in self.touched.drain(..) {
            self.of_stem[stem as usize] = Count::default();
        }
        self.of = 0;
        let (row, of_stem) = (corpus.row.as_slice(), self.of_stem.as_mut_slice());
        let mut today = 0;
        for at in places {
            let (day, around) = corpus.around(*at as usize);
            self.of += u32::from(day != today);
            today = day;
            for stem in row[around].iter().filter(|stem| !not[**stem as usize]) {
                let count = &mut of_stem[*stem as usize];
                if count.last == day {
                    continue;
                }
                if count.last == 0 {
                    self.touched.push(*stem);
                }
                count.last = day;
                count.days += 1;
            }
        }
    }

    /// Every stem that was counted, and its days.
    pub(super) fn counted(&self) -> impl Iterator<Item = (Stem, u32)> {
        self.touched.iter().map(|stem| (*stem, self.of_stem[*stem as usize].days))
    }
}
