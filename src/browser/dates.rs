//! Dates in words, by the browser's own tables.

use crate::core::day::Day;
use js_sys::{Date, Object, Reflect};

/// `Monday 23 November 2026`.
pub fn long(day: Day, language: &str) -> String {
    written(
        day,
        language,
        &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")],
    )
}

/// `November 2026`.
pub fn month(day: Day, language: &str) -> String {
    written(day, language, &[("month", "long"), ("year", "numeric")])
}

fn written(day: Day, language: &str, parts: &[(&str, &str)]) -> String {
    let (year, month, date) = day.ymd();
    let options = Object::new();
    for (name, value) in parts.iter().chain(&[("timeZone", "UTC")]) {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let noon = Date::new_0();
    noon.set_utc_full_year_with_month_date(year as u32, month as i32 - 1, date as i32);
    noon.set_utc_hours(12);
    noon.to_locale_date_string(language, &options).into()
}
