//! The stretches of the guided path, under its line of ice.

use crate::core::content::words::sit as words;
use crate::core::exercise::Leg;
use crate::state::run::RunState;
use crate::state::signals::Memo;
use crate::ui::view::{Element, View, el, live};

/// Where the path leads, and where it is.
pub fn trail(run: RunState) -> Element {
    let legs = Memo::new(move || run.with(|run| run.legs()));
    let list = live(move || {
        let (legs, here) = legs.get()?;
        let leg = |(at, leg): (usize, Leg)| {
            el("li")
                .class("trail__leg")
                .live_attr("aria-current", move || (at == here).then_some("step"))
                .live_attr("data-past", move || at < here)
                .child(name(leg))
        };
        Some(legs.into_iter().enumerate().map(leg).collect::<View>())
    });
    el("ol").class("trail").attr("aria-label", words::TRAIL).child(list)
}

fn name(leg: Leg) -> &'static str {
    match leg {
        Leg::Feeling => words::LEG_FEELING,
        Leg::Body => words::LEG_BODY,
        Leg::Rating => words::LEG_RATING,
        Leg::Exercise => words::LEG_EXERCISE,
        Leg::RatingAfter => words::LEG_RATING_AFTER,
        Leg::Words => words::LEG_WORDS,
    }
}
