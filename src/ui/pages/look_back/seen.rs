//! What is seen in a measure, and how it is shown.

use super::said::short;
use crate::core::content::words::look_back as words;
use crate::core::day::Day;
use crate::core::entry::Entry;
use crate::core::insight::least;
use crate::ui::charts::figure::Chart;
use crate::ui::charts::table::Table;
use crate::ui::view::{View, el};
use crate::views;

/// What is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Looked<'a> {
    /// The entries, in the order of time.
    pub(super) entries: &'a [&'a Entry],
    /// Those of as many days right before, where the days have both ends.
    pub(super) before: Option<&'a [&'a Entry]>,
}

/// What is seen.
#[derive(Clone)]
pub(super) struct Seen {
    /// How many entries are behind it.
    pub(super) entries: usize,
    /// From how many on it is shown.
    pub(super) least: usize,
    /// The first day and the last of these entries.
    pub(super) days: Option<(Day, Day)>,
    /// Sentences that say what is seen.
    pub(super) said: Vec<String>,
    /// Its pictures.
    pub(super) charts: Vec<Chart>,
    /// More numbers, and what is said of them.
    pub(super) numbers: Option<(String, Table)>,
}

impl Default for Seen {
    fn default() -> Self {
        Self {
            entries: 0,
            least: least::ENTRIES,
            days: None,
            said: Vec::new(),
            charts: Vec::new(),
            numbers: None,
        }
    }
}

impl Seen {
    /// Of so many entries, on these days, which are in the order of time.
    pub(super) fn of(entries: usize, mut days: impl DoubleEndedIterator<Item = Day>) -> Self {
        let first = days.next();
        let days = first.map(|first| (first, days.next_back().unwrap_or(first)));
        Self { entries, days, ..Self::default() }
    }

    /// Whether there is enough to be shown.
    pub(super) fn is_enough(&self) -> bool {
        self.entries >= self.least
    }

    /// How many entries are behind it, or that there are not enough.
    pub(super) fn counted(&self) -> String {
        match self.days.filter(|_| self.is_enough()) {
            Some((first, last)) => words::drawn(self.entries, &short(first), &short(last)),
            None if self.entries == 0 => words::NONE.to_owned(),
            None => words::few(self.entries, &self.least.to_string()),
        }
    }

    /// What is seen, in words and pictures; nothing where it is not enough.
    pub(super) fn view(self) -> View {
        if !self.is_enough() {
            return View::Nothing;
        }
        let said = self.said.into_iter().map(|said| el("p").class("look-back__said").child(said));
        let numbers = self.numbers.map(|(said, table)| {
            el("details")
                .class("chart__table")
                .child(el("summary").child(words::NUMBERS))
                .child(table.view(words::NUMBERS.to_owned()))
                .child((!said.is_empty()).then(|| el("p").child(said)))
        });
        let charts = self.charts.into_iter().map(Chart::view);
        views![said.collect::<View>(), charts.collect::<View>(), numbers]
    }
}
