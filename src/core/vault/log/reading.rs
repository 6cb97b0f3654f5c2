//! What reading came to: changes of the journal, and what could not be read or
//! is missing.

use super::super::kept::Kept;
use super::super::keys::SlotKind;
use super::super::record::RecordError;
use crate::core::day::Day;
use crate::core::draft::Draft;
use crate::core::entry::{Entry, EntryId};
use crate::core::settings::Settings;

/// What reading came to.
#[derive(Debug, Default)]
pub struct Reading {
    /// What to make of the journal, in this order.
    pub changes: Vec<Change>,
    /// What was begun and not saved, the latest first.
    pub drafts: Vec<Draft>,
    /// The settings, where some were found.
    pub settings: Option<Settings>,
    /// What could not be read, or is missing.
    pub problems: Vec<Problem>,
    /// Whether everything has been read.
    pub done: bool,
}

/// A change of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// This is the newest revision of an entry.
    Put(Box<Entry>),
    /// An entry was taken away for good.
    Gone(EntryId),
}

/// A stored value that could not be read, or one that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It could not be read.
    Unreadable {
        /// Its name in the store.
        key: String,
        /// The value, as it stands there.
        raw: String,
        /// Why.
        why: RecordError,
    },
    /// It is not there.
    Missing(Missing),
}

/// What should be there and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// An entry of this day; without a day, the note that one is gone.
    Entry(Option<Day>),
    /// So many entries of these days.
    Block(u32, Option<(Day, Day)>),
    /// The list of what should be there, or its newest version.
    List,
    /// The settings.
    Settings,
    /// The settings that stand outside the seal.
    Looks,
    /// The header.
    Header,
    /// All copies of what this opens it by.
    Slot(SlotKind),
}

impl Reading {
    /// Whether there is nothing in it to tell.
    pub(super) fn is_empty(&self) -> bool {
        self.changes.is_empty()
            && self.drafts.is_empty()
            && self.settings.is_none()
            && self.problems.is_empty()
    }
}

impl Change {
    /// What a record makes of the journal that is the newest of its entry.
    pub(super) fn of(kept: Kept) -> Self {
        match kept {
            Kept::Entry(entry) => Change::Put(entry),
            Kept::Gone(gone) => Change::Gone(gone.gone),
        }
    }

    /// The entry's name.
    pub fn id(&self) -> EntryId {
        match self {
            Change::Put(entry) => entry.id,
            Change::Gone(id) => *id,
        }
    }
}

impl Problem {
    pub(super) fn unreadable(key: &str, raw: &str, why: RecordError) -> Self {
        Problem::Unreadable { key: key.to_owned(), raw: raw.to_owned(), why }
    }
}
