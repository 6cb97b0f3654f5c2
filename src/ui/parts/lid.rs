//! A drawn box that shuts on what was written: open, shut until a day, or with
//! nothing left in it.

use super::button::{button, quiet_button};
use super::radios::{RadioOption, radios};
use super::status::status;
use super::step::legend;
use super::when::day_field;
use crate::browser::clock;
use crate::core::answer::{Answer, Lid};
use crate::core::content::exercises::Step;
use crate::core::content::words::exercise as words;
use crate::core::day::Day;
use crate::state::run::RunState;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::view::{Element, View, drawn, el, live};
use crate::views;

const OPEN: &str = "open";
const UNTIL: &str = "until";

/// A lid starts out shut for so many days.
const USUAL_DAYS: i32 = 30;

/// The lid of a step, over the words of earlier ones.
pub fn lid(step: &'static Step, over: &'static [&'static str], run: RunState) -> View {
    let now = move || match run.get(step.id) {
        Some(Answer::Lid(lid)) => Some(lid),
        _ => None,
    };
    let shut = move |lid: Lid| run.answer(step, Some(Answer::Lid(lid)));
    let usual = || clock::now().day().plus_days(USUAL_DAYS);
    let choose = move |id: String| match (id.as_str(), usual()) {
        (UNTIL, Some(day)) => shut(Lid::Until(day)),
        _ => shut(Lid::Open),
    };
    let chosen = move || match now()? {
        Lid::Open => Some(OPEN.to_owned()),
        Lid::Until(_) => Some(UNTIL.to_owned()),
        Lid::Gone => None,
    };
    let option = |id: &str, label: &str| RadioOption { id: id.to_owned(), label: label.to_owned() };
    let options = vec![option(OPEN, words::LID_OPEN), option(UNTIL, words::LID_UNTIL)];
    let is_gone = Memo::new(move || now() == Some(Lid::Gone));
    let is_until = Memo::new(move || matches!(now(), Some(Lid::Until(_))));
    let fields = live(move || -> View {
        if is_gone.get() {
            return View::Nothing;
        }
        let radios = radios(legend(step), step.id, options.clone(), chosen, choose);
        let day =
            live(move || is_until.get().then(|| until_field(step, move || until(now()), shut)));
        views![radios, day, never(shut)]
    });
    let holds = run.follows().is_some() || over.iter().any(|id| run.get_now(id).is_some());
    let gone = status(move || if is_gone.get() { words::LID_GONE } else { "" });
    views![drawing(holds, now), fields, gone]
}

fn until(lid: Option<Lid>) -> Option<Day> {
    match lid {
        Some(Lid::Until(day)) => Some(day),
        _ => None,
    }
}

fn until_field(
    step: &'static Step,
    day: impl Fn() -> Option<Day> + 'static,
    shut: impl Fn(Lid) + 'static,
) -> Element {
    let set = move |chosen: Option<Day>| {
        if let Some(day) = chosen {
            shut(Lid::Until(day));
        }
    };
    let help = el("p").class("step__help").child(words::LID_HELP);
    day_field(words::LID_DAY, step.id, day, set).child(help)
}

/// Words that are not to be kept are gone at once, so it is asked twice.
fn never(shut: impl Fn(Lid) + Copy + 'static) -> View {
    let asked = RwSignal::new(false);
    live(move || -> View {
        if !asked.get() {
            return quiet_button(words::LID_NEVER).on_click(move || asked.set(true)).into();
        }
        el("div")
            .class("sure")
            .attr("role", "group")
            .attr("aria-label", words::LID_SURE)
            .child(el("p").child(words::LID_SURE))
            .child(button(words::LID_SURE_NO).on_click(move || asked.set(false)))
            .child(quiet_button(words::LID_SURE_YES).on_click(move || shut(Lid::Gone)))
            .into()
    })
}

/// The box, which says nothing that the words beside it do not say.
fn drawing(holds: bool, now: impl Fn() -> Option<Lid> + 'static) -> Element {
    let path = |class: &'static str, line: &'static str| drawn("path").class(class).attr("d", line);
    let state = move || match now() {
        None | Some(Lid::Open) if holds => "open",
        None | Some(Lid::Open | Lid::Gone) => "empty",
        Some(Lid::Until(_)) => "shut",
    };
    drawn("svg")
        .class("lid")
        .attr("viewBox", "0 -34 166 140")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .live_attr("data-lid", state)
        .child(path(
            "lid__paper",
            "M47 50V17q33-3 66 1v32zM57 27q23-2 45 0M57 35q20 1 41 0M57 43q14-1 27 0",
        ))
        .child(path("lid__box", "M22 51q58 3 116-1l-4 51q-54 4-108 0z"))
        .child(path("lid__top", "M17 40q63 3 126-1l1 11q-64 4-128 1z"))
}
