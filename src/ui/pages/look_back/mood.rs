//! Points on the two-way map over time, the mean first.

use super::said::{ends, piece, unit, whole};
use super::seen::{Looked, Seen};
use crate::core::content::words::{checkin as check_in_words, look_back as words};
use crate::core::feeling::Point;
use crate::core::insight::decimal::decimal;
use crate::core::insight::mood::{Along, Mood, mood};
use crate::core::insight::time::Axis;
use crate::ui::charts::figure::Chart;
use crate::ui::charts::over_time::{self, OverTime};
use crate::ui::charts::plane;
use crate::ui::charts::table::Table;
use crate::ui::parts::plane::{ACROSS, UP, fifth, in_words};
use std::rc::Rc;

/// What is seen of the map.
pub(super) fn see(looked: Looked<'_>) -> Seen {
    let mood = mood(looked.entries);
    let mut seen = Seen::of(mood.placed.len(), mood.placed.iter().map(|placed| placed.day));
    let axis = Axis::over(mood.placed.iter().map(|placed| placed.day));
    let means = (mood.mean(Along::Valence), mood.mean(Along::Arousal));
    if let (Some(axis), (Some(valence), Some(arousal))) = (axis, means) {
        let mean = Point::new(valence.round() as i8, arousal.round() as i8);
        let said = words::mood_mean(&in_words(mean));
        seen.charts = vec![
            map(&mood, (valence, arousal), said.clone()),
            over(&mood, &axis, Along::Valence, valence),
            over(&mood, &axis, Along::Arousal, arousal),
        ];
        seen.said.push(said);
        seen.numbers = Some((words::MOOD_NUMBERS.to_owned(), numbers(&mood)));
    }
    seen.said.extend(whole(mood.cant_tell, mood.nothing));
    seen
}

fn map(mood: &Mood, mean: (f64, f64), said: String) -> Chart {
    let points: Vec<Point> = mood.placed.iter().map(|placed| placed.at).collect();
    let mut table = Table::new(&[words::MOOD_ENERGY]);
    table.heads.extend(ACROSS.map(str::to_owned));
    // From the top of the map down.
    for energy in (0..UP.len()).rev() {
        let count = |across: usize| {
            let here = |point: &&Point| {
                (fifth(point.valence()), fifth(point.arousal())) == (across, energy)
            };
            points.iter().filter(here).count().to_string()
        };
        let counts = (0..ACROSS.len()).map(count);
        table.rows.push(std::iter::once(UP[energy].to_owned()).chain(counts).collect());
    }
    Chart {
        title: words::MOOD_MAP.to_owned(),
        said,
        legend: words::MOOD_MAP_LEGEND.to_owned(),
        lines: plane::LINES,
        draw: Rc::new(move |frame| plane::plane(frame, &points, mean)),
        table,
    }
}

/// What is said of an axis of the map.
struct Axed {
    name: &'static str,
    high: &'static str,
    low: &'static str,
    fifths: [&'static str; 5],
}

fn axed(along: Along) -> Axed {
    match along {
        Along::Valence => Axed {
            name: check_in_words::PLEASANT,
            high: check_in_words::LABEL_RIGHT,
            low: check_in_words::LABEL_LEFT,
            fifths: ACROSS,
        },
        Along::Arousal => Axed {
            name: check_in_words::ENERGY,
            high: check_in_words::LABEL_UP,
            low: check_in_words::LABEL_DOWN,
            fifths: UP,
        },
    }
}

fn over(mood: &Mood, axis: &Axis, along: Along, mean: f64) -> Chart {
    let Axed { name, high, low, fifths } = axed(along);
    let in_fifths = |value: f64| fifths[fifth(value.round() as i8)];
    let pieces = mood.pieces(axis, along);
    let mut table = Table::new(&[words::WHEN, words::ENTRIES, words::MOOD_AVERAGE]);
    for (at, found) in pieces.iter().enumerate() {
        let Some((mean, count)) = found else { continue };
        let mean = format!("{} ({})", decimal(*mean, 0), in_fifths(*mean));
        table.rows.push(vec![piece(axis, at), count.to_string(), mean]);
    }
    let middle = |at: usize| {
        let start = axis.pieces[at].max(axis.first);
        (axis.share(start) + axis.share(axis.end(at))) / 2.0
    };
    let spread = mood.spread(along);
    let chart = OverTime {
        each: mood.placed.iter().map(|it| (axis.share(it.day), along.of(it.at))).collect(),
        pieces: (0..)
            .zip(&pieces)
            .map(|(at, found)| Some((middle(at), found.as_ref()?.0)))
            .collect(),
        mean,
        spread,
        high,
        low,
        ends: ends(axis),
    };
    let mut legend = words::mood_over_legend(unit(axis));
    if spread.is_some() {
        legend.push(' ');
        legend.push_str(words::MOOD_OVER_BAND);
    }
    Chart {
        title: words::mood_over(name),
        said: words::mood_mean(in_fifths(mean)),
        legend,
        lines: over_time::LINES,
        draw: Rc::new(move |frame| chart.draw(frame)),
        table,
    }
}

/// The numbers that there is enough for.
fn numbers(mood: &Mood) -> Table {
    let along = [Along::Valence, Along::Arousal];
    let mut table = Table::new(&[words::NUMBER_NAME, words::MOOD_PLEASANT, words::MOOD_ENERGY]);
    let plain = |value: Option<f64>| value.map(|value| decimal(value, 1));
    let carried = |along| {
        let (value, band) = mood.carry_over(along)?;
        Some(words::mood_band(&decimal(value, 2), &decimal(band, 2)))
    };
    let rows = [
        (words::MOOD_AVERAGE, along.map(|along| plain(mood.mean(along)))),
        (words::MOOD_SPREAD, along.map(|along| plain(mood.spread(along)))),
        (words::MOOD_UPS, along.map(|along| plain(mood.ups_and_downs(along)))),
        (words::MOOD_CARRY, along.map(carried)),
    ];
    for (name, values) in rows {
        let values = values.map(|value| value.unwrap_or_else(|| words::NUMBER_NONE.to_owned()));
        table.rows.push(std::iter::once(name.to_owned()).chain(values).collect());
    }
    table
}
