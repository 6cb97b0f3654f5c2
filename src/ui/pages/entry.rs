//! One entry, as it is read.

use crate::browser::{clock, dates};
use crate::core::checkin::{CheckIn, Said};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{
    entry as words, journal as journal_words, trouble as trouble_words,
};
use crate::core::entry::{Entry, EntryId, Kind};
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::here;
use crate::state::notice::TakeBack;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::answers;
use crate::ui::parts::button::{button, buttons, link, quiet_button};
use crate::ui::parts::entry_row;
use crate::ui::parts::plane;
use crate::ui::parts::screen::screen;
use crate::ui::parts::sealed::sealed;
use crate::ui::parts::trouble::trouble;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use std::sync::Arc;

/// One entry.
pub fn entry(id: EntryId) -> View {
    let journal = here().journal;
    // Read anew when it changes, in this tab or in another.
    let entry = Memo::new(move || journal.get(id));
    live(move || match entry.get() {
        Some(entry) => read(&entry),
        None => gone(),
    })
}

fn gone() -> View {
    screen(
        words::TITLE_WRITING,
        "entry",
        views![el("p").child(words::GONE), el("p").child(journal_words::ELSEWHERE)],
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
    let content = live(move || {
        if open.get() {
            views![content(&whole), later(&whole), actions(&whole)]
        } else {
            let open_it = button(words::SEALED_OPEN).on_click(move || open.set(true));
            views![sealed(&whole), buttons(open_it)]
        }
    });
    screen(title, "entry", views![el("p").class("entry__day").child(day), content])
}

fn content(entry: &Entry) -> View {
    let text =
        (!entry.text.is_empty()).then(|| el("div").class("entry__text").child(entry.text.clone()));
    let (prompted, record) = match &entry.kind {
        Kind::Writing(prompted) => (prompted.as_ref(), None),
        Kind::CheckIn => (None, None),
        Kind::Exercise(record) => (None, Some(answers::record(record))),
        Kind::Unknown(_) => (None, Some(el("p").child(words::NEWER).into())),
    };
    let prompted =
        prompted.map(|prompted| el("p").class("entry__question").child(prompted.question.clone()));
    views![entry.check_in.as_ref().map(how_it_was), prompted, text, record]
}

/// What it asks on a later day can be answered on any, and its wish to be left
/// alone can be taken back.
fn later(entry: &Entry) -> View {
    let journal = here().journal;
    let error = RwSignal::new(None::<SaveError>);
    let asks = entry.waiting().filter(|_| entry.binned.is_none()).map(|pending| {
        let answer = link(&Route::FollowUp(entry.id), words::FOLLOW_UP).class("button");
        let question = el("p").child(pending.question.clone());
        el("section").class("entry__later").child(question).child(answer)
    });
    let whole = entry.clone();
    let unseal = move || {
        let now = clock::now();
        let unsealed = whole.changed(now, |entry| entry.sealed_until = None);
        // Once it is saved, the screen is made anew and this one is gone.
        if let Err(why) = journal.save(unsealed) {
            error.set(Some(why));
        }
    };
    let sealed = entry.is_sealed(clock::now().day());
    let unseal = sealed.then(|| quiet_button(words::SEALED_END).on_click(unseal));
    views![asks, trouble(trouble_words::NOT_SAVED, move || error.get()), unseal]
}

fn how_it_was(check_in: &CheckIn) -> Element {
    let whole = match &check_in.said {
        Said::Words(_) => None,
        Said::CantTell => Some(words::CANT_TELL),
        Said::Nothing => Some(words::NOTHING),
    };
    let said: Vec<_> = check_in
        .words()
        .iter()
        .map(|word| el("li").class("chip chip--said").child(word.word.clone()))
        .collect();
    let list = (!said.is_empty())
        .then(|| el("ul").class("chips").attr("aria-label", words::WORDS).child(said));
    let place = check_in.point.map(|point| {
        let place = el("p").class("entry__place").child(words::PLACE);
        place.child(": ").child(plane::in_words(point))
    });
    el("div")
        .class("entry__check-in")
        .child(whole.map(|whole| el("p").child(whole)))
        .child(list)
        .child(place)
}

fn actions(entry: &Entry) -> View {
    let journal = here().journal;
    let notice = here().notice;
    let place = here().place;
    let error = RwSignal::new(None::<SaveError>);
    let id = entry.id;
    let bin = move || match journal.bin(id) {
        Ok(()) => {
            notice.say_with(words::BINNED, TakeBack::Binned(id));
            place.go(&Route::Journal);
        }
        Err(why) => error.set(Some(why)),
    };
    let take_back = move || match journal.take_back(id) {
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
    let remove = move || match journal.remove(id) {
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
