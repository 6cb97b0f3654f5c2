//! Entries that were put in the bin. They stay until a person deletes them.

use crate::core::content::words::{journal as words, trouble as trouble_words};
use crate::core::entry::{Entry, EntryId};
use crate::core::vault::log::SaveError;
use crate::state::here;
use crate::state::journal::JournalState;
use crate::state::notice::NoticeState;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::button::{button, buttons, quiet_button};
use crate::ui::parts::entry_row::{entry_row, name};
use crate::ui::parts::screen::screen;
use crate::ui::parts::trouble::trouble;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// What the rows of the bin do.
#[derive(Clone, Copy)]
struct Doing {
    journal: JournalState,
    notice: NoticeState,
    error: RwSignal<Option<SaveError>>,
    /// The entry that a person was asked about.
    asked: RwSignal<Option<EntryId>>,
}

impl Doing {
    fn take_back(self, id: EntryId) {
        self.done(self.journal.take_back(id), words::TAKEN_BACK);
    }

    fn remove(self, id: EntryId) {
        self.done(self.journal.remove(id), words::REMOVED);
    }

    fn done(self, result: Result<(), SaveError>, said: &'static str) {
        match result {
            Ok(()) => {
                self.error.set(None);
                self.notice.say(said);
            }
            Err(why) => self.error.set(Some(why)),
        }
    }
}

/// The bin.
pub fn bin() -> View {
    let doing = Doing {
        journal: here().journal,
        notice: here().notice,
        error: RwSignal::new(None),
        asked: RwSignal::new(None),
    };
    screen(
        words::BIN_TITLE,
        "bin",
        views![
            trouble(trouble_words::NOT_SAVED, move || doing.error.get()),
            live(move || doing.journal.with(|journal| rows(&journal.binned(), doing))),
        ],
    )
}

fn rows(binned: &[&Entry], doing: Doing) -> View {
    if binned.is_empty() {
        return el("p").child(words::BIN_EMPTY).into();
    }
    let rows: View = binned.iter().map(|entry| row(entry, doing)).collect();
    views![el("p").child(words::BIN_LEAD), el("ul").class("rows").child(rows)]
}

fn row(entry: &Entry, doing: Doing) -> Element {
    let id = entry.id;
    let name = name(entry);
    let asked = Memo::new(move || doing.asked.get() == Some(id));
    let take_back = button(words::TAKE_BACK)
        .attr("aria-label", words::take_back_name(&name))
        .on_click(move || doing.take_back(id));
    let remove = quiet_button(words::REMOVE)
        .attr("aria-label", words::remove_name(&name))
        .live_attr("aria-expanded", move || asked.get())
        .on_click(move || doing.asked.set(Some(id)));
    el("li")
        .class("bin__row")
        .child(entry_row(entry))
        .child(buttons(views![take_back, remove]))
        .child(live(move || asked.get().then(|| sure(id, doing))))
}

fn sure(id: EntryId, doing: Doing) -> Element {
    el("div")
        .class("sure")
        .attr("role", "group")
        .attr("aria-label", words::REMOVE_SURE)
        .child(el("p").attr("role", "alert").child(words::REMOVE_SURE))
        .child(button(words::REMOVE_NO).on_click(move || doing.asked.set(None)))
        .child(quiet_button(words::REMOVE_YES).on_click(move || doing.remove(id)))
}
