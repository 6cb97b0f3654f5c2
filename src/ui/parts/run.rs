//! A run on the screen, whatever it goes through: what stands before it, where
//! it is, and what it asks there.

use super::answers::answers;
use super::button::{buttons, quiet_button, sun_button};
use super::frame::{self, Ending, focus_stage};
use super::keeping::why_not;
use super::offer;
use super::trail::trail;
use super::trouble::told;
use super::water::water;
use crate::browser::{clock, dates};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{exercise as words, sit as sit_words, trouble as trouble_words};
use crate::core::exercise::Stage;
use crate::state::run::{Found, RunState};
use crate::state::signals::Memo;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::Effect;

/// A run, or what stands before it begins.
pub fn run(run: RunState, before: impl Fn(RunState) -> View + 'static) -> View {
    let found = Memo::new(move || run.found());
    let error = run.trouble();
    let trouble = told(trouble_words::NOT_SAVED, move || error.get().as_ref().map(why_not));
    let now = live(move || match found.get() {
        Found::None => before(run),
        Found::Changed => changed(run),
        Found::UnderWay => View::from(under_way(run)),
    });
    views![trouble, now]
}

/// The steps have changed since this run began: what was answered is kept, and
/// can begin again or stay as it is.
fn changed(run: RunState) -> View {
    let ending = Ending::of(run);
    let can_renew = run.with_now(|run| run.renewed().known().is_ok());
    let again = can_renew.then(|| sun_button(words::CHANGED_AGAIN).on_click(move || run.renew()));
    let save = quiet_button(words::CHANGED_SAVE).on_click(move || ending.finish());
    let leave = quiet_button(words::LEAVE).on_click(move || ending.leave());
    let answered = run.with_now(|run| answers(run.answers()));
    views![el("p").child(words::CHANGED), answered, buttons(views![again, save, leave])]
}

fn under_way(run: RunState) -> Element {
    let stage = Memo::new(move || run.with(|run| run.stage()));
    Effect::new(move |_| {
        if run.moved() > 0 {
            focus_stage();
        }
    });
    let where_now = move || {
        run.with(|run| run.place())
            .map_or_else(String::new, |(at, all)| words::step_of(&at.to_string(), &all.to_string()))
    };
    let here = live(move || match stage.get() {
        Stage::Before if run.is_sit() => {
            frame::ratings_form(run, sit_words::RATING_TITLE, sit_words::RATING_LEAD)
        }
        Stage::Before => frame::ratings_form(run, words::BEFORE_TITLE, words::BEFORE_LEAD),
        Stage::Heavy if run.is_sit() => offer::heavy(run),
        Stage::Heavy => frame::heavy(run),
        Stage::Offer => offer::offer(run),
        Stage::Settle => offer::settle(run),
        Stage::After if run.follows().is_some() => frame::end(),
        Stage::After => frame::ratings_form(run, words::AFTER_TITLE, words::AFTER_LEAD),
        Stage::Opening(_) | Stage::Step(_) | Stage::Words => frame::step(run),
    });
    el("div")
        .class("run")
        .child(water(move || run.with(|run| run.thawed())))
        .child(run.is_sit().then(|| trail(run)))
        .child(begun(run))
        .child(el("p").class("run__where").text(where_now))
        .child(here)
        .child(frame::exits(run))
}

/// When it was begun, where that was not today.
fn begun(run: RunState) -> Option<Element> {
    let day = run.with_now(|run| run.started().day());
    (day != clock::now().day())
        .then(|| el("p").class("run__begun").child(words::begun(&dates::long(day, LANGUAGE))))
}
