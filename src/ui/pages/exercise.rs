//! One exercise: what it is and who should leave it out, then its frame and
//! its steps. A run is a draft: it can stop, be reloaded, and go on.

use crate::browser::{clock, dates};
use crate::core::content::exercises::{Exercise, Limit};
use crate::core::content::readings::spans;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{exercise as words, trouble as trouble_words};
use crate::core::exercise::Stage;
use crate::core::route::Route;
use crate::state::here;
use crate::state::run::{Found, RunState};
use crate::state::signals::Memo;
use crate::ui::pages::ketamine::first_of;
use crate::ui::pages::not_found::not_found;
use crate::ui::parts::answers::answers;
use crate::ui::parts::button::{buttons, link, quiet_button, sun_button};
use crate::ui::parts::frame::{Ending, end, exits, focus_stage, heavy, ratings_form, step};
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
    screen(
        exercise.title,
        "exercise",
        views![
            first_of(exercise.theme),
            run(RunState::find(exercise), move |run| about(exercise, run)),
        ],
    )
}

/// A run, or what stands before it begins.
pub fn run(run: RunState, before: impl Fn(RunState) -> View + 'static) -> View {
    let found = Memo::new(move || run.found());
    let error = run.trouble();
    let trouble = trouble(trouble_words::NOT_SAVED, move || error.get());
    let now = live(move || match found.get() {
        Found::None => before(run),
        Found::Changed => changed(run),
        Found::UnderWay => View::from(under_way(run)),
    });
    views![trouble, now]
}

/// What stands before the start; *leave it out if* comes first.
fn about(exercise: &'static Exercise, run: RunState) -> View {
    let lead = el("p").class("lead").child(exercise.what).child(" ").child(exercise.time);
    let skip_if = el("section")
        .class("skip-if")
        .child(el("h2").child(words::SKIP_IF))
        .child(paragraph(spans(exercise.skip_if)))
        .child(el("h3").child(words::INSTEAD))
        .child(el("p").child(exercise.instead));
    let what_not = el("section")
        .child(el("h2").child(words::WHAT_NOT))
        .child(el("p").child(exercise.what_not));
    let why = el("section").child(el("h2").child(words::WHY)).child(paragraph(spans(exercise.why)));
    views![lead, skip_if, start(exercise, run), what_not, why]
}

/// The start, or why it is wise to wait; a second tap goes on all the same.
fn start(exercise: &'static Exercise, run: RunState) -> View {
    let today = clock::now().day();
    let last = here().journal.with(|journal| journal.last_run(exercise.slug));
    let limit = exercise
        .limit
        .as_ref()
        .filter(|limit| last.is_some_and(|last| limit.holds_back(last, today)));
    match limit {
        Some(limit) => wait(limit, run),
        None => sun_button(words::START).on_click(move || run.begin()).into(),
    }
}

fn wait(limit: &'static Limit, run: RunState) -> View {
    let ways = views![
        link(&Route::Steady, words::HEAVY_STEADY).class("button"),
        link(&Route::Write(None), words::WAIT_WRITE).class("button"),
        quiet_button(words::WAIT_ON).on_click(move || run.begin()),
    ];
    el("section")
        .class("wait")
        .child(el("h2").child(words::WAIT_TITLE))
        .child(el("p").child(limit.why))
        .child(buttons(ways))
        .into()
}

/// The steps have changed since this run began: what was answered is kept, and
/// can begin again or stay as it is.
fn changed(run: RunState) -> View {
    let ending = Ending::of(run);
    let known = run.with_now(|run| Exercise::find(run.slug()).is_some());
    let again = known.then(|| sun_button(words::CHANGED_AGAIN).on_click(move || run.renew()));
    let save = quiet_button(words::CHANGED_SAVE).on_click(move || ending.finish());
    let leave = quiet_button(words::LEAVE).on_click(move || ending.leave());
    let answered = run.with_now(|run| answers(run.answers()));
    views![el("p").child(words::CHANGED), answered, buttons(views![again, save, leave])]
}

fn under_way(run: RunState) -> Element {
    let stage = Memo::new(move || run.with(|run| run.stage()));
    let place = move || run.with(|now| now.place(run.exercise()));
    Effect::new(move |_| {
        if run.moved() > 0 {
            focus_stage();
        }
    });
    let thawed = move || match (stage.get(), place()) {
        (Stage::Before | Stage::Heavy, _) => 0.0,
        (_, Some((at, all))) => at as f64 / (all + 1) as f64,
        (_, None) => 1.0,
    };
    let where_now = move || {
        let place = place();
        place
            .map_or_else(String::new, |(at, all)| words::step_of(&at.to_string(), &all.to_string()))
    };
    let here = live(move || match stage.get() {
        Stage::Before => ratings_form(run, words::BEFORE_TITLE, words::BEFORE_LEAD),
        Stage::Heavy => heavy(run),
        Stage::Step(at) => step(at, run),
        Stage::After if run.follows().is_some() => end(),
        Stage::After => ratings_form(run, words::AFTER_TITLE, words::AFTER_LEAD),
    });
    el("div")
        .class("run")
        .child(water(thawed))
        .child(begun(run))
        .child(el("p").class("run__where").text(where_now))
        .child(here)
        .child(exits(run, stage))
}

/// When it was begun, where that was not today.
fn begun(run: RunState) -> Option<Element> {
    let day = run.with_now(|run| run.started().day());
    (day != clock::now().day())
        .then(|| el("p").class("run__begun").child(words::begun(&dates::long(day, LANGUAGE))))
}
