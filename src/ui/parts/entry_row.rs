//! An entry in a list: what it is, its day, and how it begins.

use crate::browser::dates;
use crate::core::content::exercises::Exercise;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{entry as entry_words, journal as words};
use crate::core::entry::{Entry, Kind};
use crate::core::route::Route;
use leptos::prelude::*;

/// The most letters of an entry that its row shows.
const SHOWN: usize = 140;

/// An entry in a list; it leads to the entry.
#[component]
pub fn EntryRow(
    /// The entry.
    entry: Entry,
) -> impl IntoView {
    let (said, more) = beginning(&entry);
    view! {
        <a class="row" href=Route::Entry(entry.id).to_string()>
            <span class="row__kind">{kind(&entry)}</span>
            <time class="row__day" datetime=entry.day.to_string()>
                {dates::long(entry.day, LANGUAGE)}
            </time>
            <span class="row__said">{said} {more.then_some("…")}</span>
        </a>
    }
}

/// What an entry is, in words.
pub fn kind(entry: &Entry) -> String {
    match &entry.kind {
        Kind::Writing(_) => entry_words::KIND_WRITING.to_owned(),
        Kind::CheckIn => entry_words::KIND_CHECK_IN.to_owned(),
        Kind::Exercise(record) => Exercise::find(&record.exercise)
            .map_or_else(|| record.exercise.clone(), |exercise| exercise.title.to_owned()),
    }
}

/// An entry's name for lists of controls: *Writing, Monday 23 November 2026*.
pub fn name(entry: &Entry) -> String {
    words::row(&kind(entry), &dates::long(entry.day, LANGUAGE))
}

/// How it begins, and whether there is more.
fn beginning(entry: &Entry) -> (String, bool) {
    let text = entry.summary();
    let mut letters = text.chars();
    let shown: String = letters.by_ref().take(SHOWN).collect();
    (shown, letters.next().is_some())
}
