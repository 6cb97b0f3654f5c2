//! The frame of every exercise: ratings before and after, the steps between
//! them, and the ways out, which stand on every step.

use crate::browser::page;
use crate::core::content::exercises::Exit;
use crate::core::content::words::exercise as words;
use crate::core::content::words::shell as shell_words;
use crate::core::exercise::{Next, Stage};
use crate::core::rating::{Rating, Ratings};
use crate::core::route::Route;
use crate::state::here;
use crate::state::notice::NoticeState;
use crate::state::place::PlaceState;
use crate::state::run::RunState;
use crate::state::signals::Memo;
use crate::ui::parts::button::{button, buttons, link, quiet_button, sun_button};
use crate::ui::parts::radios::Legend;
use crate::ui::parts::rating::rating_scale;
use crate::ui::parts::step::step_body;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// The heading of a stage; it takes the focus when the stage comes.
fn stage_title(title: &'static str) -> Element {
    el("h2").class("stage__title").attr("tabindex", "-1").child(title)
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
        Self { run, notice: here().notice, place: here().place }
    }

    /// Saves it, and goes where it leads.
    pub fn finish(self) {
        if let Some(finished) = self.run.finish() {
            let (said, next) = match finished.next {
                Next::Entry => (words::SAVED, Route::Entry(finished.entry)),
                Next::Steady => (words::SETTLE_LEAD, Route::Steady),
                Next::Support => (words::SETTLE_SUPPORT, Route::Support),
            };
            self.notice.say(said);
            self.place.replace(&next);
        }
    }

    /// Leaves it; nothing is kept.
    pub fn leave(self) {
        if self.run.leave().is_err() {
            return;
        }
        self.notice.say(words::LEFT);
        let back = self.run.follows().map_or(Route::Exercises, Route::Entry);
        self.place.replace(&back);
    }
}

/// Puts the focus on the heading of the stage that has come.
pub fn focus_stage() {
    crate::browser::timers::after(0, || page::focus(".stage__title")).leave_running();
}

/// Distress and energy, before or after, under a heading and what is asked.
pub fn ratings_form(run: RunState, title: &'static str, lead: &'static str) -> View {
    let ratings = Memo::new(move || run.with(|run| run.ratings_here()));
    let rate = move |change: fn(&mut Ratings, Option<Rating>), rating| {
        let mut next = ratings.get_untracked();
        change(&mut next, rating);
        run.change(|_, run| run.rate(next));
    };
    let distress = rating_scale(
        Legend::Shown(words::DISTRESS.to_owned()),
        "distress",
        (words::DISTRESS_LOW, words::DISTRESS_HIGH),
        move || ratings.get().distress,
        move |rating| rate(|ratings, rating| ratings.distress = rating, rating),
    );
    let energy = rating_scale(
        Legend::Shown(words::ENERGY.to_owned()),
        "energy",
        (words::ENERGY_LOW, words::ENERGY_HIGH),
        move || ratings.get().energy,
        move |rating| rate(|ratings, rating| ratings.energy = rating, rating),
    );
    views![stage_title(title), el("p").child(lead), distress, energy]
}

/// Distress is 8 or more: Steady ground and Support come first, or before
/// Steady ground itself Support alone. Nothing is blocked.
pub fn heavy(run: RunState) -> View {
    let settles = run.exercise().settles;
    let steady =
        (!settles).then(|| link(&Route::Steady, words::HEAVY_STEADY).class("button button--sun"));
    let support = link(&Route::Support, words::HEAVY_SUPPORT);
    let support = support.class(if settles { "button button--sun" } else { "button" });
    let on = quiet_button(words::HEAVY_ON).on_click(move || run.go_on());
    let lead = el("p").child(if settles { words::HEAVY_LEAD_SUPPORT } else { words::HEAVY_LEAD });
    views![stage_title(words::HEAVY_TITLE), lead, buttons(views![steady, support, on])]
}

/// The step of this number, from 0.
pub fn step(at: usize, run: RunState) -> View {
    let Some(step) = run.with_now(|now| now.steps(run.exercise()).get(at)) else {
        return View::Nothing;
    };
    views![stage_title(step.question), step_body(step, run)]
}

/// The end of a follow-up, which asks for no ratings.
pub fn end() -> View {
    views![stage_title(words::LATER_TITLE), el("p").child(words::LATER_LEAD)]
}

/// The ways on and out of a run, at the stage where it stands.
pub fn exits(run: RunState, stage: Memo<Stage>) -> Element {
    let ending = Ending::of(run);
    let save = at_stages(
        stage,
        |stage| stage == Stage::After,
        move || sun_button(words::SAVE).on_click(move || ending.finish()),
    );
    let next = at_stages(
        stage,
        |stage| matches!(stage, Stage::Before | Stage::Step(_)),
        move || sun_button(words::NEXT).on_click(move || run.go_on()),
    );
    let back = at_stages(
        stage,
        match run.follows() {
            None => |stage| stage != Stage::Before,
            Some(_) => |stage| stage != Stage::Step(0),
        },
        move || button(words::BACK).on_click(move || run.go_back()),
    );
    let finish_here = at_stages(
        stage,
        |stage| matches!(stage, Stage::Step(_)),
        move || quiet_button(words::FINISH_HERE).on_click(move || run.finish_here()),
    );
    let outs: View = run.exercise().exits.iter().map(|exit| out(*exit, run, stage)).collect();
    el("div")
        .class("exits")
        .child(buttons(views![save, next, back]))
        .child(el("div").class("buttons exits__outs").child(outs).child(finish_here))
}

/// A button that is there at some stages. It stays the same button from one of
/// them to the next, so that it keeps the focus.
fn at_stages(
    stage: Memo<Stage>,
    which: fn(Stage) -> bool,
    make: impl Fn() -> Element + 'static,
) -> View {
    let there = Memo::new(move || which(stage.get()));
    live(move || there.get().then(&make))
}

fn out(exit: Exit, run: RunState, stage: Memo<Stage>) -> View {
    let ending = Ending::of(run);
    match exit {
        Exit::Settle => {
            link(&Route::Steady, shell_words::SETTLE).class("button button--quiet").into()
        }
        Exit::Skip => {
            let skip = move || {
                let last = stage.get_untracked() == Stage::After;
                run.skip();
                if last {
                    ending.finish();
                }
            };
            at_stages(
                stage,
                |stage| stage != Stage::Heavy,
                move || quiet_button(words::SKIP).on_click(skip),
            )
        }
        Exit::Leave => quiet_button(words::LEAVE).on_click(move || ending.leave()).into(),
    }
}
