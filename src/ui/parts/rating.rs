//! A rating from 0 to 10 as a row of radio buttons rather than a slider: it
//! can stay unanswered, and needs a tap and never a drag.

use super::button::plain;
use super::radios::Legend;
use crate::core::content::words::exercise as words;
use crate::core::rating::{Rating, Ratings};
use crate::state::signals::Memo;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use std::rc::Rc;

/// Distress and energy.
pub fn ratings(now: Memo<Ratings>, rate: impl Fn(Ratings) + Copy + 'static) -> View {
    let change = move |change: fn(&mut Ratings, Option<Rating>), rating| {
        let mut next = now.get_untracked();
        change(&mut next, rating);
        rate(next);
    };
    let distress = rating_scale(
        Legend::Shown(words::DISTRESS.to_owned()),
        "distress",
        (words::DISTRESS_LOW, words::DISTRESS_HIGH),
        move || now.get().distress,
        move |rating| change(|ratings, rating| ratings.distress = rating, rating),
    );
    let energy = rating_scale(
        Legend::Shown(words::ENERGY.to_owned()),
        "energy",
        (words::ENERGY_LOW, words::ENERGY_HIGH),
        move || now.get().energy,
        move |rating| change(|ratings, rating| ratings.energy = rating, rating),
    );
    views![distress, energy]
}

/// A scale from 0 to 10, with what its two ends mean. The name is one that no
/// other scale on the screen has.
pub fn rating_scale(
    legend: Legend,
    name: &'static str,
    ends: (&'static str, &'static str),
    value: impl Fn() -> Option<Rating> + 'static,
    rate: impl Fn(Option<Rating>) + 'static,
) -> Element {
    made(legend, name, ends, Rc::new(value), Rc::new(rate))
}

/// Compiled once, whatever is rated.
fn made(
    legend: Legend,
    name: &'static str,
    ends: (&'static str, &'static str),
    value: Rc<dyn Fn() -> Option<Rating>>,
    rate: Rc<dyn Fn(Option<Rating>)>,
) -> Element {
    let (low, high) = ends;
    let stone = |rating: Rating| {
        let (value, rate) = (value.clone(), rate.clone());
        let number = rating.get();
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .attr("aria-label", named(number, low, high))
            .attr("autocomplete", "off")
            .flag("checked", move || value() == Some(rating))
            .on("change", move |_| rate(Some(rating)));
        let shown = el("span").class("scale__number").attr("aria-hidden", "true");
        el("label").class("scale__stone").child(input).child(shown.child(number.to_string()))
    };
    let ratings = (0..=Rating::MOST).filter_map(|number| Rating::try_from(number).ok());
    let stones: View = ratings.map(stone).collect();
    let ends = el("div")
        .class("scale__ends")
        .attr("aria-hidden", "true")
        .child(el("span").child(low))
        .child(el("span").child(high));
    let unset = live(move || {
        let rate = rate.clone();
        value().map(|_| {
            plain("button button--quiet scale__unset", words::UNSET).on_click(move || rate(None))
        })
    });
    legend
        .fieldset("scale", "scale__question")
        .child(el("div").class("scale__stones").child(stones))
        .child(ends)
        .child(unset)
}

fn named(number: u8, low: &str, high: &str) -> String {
    match number {
        0 => format!("0, {low}"),
        Rating::MOST => format!("10, {high}"),
        number => number.to_string(),
    }
}
