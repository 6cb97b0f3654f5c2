//! Steady ground: where *Stop and settle* leads from every screen. Opened so,
//! it asks for no rating and leaves no entry, unless one is wanted. It is an
//! exercise like the others, with all its steps on one screen.

use crate::core::content::exercises::{Exercise, Step};
use crate::core::content::readings::spans;
use crate::core::content::words::steady as words;
use crate::core::content::words::trouble as trouble_words;
use crate::core::draft::{Draft, Work};
use crate::core::route::Route;
use crate::core::vault::log::door::Needs;
use crate::state::here;
use crate::state::run::RunState;
use crate::state::signals::Memo;
use crate::ui::pages::not_found::not_found;
use crate::ui::parts::button::{buttons, link, quiet_button};
use crate::ui::parts::frame::Ending;
use crate::ui::parts::keeping::why_not;
use crate::ui::parts::prose::paragraph;
use crate::ui::parts::screen::screen;
use crate::ui::parts::step::step_body;
use crate::ui::parts::trouble::told;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// Steady ground.
pub fn steady() -> View {
    let Some(exercise) = Exercise::steady_ground() else { return not_found() };
    let run = RunState::in_passing(exercise);
    let steps: View = exercise.steps.iter().map(|step| shown(step, run)).collect();
    let error = run.trouble();
    let limits = el("div").class("steady__limits").child(paragraph(spans(exercise.why)));
    screen(
        exercise.title,
        "steady",
        views![
            steps,
            next(run),
            told(trouble_words::NOT_SAVED, move || error.get().as_ref().map(why_not)),
            limits
        ],
    )
}

/// A step, while its condition holds.
fn shown(step: &'static Step, run: RunState) -> Element {
    let is_shown = Memo::new(move || run.with(|run| run.is_shown(step)));
    let content = move || views![el("h2").child(step.question), step_body(step, run)];
    let section =
        el("section").class("steady__step").child(live(move || is_shown.get().then(content)));
    // What comes with an answer is said where the answer was given: its place is
    // there before, so that screen readers hear it.
    match step.only_if {
        Some(_) => section.attr("role", "status"),
        None => section,
    }
}

fn next(run: RunState) -> Element {
    // One that can go on.
    let route = |draft: &Draft| match &draft.work {
        Work::Run(run) => run.known().ok().map(|_| run.route()),
        Work::Writing(_) | Work::CheckIn(_) => None,
    };
    let begun = here().drafts.find_now(|draft| route(draft).is_some());
    let begun = begun.as_ref().and_then(route);
    let ending = Ending::of(run);
    let vault = here().vault;
    // A locked journal takes nothing in.
    let can_keep = Memo::new(move || {
        vault.needs() == Needs::Nothing && run.with(|run| run.answers().next().is_some())
    });
    let keep = live(move || {
        can_keep.get().then(|| quiet_button(words::KEEP).on_click(move || ending.finish()))
    });
    let ways = views![
        link(&Route::Support, words::NEXT_SUPPORT).class("button"),
        begun.map(|run| link(&run, words::RUN_ON).class("button")),
        link(&Route::Home, words::NEXT_ON).class("button button--quiet"),
        keep,
    ];
    el("section")
        .class("steady__next")
        .child(el("h2").child(words::NEXT))
        .child(el("p").child(words::NEXT_REST_TEXT))
        .child(buttons(ways))
}
