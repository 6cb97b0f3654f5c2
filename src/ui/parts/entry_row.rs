//! An entry in a list: what it is, its day, and how it begins.

use crate::browser::{clock, dates};
use crate::core::content::exercises::Exercise;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{entry as entry_words, journal as words};
use crate::core::entry::{Entry, Kind};
use crate::core::route::Route;
use crate::state::find::Piece;
use crate::ui::parts::button::link;
use crate::ui::view::{Element, View, el};
use crate::views;
use std::ops::Range;

/// The most letters of an entry that its row shows.
const SHOWN: usize = 140;

/// An entry in a list; it leads to the entry.
pub fn entry_row(entry: &Entry) -> Element {
    let (said, more) = beginning(entry);
    row(entry, views![said, more.then_some("…")])
}

/// An entry that was found: the part of it that holds what was looked for, with
/// the places where it does.
pub fn found_row(entry: &Entry, piece: &Piece) -> Element {
    let part = |range: Range<usize>| piece.text.get(range).unwrap_or_default().to_owned();
    let mut end = 0;
    let mut said = vec![View::from((!piece.begins).then_some("… "))];
    for mark in &piece.marks {
        said.push(part(end..mark.start).into());
        said.push(el("mark").child(part(mark.clone())).into());
        end = mark.end;
    }
    said.push(part(end..piece.text.len()).into());
    said.push((!piece.ends).then_some(" …").into());
    row(entry, said)
}

fn row(entry: &Entry, said: impl Into<View>) -> Element {
    let day = el("time")
        .class("row__day")
        .attr("datetime", entry.day.to_string())
        .child(dates::long(entry.day, LANGUAGE));
    link(&Route::Entry(entry.id), el("span").class("row__kind").child(kind(entry)))
        .class("row")
        .child(day)
        .child(el("span").class("row__said").attr("dir", "auto").child(said))
}

/// What an entry is, in words.
pub fn kind(entry: &Entry) -> String {
    name_of(&entry.kind)
}

/// What a kind of entry is called.
pub fn name_of(kind: &Kind) -> String {
    match kind {
        Kind::Writing(_) => entry_words::KIND_WRITING.to_owned(),
        Kind::CheckIn => entry_words::KIND_CHECK_IN.to_owned(),
        Kind::Exercise(record) => Exercise::find(&record.exercise)
            .map_or_else(|| record.exercise.clone(), |exercise| exercise.title.to_owned()),
        Kind::Sit(_) => entry_words::KIND_SIT.to_owned(),
        Kind::Unknown(_) => entry_words::KIND_NEWER.to_owned(),
    }
}

/// An entry's name for lists of controls: *Writing, Monday 23 November 2026*.
pub fn name(entry: &Entry) -> String {
    words::row(&kind(entry), &dates::long(entry.day, LANGUAGE))
}

/// How it begins, and whether there is more; of one that was put away, only
/// until when.
pub fn beginning(entry: &Entry) -> (String, bool) {
    if let Some(day) = entry.sealed_until.filter(|_| entry.is_sealed(clock::now().day())) {
        return (entry_words::sealed(&dates::long(day, LANGUAGE)), false);
    }
    let text = entry.summary();
    let mut letters = text.chars();
    let shown: String = letters.by_ref().take(SHOWN).collect();
    (shown, letters.next().is_some())
}
