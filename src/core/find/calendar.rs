//! The days of a month in weeks that begin on Monday, and the way from day to
//! day by keys.

use crate::core::day::Day;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// From 1 to 9999.
    year: i32,
    /// From 1 to 12.
    month: u32,
}

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
            Step::WeekStart => day.plus_days(-weekday(day)),
            Step::WeekEnd => day.plus_days(6 - weekday(day)),
            Step::Months(months) => {
                let (_, _, of_month) = day.ymd();
                Some(Month::of(day).plus(months)?.day(of_month))
            }
        }
    }
}

impl Month {
    /// The month of a day.
    pub fn of(day: Day) -> Self {
        let (year, month, _) = day.ymd();
        Self { year, month }
    }

    /// The twelve months of a year.
    pub fn of_year(year: i32) -> impl Iterator<Item = Self> {
        (1..=12).map(move |month| Self { year, month })
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month so many months later, or earlier; none beyond years 1 to 9999.
    pub fn plus(self, months: i32) -> Option<Self> {
        let all = self.year * 12 + self.month as i32 - 1 + months;
        let year = all.div_euclid(12);
        (1..=9999).contains(&year).then(|| Self { year, month: all.rem_euclid(12) as u32 + 1 })
    }

    /// A day of it; its last one where it has not so many.
    pub fn day(self, of_month: u32) -> Day {
        (1..=of_month.clamp(1, 31))
            .rev()
            .find_map(|day| Day::from_ymd(self.year, self.month, day).ok())
            .expect("every month has a first day")
    }

    /// Its first day.
    pub fn first(self) -> Day {
        self.day(1)
    }

    /// Its last day.
    pub fn last(self) -> Day {
        self.day(31)
    }

    /// Its weeks, Monday first; none where a day of the week is of another month.
    pub fn weeks(self) -> Vec<[Option<Day>; 7]> {
        let (first, last) = (self.first(), self.last());
        let before = weekday(first);
        let days = first.days_until(last) + 1;
        (0..(before + days + 6) / 7)
            .map(|week| {
                std::array::from_fn(|of_week| {
                    let nth = week * 7 + of_week as i32 - before;
                    (0..days).contains(&nth).then(|| first.plus_days(nth)).flatten()
                })
            })
            .collect()
    }
}

/// Days since Monday.
pub fn weekday(day: Day) -> i32 {
    // 1 January of the year 1 was a Monday in this calendar.
    let first = Day::from_ymd(1, 1, 1).expect("the first day there is");
    first.days_until(day) % 7
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
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_begin_on_monday() {
        for (text, expected) in [("2026-11-23", 0), ("2026-11-29", 6), ("0001-01-01", 0)] {
            assert_eq!(weekday(day(text)), expected, "{text}");
        }
        let weeks = Month::of(day("2026-11-05")).weeks();
        assert_eq!(weeks.len(), 6);
        assert_eq!(weeks[0], [None, None, None, None, None, None, Some(day("2026-11-01"))]);
        assert_eq!(weeks[5][0], Some(day("2026-11-30")));
        assert_eq!(weeks[5][1], None);
        assert_eq!(Month::of(day("2021-02-01")).weeks().len(), 4);
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

    proptest! {
        #[test]
        fn a_month_holds_each_of_its_days_once(year in 1..=9999, month in 1_u32..=12) {
            let month = Month { year, month };
            let days: Vec<Day> = month.weeks().into_iter().flatten().flatten().collect();
            prop_assert_eq!(days[0], month.first());
            prop_assert_eq!(*days.last().unwrap(), month.last());
            prop_assert!(days.windows(2).all(|pair| pair[0].days_until(pair[1]) == 1));
            for week in month.weeks() {
                for (at, day) in week.iter().enumerate() {
                    prop_assert!(day.is_none_or(|day| weekday(day) == at as i32));
                }
            }
        }

        /// Against the big crate.
        #[test]
        fn weekdays_agree_with_jiff(days in 0..3_600_000_i32) {
            let day = day("0001-01-01").plus_days(days).unwrap();
            let (year, month, of_month) = day.ymd();
            let theirs = jiff::civil::date(year as i16, month as i8, of_month as i8);
            prop_assert_eq!(weekday(day), i32::from(theirs.weekday().to_monday_zero_offset()));
        }

        #[test]
        fn months_go_there_and_back(year in 100..=9900, month in 1_u32..=12, months in -1000..1000) {
            let month = Month { year, month };
            prop_assert_eq!(month.plus(months).and_then(|there| there.plus(-months)), Some(month));
        }
    }
}
