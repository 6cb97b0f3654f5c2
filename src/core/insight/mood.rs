//! Points on the two-way map over time. The mean comes first: what else such
//! numbers do adds little to it (evidence F7).

use super::least;
use super::series::{self, Series};
use super::time::Axis;
use crate::core::checkin::Said;
use crate::core::day::Day;
use crate::core::entry::Entry;
use crate::core::feeling::Point;

/// Where entries lie on the map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mood {
    /// Entries with a place, in the order of time.
    pub placed: Vec<Placed>,
    /// Entries that say *can't tell*: whole answers.
    pub cant_tell: usize,
    /// Entries that say *nothing*: whole answers.
    pub nothing: usize,
}

/// An entry with a place on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Its day.
    pub day: Day,
    /// The second it belongs to, for neighbours.
    pub second: i64,
    /// Its place.
    pub at: Point,
}

/// One of the two axes of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    /// Unpleasant to pleasant.
    Valence,
    /// Low to high energy.
    Arousal,
}

impl Along {
    /// The number of a point on this axis, from −100 to 100.
    pub fn of(self, point: Point) -> f64 {
        f64::from(match self {
            Along::Valence => point.valence(),
            Along::Arousal => point.arousal(),
        })
    }
}

/// Reads entries, which are in the order of time.
pub fn mood(entries: &[&Entry]) -> Mood {
    let mut mood = Mood::default();
    for entry in entries {
        let Some(check_in) = &entry.check_in else { continue };
        match check_in.said {
            Said::CantTell => mood.cant_tell += 1,
            Said::Nothing => mood.nothing += 1,
            Said::Words(_) => {}
        }
        if let Some(at) = check_in.place() {
            mood.placed.push(Placed { day: entry.day, second: second(entry), at });
        }
    }
    mood
}

/// When it was written or, where it was put on another day, noon of that day on
/// the writer's clock.
fn second(entry: &Entry) -> i64 {
    let written = entry.written;
    if written.day() == entry.day { written.unix_seconds() } else { written.noon_of(entry.day) }
}

impl Mood {
    fn values(&self, along: Along) -> Vec<f64> {
        self.placed.iter().map(|placed| along.of(placed.at)).collect()
    }

    fn series(&self, along: Along) -> Vec<(i64, f64)> {
        self.placed.iter().map(|placed| (placed.second, along.of(placed.at))).collect()
    }

    /// The mean along an axis, in hundredths; none below [`least::ENTRIES`].
    pub fn mean(&self, along: Along) -> Option<f64> {
        series::mean(&self.values(along)).filter(|_| self.placed.len() >= least::ENTRIES)
    }

    /// The standard deviation along an axis; none below [`least::SPREAD`].
    pub fn spread(&self, along: Along) -> Option<f64> {
        series::deviation(&self.values(along)).filter(|_| self.placed.len() >= least::SPREAD)
    }

    /// Ups and downs along an axis, as a root of mean squares (RMSSD); none
    /// below [`least::INSTABILITY`] neighbours.
    pub fn ups_and_downs(&self, along: Along) -> Option<f64> {
        let pairs = series::neighbours(&self.series(along));
        let found = series::instability(&pairs)?;
        (pairs.len() >= least::INSTABILITY).then(|| found.sqrt())
    }

    /// What carries over along an axis, and half the width of its band; none
    /// below [`least::CARRY_OVER`] neighbours.
    pub fn carry_over(&self, along: Along) -> Option<(f64, f64)> {
        let series: &Series = &self.series(along);
        let enough = series::neighbours(series).len() >= least::CARRY_OVER;
        series::carry_over(series).filter(|_| enough)
    }

    /// The mean of each piece of time along an axis, and how many entries it is
    /// of; none where there is no entry.
    pub fn pieces(&self, axis: &Axis, along: Along) -> Vec<Option<(f64, usize)>> {
        let mut values = vec![Vec::new(); axis.pieces.len()];
        for placed in &self.placed {
            values[axis.piece(placed.day)].push(along.of(placed.at));
        }
        values.iter().map(|values| Some((series::mean(values)?, values.len()))).collect()
    }
}
