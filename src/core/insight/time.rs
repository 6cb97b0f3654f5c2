//! Time cut into weeks, months or years, so that any stretch of it is a few
//! pieces: from year 1 to year 9999 there are at most [`MOST`].

use crate::core::day::Day;
use crate::core::month::Month;

/// The most pieces that a stretch of time is cut into: a year has 53 or 54
/// weeks that it touches.
pub const MOST: usize = 60;

/// What a stretch of time is cut into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Weeks, from Monday.
    Weeks,
    /// Months.
    Months,
    /// So many years: 1, 10, 100 or 1000.
    Years(i32),
}

/// A stretch of time, cut into pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// What the pieces are.
    pub unit: Unit,
    /// The first day of each piece, in order; none is missing between two.
    pub pieces: Vec<Day>,
    /// The first day there is something on.
    pub first: Day,
    /// The last.
    pub last: Day,
}

impl Unit {
    /// The first day of the piece that a day is in.
    pub fn start(self, day: Day) -> Day {
        let (year, ..) = day.ymd();
        match self {
            Unit::Weeks => day.plus_days(-day.weekday()).unwrap_or(day),
            Unit::Months => Month::of(day).first(),
            Unit::Years(many) => Day::from_ymd((year - year % many).max(1), 1, 1).unwrap_or(day),
        }
    }

    /// The first day of the piece after that which begins on `start`; none
    /// beyond year 9999.
    fn next(self, start: Day) -> Option<Day> {
        let (year, ..) = start.ymd();
        match self {
            Unit::Weeks => start.plus_days(7),
            Unit::Months => Month::of(start).plus(1).map(Month::first),
            Unit::Years(many) => Day::from_ymd(year - year % many + many, 1, 1).ok(),
        }
    }
}

impl Axis {
    /// The time from the first of some days to the last. None without a day.
    pub fn over(days: impl Iterator<Item = Day> + Clone) -> Option<Axis> {
        let (first, last) = (days.clone().min()?, days.max()?);
        let units = [Unit::Weeks, Unit::Months, Unit::Years(1), Unit::Years(10), Unit::Years(100)];
        let cut = |unit: Unit| {
            let next = |start: &Day| unit.next(*start).filter(|next| *next <= last);
            let pieces = std::iter::successors(Some(unit.start(first)), next);
            let pieces: Vec<Day> = pieces.take(MOST + 1).collect();
            (pieces.len() <= MOST).then_some(Axis { unit, pieces, first, last })
        };
        units.into_iter().find_map(cut).or_else(|| cut(Unit::Years(1000)))
    }

    /// The number of the piece that a day is in; one beyond either end is in
    /// the piece at that end.
    pub fn piece(&self, day: Day) -> usize {
        self.pieces.partition_point(|start| *start <= day).saturating_sub(1)
    }

    /// The last day of a piece.
    pub fn end(&self, piece: usize) -> Day {
        match self.pieces.get(piece + 1) {
            Some(next) => next.plus_days(-1).unwrap_or(self.last),
            None => self.last,
        }
    }

    /// How far along a day is, from 0 at the first day to 1 at the last; half
    /// way where there is one day only.
    pub fn share(&self, day: Day) -> f64 {
        let all = f64::from(self.first.days_until(self.last));
        if all > 0.0 { f64::from(self.first.days_until(day)) / all } else { 0.5 }
    }
}
