//! One exercise: what it is and who should leave it out, then its frame and
//! its steps. A run is a draft: it can stop, be reloaded, and go on.

use crate::core::content::exercises::Exercise;
use crate::core::content::readings::spans;
use crate::core::content::words::{exercise as words, trouble as trouble_words};
use crate::core::exercise::Stage;
use crate::state::run::{Found, RunState};
use crate::state::signals::Memo;
use crate::ui::pages::ketamine::first_of;
use crate::ui::pages::not_found::not_found;
use crate::ui::parts::button::{buttons, quiet_button, sun_button};
use crate::ui::parts::frame::{Ending, exits, focus_stage, heavy, ratings_form, step};
use crate::ui::parts::prose::paragraph;
use crate::ui::parts::screen::screen;
use crate::ui::parts::trouble::trouble;
use crate::ui::parts::water::water;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::Effect;

/// The exercise with this slug.
pub fn exercise(slug: String) -> View {
    match Exercise::find(&slug) {
        Some(exercise) => known(exercise),
        None => not_found(),
    }
}

fn known(exercise: &'static Exercise) -> View {
    let run = RunState::find(exercise);
    let found = Memo::new(move || run.found());
    let error = run.trouble();
    let trouble = trouble(trouble_words::NOT_SAVED, move || error.get());
    let now = live(move || match found.get() {
        Found::None => about(exercise, run),
        Found::Changed => changed(run),
        Found::UnderWay => View::from(under_way(exercise, run)),
    });
    screen(exercise.title, "exercise", views![first_of(exercise.theme), trouble, now])
}

/// What stands before the start; *leave it out if* comes first.
fn about(exercise: &'static Exercise, run: RunState) -> View {
    let lead = el("p").class("lead").child(exercise.what).child(" ").child(exercise.time);
    let skip_if = el("section")
        .class("skip-if")
        .child(el("h2").child(words::SKIP_IF))
        .child(el("p").child(exercise.skip_if))
        .child(el("h3").child(words::INSTEAD))
        .child(el("p").child(exercise.instead));
    let start = sun_button(words::START).on_click(move || run.begin());
    let what_not = el("section")
        .child(el("h2").child(words::WHAT_NOT))
        .child(el("p").child(exercise.what_not));
    let why = el("section").child(el("h2").child(words::WHY)).child(paragraph(spans(exercise.why)));
    views![lead, skip_if, start, what_not, why]
}

/// The steps have changed since this run began: what was answered is kept.
fn changed(run: RunState) -> View {
    let ending = Ending::of(run);
    let save = sun_button(words::CHANGED_SAVE).on_click(move || ending.finish());
    let leave = quiet_button(words::LEAVE).on_click(move || ending.leave());
    views![el("p").child(words::CHANGED), buttons(views![save, leave])]
}

fn under_way(exercise: &'static Exercise, run: RunState) -> Element {
    let stage = Memo::new(move || run.with(|run| run.stage()));
    let steps = exercise.steps.len();
    Effect::new(move |_| {
        if run.moved() > 0 {
            focus_stage();
        }
    });
    let thawed = move || match stage.get() {
        Stage::Before | Stage::Heavy => 0.0,
        Stage::Step(at) => (at + 1) as f64 / (steps + 1) as f64,
        Stage::After => 1.0,
    };
    let where_now = move || match stage.get() {
        Stage::Step(at) => words::step_of(&(at + 1).to_string(), &steps.to_string()),
        Stage::Before | Stage::Heavy | Stage::After => String::new(),
    };
    let here = live(move || match stage.get() {
        Stage::Before => ratings_form(run, words::BEFORE_TITLE, words::BEFORE_LEAD),
        Stage::Heavy => heavy(run),
        Stage::Step(at) => step(exercise, at, run),
        Stage::After => ratings_form(run, words::AFTER_TITLE, words::AFTER_LEAD),
    });
    el("div")
        .class("run")
        .child(water(thawed))
        .child(el("p").class("run__where").text(where_now))
        .child(here)
        .child(exits(exercise, run, stage))
}
