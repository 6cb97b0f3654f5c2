//! A year of days: a column a week, from Monday down to Sunday.

use super::frame::Frame;
use super::shapes::{Anchor, bar, empty_bar, faint, text};
use crate::browser::dates;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::day::Day;
use crate::core::insight::calendar::{Noted, Tone};
use crate::core::month::Month;
use crate::ui::view::{Element, View};
use crate::views;

/// How high a year is, in lines of text.
pub const LINES: f64 = 9.6;

const TOP: f64 = 1.6;
const DAY: f64 = 1.1;
/// The weeks that a year touches, at most.
const WEEKS: f64 = 54.0;

/// The days of one year, which all have entries.
pub fn year(frame: Frame, year: i32, days: &[Noted]) -> View {
    let Ok(first) = Day::from_ymd(year, 1, 1) else { return View::Nothing };
    let column = |day: Day| f64::from((first.days_until(day) + first.weekday()) / 7) / WEEKS;
    let months = Month::of_year(year).map(Month::first).map(|start| {
        let x = column(start);
        // Every third is named: on a telephone there is room for no more.
        let named = (start.ymd().1 % 3 == 1)
            .then(|| text(frame, (x, 1.0), Anchor::Start, dates::month_alone(start, LANGUAGE)));
        views![faint(frame, (x, TOP - 0.3), (x, TOP + 7.0 * DAY)), named]
    });
    let marks = days.iter().map(|noted| {
        let top = TOP + DAY * f64::from(noted.day.weekday());
        mark(frame, (column(noted.day), top), noted.tone)
    });
    views![months.collect::<View>(), marks.collect::<View>()]
}

/// Told by shape: full, empty, a bar, or small.
fn mark(frame: Frame, (x, top): (f64, f64), tone: Tone) -> Element {
    let week = 1.0 / WEEKS;
    let wide = week * 0.7;
    let left = x + week * 0.15;
    match tone {
        Tone::Pleasant => bar(frame, (left, top + 0.15), (wide, 0.8)),
        Tone::Unpleasant => empty_bar(frame, (left, top + 0.15), (wide, 0.8)),
        Tone::Between => bar(frame, (left, top + 0.43), (wide, 0.24)),
        Tone::Unsaid => bar(frame, (x + week * 0.38, top + 0.4), (week * 0.24, 0.3)),
    }
}
