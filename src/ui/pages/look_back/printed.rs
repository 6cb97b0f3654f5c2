//! A measure as it is printed, with all that belongs to it. On paper nothing
//! opens: what its limits rest on is told once, at the end of the page.

use super::seen::{Looked, Seen};
use super::{names, see};
use crate::core::content::readings::{Fact, Span, spans};
use crate::core::content::words::{look_back as words, report as report_words};
use crate::core::entry::Entry;
use crate::core::insight::measure::Measure;
use crate::state::here;
use crate::state::readings::Fetch;
use crate::ui::charts::figure::Chart;
use crate::ui::parts::prose::name;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// What is seen of a measure in these entries, which are in the order of time;
/// none where they are too few.
pub fn printed(measure: Measure, entries: &[&Entry], tables: bool) -> Option<Element> {
    let seen = see(measure, Looked { entries, before: None });
    if !seen.is_enough() {
        return None;
    }
    let counted = el("p").class("look-back__counted").child(seen.counted());
    let Seen { said, charts, numbers, .. } = seen;
    let said = said.into_iter().map(|said| el("p").child(said));
    let charts = charts.into_iter().map(|chart: Chart| chart.printed(tables));
    let numbers = numbers.filter(|_| tables).map(|(said, table)| {
        let said = (!said.is_empty()).then(|| el("p").child(said));
        views![el("h3").child(words::NUMBERS), table.view(words::NUMBERS.to_owned()), said]
    });
    let (title, _) = names(measure);
    let section = el("section")
        .child(el("h2").child(title))
        .child(counted)
        .child(said.collect::<View>())
        .child(charts.collect::<View>())
        .child(numbers)
        .child(el("h3").child(words::LIMITS))
        .child(limits(measure));
    Some(section)
}

/// What it does not mean, with the names of facts in brackets.
fn limits(measure: Measure) -> Element {
    let words = spans(measure.limits()).into_iter().map(|span| match span {
        Span::Text(text) => View::from(text),
        Span::Emphasis(text) => el("em").child(text).into(),
        Span::Fact(id) => report_words::fact(&id).into(),
    });
    el("p").child(words.collect::<View>())
}

/// What the limits of these measures rest on, once the facts are there.
pub fn rests_on(measures: &[Measure]) -> View {
    let state = here().readings;
    let spans = measures.iter().flat_map(|measure| spans(measure.limits()));
    let mut ids: Vec<String> = spans
        .filter_map(|span| match span {
            Span::Fact(id) => Some(id),
            Span::Text(_) | Span::Emphasis(_) => None,
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    live(move || {
        let Fetch::Ready(readings) = state.get() else { return View::Nothing };
        let facts: Vec<Element> =
            ids.iter().filter_map(|id| readings.fact(id)).map(rests).collect();
        if facts.is_empty() {
            return View::Nothing;
        }
        let title = el("h2").child(report_words::RESTS_ON);
        el("section").class("sheet__rests").child(title).child(el("ul").child(facts)).into()
    })
}

/// A fact's name with how good its evidence is, and its references.
fn rests(fact: &Fact) -> Element {
    let name = name(&fact.id, fact.strength);
    el("li").child(report_words::rests(&name, &fact.references.join(" ")))
}
