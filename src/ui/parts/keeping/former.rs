//! The version before: to be read, put back or let go.

use super::Doing;
use crate::browser::{clock, dates};
use crate::core::content::words::keeping as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::entry::Entry;
use crate::core::keeping::Act;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{button, buttons, quiet_button};
use crate::ui::view::{Element, View, el, live};
use crate::views;
use std::sync::Arc;

/// The version before of an entry, where it has one, drawn as entries are.
pub fn former(
    entry: &Arc<Entry>,
    doing: Doing,
    drawn: impl Fn(&Arc<Entry>) -> View,
) -> Option<Element> {
    let former = Arc::new(entry.former.as_deref()?.clone());
    let other_day = (former.day != entry.day)
        .then(|| el("p").child(words::former_day(&dates::long(former.day, LANGUAGE))));
    let revision = former.revision;
    let back = move || doing.act(Act::PutBack(revision), words::FORMER_BACK_SAID);
    let asked = RwSignal::new(false);
    let let_go = quiet_button(words::FORMER_GO)
        .live_attr("aria-expanded", move || asked.get())
        .on_click(move || asked.set(true));
    let whole = entry.clone();
    let sure = live(move || asked.get().then(|| sure(&whole, asked, doing)));
    Some(
        el("details")
            .class("keeping former")
            .child(el("summary").child(words::FORMER))
            .child(el("p").child(words::FORMER_LEAD))
            .child(el("div").class("former__words quoted").child(other_day).child(drawn(&former)))
            .child(buttons(views![button(words::FORMER_BACK).on_click(back), let_go]))
            .child(sure),
    )
}

fn sure(entry: &Arc<Entry>, asked: RwSignal<bool>, doing: Doing) -> Element {
    let entry = entry.clone();
    let go = move || {
        let without = entry.letting_go(clock::now());
        let saved = doing.states.journal.save_without_former(without);
        doing.told(saved.map(|_| Vec::new()), words::FORMER_GONE);
    };
    el("div")
        .class("sure")
        .attr("role", "group")
        .attr("aria-label", words::FORMER_SURE)
        .child(el("p").attr("role", "alert").child(words::FORMER_SURE))
        .child(button(words::FORMER_NO).on_click(move || asked.set(false)))
        .child(quiet_button(words::FORMER_YES).on_click(go))
}
