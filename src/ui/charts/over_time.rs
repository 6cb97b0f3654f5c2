//! Numbers from −100 to 100 over time: each, the mean of each piece of time,
//! and the mean of all with the usual distance from it.

use super::frame::{Frame, inset};
use super::shapes::{Anchor, band, broken, dot, ends, faint, line, text};
use crate::ui::view::{Element, View};
use crate::views;
use std::collections::BTreeMap;

/// Numbers over time.
#[derive(Debug, Clone, PartialEq)]
pub struct OverTime {
    /// Each number, and how far along it is, from 0 to 1.
    pub each: Vec<(f64, f64)>,
    /// The mean of each piece of time that has one, and how far along the
    /// middle of the piece is; none where the line breaks off.
    pub pieces: Vec<Option<(f64, f64)>>,
    /// The mean of all.
    pub mean: f64,
    /// The usual distance from it, where that is known.
    pub spread: Option<f64>,
    /// What 100 means, and −100.
    pub high: &'static str,
    /// What −100 means.
    pub low: &'static str,
    /// What is written under both ends.
    pub ends: (String, String),
}

/// How high it is, in lines of text.
pub const LINES: f64 = 12.0;

const TOP: f64 = 1.5;
const FOOT: f64 = 9.1;

fn down(value: f64) -> f64 {
    TOP + (FOOT - TOP) * (100.0 - value.clamp(-100.0, 100.0)) / 200.0
}

impl OverTime {
    /// Draws it.
    pub fn draw(&self, frame: Frame) -> View {
        let band = self.spread.map(|spread| {
            let (top, foot) = (down(self.mean + spread), down(self.mean - spread));
            band(frame, (0.0, top), (1.0, foot - top))
        });
        let mean = down(self.mean);
        views![
            band,
            faint(frame, (0.0, down(0.0)), (1.0, down(0.0))),
            self.dots(frame).collect::<View>(),
            self.joined(frame).collect::<View>(),
            broken(frame, (0.0, mean), (1.0, mean)),
            text(frame, (0.0, 1.0), Anchor::Start, self.high),
            text(frame, (0.0, FOOT + 1.1), Anchor::Start, self.low),
            ends(frame, LINES - 0.4, &self.ends.0, &self.ends.1).into_iter().collect::<View>(),
        ]
    }

    /// Those that would lie over one another are one, larger: thousands of
    /// entries are no more than some thousand dots.
    fn dots(&self, frame: Frame) -> impl Iterator<Item = Element> {
        let mut counts = BTreeMap::<(i32, i32), u32>::new();
        for (along, value) in &self.each {
            let place = ((along * 200.0).round() as i32, (value / 2.5).round() as i32);
            *counts.entry(place).or_default() += 1;
        }
        counts.into_iter().map(move |((along, value), count)| {
            let at = (inset(f64::from(along) / 200.0), down(f64::from(value) * 2.5));
            let radius = (0.16 * f64::from(count).sqrt()).min(0.5);
            dot(frame, at, radius).attr("fill-opacity", "0.75")
        })
    }

    fn joined(&self, frame: Frame) -> impl Iterator<Item = Element> {
        let pairs = self.pieces.windows(2).filter_map(|pair| Some((pair[0]?, pair[1]?)));
        pairs.map(move |((from, one), (to, other))| {
            line(frame, (inset(from), down(one)), (inset(to), down(other)))
        })
    }
}
