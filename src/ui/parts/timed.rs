//! Writing for a time, from one question at a time. The time is told in whole
//! minutes and ends nothing: a sentence can be finished.

use super::button::button;
use super::field::writing_field;
use super::status::{heard, status};
use super::step::{part, write_part};
use crate::browser::timers::{self, Timer};
use crate::core::content::exercises::Step;
use crate::core::content::words::entry::minutes as in_minutes;
use crate::core::content::words::exercise as words;
use crate::state::run::RunState;
use crate::state::signals::{RwSignal, StoredValue};
use crate::ui::view::{Element, el, live};

const MINUTE_MS: i32 = 60_000;

/// The questions of a step, and the minutes, which begin with the first word.
pub fn timed(
    step: &'static Step,
    minutes: u8,
    prompts: &'static [&'static str],
    run: RunState,
) -> Element {
    let at = RwSignal::new(0_usize);
    let left = RwSignal::new(minutes);
    let timer = StoredValue::new(None::<Timer>);
    let begun = RwSignal::new(false);
    let begin = move || {
        if !begun.get_untracked() {
            begun.set(true);
            let tick = move || left.update(|left| *left = left.saturating_sub(1));
            timer.set_value(Some(timers::every(MINUTE_MS, tick)));
        }
    };
    let over = move || if left.get() == 0 { words::TIMED_OVER } else { "" };
    let still = move || match (begun.get(), left.get()) {
        (false, _) | (true, 0) => String::new(),
        (true, left) => words::breathe_left(&in_minutes(usize::from(left))),
    };
    let question = live(move || {
        let number = at.get();
        let prompt = prompts[number];
        let write = move |text| {
            begin();
            write_part(run, step, prompts, prompt, text);
        };
        let field = writing_field(
            prompt,
            format!("{}-{number}", step.id),
            move || part(run, step, prompt),
            write,
        );
        field.class("field timed__field")
    });
    let place = move || words::prompt_of(&(at.get() + 1).to_string(), &prompts.len().to_string());
    // The focus stays on the button, so that one can go through the questions.
    let asked = RwSignal::new("");
    let another = move || {
        at.update(|at| *at = (*at + 1) % prompts.len());
        asked.set(prompts[at.get_untracked()]);
    };
    el("div")
        .class("timed")
        .child(el("p").class("timed__place").text(place))
        .child(question)
        .child(button(words::PROMPT_ANOTHER).on_click(another))
        .child(heard(move || asked.get()))
        // Only the end of the time is heard by itself.
        .child(el("p").class("timed__left").text(still))
        .child(status(over).class("timed__left"))
}
