//! Journals of a text a day, to look for loops in.

use freshet::core::day::Day;
use freshet::core::entry::{Entry, EntryId, Kind};
use freshet::core::journal::Journal;
use freshet::core::search::fold::Folder;
use unicode_normalization::UnicodeNormalization;

pub(crate) fn folder() -> Folder {
    Folder::new(|letter| letter.nfd().collect())
}

/// The name of the entry of the day with this number.
pub(crate) fn id(day: usize) -> EntryId {
    EntryId::from_random((day as u64).to_be_bytes())
}

/// A text a day.
pub(crate) fn journal(texts: &[String]) -> Journal {
    let written = "2026-11-23T10:00:00+00:00".parse().expect("a moment");
    let first = Day::from_ymd(2016, 1, 1).expect("a day");
    let mut journal = Journal::default();
    for (day, text) in texts.iter().enumerate() {
        let mut entry = Entry::new(id(day), written, Kind::Writing(None));
        entry.day = first.plus_days(day as i32).expect("a day");
        entry.text.clone_from(text);
        journal.put(entry);
    }
    journal
}
