//! What the guided path offers: exercises, each with who leaves it out first and
//! why it is offered, and beside them everything else, which weighs the same.

use super::about::limit;
use super::answers::joined;
use super::button::{button, buttons, link, plain, quiet_button, sun_button};
use super::frame::{Ending, stage_title};
use super::prose::paragraph;
use crate::core::content::exercises::Exercise;
use crate::core::content::readings::spans;
use crate::core::content::words::{exercise as exercise_words, sit as words};
use crate::core::exercise::Next;
use crate::core::route::Route;
use crate::core::sit::Because;
use crate::state::run::RunState;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// What fits what was said, something else, or nothing.
pub fn offer(run: RunState) -> View {
    let fits = run.with_now(|run| run.fits());
    let exercises = fits.exercises.into_iter().map(|fit| {
        let because = el("p").class("offer__because").child(in_words(&fit.because));
        card(fit.exercise.title, views![because, about(fit.exercise, run)])
    });
    let writing = fits.writing.map(|because| {
        let because = el("p").class("offer__because").child(in_words(&because));
        let what = el("p").child(words::WRITING_WHAT);
        let write = button(words::WRITING_DO).on_click(move || run.choose(None));
        card(words::WRITING, views![because, what, write])
    });
    let others = fits.others.into_iter().map(|other| {
        el("details")
            .class("offer__other")
            .child(el("summary").child(other.title))
            .child(about(other, run))
    });
    let none = button(words::NONE_DO).on_click(move || run.choose(None));
    let none = views![el("p").child(words::NONE_WHAT), none];
    views![
        stage_title(words::OFFER_TITLE),
        el("p").child(words::OFFER_LEAD),
        el("div")
            .class("offers")
            .child(exercises.collect::<View>())
            .child(writing)
            .child(card(words::OTHERS, others.collect::<View>()))
            .child(card(words::NONE, none)),
    ]
}

fn card(title: &'static str, content: impl Into<View>) -> Element {
    el("section").class("offer").child(el("h3").child(title)).child(content)
}

/// Who leaves an exercise out, then what it is, then the way into it.
fn about(exercise: &'static Exercise, run: RunState) -> View {
    let what = el("p").child(exercise.what).child(" ").child(exercise.time);
    let limit = limit(exercise);
    let start = live(move || {
        let held = limit.get().map(|why| el("p").child(why));
        let label = if held.is_some() { exercise_words::WAIT_ON } else { words::TRY_THIS };
        let start = plain("button", label)
            .attr("aria-label", words::named(label, exercise.title))
            .on_click(move || run.choose(Some(exercise)));
        views![held, start]
    });
    views![skip_if(exercise), what, start]
}

fn skip_if(exercise: &'static Exercise) -> Element {
    let title = el("strong").child(exercise_words::SKIP_IF);
    el("div").class("offer__skip").child(title).child(paragraph(spans(exercise.skip_if)))
}

fn in_words(because: &Because) -> String {
    match because {
        Because::Said(said) => words::because(&joined(said.iter().cloned())),
        Because::Own => words::BECAUSE_OWN.to_owned(),
        Because::NoWord => words::BECAUSE_NO_WORD.to_owned(),
        Because::CantTell => words::BECAUSE_CANT_TELL.to_owned(),
        Because::Nothing => words::BECAUSE_NOTHING.to_owned(),
    }
}

/// Distress is 8 or more: Steady ground and Support, and no other exercise.
pub fn heavy(run: RunState) -> View {
    let steady = Exercise::steady_ground();
    let skip_if = steady.map(skip_if);
    let steady = steady.map(|steady| {
        sun_button(exercise_words::HEAVY_STEADY).on_click(move || run.choose(Some(steady)))
    });
    let support = link(&Route::Support, exercise_words::HEAVY_SUPPORT).class("button");
    let on = quiet_button(words::HEAVY_ON).on_click(move || run.choose(None));
    views![
        stage_title(exercise_words::HEAVY_TITLE),
        el("p").child(words::HEAVY_LEAD),
        skip_if,
        buttons(views![steady, support, on]),
    ]
}

/// It is hard after the exercise: what is there can be saved at once.
pub fn settle(run: RunState) -> View {
    let ending = Ending::of(run);
    let (lead, save, support) = match run.with_now(|run| run.leads_to()) {
        Next::Support => (words::SETTLE_LEAD_SUPPORT, words::SETTLE_SUPPORT, None),
        Next::Steady | Next::Entry => {
            let support = link(&Route::Support, exercise_words::HEAVY_SUPPORT).class("button");
            (words::SETTLE_LEAD, words::SETTLE_STEADY, Some(support))
        }
    };
    let save = sun_button(save).on_click(move || ending.finish());
    let on = quiet_button(words::HEAVY_ON).on_click(move || ending.go_on());
    views![
        stage_title(words::SETTLE_TITLE),
        el("p").child(lead),
        buttons(views![save, support, on]),
    ]
}
