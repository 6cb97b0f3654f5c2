//! The frame of every exercise: ratings before and after, the steps between
//! them, and the ways out, which stand on every step.

use crate::browser::page;
use crate::core::content::exercises::Exit;
use crate::core::content::words::exercise as words;
use crate::core::content::words::{shell as shell_words, sit as sit_words};
use crate::core::exercise::{Next, Run, Stage};
use crate::core::route::Route;
use crate::state::here;
use crate::state::notice::NoticeState;
use crate::state::place::PlaceState;
use crate::state::run::RunState;
use crate::state::signals::Memo;
use crate::ui::parts::button::{button, buttons, link, quiet_button, sun_button};
use crate::ui::parts::rating::ratings;
use crate::ui::parts::step::step_body;
use crate::ui::parts::word_picker::said;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// The heading of a stage; it takes the focus when the stage comes.
pub fn stage_title(title: &'static str) -> Element {
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

    /// Goes on, or says why a word that is typed cannot be added.
    pub fn go_on(self) {
        if let Err(why) = self.run.go_on() {
            self.notice.say(said(why));
        }
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

    /// Saves what there is and goes, from wherever it stands.
    fn keep(self) {
        if let Err(why) = self.run.add_typed() {
            return self.notice.say(said(why));
        }
        match self.run.with_now(|run| run.is_blank()) {
            true => self.leave(),
            false => self.finish(),
        }
    }

    /// Leaves it; nothing is kept. Where it is hard, that leads where it always
    /// does.
    pub fn leave(self) {
        let (said, next) = match self.run.with_now(Run::leads_to) {
            Next::Entry => (words::LEFT, self.back()),
            Next::Steady => (words::LEFT_HARD, Route::Steady),
            Next::Support => (words::LEFT_HARD, Route::Support),
        };
        if self.run.leave(said).is_ok() {
            self.place.replace(&next);
        }
    }

    /// Where it was begun.
    fn back(self) -> Route {
        match (self.run.follows(), self.run.is_sit()) {
            (Some(entry), _) => Route::Entry(entry),
            (None, true) => Route::Home,
            (None, false) => Route::Exercises,
        }
    }
}

/// Puts the focus on the heading of the stage that has come.
pub fn focus_stage() {
    crate::browser::timers::after(0, || page::go_to(".stage__title")).leave_running();
}

/// Distress and energy, before or after, under a heading and what is asked.
pub fn ratings_form(run: RunState, title: &'static str, lead: &'static str) -> View {
    let now = Memo::new(move || run.with(|run| run.ratings_here()));
    let fields = ratings(now, move |next| run.change(|run| run.rate(next)));
    views![stage_title(title), el("p").child(lead), fields]
}

/// Distress is 8 or more: Steady ground and Support come first, or before
/// Steady ground itself Support alone. Nothing is blocked.
pub fn heavy(run: RunState) -> View {
    let settles = run.known_now().is_some_and(|known| known.settles());
    let steady =
        (!settles).then(|| link(&Route::Steady, words::HEAVY_STEADY).class("button button--sun"));
    let support = link(&Route::Support, words::HEAVY_SUPPORT);
    let support = support.class(if settles { "button button--sun" } else { "button" });
    let ending = Ending::of(run);
    let on = quiet_button(words::HEAVY_ON).on_click(move || ending.go_on());
    let lead = el("p").child(if settles { words::HEAVY_LEAD_SUPPORT } else { words::HEAVY_LEAD });
    views![stage_title(words::HEAVY_TITLE), lead, buttons(views![steady, support, on])]
}

/// The step that it stands at.
pub fn step(run: RunState) -> View {
    let Some(step) = run.with_now(|run| run.step_here()) else {
        return View::Nothing;
    };
    views![stage_title(step.question), step_body(step, run)]
}

/// The end of a follow-up, which asks for no ratings.
pub fn end() -> View {
    views![stage_title(words::LATER_TITLE), el("p").child(words::LATER_LEAD)]
}

/// The ways on and out of a run, at the stage where it stands.
pub fn exits(run: RunState) -> Element {
    let ending = Ending::of(run);
    let is_at_end = move || run.with(Run::is_at_end);
    // An offer goes on by what is chosen.
    let goes_on = |stage| !matches!(stage, Stage::Heavy | Stage::Offer | Stage::Settle);
    let save =
        while_there(is_at_end, move || sun_button(words::SAVE).on_click(move || ending.finish()));
    let next = while_there(
        move || !is_at_end() && run.with(|run| goes_on(run.stage())),
        move || sun_button(words::NEXT).on_click(move || ending.go_on()),
    );
    let back = while_there(
        move || !run.with(Run::is_at_start),
        move || button(words::BACK).on_click(move || run.go_back()),
    );
    let finish_here = while_there(
        move || run.with(|run| matches!(run.stage(), Stage::Step(_))),
        move || quiet_button(words::FINISH_HERE).on_click(move || run.finish_here()),
    );
    let keep = run.is_sit().then(|| quiet_button(sit_words::KEEP).on_click(move || ending.keep()));
    let exits = run.known_now().map_or(&[][..], |known| known.exits());
    let outs: View = exits.iter().map(|exit| out(*exit, run)).collect();
    el("div")
        .class("exits")
        .child(buttons(views![save, next, back]))
        .child(el("div").class("buttons exits__outs").child(outs).child(finish_here).child(keep))
}

/// A button that is there at some stages. It stays the same button from one of
/// them to the next, so that it keeps the focus.
fn while_there(
    is_there: impl Fn() -> bool + Send + Sync + 'static,
    make: impl Fn() -> Element + 'static,
) -> View {
    let there = Memo::new(is_there);
    live(move || there.get().then(&make))
}

fn out(exit: Exit, run: RunState) -> View {
    let ending = Ending::of(run);
    match exit {
        Exit::Settle => {
            link(&Route::Steady, shell_words::SETTLE).class("button button--quiet").into()
        }
        Exit::Skip => {
            let skip = move || {
                let last = run.with_now(Run::is_at_end);
                run.skip();
                if last {
                    ending.finish();
                }
            };
            // Nobody skips words away that are the entry's own.
            let can_skip = |stage| {
                !matches!(stage, Stage::Heavy | Stage::Offer | Stage::Settle | Stage::Words)
            };
            while_there(
                move || run.with(|run| can_skip(run.stage())),
                move || quiet_button(words::SKIP).on_click(skip),
            )
        }
        Exit::Leave => quiet_button(words::LEAVE).on_click(move || ending.leave()).into(),
    }
}
