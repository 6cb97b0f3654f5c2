//! What several measures say in the same words.

use crate::browser::dates;
use crate::core::content::words::look_back as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::day::Day;
use crate::core::insight::pairs::{Pair, Ways};
use crate::core::insight::time::{Axis, Unit};
use crate::ui::charts::figure::Chart;
use crate::ui::charts::slopes;
use crate::ui::charts::table::Table;
use crate::ui::parts::answers::joined;
use std::rc::Rc;

/// `23 Nov 2026`.
pub(super) fn short(day: Day) -> String {
    dates::short(day, LANGUAGE)
}

/// The first three of what came: *Chest (4 times), Throat (once)*.
pub(super) fn most<'a>(counts: impl Iterator<Item = (&'a str, u32)>) -> String {
    joined(counts.take(3).map(|(name, count)| words::named(name, &words::times(count as usize))))
}

/// How often the two whole answers came, if they did.
pub(super) fn whole(cant_tell: usize, nothing: usize) -> Option<String> {
    (cant_tell + nothing > 0)
        .then(|| words::whole(&words::times(cant_tell), &words::times(nothing)))
}

/// What the first day of a piece of time is called.
pub(super) fn piece(axis: &Axis, at: usize) -> String {
    let start = axis.pieces[at];
    let (year, ..) = start.ymd();
    match axis.unit {
        Unit::Weeks => words::week(&short(start)),
        Unit::Months => dates::month(start, LANGUAGE),
        Unit::Years(1) => year.to_string(),
        Unit::Years(_) => words::between(&year.to_string(), &axis.end(at).ymd().0.to_string()),
    }
}

/// What a piece of time is.
pub(super) fn unit(axis: &Axis) -> &'static str {
    match axis.unit {
        Unit::Weeks => words::EACH_WEEK,
        Unit::Months => words::EACH_MONTH,
        Unit::Years(_) => words::EACH_YEAR,
    }
}

/// What is written under both ends of the time.
pub(super) fn ends(axis: &Axis) -> (String, String) {
    (short(axis.first), short(axis.last))
}

/// How pairs of one thing are told.
pub(super) struct Telling {
    /// The name of the chart.
    pub(super) title: String,
    /// What the two numbers are called.
    pub(super) heads: [&'static str; 2],
    /// What the signs mean.
    pub(super) legend: &'static str,
    /// The words for how many were lower, higher and the same.
    pub(super) ways: fn(&str, &str, &str, &str) -> String,
    /// What is rated.
    pub(super) thing: &'static str,
}

impl Telling {
    /// A chart of pairs in the order of time.
    pub(super) fn chart(self, pairs: &[Pair]) -> Chart {
        let Ways { lower, same, higher } = Ways::of(pairs);
        let numbers = [lower, higher, same].map(|count| count.to_string());
        let said = (self.ways)(self.thing, &numbers[0], &numbers[1], &numbers[2]);
        let drawn = slopes::shown(pairs).to_vec();
        let mut legend = format!("{said} {}", self.legend);
        if drawn.len() < pairs.len() {
            legend.push(' ');
            let (shown, all) = (drawn.len().to_string(), pairs.len().to_string());
            legend.push_str(&words::pairs_latest(&shown, &all));
        }
        let mut table = Table::new(&[words::DAY, self.heads[0], self.heads[1]]);
        table.rows = pairs
            .iter()
            .map(|pair| vec![short(pair.day), pair.before.to_string(), pair.after.to_string()])
            .collect();
        let draw = move |frame| {
            let end = |pair: Option<&Pair>| pair.map_or_else(String::new, |pair| short(pair.day));
            slopes::slopes(frame, &drawn, &end(drawn.first()), &end(drawn.last()))
        };
        Chart { title: self.title, said, legend, lines: slopes::LINES, draw: Rc::new(draw), table }
    }
}
