//! The numbers before and after each exercise: pairs, and no proof.

use super::said::Telling;
use super::seen::{Looked, Seen};
use crate::core::content::words::look_back as words;
use crate::core::insight::least;
use crate::core::insight::pairs::{OfExercise, Pair, by_exercise};
use crate::ui::charts::figure::Chart;
use crate::ui::parts::answers::joined;

/// What is seen of exercises.
pub(super) fn see(looked: Looked<'_>) -> Seen {
    let found = by_exercise(looked.entries);
    let runs = found.iter().map(|of| of.runs).sum();
    let pairs = found.iter().flat_map(|of| of.distress.iter().chain(&of.energy));
    let mut days: Vec<_> = pairs.map(|pair| pair.day).collect();
    days.sort_unstable();
    let mut seen = Seen::of(runs, days.into_iter());
    let (enough, few): (Vec<_>, Vec<_>) = found.iter().partition(|of| of.is_enough());
    seen.charts = enough.into_iter().flat_map(charts).collect();
    if !few.is_empty() {
        let few = few.into_iter().map(|of| words::named(of.title, &words::pairs_runs(of.runs)));
        seen.said.push(words::pairs_few(&joined(few), &least::PAIRS.to_string()));
    }
    seen
}

/// Of each thing that there are enough pairs of.
fn charts(of: &OfExercise) -> Vec<Chart> {
    let both: [(&'static str, &[Pair]); 2] =
        [(words::PAIRS_DISTRESS, &of.distress), (words::PAIRS_ENERGY, &of.energy)];
    let enough = both.into_iter().filter(|(_, pairs)| pairs.len() >= least::PAIRS);
    let chart = |(thing, pairs): (&'static str, &[Pair])| {
        let telling = Telling {
            title: words::pairs_chart(of.title, thing),
            heads: [words::PAIRS_BEFORE, words::PAIRS_AFTER],
            legend: words::PAIRS_LEGEND,
            ways: words::pairs_said,
            thing,
        };
        telling.chart(pairs)
    };
    enough.map(chart).collect()
}
