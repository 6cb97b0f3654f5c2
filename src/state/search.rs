//! The text of all entries that may be found, searched as a person types. It is
//! in memory alone, and forgotten with the rest.
//!
//! What searches is in the rest of the program. So the journal only notes what
//! has changed, and it is taken in here once the rest is there.

use super::States;
use super::journal::JournalState;
use crate::browser::slices::{self, Piece};
use crate::browser::{clock, text};
use crate::core::day::Day;
use crate::core::entry::{Entry, EntryId};
use crate::core::find::document;
use crate::core::search::fold::Folder;
use crate::core::search::index::Index;
use crate::core::search::marks;
use crate::core::search::query::{Parsed, Query};
use crate::core::search::scan;
use crate::state::signals::StoredValue;
use std::ops::Range;

/// Entries taken in between two looks at the time: less than a millisecond.
const AT_A_TIME: usize = 16;

/// While so few entries are taken in, a search is tried with each few more: by
/// the first key press the browser has compiled it for speed.
const TRIED_BELOW: usize = 400;
/// A letter that most texts hold.
const TRIED: &str = "e";

/// The text of all entries that may be found.
#[derive(Clone, Copy)]
pub struct SearchState {
    inner: StoredValue<Option<Inner>>,
    journal: JournalState,
}

struct Inner {
    index: Index,
    folder: Folder,
    /// Entries that were put away, with the day until which.
    sealed: Vec<(EntryId, Day)>,
}

impl Inner {
    fn new() -> Self {
        Self { index: Index::default(), folder: Folder::new(text::decomposed), sealed: Vec::new() }
    }

    /// Takes an entry in as it is now, unless it is in the bin or put away.
    fn put(&mut self, entry: &Entry, today: Day) {
        self.sealed.retain(|(id, _)| *id != entry.id);
        let sealed = entry.sealed_until.filter(|_| entry.is_sealed(today));
        match (entry.binned, sealed) {
            (None, None) => document::put(&mut self.index, entry, &mut self.folder),
            (_, sealed) => {
                self.index.remove(entry.id);
                let sealed = sealed.filter(|_| entry.binned.is_none());
                self.sealed.extend(sealed.map(|until| (entry.id, until)));
            }
        }
    }

    /// Searches as a person would, for nobody.
    fn try_search(&mut self) {
        if self.index.len() < TRIED_BELOW {
            let Parsed { query, .. } = Query::parse(TRIED, &mut self.folder);
            scan::search(&self.index, &query);
        }
    }

    fn remove(&mut self, id: EntryId) {
        self.sealed.retain(|(other, _)| *other != id);
        self.index.remove(id);
    }
}

impl States {
    /// Has the latest days read first, and takes in what was read.
    pub(super) fn read_latest_first(self) {
        // Where the vault is not open, nothing is read.
        let _ = self.vault.change(|vault| {
            vault.read_latest_first();
            Ok(())
        });
        self.rest.late().search.take_in(AT_A_TIME);
    }
}

impl SearchState {
    pub(super) fn new(journal: JournalState) -> Self {
        Self { inner: StoredValue::new(None), journal }
    }

    fn with<T>(self, use_it: impl FnOnce(&mut Inner) -> T) -> T {
        self.inner.update_value(|inner| use_it(inner.get_or_insert_with(Inner::new)))
    }

    /// Takes in what has changed in the journal, in slices.
    pub(super) fn take_in_soon(self) {
        slices::run(move || if self.take_in(AT_A_TIME) { Piece::More } else { Piece::Done });
    }

    /// Takes in all that has changed in the journal, and what is put away no
    /// longer.
    pub(super) fn take_all_in(self, today: Day) {
        let is_due = |(_, until): &&(EntryId, Day)| *until <= today;
        let due: Vec<EntryId> =
            self.with(|inner| inner.sealed.iter().filter(is_due).map(|(id, _)| *id).collect());
        self.take_these_in(due);
        self.take_in(usize::MAX);
    }

    /// Takes in what has changed in the journal, a few entries; whether there is
    /// more.
    fn take_in(self, at_most: usize) -> bool {
        let (changed, more) = self.journal.take_changed(at_most);
        self.take_these_in(changed);
        more
    }

    fn take_these_in(self, ids: Vec<EntryId>) {
        if ids.is_empty() {
            return;
        }
        let today = clock::now().day();
        self.journal.with_now(|journal| {
            self.with(|inner| {
                for id in ids {
                    match journal.get(id) {
                        Some(entry) => inner.put(entry, today),
                        None => inner.remove(id),
                    }
                }
                inner.try_search();
            });
        });
    }

    /// Entries that are put away.
    pub(super) fn sealed(self) -> Vec<EntryId> {
        self.with(|inner| inner.sealed.iter().map(|(id, _)| *id).collect())
    }

    /// What was typed, as it is understood.
    pub(super) fn parse(self, typed: &str) -> Parsed {
        self.with(|inner| Query::parse(typed, &mut inner.folder))
    }

    /// The entries that match, the best first.
    pub(super) fn run(self, query: &Query) -> Vec<EntryId> {
        self.with(|inner| scan::search(&inner.index, query))
    }

    /// Where a query matches in a text.
    pub(super) fn marks(self, text: &str, query: &Query) -> Vec<Range<usize>> {
        self.with(|inner| marks::marks(text, query, &mut inner.folder))
    }

    /// Forgets all of it.
    pub(super) fn forget_all(self) {
        self.inner.set_value(None);
    }
}
