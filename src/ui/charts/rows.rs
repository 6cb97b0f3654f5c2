//! Rows over time, each with its name over it: in every piece of time a bar,
//! the higher the more often. What was less stands below the row's line and is
//! empty.

use super::frame::Frame;
use super::shapes::{Anchor, bar, empty_bar, ends, faint, text};
use crate::ui::view::View;
use crate::views;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// How often, in each piece of time.
    pub more: Vec<u32>,
    /// How often the opposite, in each piece of time; empty where there is none.
    pub less: Vec<u32>,
}

/// The highest bar, in lines of text.
const HIGHEST: f64 = 1.1;
const NAME: f64 = 1.35;
const GAP: f64 = 0.5;

fn high(rows: &[Row]) -> f64 {
    let both = rows.iter().any(|row| !row.less.is_empty());
    NAME + HIGHEST + if both { HIGHEST } else { 0.0 } + GAP
}

/// How high so many rows are, in lines of text.
pub fn lines(rows: &[Row]) -> f64 {
    rows.len() as f64 * high(rows) + 1.4
}

/// Rows in their order, with what is written under both ends.
pub fn rows(frame: Frame, rows: &[Row], first: &str, last: &str) -> View {
    let most = rows.iter().flat_map(|row| row.more.iter().chain(&row.less)).max();
    let most = f64::from(most.copied().unwrap_or(0).max(1));
    let step = high(rows);
    let one = |(at, row): (usize, &Row)| {
        let top = at as f64 * step;
        let base = top + NAME + HIGHEST;
        let up =
            bits(&row.more, most).map(|(x, wide, high)| bar(frame, (x, base - high), (wide, high)));
        let down =
            bits(&row.less, most).map(|(x, wide, high)| empty_bar(frame, (x, base), (wide, high)));
        views![
            text(frame, (0.0, top + 0.9), Anchor::Start, row.name.clone()),
            faint(frame, (0.0, base), (1.0, base)),
            up.collect::<View>(),
            down.collect::<View>(),
        ]
    };
    let all: View = rows.iter().enumerate().map(one).collect();
    let under = ends(frame, rows.len() as f64 * step + 0.9, first, last);
    views![all, under.into_iter().collect::<View>()]
}

/// Place across, width and height of each bar that is there.
fn bits(counts: &[u32], most: f64) -> impl Iterator<Item = (f64, f64, f64)> {
    let piece = 1.0 / counts.len().max(1) as f64;
    // One bar alone would be as wide as the chart.
    let wide = (piece * 0.72).min(0.06);
    let there = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    there.map(move |(at, count)| {
        let middle = (at as f64 + 0.5) * piece;
        (middle - wide / 2.0, wide, HIGHEST * f64::from(*count) / most)
    })
}
