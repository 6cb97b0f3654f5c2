//! Every stored value, how full the store is, and what could not be read.

use crate::browser::dates;
use crate::core::content::words::{health as health_words, settings as words, shell};
use crate::core::day::Day;
use crate::core::vault::keys::SlotKind;
use crate::core::vault::log::{Missing, Problem};
use crate::core::vault::record::RecordError;
use crate::core::vault::store::Room;
use crate::state::here;
use crate::state::vault::VaultState;
use crate::ui::parts::button::{button, buttons};
use crate::ui::parts::health::{delete_everything, health};
use crate::ui::parts::notice::if_kept;
use crate::ui::parts::screen::screen;
use crate::ui::parts::stored_file::stored_file;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// What is stored here.
pub fn storage() -> View {
    let vault = here().vault;
    let all = views![
        el("p").class("lead").child(if_kept(vault, words::STORAGE_LEAD)),
        live(move || problems(vault.problems())),
        health(),
        el("h2").child(health_words::FULL_TITLE),
        live(move || room(vault)),
        stored_file(),
        live(move || values(vault)),
        delete_everything(),
    ];
    screen(words::STORAGE, "storage", all)
}

/// How full it is; told anew when the vault is opened anew.
fn room(vault: VaultState) -> Option<Element> {
    vault.health();
    vault.room().ok().map(|room| el("p").child(room_in_words(room)))
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
    let row = |problem: Problem| match problem {
        Problem::Unreadable { key, raw, why } => el("li")
            .child(el("p").child(el("code").child(key)).child(" ").child(why_unreadable(why)))
            .child(el("pre").class("storage__raw").attr("tabindex", "0").child(raw)),
        Problem::Missing(missing) => el("li").child(el("p").child(missing_in_words(missing))),
    };
    let missing = problems.iter().any(|problem| matches!(problem, Problem::Missing(_)));
    let vault = here().vault;
    // What cannot be taken off the list stays on it, and is there to see.
    let forget = move || drop(vault.forget_missing());
    let rows: View = problems.into_iter().map(row).collect();
    el("section")
        .class("storage__problems")
        .child(el("h2").child(words::STORAGE_PROBLEMS))
        .child(el("ul").child(rows))
        .child(missing.then(|| buttons(button(health_words::MISSING_READ).on_click(forget))))
        .into()
}

fn why_unreadable(why: RecordError) -> &'static str {
    match why {
        RecordError::Damaged => words::STORAGE_DAMAGED,
        RecordError::Newer(_) => words::STORAGE_NEWER,
        RecordError::Foreign => words::STORAGE_FOREIGN,
        RecordError::TooCostly => words::STORAGE_TOO_COSTLY,
    }
}

fn missing_in_words(missing: Missing) -> String {
    let long = |day: Day| dates::long(day, shell::LANGUAGE);
    match missing {
        Missing::Entry(Some(day)) => words::missing_entry(&long(day)),
        Missing::Entry(None) => words::MISSING_NOTE.to_owned(),
        Missing::Block(count, days) => {
            let count = words::missing_entries(count as usize);
            match days {
                Some((first, last)) => words::missing_block(&count, &long(first), &long(last)),
                None => count,
            }
        }
        Missing::List => words::MISSING_LIST.to_owned(),
        Missing::Settings => words::MISSING_SETTINGS.to_owned(),
        Missing::Looks => words::MISSING_LOOKS.to_owned(),
        Missing::Header => words::MISSING_HEADER.to_owned(),
        Missing::Slot(SlotKind::Passphrase) => words::MISSING_SLOT_PASSPHRASE.to_owned(),
        Missing::Slot(SlotKind::Recovery) => words::MISSING_SLOT_RECOVERY.to_owned(),
    }
}

/// All that stands there; told anew when the vault is opened anew.
fn values(vault: VaultState) -> View {
    vault.health();
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
        let raw = el("pre").class("storage__raw").attr("tabindex", "0").child(value);
        el("li").child(el("details").child(summary).child(raw))
    };
    let rows: View = values.into_iter().map(row).collect();
    el("ul").class("storage__values").child(rows).into()
}
