//! A screen of an entry. While the journal is read, the entry may stand in a part
//! that is still to come: nothing is called gone before that.

use super::screen::screen;
use crate::core::content::words::journal as words;
use crate::core::entry::EntryId;
use crate::state::here;
use crate::state::signals::Memo;
use crate::ui::view::{View, el, live};
use leptos::prelude::untrack;

/// The screen that `make` makes, once the entry is there or everything is read.
pub fn once_read(
    id: EntryId,
    title: &'static str,
    name: &'static str,
    make: impl Fn() -> View + 'static,
) -> View {
    let (journal, tending) = (here().journal, here().tending);
    let settled =
        Memo::new(move || journal.with(|journal| journal.get(id).is_some()) || tending.is_read());
    live(move || match settled.get() {
        true => untrack(&make),
        false => screen(title, name, el("p").attr("role", "status").child(words::READING)),
    })
}
