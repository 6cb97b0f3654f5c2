//! Entries that were put in the bin. They stay until a person deletes them.

use crate::browser::{clock, page, timers};
use crate::core::content::words::{
    journal as words, keeping as keeping_words, trouble as trouble_words,
};
use crate::core::entry::{Entry, EntryId};
use crate::core::journal::Journal;
use crate::core::keeping::long_binned;
use crate::core::vault::log::SaveError;
use crate::state::journal::JournalState;
use crate::state::notice::NoticeState;
use crate::state::signals::{Memo, RwSignal};
use crate::state::{States, here};
use crate::ui::parts::button::{button, buttons, quiet_button};
use crate::ui::parts::entry_row::{entry_row, name};
use crate::ui::parts::screen::screen;
use crate::ui::parts::trouble::{self, trouble};
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// What the rows of the bin do.
#[derive(Clone, Copy)]
struct Doing {
    states: States,
    journal: JournalState,
    notice: NoticeState,
    error: RwSignal<Option<SaveError>>,
    /// The entry that a person was asked about.
    asked: RwSignal<Option<EntryId>>,
}

impl Doing {
    fn take_back(self, id: EntryId) {
        self.done(self.journal.unbin(id), words::TAKEN_BACK);
    }

    fn remove(self, id: EntryId) {
        self.done(self.states.remove(id), words::REMOVED);
    }

    fn remove_all(self, ids: Vec<EntryId>) {
        self.states.remove_all(ids, move |gone, stopped| {
            // The screen may have been left meanwhile; the line above it stays.
            self.notice.say(match stopped {
                None => keeping_words::emptied(gone),
                Some(why) => trouble::words_of(&why),
            });
        });
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
        states: here(),
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
            live(move || doing.journal.with(|journal| long_there(journal, doing))),
            live(move || doing.journal.with(|journal| rows(&journal.binned(), doing))),
        ],
    )
}

/// What was here for 30 days or more is offered for emptying, and asked about.
fn long_there(journal: &Journal, doing: Doing) -> Option<Element> {
    let today = clock::now().day();
    let ids: Vec<EntryId> = long_binned(journal, today).iter().map(|entry| entry.id).collect();
    if ids.is_empty() {
        return None;
    }
    let count = ids.len();
    let asked = RwSignal::new(false);
    let empty = button(keeping_words::EMPTY)
        .live_attr("aria-expanded", move || asked.get())
        .on_click(move || asked.set(true));
    let sure = live(move || {
        let ids = ids.clone();
        asked.get().then(|| {
            el("div")
                .class("sure")
                .attr("role", "group")
                .attr("aria-label", keeping_words::empty_sure(count))
                .child(el("p").attr("role", "alert").child(keeping_words::empty_sure(count)))
                .child(button(keeping_words::EMPTY_NO).on_click(move || asked.set(false)))
                .child(
                    quiet_button(keeping_words::EMPTY_YES)
                        .on_click(move || doing.remove_all(ids.clone())),
                )
        })
    });
    let offer = el("section")
        .class("bin__offer")
        .child(el("p").child(keeping_words::empty_offer(count)))
        .child(el("p").class("step__help").child(keeping_words::EMPTY_LEAD))
        .child(empty)
        .child(sure);
    Some(offer)
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
        .attr("data-remove", id.to_string())
        .live_attr("aria-expanded", move || asked.get())
        .on_click(move || doing.asked.set(Some(id)));
    el("li")
        .class("bin__row")
        .child(entry_row(entry))
        .child(buttons(views![take_back, remove]))
        .child(live(move || asked.get().then(|| sure(id, doing))))
}

fn sure(id: EntryId, doing: Doing) -> Element {
    let keep = move || {
        doing.asked.set(None);
        // Back to the button that asked, once the question is gone.
        timers::after(0, move || page::focus(&format!("[data-remove='{id}']"))).leave_running();
    };
    el("div")
        .class("sure")
        .attr("role", "group")
        .attr("aria-label", words::REMOVE_SURE)
        .child(el("p").attr("role", "alert").child(words::REMOVE_SURE))
        .child(button(words::REMOVE_NO).on_click(keep))
        .child(quiet_button(words::REMOVE_YES).on_click(move || doing.remove(id)))
}
