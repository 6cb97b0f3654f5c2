//! One entry, as it is read.

use crate::browser::{clock, dates, page, timers};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{
    entry as words, journal as journal_words, keeping as keeping_words, trouble as trouble_words,
};
use crate::core::entry::{Entry, EntryId, Kind};
use crate::core::keeping::Act;
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::notice::TakeBack;
use crate::state::signals::{Memo, RwSignal};
use crate::state::{States, here};
use crate::ui::parts::answers;
use crate::ui::parts::beside::{beside, how_it_was};
use crate::ui::parts::button::{button, buttons, link, quiet_button};
use crate::ui::parts::entry_row;
use crate::ui::parts::keeping::{self, Doing};
use crate::ui::parts::markdown::{OnTick, markdown};
use crate::ui::parts::once_read::once_read;
use crate::ui::parts::sat::sat;
use crate::ui::parts::screen::screen;
use crate::ui::parts::sealed::sealed;
use crate::ui::parts::trouble::trouble;
use crate::ui::view::{View, el, live};
use crate::views;
use std::rc::Rc;
use std::sync::Arc;

/// One entry.
pub fn entry(id: EntryId) -> View {
    once_read(id, words::TITLE_WRITING, "entry", move || there(id))
}

fn there(id: EntryId) -> View {
    let journal = here().journal;
    // Read anew when it changes, in this tab or in another.
    let entry = Memo::new(move || journal.get(id));
    live(move || match entry.get() {
        Some(entry) => read(&entry),
        None => gone(),
    })
}

/// What is not here.
pub fn gone() -> View {
    let journal = link(&Route::Journal, words::GONE_JOURNAL);
    screen(
        words::TITLE_WRITING,
        "entry",
        views![
            el("p").child(words::GONE),
            el("p").child(journal_words::ELSEWHERE),
            el("p").child(journal),
        ],
    )
}

/// One that was put away is opened by a second tap.
fn read(entry: &Entry) -> View {
    let today = clock::now().day();
    let day =
        el("time").attr("datetime", entry.day.to_string()).child(dates::long(entry.day, LANGUAGE));
    let open = RwSignal::new(!entry.is_sealed(today));
    let entry = Arc::new(entry.clone());
    let (title, whole) = (entry_row::kind(&entry), entry.clone());
    let error = RwSignal::new(None::<SaveError>);
    let drawn = RwSignal::new(0);
    let content = live(move || {
        drawn.get();
        if open.get() {
            let shown = content(&whole, on_tick(&whole, drawn));
            views![shown, later(&whole, open), actions(&whole, error), keep(&whole)]
        } else {
            let open_it = button(words::SEALED_OPEN).on_click(move || open.set(true));
            views![sealed(&whole), buttons(open_it)]
        }
    });
    screen(title, "entry", views![el("p").class("entry__day").child(day), content])
}

fn content(entry: &Arc<Entry>, on_tick: Option<OnTick>) -> View {
    let text = (!entry.text.is_empty()).then(|| markdown(&entry.text, on_tick));
    let (prompted, record) = match &entry.kind {
        Kind::Writing(prompted) => (prompted.as_ref(), None),
        Kind::CheckIn => (None, None),
        Kind::Exercise(record) => (None, Some(answers::record(record))),
        Kind::Sit(record) => (None, Some(sat(record))),
        Kind::Unknown(_) => (None, Some(el("p").child(words::NEWER).into())),
    };
    let prompted =
        prompted.map(|prompted| el("p").class("entry__question").child(prompted.question.clone()));
    views![entry.check_in.as_ref().map(how_it_was), prompted, text, beside(entry), record]
}

/// A box is ticked in the words. Of one in the bin nothing is changed.
fn on_tick(entry: &Entry, drawn: RwSignal<u32>) -> Option<OnTick> {
    let (states, id) = (here(), entry.id);
    entry.binned.is_none().then(|| -> OnTick {
        Rc::new(move |tick, done| {
            if let Err(why) = states.tick(id, tick, done) {
                states.notice.say(keeping::why_not(&why));
                // The box stands again as it is in the words.
                drawn.update(|drawn| *drawn += 1);
            }
            // The screen is made anew either way.
            let again = format!("[data-tick=\"{}\"]", tick.at());
            timers::after(0, move || page::focus(&again)).leave_running();
        })
    })
}

/// What it asks on a later day can be answered on any, and its wish to be left
/// alone can be taken back, or taken up again.
fn later(entry: &Entry, open: RwSignal<bool>) -> View {
    let doing = Doing::with(entry.id);
    let asks = entry.waiting().filter(|_| entry.binned.is_none()).map(|pending| {
        let answer = link(&Route::FollowUp(entry.id), words::FOLLOW_UP).class("button");
        let question = el("p").child(pending.question.clone());
        el("section").class("entry__later").child(question).child(answer)
    });
    let is_sealed = entry.is_sealed(clock::now().day());
    let sealed = is_sealed.then(|| {
        let shut = button(keeping_words::SEAL_SHUT).on_click(move || open.set(false));
        let unseal = quiet_button(words::SEALED_END)
            .on_click(move || doing.act(Act::TakeOut, words::SEALED_ENDED));
        buttons(views![shut, unseal])
    });
    // A date that a clock says is over: it can be put away again.
    let over = entry.sealed_until.filter(|_| !is_sealed && entry.binned.is_none()).map(|day| {
        let said = keeping_words::seal_over(&dates::long(day, LANGUAGE));
        el("p").class("quoted").child(said)
    });
    views![asks, sealed, over]
}

/// What can be done with an entry that is neither in the bin nor put away.
fn keep(entry: &Arc<Entry>) -> View {
    if entry.binned.is_some() || entry.is_sealed(clock::now().day()) {
        return View::Nothing;
    }
    let doing = Doing::with(entry.id);
    let hard = keeping::hard_day(entry.day);
    let former = keeping::former(entry, doing, |former| content(former, None));
    views![hard, keeping::menu(entry, doing), former]
}

fn actions(entry: &Entry, error: RwSignal<Option<SaveError>>) -> View {
    let states = here();
    let States { journal, notice, place, .. } = states;
    let id = entry.id;
    let bin = move || match journal.bin(id) {
        Ok(undo) => {
            notice.say_with(words::BINNED, TakeBack::Acts(vec![undo]));
            place.go(&Route::Journal);
        }
        Err(why) => error.set(Some(why)),
    };
    let take_back = move || match journal.unbin(id) {
        Ok(()) => notice.say(journal_words::TAKEN_BACK),
        Err(why) => error.set(Some(why)),
    };
    let ways = if entry.binned.is_some() {
        views![el("p").child(words::IN_BIN), button(words::TAKE_BACK).on_click(take_back)]
    } else {
        // One that was put away is to be taken out first.
        let edit = (!entry.is_sealed(clock::now().day()))
            .then(|| link(&Route::EditEntry(id), words::EDIT).class("button"));
        views![edit, quiet_button(words::BIN).on_click(bin)]
    };
    // A full store has no room to say that an entry is in the bin.
    let is_full = Memo::new(move || error.get() == Some(SaveError::Full));
    let remove = move || match states.remove(id) {
        Ok(()) => {
            notice.say(journal_words::REMOVED);
            place.replace(&Route::Journal);
        }
        Err(why) => error.set(Some(why)),
    };
    let sure = live(move || {
        is_full.get().then(|| {
            el("div")
                .class("sure")
                .attr("role", "group")
                .attr("aria-label", journal_words::REMOVE_SURE)
                .child(el("p").child(journal_words::REMOVE_SURE))
                .child(button(journal_words::REMOVE_NO).on_click(move || error.set(None)))
                .child(quiet_button(journal_words::REMOVE_YES).on_click(remove))
        })
    });
    views![trouble(trouble_words::NOT_SAVED, move || error.get()), buttons(ways), sure]
}
