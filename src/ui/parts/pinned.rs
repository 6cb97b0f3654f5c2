//! What is kept at the top of the journal.

use super::entry_row::entry_row;
use crate::browser::clock;
use crate::core::content::words::keeping as words;
use crate::core::route::Route;
use crate::state::here;
use crate::ui::parts::button::link;
use crate::ui::view::{View, el, live};
use crate::views;

/// Pinned entries, where there are any.
pub fn pinned() -> View {
    let journal = here().journal;
    live(move || {
        journal.with(|journal| {
            let pinned = journal.pinned(clock::now().day());
            (!pinned.is_empty()).then(|| {
                let rows: View =
                    pinned.iter().map(|entry| el("li").child(entry_row(entry))).collect();
                let title = el("h2").attr("id", "pinned").child(words::PINNED_TITLE);
                let list = el("ul").class("rows").child(rows);
                el("section").attr("aria-labelledby", "pinned").child(views![title, list])
            })
        })
    })
}

/// The way to what was written on this day in earlier years.
pub fn on_this_day() -> View {
    el("p").child(link(&Route::OnThisDay, words::DAY_LINK)).into()
}
