//! What was put away until when, and what was opened: a list of days, shown
//! when it is asked for.

use super::said::short;
use crate::browser::clock;
use crate::core::content::words::look_back as words;
use crate::core::insight::lids::{PutAway, State, put_away};
use crate::core::route::Route;
use crate::state::here;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{button, link};
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// The list, behind a button.
pub(super) fn lids() -> View {
    let journal = here().journal;
    let asked = RwSignal::new(false);
    let list = live(move || match asked.get() {
        false => button(words::LIDS_SHOW).on_click(move || asked.set(true)).into(),
        true => list(&journal.with(|journal| put_away(journal, clock::now().day()))),
    });
    views![el("p").child(words::LIDS_LEAD), list]
}

fn list(all: &[PutAway]) -> View {
    if all.is_empty() {
        return el("p").child(words::LIDS_NONE).into();
    }
    let rows = el("ul").class("rows").child(all.iter().map(row).collect::<View>());
    views![el("h2").child(words::LIDS_LIST), rows]
}

fn row(put_away: &PutAway) -> Element {
    let day = short(put_away.day);
    let said = match put_away.state {
        State::Until(until) => words::lids_until(&day, &short(until)),
        State::OpenSince(since) => words::lids_open(&day, &short(since)),
        State::TakenOut => words::lids_out(&day),
    };
    el("li").child(link(&Route::Entry(put_away.id), said).class("line"))
}
