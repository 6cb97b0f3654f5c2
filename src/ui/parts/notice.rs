//! Lines above the screen: what has just happened, how well the page keeps
//! what is written, and that an update waits.

use super::button::{button, link, quiet_button};
use super::keeping::why_not;
use super::trouble;
use crate::browser::{clock, dates};
use crate::core::clock::Doubt;
use crate::core::content::words::keeping as keeping_words;
use crate::core::content::words::shell as words;
use crate::core::content::words::{lock as lock_words, trouble as trouble_words};
use crate::core::keeping::{Act, Undo};
use crate::core::route::Route;
use crate::door::door;
use crate::state::keeping::CannotAct;
use crate::state::notice::TakeBack;
use crate::state::vault::{Health, VaultState};
use crate::state::{States, here};
use crate::ui::rest::{Piece, piece};
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// What is said where something is kept. Where the browser lets the page keep
/// nothing, that is said in its place.
pub fn if_kept(vault: VaultState, said: &'static str) -> &'static str {
    match vault.health() {
        Health::Denied => words::NOT_KEPT,
        Health::Kept | Health::ReadOnly => said,
    }
}

/// All of the lines. The status lines are always in the page, so that screen
/// readers hear what comes into them.
pub fn notices() -> View {
    let status = |class: &'static str| el("div").class(class).attr("role", "status");
    let drafts = here().drafts.trouble();
    views![
        trouble::trouble(trouble_words::DRAFT, move || drafts.get()),
        health_line(),
        clock_line(),
        el("div").attr("role", "alert").child(lock_warning()),
        status("update").child(update_line()),
        status("update").child(leave_open_line()),
        status("notices").child(just_now())
    ]
}

fn just_now() -> View {
    let state = here().notice;
    live(move || {
        state.get().map(|notice| {
            el("p")
                .class("notice")
                .child(el("span").class("notice__words").child(notice.words))
                .child(notice.take_back.map(take_back_button))
                .child(quiet_button(words::NOTICE_CLOSE).on_click(move || state.clear()))
        })
    })
}

fn take_back_button(what: TakeBack) -> Element {
    let states = here();
    quiet_button(words::TAKE_BACK).on_click(move || match &what {
        TakeBack::Draft(draft, back) => {
            states.drafts.bring_back(draft.as_ref().clone());
            states.place.go(back);
            states.notice.clear();
        }
        TakeBack::Acts(acts) => undo(states, acts),
    })
}

door! {
    /// Undoes what was done. All of that is done by the rest: so it is there.
    7 fn undo(states: States, acts: &[Undo]) -> () => undone
}

fn undone(states: States, acts: &[Undo]) {
    let notice = states.notice;
    match states.undo(acts) {
        Ok(()) if matches!(acts, [Undo { act: Act::Bin(None), .. }]) => {
            notice.say(words::TAKEN_BACK)
        }
        Ok(()) => notice.say(keeping_words::AS_IT_WAS),
        // The way back stays until then.
        Err(CannotAct::Begun) => {
            notice.say_with(keeping_words::BEGUN, TakeBack::Acts(acts.to_vec()));
        }
        Err(why) => notice.say(why_not(&why)),
    }
}

fn health_line() -> View {
    let vault = here().vault;
    let warning = |words: &'static str| el("p").class("warning").attr("role", "alert").child(words);
    live(move || match vault.health() {
        Health::Denied => Some(warning(words::DENIED)),
        Health::ReadOnly => Some(warning(words::READ_ONLY)),
        Health::Kept => match vault.problems().len() {
            0 => None,
            count => Some(
                el("p")
                    .class("warning")
                    .child(words::problems(count))
                    .child(" ")
                    .child(link(&Route::Storage, words::PROBLEMS_SEE)),
            ),
        },
    })
}

/// Before anything is done by a date, which only the rest does.
fn clock_line() -> View {
    let clock = here().clock;
    live(move || clock.doubt().map(|doubt| piece(Piece::Clock(doubt))))
}

/// What is said of a clock in doubt.
pub fn clock_in_doubt(doubt: Doubt) -> Element {
    let states = here();
    let long = |day| dates::long(day, words::LANGUAGE);
    let today = long(clock::now().day());
    let said = match doubt {
        Doubt::BeforeLastStart(last) => words::clock_before(&today, &long(last.day())),
        Doubt::Moved => words::clock_moved(&today),
    };
    el("p")
        .class("notice")
        .attr("role", "alert")
        .child(el("span").class("notice__words").child(said))
        .child(button(words::CLOCK_RIGHT).on_click(move || states.believe_clock()))
}

/// Much was rewritten, and waits to be on disk.
fn leave_open_line() -> View {
    let tending = here().tending;
    let line = |minutes: u32| {
        el("p")
            .class("notice")
            .child(el("span").class("notice__words").child(words::leave_open(minutes as usize)))
            .child(link(&Route::Export, words::LEAVE_OPEN_COPY).class("button"))
    };
    live(move || tending.leave_open().map(line))
}

/// It locks by itself soon: any key, tap or move of the wheel is a sign to stay.
fn lock_warning() -> View {
    let auto = here().auto_lock;
    live(move || auto.warns().then(|| el("p").class("warning").child(lock_words::WARNS)))
}

fn update_line() -> View {
    let updates = here().updates;
    // Where nothing is kept, the words on the screen would go with the old version.
    let keeps = here().vault.health() != Health::Denied;
    live(move || {
        (keeps && updates.waits()).then(|| {
            el("p")
                .class("notice")
                .child(el("span").class("notice__words").child(words::UPDATE))
                .child(button(words::UPDATE_TAKE).on_click(move || updates.take()))
                .child(quiet_button(words::UPDATE_LATER).on_click(move || updates.later()))
        })
    })
}
