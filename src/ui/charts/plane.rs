//! The two-way map with the places of many entries, and their mean.

use super::frame::{Frame, inset};
use super::shapes::{Anchor, band, dot, faint, line, ring, text};
use crate::core::content::words::checkin as words;
use crate::core::feeling::Point;
use crate::ui::view::View;
use crate::views;
use std::collections::BTreeMap;

/// How high it is, in lines of text.
pub const LINES: f64 = 19.0;

/// From 0 to 1 across, and in lines down, of two numbers from −100 to 100.
fn place(valence: f64, arousal: f64) -> (f64, f64) {
    (inset((valence + 100.0) / 200.0), 1.6 + (LINES - 3.2) * (100.0 - arousal) / 200.0)
}

/// Places, those of several entries larger, and the mean of all.
pub fn plane(frame: Frame, points: &[Point], (valence, arousal): (f64, f64)) -> View {
    let mut counts = BTreeMap::<(i8, i8), u32>::new();
    for point in points {
        *counts.entry((point.valence(), point.arousal())).or_default() += 1;
    }
    let dots = counts.into_iter().map(|((valence, arousal), count)| {
        let at = place(f64::from(valence), f64::from(arousal));
        let radius = (0.22 * f64::from(count).sqrt()).min(1.2);
        dot(frame, at, radius).attr("fill-opacity", "0.75")
    });
    let (x, y) = place(valence, arousal);
    let mean = views![
        ring(frame, (x, y), 0.75).attr("stroke-width", "2.5").class("chart__mean"),
        line(frame, (x, y - 1.1), (x, y + 1.1)).class("chart__mean"),
    ];
    let (left, right) = (place(-100.0, 0.0), place(100.0, 0.0));
    let (top, foot) = (place(0.0, 100.0), place(0.0, -100.0));
    views![
        band(frame, (0.0, top.1 - 0.4), (1.0, foot.1 - top.1 + 0.8)),
        faint(frame, left, right),
        faint(frame, top, foot),
        dots.collect::<View>(),
        mean,
        text(frame, (0.5, 0.8), Anchor::Middle, words::LABEL_UP),
        text(frame, (0.5, LINES - 0.4), Anchor::Middle, words::LABEL_DOWN),
        text(frame, (0.0, LINES - 0.4), Anchor::Start, words::LABEL_LEFT),
        text(frame, (1.0, LINES - 0.4), Anchor::End, words::LABEL_RIGHT),
    ]
}
