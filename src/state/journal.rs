//! The journal on the screen. An entry is shown as saved once it has been read
//! back, and not before.

use super::vault::VaultState;
use crate::browser::{clock, random, timers};
use crate::core::entry::{Entry, EntryId};
use crate::core::journal::Journal;
use crate::core::vault::log::{Change, SaveError};
use crate::state::signals::RwSignal;

/// The journal on the screen.
#[derive(Clone, Copy)]
pub struct JournalState {
    entries: RwSignal<Journal>,
    vault: VaultState,
}

/// How an entry was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// As it is.
    AsIs(EntryId),
    /// Another tab had saved another version: both are kept, this one as a
    /// new entry.
    Beside(EntryId),
}

impl Saved {
    /// The entry that holds the words.
    pub fn id(self) -> EntryId {
        match self {
            Saved::AsIs(id) | Saved::Beside(id) => id,
        }
    }
}

impl JournalState {
    pub(super) fn new(vault: VaultState) -> Self {
        Self { entries: RwSignal::new(Journal::default()), vault }
    }

    /// Reads the journal, and is told when it changes.
    pub fn with<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.entries.with(read)
    }

    /// Reads the journal as it is now.
    pub fn with_now<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.entries.with_untracked(read)
    }

    /// The entry with this id; told when it changes.
    pub fn get(self, id: EntryId) -> Option<Entry> {
        self.with(|journal| journal.get(id).cloned())
    }

    /// The entry with this id, as it is now.
    pub fn get_now(self, id: EntryId) -> Option<Entry> {
        self.with_now(|journal| journal.get(id).cloned())
    }

    /// Saves an entry. Where another tab was faster, both versions are kept.
    pub fn save(self, entry: Entry) -> Result<Saved, SaveError> {
        match self.store(&entry) {
            Ok(()) => Ok(Saved::AsIs(self.show(entry))),
            Err(SaveError::Conflict) => self.save_beside(entry),
            Err(other) => Err(other),
        }
    }

    /// Saves an entry from which words were taken away: no former version of it
    /// stays in the store.
    pub fn save_without_former(self, entry: Entry) -> Result<Saved, SaveError> {
        match self.vault.change(|vault| vault.save_without_former(&entry)) {
            Ok(()) => Ok(Saved::AsIs(self.show(entry))),
            Err(SaveError::Conflict) => self.save_beside(entry),
            Err(other) => Err(other),
        }
    }

    fn save_beside(self, mut entry: Entry) -> Result<Saved, SaveError> {
        entry.id = random::id();
        entry.revision = 1;
        self.store(&entry)?;
        Ok(Saved::Beside(self.show(entry)))
    }

    fn store(self, entry: &Entry) -> Result<(), SaveError> {
        timers::begin("freshet:save");
        self.vault.change(|vault| vault.save_entry(entry))?;
        timers::end("freshet:save");
        Ok(())
    }

    fn show(self, entry: Entry) -> EntryId {
        let id = entry.id;
        self.entries.update(|journal| journal.put(entry));
        id
    }

    /// Puts an entry in the bin.
    pub fn bin(self, id: EntryId) -> Result<(), SaveError> {
        let now = clock::now();
        self.change(id, |entry| entry.binned = Some(now))
    }

    /// Takes an entry back out of the bin.
    pub fn take_back(self, id: EntryId) -> Result<(), SaveError> {
        self.change(id, |entry| entry.binned = None)
    }

    /// Takes an entry away for good.
    pub fn remove(self, id: EntryId) -> Result<(), SaveError> {
        self.vault.change(|vault| vault.remove_entry(id))?;
        self.entries.update(|journal| journal.remove(id));
        Ok(())
    }

    /// Forgets everything it holds; what is stored stays.
    pub(super) fn forget_all(self) {
        self.entries.set(Journal::default());
    }

    /// Takes over what was read from the store.
    pub(super) fn take(self, changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        self.entries.update(|journal| {
            for change in changes {
                match change {
                    Change::Put(entry) => journal.put(*entry),
                    Change::Gone(id) => journal.remove(id),
                }
            }
        });
    }

    /// Changes an entry as it is now.
    fn change(self, id: EntryId, change: impl FnOnce(&mut Entry)) -> Result<(), SaveError> {
        let entry = self.get_now(id).ok_or(SaveError::Gone)?;
        let next = entry.changed(clock::now(), change);
        self.store(&next)?;
        self.show(next);
        Ok(())
    }
}
