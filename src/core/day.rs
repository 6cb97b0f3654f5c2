//! Civil days and moments. A day is the writer's own date and is never
//! computed from an instant again; a moment is an instant together with the
//! offset from UTC under which it was written.
//!
//! The arithmetic is Howard Hinnant's `days_from_civil`; it is held against
//! `jiff`, which would add 44 KB to the page.

use crate::core::json::as_text;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// A date of the proleptic Gregorian calendar, from year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Days since 1 January 1970.
    since_1970: i32,
}

/// Why a text or three numbers are not a day or a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date")
    }
}

impl std::error::Error for NotADate {}

const FIRST: i32 = -719_162;
const LAST: i32 = 2_932_896;

impl Day {
    /// The day with this year, month (1–12) and day of the month (1–31).
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Result<Self, NotADate> {
        let sound = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month);
        if sound {
            Ok(Self { since_1970: days_from_civil(year, month, day) })
        } else {
            Err(NotADate)
        }
    }

    /// Year, month (1–12) and day of the month (1–31).
    pub fn ymd(self) -> (i32, u32, u32) {
        civil_from_days(self.since_1970)
    }

    /// The day so many days later, or earlier; none beyond years 1 to 9999.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        let since_1970 = self.since_1970.checked_add(days)?;
        (FIRST..=LAST).contains(&since_1970).then_some(Self { since_1970 })
    }

    /// Days from this one to a later one.
    pub fn days_until(self, later: Day) -> i32 {
        later.since_1970 - self.since_1970
    }

    /// From 0 on Monday to 6 on Sunday.
    pub fn weekday(self) -> i32 {
        // 1 January 1970 was a Thursday.
        (self.since_1970 + 3).rem_euclid(7)
    }
}

fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i32 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, day as u32)
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Day {
    /// As ISO 8601: `2026-11-23`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let parts: [&str; 3] = split_exactly(text, '-', [4, 2, 2])?;
        let [year, month, day] = parts.map(number);
        Day::from_ymd(year? as i32, month?, day?)
    }
}

/// An instant and the offset from UTC under which it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    /// Seconds since 1970-01-01T00:00:00Z.
    unix_seconds: i64,
    /// Minutes east of UTC.
    offset: i16,
}

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;
/// No zone is further from UTC than this many minutes.
const FURTHEST: i16 = 18 * 60;

impl Moment {
    /// The moment this many seconds after 1970-01-01T00:00:00Z, written this
    /// many minutes east of UTC.
    pub fn new(unix_seconds: i64, offset_minutes: i16) -> Result<Self, NotADate> {
        let local_day = (unix_seconds + i64::from(offset_minutes) * MINUTE).div_euclid(DAY);
        let sound = (-FURTHEST..=FURTHEST).contains(&offset_minutes)
            && (i64::from(FIRST)..=i64::from(LAST)).contains(&local_day);
        if sound { Ok(Self { unix_seconds, offset: offset_minutes }) } else { Err(NotADate) }
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn unix_seconds(self) -> i64 {
        self.unix_seconds
    }

    /// The date on the writer's calendar at this moment.
    pub fn day(self) -> Day {
        Day { since_1970: self.local_seconds().div_euclid(DAY) as i32 }
    }

    /// Hours and minutes on the writer's clock at this moment.
    pub fn hour_minute(self) -> (u8, u8) {
        let of_day = self.local_seconds().rem_euclid(DAY);
        ((of_day / 3600) as u8, (of_day / MINUTE % 60) as u8)
    }

    /// Noon of a day on the clock that this moment was written by, in seconds
    /// since 1970-01-01T00:00:00Z.
    pub fn noon_of(self, day: Day) -> i64 {
        i64::from(day.since_1970) * DAY + DAY / 2 - i64::from(self.offset) * MINUTE
    }

    fn local_seconds(self) -> i64 {
        self.unix_seconds + i64::from(self.offset) * MINUTE
    }
}

impl fmt::Display for Moment {
    /// As RFC 3339: `2026-11-23T04:49:05+01:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = self.hour_minute();
        let second = self.local_seconds().rem_euclid(MINUTE);
        let sign = if self.offset < 0 { '-' } else { '+' };
        let (east_hours, east_minutes) = (self.offset.abs() / 60, self.offset.abs() % 60);
        write!(
            f,
            "{}T{hour:02}:{minute:02}:{second:02}{sign}{east_hours:02}:{east_minutes:02}",
            self.day()
        )
    }
}

impl FromStr for Moment {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let part = |places: Range<usize>| text.get(places).ok_or(NotADate);
        if text.len() != 25 || part(10..11)? != "T" {
            return Err(NotADate);
        }
        let day: Day = part(0..10)?.parse()?;
        let [hour, minute, second] = split_exactly(part(11..19)?, ':', [2, 2, 2])?.map(number);
        let (hour, minute, second) = (hour?, minute?, second?);
        let [east_hours, east_minutes] = split_exactly(part(20..25)?, ':', [2, 2])?.map(number);
        let east = (east_hours? * 60 + east_minutes?) as i16;
        let offset = match part(19..20)? {
            "+" => east,
            "-" => -east,
            _ => return Err(NotADate),
        };
        if hour > 23 || minute > 59 || second > 59 {
            return Err(NotADate);
        }
        let local = i64::from(day.since_1970) * DAY + i64::from(hour * 3600 + minute * 60 + second);
        Moment::new(local - i64::from(offset) * MINUTE, offset)
    }
}

fn split_exactly<const N: usize>(
    text: &str,
    by: char,
    lengths: [usize; N],
) -> Result<[&str; N], NotADate> {
    let mut parts = text.split(by);
    let mut found = [""; N];
    for (part, length) in found.iter_mut().zip(lengths) {
        *part = parts.next().filter(|part| part.len() == length).ok_or(NotADate)?;
    }
    if parts.next().is_some() { Err(NotADate) } else { Ok(found) }
}

fn number(digits: &str) -> Result<u32, NotADate> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.parse().map_err(|_| NotADate)
    } else {
        Err(NotADate)
    }
}

as_text!(Day);
as_text!(Moment);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Result<(i32, u32, u32), NotADate>) {
        assert_eq!(text.parse::<Day>().map(Day::ymd), expected, "{text}");
    }

    #[test]
    fn days_are_read_strictly() {
        check("2024-02-29", Ok((2024, 2, 29)));
        check("0001-01-01", Ok((1, 1, 1)));
        check("2023-02-29", Err(NotADate));
        check("2024-13-01", Err(NotADate));
        check("2024-1-01", Err(NotADate));
        check("2024-01-01T", Err(NotADate));
        check("+024-01-01", Err(NotADate));
        check("0000-01-01", Err(NotADate));
    }

    #[test]
    fn a_moment_keeps_the_writers_day() {
        let late: Moment = "2026-11-23T23:59:59-09:30".parse().unwrap();
        assert_eq!(late.day().to_string(), "2026-11-23");
        assert_eq!(late.hour_minute(), (23, 59));
        assert_eq!(late.to_string(), "2026-11-23T23:59:59-09:30");
    }

    #[test]
    fn broken_moments_are_refused() {
        for text in [
            "",
            "2026-11-23T24:00:00+00:00",
            "2026-11-23 10:00:00+00:00",
            "2026-11-23T10:00:00+19:00",
            "2026-11-23T10:00:00Z",
            "2026-11-23T10:00:00+00:0é",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(NotADate), "{text}");
        }
    }

    proptest! {
        #[test]
        fn days_agree_with_jiff(since in FIRST..=LAST) {
            let day = Day { since_1970: since };
            let (year, month, date) = day.ymd();
            let theirs = jiff::civil::date(1970, 1, 1)
                .checked_add(jiff::Span::new().days(since))
                .unwrap();
            prop_assert_eq!(
                (year, month, date),
                (theirs.year().into(), theirs.month() as u32, theirs.day() as u32)
            );
            prop_assert_eq!(day.weekday(), i32::from(theirs.weekday().to_monday_zero_offset()));
            prop_assert_eq!(day.to_string(), theirs.to_string());
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
        }

        #[test]
        fn moments_come_back(seconds in -60_000_000_000_i64..250_000_000_000, offset in -1080_i16..=1080) {
            let moment = Moment::new(seconds, offset).unwrap();
            prop_assert_eq!(moment.to_string().parse::<Moment>(), Ok(moment));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,30}") {
            let _ = text.parse::<Day>();
            let _ = text.parse::<Moment>();
        }
    }
}
