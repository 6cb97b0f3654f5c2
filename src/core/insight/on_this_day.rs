//! What was written on this day in earlier years, for whoever asks to see it.
//!
//! Of earlier years only: a month ago is too near to come back as a memory. What
//! may be hard does not come back ([`may_come_back`]).

use crate::core::day::Day;
use crate::core::entry::Entry;
use crate::core::journal::Journal;
use crate::core::keeping::along::may_come_back;
use crate::core::keeping::hard_days::HardDays;

/// Entries of this day in earlier years, the latest year first. Those of 29
/// February come on 28 February where the year has no such day.
pub fn on_this_day<'a>(journal: &'a Journal, hard: &HardDays, today: Day) -> Vec<&'a Entry> {
    let comes = |entry: &&Entry| is_same_day(entry.day, today) && may_come_back(entry, hard);
    journal.latest().into_iter().filter(comes).collect()
}

/// Whether a day is this one in an earlier year.
fn is_same_day(day: Day, today: Day) -> bool {
    let ((year, month, date), (this_year, this_month, this_date)) = (day.ymd(), today.ymd());
    let has_no_29 = Day::from_ymd(this_year, 2, 29).is_err();
    let date = if (month, date) == (2, 29) && has_no_29 { 28 } else { date };
    year < this_year && (month, date) == (this_month, this_date)
}
