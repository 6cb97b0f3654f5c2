//! The words themselves: the field, the same as it is read, and nothing but
//! them where that is wanted.

use super::{Editing, Late, soon};
use crate::browser::{page, timers};
use crate::core::content::words::write as words;
use crate::core::settings::Command;
use crate::state::here;
use crate::state::signals::RwSignal;
use crate::ui::pages::settings::{spelling, text_size};
use crate::ui::parts::button::quiet_button;
use crate::ui::parts::field::writing_field;
use crate::ui::parts::markdown::{OnTick, markdown};
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::on_cleanup;
use std::rc::Rc;

/// The id of the field for the words.
pub const FIELD: &str = "words";

pub(super) const FIELD_SELECTOR: &str = "#words";
const READ_SELECTOR: &str = "#as-read";

/// How the words are looked at.
#[derive(Clone, Copy)]
pub struct Looking {
    editing: Editing,
    /// What stands in the field where it was not typed there: writing it back
    /// with every key would cost as much again.
    given: RwSignal<String>,
    reading: RwSignal<bool>,
    alone: RwSignal<bool>,
}

impl Looking {
    fn switch_reading(self) {
        let reading = !self.reading.get_untracked();
        self.reading.set(reading);
        let goes_to = if reading { READ_SELECTOR } else { FIELD_SELECTOR };
        timers::after(0, move || page::focus(goes_to)).leave_running();
    }

    fn set_alone(self, alone: bool) {
        self.alone.set(alone);
        page::set_root("alone", if alone { "true" } else { "false" });
        let goes_to = if self.reading.get_untracked() { READ_SELECTOR } else { FIELD_SELECTOR };
        page::focus(goes_to);
    }

    fn set_text(self, text: String) {
        self.editing.change(|writing| writing.text = text);
    }
}

/// The words, with the ways to look at them, and what was written in the steps
/// of an exercise.
pub(super) fn page(editing: Editing) -> Element {
    let given = editing.writing.with_untracked(|writing| writing.text.clone());
    let looking = Looking {
        editing,
        given: RwSignal::new(given),
        reading: RwSignal::new(false),
        alone: RwSignal::new(false),
    };
    let keys = here().keys;
    keys.types_into(FIELD_SELECTOR);
    keys.on(Command::Read, move || looking.switch_reading());
    keys.on(Command::Focus, move || looking.set_alone(!looking.alone.get_untracked()));
    keys.on_escape(move || {
        if looking.alone.get_untracked() {
            looking.set_alone(false);
        }
    });
    on_cleanup(|| page::set_root("alone", "false"));
    el("div")
        .class("editor__page")
        .child(ways(looking))
        .child(fields(looking).live_attr("hidden", move || looking.reading.get().then_some("")))
        .child(live(move || looking.reading.get().then(|| soon(Late::AsRead(looking)))))
}

/// The ways to look at the words.
fn ways(looking: Looking) -> Element {
    let read = quiet_button(words::READ)
        .live_attr("aria-pressed", move || looking.reading.get())
        .on_click(move || looking.switch_reading());
    let alone = quiet_button(words::FOCUS)
        .live_attr("aria-pressed", move || looking.alone.get())
        .on_click(move || looking.set_alone(!looking.alone.get_untracked()));
    let more = soon(Late::More);
    el("div").class("editor__ways").child(read).child(alone).child(more)
}

/// How the field looks and what it checks, and the signs that mean something.
pub(super) fn more() -> Element {
    el("details")
        .class("editor__more")
        .child(el("summary").child(words::MORE))
        .child(text_size())
        .child(spelling())
        .child(el("p").class("field__support").child(words::MARKDOWN))
}

fn fields(looking: Looking) -> Element {
    let text = writing_field(
        words::LABEL,
        FIELD,
        move || looking.given.get(),
        move |text| looking.set_text(text),
    );
    el("div").class("editor__fields").child(text).child(notes(looking.editing))
}

/// What was written in the steps of an exercise.
fn notes(editing: Editing) -> View {
    let questions: Vec<String> = editing
        .writing
        .with_untracked(|writing| writing.notes.iter().map(|note| note.question.clone()).collect());
    questions.into_iter().enumerate().map(|(at, question)| note(editing, at, question)).collect()
}

fn note(editing: Editing, at: usize, question: String) -> Element {
    let writing = editing.writing;
    let text = move || {
        let text = writing.with(|writing| writing.notes.get(at).map(|note| note.text.clone()));
        text.unwrap_or_default()
    };
    let write = move |text| {
        editing.change(|writing| {
            if let Some(note) = writing.notes.get_mut(at) {
                note.text = text;
            }
        });
    };
    writing_field(question, format!("note-{at}"), text, write)
}

/// The words as they are read. Boxes can be ticked here too.
pub(super) fn as_read(looking: Looking) -> Element {
    let writing = looking.editing.writing;
    let on_tick: OnTick = Rc::new(move |tick, done| {
        if let Some(text) = writing.with_untracked(|writing| tick.set(&writing.text, done)) {
            looking.given.set(text.clone());
            looking.set_text(text);
        }
    });
    let text = writing.with_untracked(|writing| writing.text.clone());
    let nothing = text.trim().is_empty().then(|| el("p").child(words::READ_NOTHING));
    el("div")
        .class("editor__read")
        .attr("id", "as-read")
        .attr("role", "region")
        .attr("aria-label", words::READ_LABEL)
        .attr("tabindex", "-1")
        .child(views![nothing, markdown(&text, Some(on_tick))])
}
