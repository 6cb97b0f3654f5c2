//! Days with entries. A day without one means nothing.

use super::mood::{Along, mood};
use crate::core::day::Day;
use crate::core::entry::Entry;

/// A day with entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted {
    /// The day.
    pub day: Day,
    /// How many entries it has.
    pub entries: usize,
    /// How it was.
    pub tone: Tone,
}

/// How a day was, by the mean place of its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nobody placed it on the map, which is fine.
    Unsaid,
    /// More unpleasant than not.
    Unpleasant,
    /// Neither.
    Between,
    /// More pleasant than not.
    Pleasant,
}

/// As on the two-way map, up to this many hundredths from the middle are
/// neither.
const BETWEEN: f64 = 15.0;

/// Reads entries, which are in the order of time: each day with one, in order.
pub fn calendar(entries: &[&Entry]) -> Vec<Noted> {
    let days = entries.chunk_by(|one, next| one.day == next.day);
    let noted =
        days.map(|of_day| Noted { day: of_day[0].day, entries: of_day.len(), tone: tone(of_day) });
    noted.collect()
}

fn tone(entries: &[&Entry]) -> Tone {
    let placed = mood(entries).placed;
    let values: Vec<f64> = placed.iter().map(|placed| Along::Valence.of(placed.at)).collect();
    match super::series::mean(&values) {
        None => Tone::Unsaid,
        Some(mean) if mean < -BETWEEN => Tone::Unpleasant,
        Some(mean) if mean > BETWEEN => Tone::Pleasant,
        Some(_) => Tone::Between,
    }
}
