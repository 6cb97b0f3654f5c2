//! One exercise: what it is and who should leave it out, then its frame and
//! its steps. A run is a draft: it can stop, be reloaded, and go on.

use crate::core::content::exercises::Exercise;
use crate::core::content::readings::{Block, spans};
use crate::core::content::words::{exercise as words, trouble as trouble_words};
use crate::core::exercise::Stage;
use crate::state::run::{Found, RunState};
use crate::ui::pages::not_found::NotFound;
use crate::ui::parts::frame::{Ending, Exits, Heavy, RatingsForm, Step, focus_stage};
use crate::ui::parts::prose::Prose;
use crate::ui::parts::screen::Screen;
use crate::ui::parts::trouble::Trouble;
use crate::ui::parts::water::Water;
use leptos::prelude::*;

/// One exercise.
#[component]
pub fn ExerciseScreen(
    /// Its slug.
    slug: String,
) -> impl IntoView {
    match Exercise::find(&slug) {
        Some(exercise) => view! { <Known exercise=exercise/> }.into_any(),
        None => view! { <NotFound/> }.into_any(),
    }
}

#[component]
fn Known(exercise: &'static Exercise) -> impl IntoView {
    let run = RunState::find(exercise);
    let found = Memo::new(move |_| run.found());
    view! {
        <Screen title=exercise.title name="exercise">
            <Trouble what=trouble_words::NOT_SAVED error=run.trouble()/>
            {move || match found.get() {
                Found::None => view! { <About exercise=exercise run=run/> }.into_any(),
                Found::Changed => view! { <Changed run=run/> }.into_any(),
                Found::UnderWay => view! { <UnderWay exercise=exercise run=run/> }.into_any(),
            }}
        </Screen>
    }
}

/// What stands before the start; *leave it out if* comes first.
#[component]
fn About(exercise: &'static Exercise, run: RunState) -> impl IntoView {
    view! {
        <p class="lead">{exercise.what} " " {exercise.time}</p>
        <section class="skip-if">
            <h2>{words::SKIP_IF}</h2>
            <p>{exercise.skip_if}</p>
            <h3>{words::INSTEAD}</h3>
            <p>{exercise.instead}</p>
        </section>
        <button class="button button--sun" type="button" on:click=move |_| run.begin()>
            {words::START}
        </button>
        <section>
            <h2>{words::WHAT_NOT}</h2>
            <p>{exercise.what_not}</p>
        </section>
        <section>
            <h2>{words::WHY}</h2>
            <Prose block=Block::Paragraph(spans(exercise.why))/>
        </section>
    }
}

/// The steps have changed since this run began: what was answered is kept.
#[component]
fn Changed(run: RunState) -> impl IntoView {
    let ending = Ending::of(run);
    view! {
        <p>{words::CHANGED}</p>
        <div class="buttons">
            <button class="button button--sun" type="button" on:click=move |_| ending.finish()>
                {words::CHANGED_SAVE}
            </button>
            <button class="button button--quiet" type="button" on:click=move |_| ending.leave()>
                {words::LEAVE}
            </button>
        </div>
    }
}

#[component]
fn UnderWay(exercise: &'static Exercise, run: RunState) -> impl IntoView {
    let stage = Memo::new(move |_| run.with(|run| run.stage()));
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
    view! {
        <div class="run">
            <Water thawed=Signal::derive(thawed)/>
            <p class="run__where">{where_now}</p>
            {move || match stage.get() {
                Stage::Before => view! {
                    <RatingsForm run=run title=words::BEFORE_TITLE lead=words::BEFORE_LEAD/>
                }
                .into_any(),
                Stage::Heavy => view! { <Heavy run=run/> }.into_any(),
                Stage::Step(at) => view! { <Step exercise=exercise at=at run=run/> }.into_any(),
                Stage::After => view! {
                    <RatingsForm run=run title=words::AFTER_TITLE lead=words::AFTER_LEAD/>
                }
                .into_any(),
            }}
            <Exits exercise=exercise run=run stage=stage/>
        </div>
    }
}
