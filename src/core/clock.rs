//! Whether the device's clock is to be believed. A doubt is said before anything
//! is done by a date; nothing is ever destroyed by one.
//!
//! A jump forward between two starts cannot be told from an absence.

use super::day::Moment;

/// Up to so many seconds nothing is said: journeys, and clocks put right.
const DAY: i64 = 86_400;

/// Why the clock is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It stands more than a day before the last start, which was then.
    BeforeLastStart(Moment),
    /// It has moved by more than a day against the page's own running time. A
    /// device that slept so long looks the same in some browsers.
    Moved,
}

/// The clock, and for how many seconds the page has been running.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// What the clock says.
    pub now: Moment,
    /// The page's running time, in seconds, on a clock that nobody sets.
    pub running: f64,
}

impl Look {
    /// Whether this look at the clock is in doubt, after an earlier one of the same
    /// page.
    pub fn after(self, earlier: Self) -> Option<Doubt> {
        let moved = (self.now.unix_seconds() - earlier.now.unix_seconds()) as f64;
        let ran = self.running - earlier.running;
        ((moved - ran).abs() > DAY as f64).then_some(Doubt::Moved)
    }
}

/// Whether the clock is in doubt at a start, after the last one that was kept.
pub fn at_start(now: Moment, last: Option<Moment>) -> Option<Doubt> {
    let last = last.filter(|last| last.unix_seconds() - now.unix_seconds() > DAY)?;
    Some(Doubt::BeforeLastStart(last))
}

/// Whether a start is to be kept: the first of its day.
pub fn is_to_be_kept(now: Moment, last: Option<Moment>) -> bool {
    last.is_none_or(|last| last.day() < now.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check_start(now: &str, last: Option<&str>, doubted: bool) {
        let last = last.map(moment);
        let expected = last.filter(|_| doubted).map(Doubt::BeforeLastStart);
        assert_eq!(at_start(moment(now), last), expected, "{now} after {last:?}");
    }

    #[test]
    fn a_start_more_than_a_day_before_the_last_one_is_in_doubt() {
        let now = "2026-11-23T10:00:00+00:00";
        check_start(now, None, false);
        check_start(now, Some(now), false);
        check_start(now, Some("2025-11-23T10:00:00+00:00"), false);
        check_start(now, Some("2026-11-24T10:00:00+00:00"), false);
        check_start(now, Some("2026-11-24T10:00:01+00:00"), true);
        // The same moment under another offset is no jump.
        check_start(now, Some("2026-11-24T00:00:00+14:00"), false);
    }

    /// The jump ahead is an absence, for all that can be told; the way back is not.
    #[test]
    fn a_clock_that_jumps_a_year_and_back_is_in_doubt() {
        let (before, ahead) = ("2026-11-23T10:00:00+00:00", "2027-11-23T10:00:00+00:00");
        check_start(ahead, Some(before), false);
        assert!(is_to_be_kept(moment(ahead), Some(moment(before))));
        check_start(before, Some(ahead), true);
        check_start("2026-11-24T10:00:00+00:00", Some(ahead), true);
    }

    #[track_caller]
    fn check_look(now: &str, running: f64, doubted: bool) {
        let earlier = Look { now: moment("2026-11-23T10:00:00+00:00"), running: 5.0 };
        let look = Look { now: moment(now), running };
        assert_eq!(look.after(earlier).is_some(), doubted, "{now} after {running}");
    }

    #[test]
    fn a_clock_that_moves_against_the_running_time_is_in_doubt() {
        check_look("2026-11-23T10:00:00+00:00", 5.0, false);
        check_look("2026-11-24T10:00:05+00:00", 10.0, false);
        check_look("2026-11-24T10:00:06+00:00", 10.0, true);
        check_look("2026-11-22T10:00:04+00:00", 10.0, true);
        check_look("2027-11-23T10:00:00+00:00", 60.0, true);
        // A page that is left open for a week.
        check_look("2026-11-30T10:00:00+00:00", 7.0 * 86_400.0 + 5.0, false);
        check_look("2026-11-23T10:00:00+00:00", 7.0 * 86_400.0 + 5.0, true);
    }

    #[test]
    fn one_start_a_day_is_kept() {
        let kept = |now, last: Option<&str>| is_to_be_kept(moment(now), last.map(moment));
        assert!(kept("2026-11-23T10:00:00+00:00", None));
        assert!(!kept("2026-11-23T23:00:00+00:00", Some("2026-11-23T10:00:00+00:00")));
        assert!(kept("2026-11-24T00:00:00+00:00", Some("2026-11-23T10:00:00+00:00")));
        assert!(!kept("2026-11-22T10:00:00+00:00", Some("2026-11-23T10:00:00+00:00")));
    }
}
