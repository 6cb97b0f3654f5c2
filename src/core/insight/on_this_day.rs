//! What was written on this day in earlier years, for whoever asks to see it.
//!
//! Of earlier years only: a month ago is too near to come back as a memory. What
//! may be hard does not come back: what never comes along by itself, and an
//! entry in which anything was rated 7 or more. Where this program cannot tell
//! what an entry holds, it does not come back either.

use crate::core::answer::Answer;
use crate::core::day::Day;
use crate::core::entry::{Entry, Kind, SitRecord};
use crate::core::journal::Journal;
use crate::core::keeping::along::comes_along;
use crate::core::keeping::hard_days::HardDays;
use crate::core::rating::Rating;

/// From this rating on, of whatever thing, an entry does not come back.
const HIGH: u8 = 7;

/// Entries of this day in earlier years, the latest year first. Those of 29
/// February come on 28 February where the year has no such day.
pub fn on_this_day<'a>(journal: &'a Journal, hard: &HardDays, today: Day) -> Vec<&'a Entry> {
    let comes = |entry: &&Entry| is_same_day(entry.day, today) && may_come_back(entry, hard);
    journal.latest().into_iter().filter(comes).collect()
}

/// Whether an entry may come back by itself on its day.
pub fn may_come_back(entry: &Entry, hard: &HardDays) -> bool {
    comes_along(entry, hard)
        && ratings(entry).iter().all(|rating| rating.get() < HIGH)
        && !entry.answered().any(|answered| matches!(answered.answer, Answer::Unknown(_)))
}

/// Whether a day is this one in an earlier year.
fn is_same_day(day: Day, today: Day) -> bool {
    let ((year, month, date), (this_year, this_month, this_date)) = (day.ymd(), today.ymd());
    let has_no_29 = Day::from_ymd(this_year, 2, 29).is_err();
    let date = if (month, date) == (2, 29) && has_no_29 { 28 } else { date };
    year < this_year && (month, date) == (this_month, this_date)
}

/// The guided path, if it is one.
fn sit(entry: &Entry) -> Option<&SitRecord> {
    match &entry.kind {
        Kind::Sit(record) => Some(record),
        _ => None,
    }
}

/// Every rating in it.
fn ratings(entry: &Entry) -> Vec<Rating> {
    let exercises = entry.exercises().iter().flat_map(|record| [record.before, record.after]);
    let path = sit(entry).into_iter().flat_map(|sit| [sit.before, sit.after]);
    let pairs = exercises.chain(path).chain([entry.ratings]);
    let pairs = pairs.flat_map(|ratings| [ratings.distress, ratings.energy]).flatten();
    let mut all: Vec<Rating> = pairs.collect();
    let mut maps = vec![&entry.body];
    for answered in entry.answered() {
        match &answered.answer {
            Answer::Rating(rating) => all.push(*rating),
            Answer::Body(map) => maps.push(map),
            _ => {}
        }
    }
    all.extend(maps.into_iter().flat_map(|map| &map.marks).filter_map(|mark| mark.strength));
    all
}
