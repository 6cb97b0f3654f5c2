//! The first screen asks one thing: how is it right now?

use crate::browser::clock;
use crate::core::checkin::CheckIn;
use crate::core::content::words::{
    checkin as check_in_words, home as words, trouble as trouble_words,
};
use crate::core::day::Day;
use crate::core::draft::{Draft, Work};
use crate::core::entry::{Entry, Kind};
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::here;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{link, sun_button};
use crate::ui::parts::check_in::check_in_fields;
use crate::ui::parts::notice::if_kept;
use crate::ui::parts::screen::screen;
use crate::ui::parts::trouble::trouble;
use crate::ui::parts::word_picker::said;
use crate::ui::rest::{self, Piece};
use crate::ui::view::{View, el};
use crate::views;
use leptos::prelude::on_cleanup;

/// The first screen.
pub fn home() -> View {
    let write = link(&Route::Write(None), words::WRITE).class("button");
    let gate = el("p")
        .class("gate")
        .child(words::GATE)
        .child(" ")
        .child(link(&Route::Support, words::GATE_SUPPORT));
    screen(
        words::TITLE,
        "home",
        views![
            el("p").class("lead").child(words::LEAD),
            check_in_now(),
            el("p").class("home__write").child(write),
            rest::piece(Piece::BelowHome),
            gate,
        ],
    )
}

fn as_check_in(draft: &Draft) -> CheckIn {
    match &draft.work {
        Work::CheckIn(check_in) => check_in.clone(),
        Work::Writing(_) | Work::Run(_) => CheckIn::default(),
    }
}

/// A check-in in ten seconds; one that was begun goes on.
fn check_in_now() -> View {
    let drafts = here().drafts;
    let journal = here().journal;
    let notice = here().notice;
    let vault = here().vault;
    let error = RwSignal::new(None::<SaveError>);
    let begin = move || drafts.begin(Work::CheckIn(CheckIn::default()));
    let today = clock::now().day();
    let begun = drafts.find_now(|draft| is_check_in_of(draft, today));
    let draft = RwSignal::new(begun.unwrap_or_else(begin));
    let typed = RwSignal::new(String::new());
    let change = move |check_in: CheckIn| {
        draft.update(|draft| draft.work = Work::CheckIn(check_in));
        drafts.touch(draft.get_untracked());
    };
    let save = move || {
        let begun = draft.get_untracked();
        let mut check_in = as_check_in(&begun);
        if let Err(why) = check_in.add_typed(&typed.get_untracked(), CheckIn::MOST_WORDS) {
            notice.say(said(why));
            return;
        }
        if check_in.is_blank() {
            notice.say(check_in_words::BLANK);
            return;
        }
        let mut entry = Entry::new(begun.id, clock::now(), Kind::CheckIn);
        entry.check_in = Some(check_in);
        match journal.save(entry) {
            Ok(_) => {
                error.set(None);
                // A draft that stays behind is told, and can be dropped later.
                let _ = drafts.drop(begun.id);
                draft.set(begin());
                typed.set(String::new());
                notice.say(if_kept(vault, check_in_words::SAVED));
            }
            Err(why) => error.set(Some(why)),
        }
    };
    on_cleanup(move || {
        drafts.write();
    });
    views![
        check_in_fields(move || draft.with(as_check_in), typed, change),
        trouble(trouble_words::NOT_SAVED, move || error.get()),
        sun_button(check_in_words::SAVE).on_click(save),
    ]
}

/// Whether it is a check-in of this day: one of an earlier day says no more how
/// it is right now.
pub(super) fn is_check_in_of(draft: &Draft, day: Day) -> bool {
    matches!(draft.work, Work::CheckIn(_)) && draft.started.day() == day
}
