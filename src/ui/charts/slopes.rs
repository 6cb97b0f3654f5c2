//! Pairs of numbers from 0 to 10: a ring for the first, a dot for the second,
//! and a line between them.

use super::frame::Frame;
use super::shapes::{Anchor, dot, ends, faint, line, ring, text};
use crate::core::insight::pairs::Pair;
use crate::ui::view::View;
use crate::views;

/// The most pairs that are drawn: more would lie over one another on a narrow
/// screen.
pub const MOST: usize = 36;

/// Where 10 is, and 0, in lines of text from the top.
const TOP: f64 = 0.8;
const FOOT: f64 = 8.8;

/// How high they are, in lines of text.
pub const LINES: f64 = 11.2;

/// The pairs that are drawn: the latest.
pub fn shown(pairs: &[Pair]) -> &[Pair] {
    &pairs[pairs.len().saturating_sub(MOST)..]
}

/// Pairs in their order, with what is written under both ends.
pub fn slopes(frame: Frame, pairs: &[Pair], first: &str, last: &str) -> View {
    let pairs = shown(pairs);
    let down = |number: u8| FOOT - (FOOT - TOP) * f64::from(number) / 10.0;
    let across = |at: usize| 0.08 + 0.9 * (at as f64 + 0.5) / pairs.len() as f64;
    let grid = [0, 5, 10].into_iter().map(|number| {
        let y = down(number);
        views![
            text(frame, (0.045, y + 0.35), Anchor::End, number.to_string()),
            faint(frame, (0.06, y), (1.0, y)),
        ]
    });
    let one = |(at, pair): (usize, &Pair)| {
        let (x, before, after) = (across(at), down(pair.before), down(pair.after));
        views![
            line(frame, (x, before), (x, after)),
            ring(frame, (x, before), 0.34).class("chart__ring chart__ring--paper"),
            dot(frame, (x, after), 0.2),
        ]
    };
    views![
        grid.collect::<View>(),
        pairs.iter().enumerate().map(one).collect::<View>(),
        ends(frame, LINES - 0.4, first, last).into_iter().collect::<View>(),
    ]
}
