//! Lines above the screen: what has just happened, how well the page keeps
//! what is written, and that an update waits.

use super::button::{button, link, quiet_button};
use super::trouble;
use crate::core::content::words::shell as words;
use crate::core::content::words::{lock as lock_words, trouble as trouble_words};
use crate::core::route::Route;
use crate::state::here;
use crate::state::notice::TakeBack;
use crate::state::vault::{Health, VaultState};
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
        el("div").attr("role", "alert").child(lock_warning()),
        status("update").child(update_line()),
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
    let state = here().notice;
    let journal = here().journal;
    quiet_button(words::TAKE_BACK).on_click(move || {
        let TakeBack::Binned(id) = what;
        match journal.take_back(id) {
            Ok(()) => state.say(words::TAKEN_BACK),
            Err(error) => state.say(trouble::words_of(&error)),
        }
    })
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
