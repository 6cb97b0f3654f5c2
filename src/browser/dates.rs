//! Dates in words, by the browser's own tables.

use crate::core::day::Day;
use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Function, Map, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// `Monday 23 November 2026`.
pub fn long(day: Day, language: &str) -> String {
    written(
        day,
        language,
        &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")],
    )
}

/// `23 Nov 2026`.
pub fn short(day: Day, language: &str) -> String {
    written(day, language, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
}

/// `Nov`.
pub fn month_alone(day: Day, language: &str) -> String {
    written(day, language, &[("month", "short")])
}

/// `November 2026`.
pub fn month(day: Day, language: &str) -> String {
    written(day, language, &[("month", "long"), ("year", "numeric")])
}

/// `November`.
pub fn month_name(day: Day, language: &str) -> String {
    written(day, language, &[("month", "long")])
}

/// `2026`.
pub fn year(day: Day, language: &str) -> String {
    written(day, language, &[("year", "numeric")])
}

/// `Monday`.
pub fn weekday(day: Day, language: &str) -> String {
    written(day, language, &[("weekday", "long")])
}

/// `Mon`.
pub fn weekday_in_short(day: Day, language: &str) -> String {
    written(day, language, &[("weekday", "short")])
}

/// The parts that a date is written with, and how wide each is.
type Parts = &'static [(&'static str, &'static str)];

thread_local! {
    /// What writes dates, by where its parts stand in memory: a browser takes
    /// longer to get ready for a form than to write a hundred dates in it. The
    /// page has one language for as long as it lives.
    static WRITERS: Map = Map::new();
}

fn written(day: Day, language: &str, parts: Parts) -> String {
    let (year, month, date) = day.ymd();
    let noon = Date::new_0();
    noon.set_utc_full_year_with_month_date(year as u32, month as i32 - 1, date as i32);
    noon.set_utc_hours(12);
    let said = writer(language, parts).call1(&JsValue::UNDEFINED, &noon);
    said.ok().and_then(|said| said.as_string()).unwrap_or_default()
}

/// What writes dates with these parts.
fn writer(language: &str, parts: Parts) -> Function {
    WRITERS.with(|writers| {
        let place = JsValue::from(parts.as_ptr().addr() as u32);
        let known = writers.get(&place);
        if !known.is_undefined() {
            return known.unchecked_into();
        }
        let options = Object::new();
        for (name, value) in parts.iter().chain(&[("timeZone", "UTC")]) {
            // Setting a field of a plain object cannot fail.
            let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
        }
        let made = DateTimeFormat::new(&Array::of1(&language.into()), &options).format();
        writers.set(&place, &made);
        made
    })
}
