//! Days with entries, a year at a time, the latest first.

use super::seen::{Looked, Seen};
use crate::browser::dates;
use crate::core::content::words::look_back as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::insight::calendar::{Noted, Tone, calendar};
use crate::ui::charts::calendar as drawing;
use crate::ui::charts::figure::Chart;
use crate::ui::charts::table::Table;
use std::rc::Rc;

/// What is seen of days.
pub(super) fn see(looked: Looked<'_>) -> Seen {
    let days = calendar(looked.entries);
    let mut seen = Seen::of(looked.entries.len(), looked.entries.iter().map(|entry| entry.day));
    seen.said = said(&days);
    let years = days.chunk_by(|one, next| one.day.ymd().0 == next.day.ymd().0);
    seen.charts = years.rev().map(chart).collect();
    seen
}

/// How many days were pleasant, unpleasant, neither and not placed.
fn tones(days: &[Noted]) -> [String; 4] {
    [Tone::Pleasant, Tone::Unpleasant, Tone::Between, Tone::Unsaid]
        .map(|tone| days.iter().filter(|noted| noted.tone == tone).count().to_string())
}

fn said(days: &[Noted]) -> Vec<String> {
    let [pleasant, unpleasant, between, unsaid] = tones(days);
    let tones = words::calendar_tones(&pleasant, &unpleasant, &between, &unsaid);
    vec![words::calendar_said(days.len()), tones]
}

fn chart(days: &[Noted]) -> Chart {
    let year = days[0].day.ymd().0;
    let month = |noted: &Noted| noted.day.ymd().1;
    let heads = [
        words::CALENDAR_MONTH,
        words::CALENDAR_DAYS,
        words::ENTRIES,
        words::CALENDAR_PLEASANT,
        words::CALENDAR_UNPLEASANT,
        words::CALENDAR_BETWEEN,
        words::CALENDAR_UNSAID,
    ];
    let mut table = Table::new(&heads);
    for of_month in days.chunk_by(|one, next| month(one) == month(next)) {
        let entries: usize = of_month.iter().map(|noted| noted.entries).sum();
        let name = dates::month(of_month[0].day, LANGUAGE);
        let counts = [name, of_month.len().to_string(), entries.to_string()];
        table.rows.push(counts.into_iter().chain(tones(of_month)).collect());
    }
    let days = days.to_vec();
    Chart {
        title: words::calendar_year(&year.to_string()),
        said: said(&days).join(" "),
        legend: words::CALENDAR_LEGEND.to_owned(),
        lines: drawing::LINES,
        draw: Rc::new(move |frame| drawing::year(frame, year, &days)),
        table,
    }
}
