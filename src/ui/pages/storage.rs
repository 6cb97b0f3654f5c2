//! Every stored value, how full the store is, and what could not be read.

use crate::browser::files;
use crate::core::content::words::settings as words;
use crate::core::vault::log::Problem;
use crate::core::vault::record::RecordError;
use crate::core::vault::store::Room;
use crate::state::here;
use crate::state::vault::VaultState;
use crate::ui::parts::button::button;
use crate::ui::parts::notice::if_kept;
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el};
use crate::views;
use leptos::prelude::*;

const FILE: &str = "freshet-stored-values.json";

/// What is stored here.
pub fn storage() -> View {
    let vault = here().vault;
    let said = RwSignal::new("");
    let save = button(words::STORAGE_SAVE).on_click(move || {
        let offered =
            vault.raw_file().and_then(|text| files::offer(FILE, "application/json", &text).ok());
        said.set(match offered {
            Some(()) => words::STORAGE_SAVED,
            None => words::STORAGE_SAVE_FAILED,
        });
    });
    let room = vault.room().ok().map(|room| el("p").child(room_in_words(room)));
    let all = views![
        el("p").child(if_kept(vault, words::STORAGE_LEAD)),
        room,
        save,
        el("p").attr("role", "status").text(move || said.get()),
        problems(vault.problems().get_untracked()),
        values(vault),
    ];
    screen(words::STORAGE, "storage", all)
}

fn room_in_words(room: Room) -> String {
    let percent = room.used * 100 / room.limit.max(1);
    let share = match percent {
        0 => words::STORAGE_SHARE_SMALL.to_owned(),
        percent => words::storage_share(&percent.to_string()),
    };
    words::storage_room(&room.used.to_string(), &room.limit.to_string(), &share)
}

/// What could not be read, as it stands there.
fn problems(problems: Vec<Problem>) -> View {
    if problems.is_empty() {
        return View::Nothing;
    }
    let row = |problem: Problem| {
        let why = match problem.why {
            RecordError::Damaged => words::STORAGE_DAMAGED,
            RecordError::Newer(_) => words::STORAGE_NEWER,
        };
        el("li")
            .child(el("p").child(el("code").child(problem.key)).child(" ").child(why))
            .child(el("pre").class("storage__raw").child(problem.raw))
    };
    let rows: View = problems.into_iter().map(row).collect();
    el("section")
        .class("storage__problems")
        .child(el("h2").child(words::STORAGE_PROBLEMS))
        .child(el("ul").child(rows))
        .into()
}

fn values(vault: VaultState) -> View {
    let values = match vault.raw() {
        Err(_) => return el("p").attr("role", "alert").child(words::STORAGE_UNREAD).into(),
        Ok(values) if values.is_empty() => return el("p").child(words::STORAGE_NONE).into(),
        Ok(values) => values,
    };
    let row = |(key, value): (String, String)| {
        let summary = el("summary")
            .child(el("code").child(key))
            .child(" ")
            .child(words::storage_letters(value.chars().count()));
        let raw = el("pre").class("storage__raw").child(value);
        el("li").child(el("details").child(summary).child(raw))
    };
    let rows: View = values.into_iter().map(row).collect();
    el("ul").class("storage__values").child(rows).into()
}
