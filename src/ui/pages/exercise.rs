//! One exercise: what it is and who should leave it out, then its frame and
//! its steps. A run is a draft: it can stop, be reloaded, and go on.

use crate::core::content::exercises::Exercise;
use crate::core::content::words::exercise as words;
use crate::core::route::Route;
use crate::state::run::RunState;
use crate::ui::pages::ketamine::first_of;
use crate::ui::pages::not_found::not_found;
use crate::ui::parts::about::{About, limit};
use crate::ui::parts::button::{buttons, link, quiet_button, sun_button};
use crate::ui::parts::run::run;
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el, live};
use crate::views;

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

/// What stands before the start; *leave it out if* comes first.
fn about(exercise: &'static Exercise, run: RunState) -> View {
    let Exercise { what, time, what_not, why, skip_if, instead, .. } = *exercise;
    About { what, time, what_not, why, skip_if, instead }.before(start(exercise, run))
}

/// The start, or why it is wise to wait; a second tap goes on all the same.
fn start(exercise: &'static Exercise, run: RunState) -> View {
    let limit = limit(exercise);
    live(move || match limit.get() {
        Some(why) => wait(why, run),
        None => sun_button(words::START).on_click(move || run.begin()).into(),
    })
}

fn wait(why: &'static str, run: RunState) -> View {
    let ways = views![
        link(&Route::Steady, words::HEAVY_STEADY).class("button"),
        link(&Route::Write(None), words::WAIT_WRITE).class("button"),
        quiet_button(words::WAIT_ON).on_click(move || run.begin()),
    ];
    el("section")
        .class("wait")
        .child(el("h2").child(words::WAIT_TITLE))
        .child(el("p").child(why))
        .child(buttons(ways))
        .into()
}
