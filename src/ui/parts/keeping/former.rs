//! The version before: to be read, put back or let go.

use super::Doing;
use crate::browser::dates;
use crate::core::content::words::keeping as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::entry::Entry;
use crate::core::keeping::Act;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{button, buttons, quiet_button};
use crate::ui::parts::trouble::words_of;
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
    let sure = live(move || asked.get().then(|| sure(asked, doing)));
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

/// It is asked first, for nothing takes it back.
fn sure(asked: RwSignal<bool>, doing: Doing) -> Element {
    let Doing { id, states } = doing;
    let go = move || match states.let_go(id) {
        Ok(()) => states.notice.say(words::FORMER_GONE),
        Err(why) => states.notice.say(words_of(&why)),
    };
    el("div")
        .class("sure")
        .attr("role", "group")
        .attr("aria-label", words::FORMER_SURE)
        .child(el("p").attr("role", "alert").child(words::FORMER_SURE))
        .child(button(words::FORMER_NO).on_click(move || asked.set(false)))
        .child(quiet_button(words::FORMER_YES).on_click(go))
}
