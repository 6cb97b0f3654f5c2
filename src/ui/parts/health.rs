//! How safe what is written here is: on disk or not yet, what this browser
//! promises, what this way of opening risks, and the last copy elsewhere.

use super::button::{button, buttons, link, quiet_button};
use crate::browser::keeping::{Promise, Way};
use crate::browser::{dates, keeping, timers};
use crate::core::content::words::{health as words, shell};
use crate::core::route::Route;
use crate::state::here;
use crate::state::signals::RwSignal;
use crate::ui::parts::trouble::words_of;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::on_cleanup;

const LOOK_MS: i32 = 250;

/// All of it.
pub fn health() -> View {
    views![on_disk(), promise(), way(), copy_elsewhere()]
}

fn section(title: &'static str) -> Element {
    el("section").child(el("h2").child(title))
}

/// Said anew as seconds pass, and not spoken each time.
fn on_disk() -> Element {
    let vault = here().vault;
    let seconds = RwSignal::new(0);
    let look = move || seconds.set(vault.until_on_disk().ceil() as usize);
    look();
    let timer = timers::every(LOOK_MS, look);
    let timer = crate::state::signals::StoredValue::new(Some(timer));
    on_cleanup(move || timer.set_value(None));
    let said = move || match seconds.get() {
        0 => words::ON_DISK.to_owned(),
        seconds => words::on_disk_in(seconds),
    };
    section(words::KEPT_TITLE)
        .child(el("p").child(words::SAVED))
        .child(el("p").class("health__disk").text(said))
}

fn promise() -> Element {
    let promise = RwSignal::new(Promise::Unknown);
    keeping::promise(move |now| promise.set(now));
    let said = live(move || match promise.get() {
        Promise::Kept => el("p").child(words::PROMISE_YES).into(),
        Promise::Unknown => el("p").child(words::PROMISE_UNKNOWN).into(),
        Promise::NotKept => views![
            el("p").child(words::PROMISE_NO),
            buttons(button(words::PROMISE_ASK).on_click(move || {
                keeping::ask(move |now| promise.set(now));
            })),
        ],
    });
    section(words::PROMISE_TITLE).child(said)
}

fn way() -> Element {
    let said = match keeping::way() {
        Way::File => words::RISK_FILE,
        Way::PlainHttp => words::RISK_HTTP,
        Way::SafariTab => words::RISK_SAFARI,
        Way::Installed => words::RISK_INSTALLED,
        Way::Page => words::RISK_PAGE,
    };
    section(words::RISK_TITLE).child(el("p").child(said)).child(el("p").child(words::RISK_PRIVATE))
}

fn copy_elsewhere() -> Element {
    let settings = here().settings;
    let said = move || match settings.kept().backed_up {
        Some(moment) => words::backup_on(&dates::long(moment.day(), shell::LANGUAGE)),
        None => words::BACKUP_NONE.to_owned(),
    };
    section(words::BACKUP_TITLE)
        .child(el("p").text(said))
        .child(el("p").child(link(&Route::Export, words::BACKUP_SEE)))
}

/// Everything goes, after a second question.
pub fn delete_everything() -> Element {
    let states = here();
    let asked = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let delete = move || {
        asked.set(false);
        said.set(match states.delete_everything() {
            Ok(()) => words::DELETED.to_owned(),
            Err(error) => words_of(&error),
        });
    };
    let question = live(move || match asked.get() {
        false => buttons(quiet_button(words::DELETE).on_click(move || asked.set(true))),
        true => buttons(views![
            button(words::DELETE_NOT).on_click(move || asked.set(false)),
            quiet_button(words::DELETE_SURE).on_click(delete),
        ]),
    });
    section(words::DELETE_TITLE)
        .child(el("p").child(words::DELETE_HELP))
        .child(question)
        .child(el("p").attr("role", "status").text(move || said.get()))
}
