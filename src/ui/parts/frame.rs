//! The frame of every exercise: ratings before and after, the steps between
//! them, and the ways out, which stand on every step.

use crate::browser::page;
use crate::core::content::exercises::{Exercise, Exit};
use crate::core::content::words::exercise as words;
use crate::core::content::words::shell as shell_words;
use crate::core::exercise::Stage;
use crate::core::rating::Ratings;
use crate::core::route::Route;
use crate::state::notice::NoticeState;
use crate::state::place::PlaceState;
use crate::state::run::RunState;
use crate::ui::parts::rating::RatingScale;
use crate::ui::parts::step::StepFields;
use leptos::prelude::*;

/// The heading of a stage; it takes the focus when the stage comes.
#[component]
pub fn StageTitle(
    /// The heading.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    view! { <h2 class="stage__title" tabindex="-1">{title}</h2> }
}

/// What comes after a run: its entry, or Steady ground where it is hard.
#[derive(Clone, Copy)]
pub struct Ending {
    run: RunState,
    notice: NoticeState,
    place: PlaceState,
}

impl Ending {
    /// The ending of a run.
    pub fn of(run: RunState) -> Self {
        Self { run, notice: expect_context(), place: expect_context() }
    }

    /// Saves it, and goes where it leads.
    pub fn finish(self) {
        if let Some(finished) = self.run.finish() {
            let (said, next) = if finished.settle {
                (words::SETTLE_LEAD, Route::Steady)
            } else {
                (words::SAVED, Route::Entry(finished.entry))
            };
            self.notice.say(said);
            self.place.replace(&next);
        }
    }

    /// Leaves it; nothing is kept.
    pub fn leave(self) {
        self.run.leave();
        self.notice.say(words::LEFT);
        self.place.replace(&Route::Exercises);
    }
}

/// Puts the focus on the heading of the stage that has come.
pub fn focus_stage() {
    crate::browser::timers::after(0, || page::focus(".stage__title")).leave_running();
}

/// Distress and energy, before or after.
#[component]
pub fn RatingsForm(
    /// The run.
    run: RunState,
    /// The heading.
    title: &'static str,
    /// What is asked.
    lead: &'static str,
) -> impl IntoView {
    let ratings = Memo::new(move |_| run.with(|run| run.ratings_here()));
    let rate = move |change: fn(&mut Ratings, Option<_>), rating| {
        let mut next = ratings.get_untracked();
        change(&mut next, rating);
        run.change(|_, run| run.rate(next));
    };
    let rate_distress = move |rating| rate(|ratings, rating| ratings.distress = rating, rating);
    let rate_energy = move |rating| rate(|ratings, rating| ratings.energy = rating, rating);
    view! {
        <StageTitle title=title/>
        <p>{lead}</p>
        <RatingScale
            question=words::DISTRESS
            name="distress"
            low=words::DISTRESS_LOW
            high=words::DISTRESS_HIGH
            value=Signal::derive(move || ratings.get().distress)
            on_rate=Callback::new(rate_distress)
        />
        <RatingScale
            question=words::ENERGY
            name="energy"
            low=words::ENERGY_LOW
            high=words::ENERGY_HIGH
            value=Signal::derive(move || ratings.get().energy)
            on_rate=Callback::new(rate_energy)
        />
    }
}

/// Distress is 8 or more: Steady ground and Support come first. Nothing is
/// blocked.
#[component]
pub fn Heavy(
    /// The run.
    run: RunState,
) -> impl IntoView {
    view! {
        <StageTitle title=words::HEAVY_TITLE/>
        <p>{words::HEAVY_LEAD}</p>
        <div class="buttons">
            <a class="button button--sun" href=Route::Steady.to_string()>{words::HEAVY_STEADY}</a>
            <a class="button" href=Route::Support.to_string()>{words::HEAVY_SUPPORT}</a>
            <button class="button button--quiet" type="button" on:click=move |_| run.go_on()>
                {words::HEAVY_ON}
            </button>
        </div>
    }
}

/// One step.
#[component]
pub fn Step(
    /// The exercise.
    exercise: &'static Exercise,
    /// The number of the step, from 0.
    at: usize,
    /// The run.
    run: RunState,
) -> impl IntoView {
    exercise.steps.get(at).map(|step| {
        let help = (!step.help.is_empty()).then(|| view! { <p class="step__help">{step.help}</p> });
        view! {
            <StageTitle title=step.question/>
            {help}
            <StepFields step=step run=run/>
        }
    })
}

/// The ways on and out.
#[component]
pub fn Exits(
    /// The exercise.
    exercise: &'static Exercise,
    /// The run.
    run: RunState,
    /// Where it stands.
    stage: Memo<Stage>,
) -> impl IntoView {
    let ending = Ending::of(run);
    let on = move || match stage.get() {
        Stage::Heavy => None,
        Stage::After => Some(view! {
            <button class="button button--sun" type="button" on:click=move |_| ending.finish()>
                {words::SAVE}
            </button>
        }
        .into_any()),
        Stage::Before | Stage::Step(_) => Some(view! {
            <button class="button button--sun" type="button" on:click=move |_| run.go_on()>
                {words::NEXT}
            </button>
        }
        .into_any()),
    };
    let back = move || {
        (stage.get() != Stage::Before).then(|| view! {
            <button class="button" type="button" on:click=move |_| run.go_back()>
                {words::BACK}
            </button>
        })
    };
    let outs: Vec<_> =
        exercise.exits.iter().map(|exit| view! { <Out exit=*exit run=run stage=stage/> }).collect();
    view! {
        <div class="exits">
            <div class="buttons">{on} {back}</div>
            <div class="buttons exits__outs">
                {outs}
                {move || matches!(stage.get(), Stage::Step(_)).then(|| view! {
                    <button
                        class="button button--quiet"
                        type="button"
                        on:click=move |_| run.finish_here()
                    >
                        {words::FINISH_HERE}
                    </button>
                })}
            </div>
        </div>
    }
}

#[component]
fn Out(exit: Exit, run: RunState, stage: Memo<Stage>) -> impl IntoView {
    let ending = Ending::of(run);
    match exit {
        Exit::Settle => view! {
            <a class="button button--quiet" href=Route::Steady.to_string()>
                {shell_words::SETTLE}
            </a>
        }
        .into_any(),
        Exit::Skip => {
            let skip = move |_| {
                run.skip();
                if stage.get_untracked() == Stage::After {
                    ending.finish();
                }
            };
            (move || {
                (stage.get() != Stage::Heavy).then(|| view! {
                    <button class="button button--quiet" type="button" on:click=skip>
                        {words::SKIP}
                    </button>
                })
            })
            .into_any()
        }
        Exit::Leave => view! {
            <button class="button button--quiet" type="button" on:click=move |_| ending.leave()>
                {words::LEAVE}
            </button>
        }
        .into_any(),
    }
}
