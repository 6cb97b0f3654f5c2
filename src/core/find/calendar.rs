//! The way from day to day by keys, and how many entries a day has.

use crate::core::day::Day;
use crate::core::month::Month;

/// Where a key leads from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many days later, or earlier.
    Days(i32),
    /// To Monday of the week.
    WeekStart,
    /// To Sunday of the week.
    WeekEnd,
    /// So many months later, or earlier: to the same day of that month, or to
    /// its last one.
    Months(i32),
}

impl Step {
    /// What a key means in a calendar, as browsers name it.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Step::Days(-1),
            "ArrowRight" => Step::Days(1),
            "ArrowUp" => Step::Days(-7),
            "ArrowDown" => Step::Days(7),
            "Home" => Step::WeekStart,
            "End" => Step::WeekEnd,
            "PageUp" => Step::Months(-1),
            "PageDown" => Step::Months(1),
            _ => return None,
        })
    }

    /// The day that it leads to; none beyond years 1 to 9999.
    pub fn from(self, day: Day) -> Option<Day> {
        match self {
            Step::Days(days) => day.plus_days(days),
            Step::WeekStart => day.plus_days(-day.weekday()),
            Step::WeekEnd => day.plus_days(6 - day.weekday()),
            Step::Months(months) => {
                let (_, _, of_month) = day.ymd();
                Some(Month::of(day).plus(months)?.day(of_month))
            }
        }
    }
}

/// Of entries' days, the latest first, how many there are of each day.
pub fn counts(days: impl Iterator<Item = Day>) -> Vec<(Day, usize)> {
    let mut counts: Vec<(Day, usize)> = Vec::new();
    for day in days {
        match counts.last_mut() {
            Some((last, count)) if *last == day => *count += 1,
            _ => counts.push((day, 1)),
        }
    }
    counts
}

/// How many entries there are of a day, among counts of the latest day first.
pub fn count(counts: &[(Day, usize)], day: Day) -> usize {
    let at = counts.binary_search_by(|(other, _)| day.cmp(other));
    at.map_or(0, |at| counts[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn keys_lead_where_they_say() {
        let check = |from: &str, key: &str, expected: Option<&str>| {
            let found = Step::of_key(key).unwrap().from(day(from)).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{key} from {from}");
        };
        check("2026-11-30", "ArrowRight", Some("2026-12-01"));
        check("2026-11-01", "ArrowLeft", Some("2026-10-31"));
        check("2026-11-03", "ArrowUp", Some("2026-10-27"));
        check("2026-11-25", "ArrowDown", Some("2026-12-02"));
        check("2026-11-25", "Home", Some("2026-11-23"));
        check("2026-11-25", "End", Some("2026-11-29"));
        check("2026-01-31", "PageDown", Some("2026-02-28"));
        check("2024-03-31", "PageUp", Some("2024-02-29"));
        check("2026-12-31", "PageDown", Some("2027-01-31"));
        check("9999-12-31", "PageDown", None);
        check("0001-01-01", "ArrowLeft", None);
        check("0001-01-03", "Home", Some("0001-01-01"));
        assert_eq!(Step::of_key("a"), None);
    }

    #[test]
    fn entries_are_counted_by_day() {
        let days = ["2026-11-24", "2026-11-24", "2026-11-20", "0001-01-01"];
        let counts = counts(days.into_iter().map(day));
        assert_eq!(counts.len(), 3);
        for (text, expected) in
            [("2026-11-24", 2), ("2026-11-23", 0), ("2026-11-20", 1), ("0001-01-01", 1)]
        {
            assert_eq!(count(&counts, day(text)), expected, "{text}");
        }
    }
}
