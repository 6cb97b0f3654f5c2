//! Bars that lie, each with its name over it and its number after it.

use super::frame::Frame;
use super::shapes::{Anchor, bar, text};
use crate::ui::view::View;
use crate::views;

/// Lines of text a bar takes, its name with it.
const HIGH: f64 = 2.4;
/// The longest bar leaves room for its number.
const LONGEST: f64 = 0.88;

/// How high so many bars are, in lines of text.
pub fn lines(count: usize) -> f64 {
    count as f64 * HIGH
}

/// Bars in their order.
pub fn bars(frame: Frame, all: &[(String, u32)]) -> View {
    let most = f64::from(all.iter().map(|(_, number)| *number).max().unwrap_or(0).max(1));
    let one = |(at, (name, number)): (usize, &(String, u32))| {
        let top = at as f64 * HIGH;
        let wide = LONGEST * f64::from(*number) / most;
        views![
            text(frame, (0.0, top + 1.0), Anchor::Start, name.clone()),
            bar(frame, (0.0, top + 1.3), (wide, 0.7)),
            text(frame, (wide + 0.015, top + 2.0), Anchor::Start, number.to_string()),
        ]
    };
    all.iter().enumerate().map(one).collect()
}
