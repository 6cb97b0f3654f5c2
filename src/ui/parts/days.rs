//! Which days are looked at: a few ranges that are offered, and one's own.

use super::field::labelled;
use super::when::day_field;
use crate::core::content::words::look_back as words;
use crate::core::day::Day;
use crate::core::insight::lens::Range;
use crate::state::signals::Memo;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::untrack;

/// The ranges that are offered; the last is one's own.
const RANGES: [(Range, &str); 5] = [
    (Range::Last(Range::WEEKS), words::DAYS_WEEKS),
    (Range::Last(Range::SEASON), words::DAYS_SEASON),
    (Range::Last(Range::YEAR), words::DAYS_YEAR),
    (Range::All, words::DAYS_ALL),
    (Range::Own(None, None), words::DAYS_OWN),
];

/// The fields for a range of days; their ids begin with `name`.
pub fn days(
    name: &'static str,
    range: impl Fn() -> Range + Copy + Send + Sync + 'static,
    set: impl Fn(Range) + Copy + 'static,
) -> View {
    let options = RANGES.iter().enumerate().map(|(at, (offered, title))| {
        let is_own = matches!(offered, Range::Own(..));
        let chosen = move || match range() {
            Range::Own(..) => is_own,
            other => other == *offered,
        };
        el("option").attr("value", at.to_string()).child(*title).flag("selected", chosen)
    });
    let select = select(options.collect(), move |value| {
        if let Some((range, _)) = value.parse().ok().and_then(|at: usize| RANGES.get(at)) {
            set(*range);
        }
    });
    let is_own = Memo::new(move || matches!(range(), Range::Own(..)));
    views![
        labelled(words::DAYS.to_owned(), format!("{name}-days"), select),
        live(move || is_own.get().then(|| own(name, range, set))),
    ]
}

/// The two ends of a range of one's own.
fn own(
    name: &'static str,
    range: impl Fn() -> Range + Copy + 'static,
    set: impl Fn(Range) + Copy + 'static,
) -> View {
    let ends = move || match range() {
        Range::Own(first, last) => (first, last),
        Range::Last(_) | Range::All => (None, None),
    };
    let set_first = move |day: Option<Day>| set(Range::Own(day, untrack(ends).1));
    let set_last = move |day: Option<Day>| set(Range::Own(untrack(ends).0, day));
    views![
        day_field(words::FIRST, &format!("{name}-first"), move || ends().0, set_first),
        day_field(words::LAST, &format!("{name}-last"), move || ends().1, set_last),
    ]
}

/// A list that opens.
pub fn select(options: View, choose: impl Fn(String) + 'static) -> Element {
    el("select")
        .class("field__line")
        .attr("autocomplete", "off")
        .child(options)
        .on("change", move |event| choose(event.value()))
}
