//! A month of a year, and its days in weeks that begin on Monday.

use super::day::Day;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// From 1 to 9999.
    year: i32,
    /// From 1 to 12.
    month: u32,
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
        let before = first.weekday();
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_begin_on_monday() {
        let weeks = Month::of(day("2026-11-05")).weeks();
        assert_eq!(weeks.len(), 6);
        assert_eq!(weeks[0], [None, None, None, None, None, None, Some(day("2026-11-01"))]);
        assert_eq!(weeks[5][0], Some(day("2026-11-30")));
        assert_eq!(weeks[5][1], None);
        assert_eq!(Month::of(day("2021-02-01")).weeks().len(), 4);
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
                    prop_assert!(day.is_none_or(|day| day.weekday() == at as i32));
                }
            }
        }

        #[test]
        fn months_go_there_and_back(year in 100..=9900, month in 1_u32..=12, months in -1000..1000) {
            let month = Month { year, month };
            prop_assert_eq!(month.plus(months).and_then(|there| there.plus(-months)), Some(month));
        }
    }
}
