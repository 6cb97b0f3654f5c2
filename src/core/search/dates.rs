//! Dates as a person types them: a year, a month of a year, or a day.

use crate::core::day::Day;

/// The first and the last day of `2026`, `2026-03` or `2026-03-07`.
pub fn span(text: &str) -> Option<(Day, Day)> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)? as i32;
    let month = parts.next().map(|part| number(part, 2).ok_or(())).transpose().ok()?;
    let day = parts.next().map(|part| number(part, 2).ok_or(())).transpose().ok()?;
    if parts.next().is_some() {
        return None;
    }
    let first = Day::from_ymd(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last_month = month.unwrap_or(12);
    let last = match day {
        Some(_) => first,
        None => (28..=31).rev().find_map(|day| Day::from_ymd(year, last_month, day).ok())?,
    };
    Some((first, last))
}

/// A number of at most so many digits; years have four.
fn number(text: &str, digits: usize) -> Option<u32> {
    let shortest = if digits == 4 { 4 } else { 1 };
    let sound =
        (shortest..=digits).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}

/// A range of days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    /// The first day in it; none: no first.
    pub from: Option<Day>,
    /// The first day behind it; none: no last.
    pub before: Option<Day>,
}

impl Days {
    /// Whether the day lies in it.
    pub fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.before.is_none_or(|before| day < before)
    }

    /// The last day in it, where there is one.
    pub fn last(&self) -> Option<Day> {
        self.before.and_then(|day| day.plus_days(-1))
    }

    /// Has it end with this day; without one, never.
    pub fn end_with(&mut self, day: Option<Day>) {
        self.before = day.and_then(|day| day.plus_days(1));
    }

    /// Leaves only the days from this one on.
    pub fn keep_from(&mut self, day: Day) {
        self.from = self.from.max(Some(day));
    }

    /// Leaves only the days before this one.
    pub fn keep_before(&mut self, day: Day) {
        self.before = Some(self.before.map_or(day, |before| before.min(day)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = span(text).map(|(first, last)| (first.to_string(), last.to_string()));
        let expected = expected.map(|(first, last)| (first.to_owned(), last.to_owned()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_months_and_days_are_read() {
        check("2026", Some(("2026-01-01", "2026-12-31")));
        check("2024-02", Some(("2024-02-01", "2024-02-29")));
        check("2026-2", Some(("2026-02-01", "2026-02-28")));
        check("2026-3-7", Some(("2026-03-07", "2026-03-07")));
        check("9999", Some(("9999-01-01", "9999-12-31")));
        for text in [
            "",
            "-",
            "0000",
            "26",
            "2026-13",
            "2026-02-30",
            "2026-03-07-1",
            "2026-",
            "+026",
            "soon",
        ] {
            check(text, None);
        }
    }
}
