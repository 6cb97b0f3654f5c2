//! A day and a time, and a reminder of it as a file for a calendar.

use super::button::button;
use super::field::labelled;
use crate::browser::{clock, files, random};
use crate::core::answer::{Answer, When};
use crate::core::content::exercises::Step;
use crate::core::content::words::exercise as words;
use crate::core::day::Day;
use crate::core::ics::{Reminder, hour_minute};
use crate::state::here;
use crate::state::run::RunState;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::untrack;

/// The day and the time of a step.
pub fn when(step: &'static Step, minutes: u8, words_from: &'static str, run: RunState) -> View {
    let day = move || now(run.get(step.id)).map(|when| when.day);
    // The time waits here for its day.
    let before = now(run.get_now(step.id));
    let time = RwSignal::new(before.map_or_else(String::new, |when| when.time));
    let tell = move |day: Option<Day>| {
        let when = day.map(|day| When { day, time: time.get_untracked() });
        run.answer(step, when.map(Answer::When));
    };
    let day_field = day_field(words::DAY, step.id, day, tell);
    let time_field = el("input")
        .class("field__line field__time")
        .attr("type", "time")
        .attr("autocomplete", "off")
        .value(move || time.get())
        .on("input", move |event| {
            time.set(event.value());
            tell(untrack(day));
        });
    let time_field = labelled(words::TIME.to_owned(), format!("{}-time", step.id), time_field);
    let has_day = Memo::new(move || day().is_some());
    let reminder = live(move || has_day.get().then(|| reminder(step, minutes, words_from, run)));
    views![el("div").class("when").child(day_field).child(time_field), reminder]
}

fn now(answer: Option<Answer>) -> Option<When> {
    match answer {
        Some(Answer::When(when)) => Some(when),
        _ => None,
    }
}

/// A field for a day.
pub fn day_field(
    label: &'static str,
    id: &str,
    day: impl Fn() -> Option<Day> + 'static,
    set: impl Fn(Option<Day>) + 'static,
) -> Element {
    let field = el("input")
        .class("field__line field__day")
        .attr("type", "date")
        .attr("autocomplete", "off")
        .value(move || day().map_or_else(String::new, |day| day.to_string()))
        .on("input", move |event| set(event.value().parse().ok()));
    labelled(label.to_owned(), format!("{id}-day"), field)
}

/// A file for a calendar, made here and saved by the person. It says a neutral
/// line, and the person's words only where they ask for it.
fn reminder(step: &'static Step, minutes: u8, words_from: &'static str, run: RunState) -> Element {
    let notice = here().notice;
    let with_words = RwSignal::new(false);
    let said = run.get_now(words_from).map_or_else(String::new, |answer| answer.in_one());
    let ask = (!said.is_empty()).then(|| {
        let tick = el("input")
            .attr("type", "checkbox")
            .attr("autocomplete", "off")
            .flag("checked", move || with_words.get())
            .on("change", move |event| with_words.set(event.is_checked()));
        el("label").class("switch").child(tick).child(el("span").child(words::REMINDER_WORDS))
    });
    let save = move || {
        let Some(when) = now(run.get_now(step.id)) else { return };
        let file = Reminder {
            id: &random::id().to_string(),
            made: clock::now(),
            day: when.day,
            time: hour_minute(&when.time),
            minutes,
            title: words::REMINDER_TITLE,
            words: if with_words.get_untracked() { &said } else { "" },
        };
        notice.say(match files::offer(words::REMINDER_FILE, "text/calendar", &file.file()) {
            Ok(()) => words::REMINDER_SAVED,
            Err(_) => words::REMINDER_NOT_SAVED,
        });
    };
    el("div")
        .class("reminder")
        .child(el("p").class("step__help").child(words::REMINDER_HELP))
        .child(ask)
        .child(button(words::REMINDER).on_click(save))
}
