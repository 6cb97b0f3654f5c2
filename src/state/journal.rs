//! The journal on the screen. An entry is shown as saved once it has been read
//! back, and not before.

use super::vault::VaultState;
use crate::browser::{clock, random, timers};
use crate::core::entry::{Entry, EntryId};
use crate::core::journal::Journal;
use crate::core::keeping::{Act, Undo};
use crate::core::vault::log::{Change, ReadBack, SaveError, Vault};
use crate::state::signals::RwSignal;

/// The journal on the screen.
#[derive(Clone, Copy)]
pub struct JournalState {
    held: RwSignal<Held>,
    vault: VaultState,
}

#[derive(Default)]
struct Held {
    journal: Journal,
    /// Entries that were changed and not taken in for searching yet.
    changed: Vec<EntryId>,
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
        Self { held: RwSignal::new(Held::default()), vault }
    }

    /// Reads the journal, and is told when it changes.
    pub fn with<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.held.with(|held| read(&held.journal))
    }

    /// Reads the journal as it is now.
    pub fn with_now<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.held.with_untracked(|held| read(&held.journal))
    }

    /// The entry with this id; told when it changes.
    pub fn get(self, id: EntryId) -> Option<Entry> {
        self.with(|journal| journal.get(id).cloned())
    }

    /// The entry with this id, as it is now.
    pub fn get_now(self, id: EntryId) -> Option<Entry> {
        self.with_now(|journal| journal.get(id).cloned())
    }

    /// The entry that is to be changed, as it is now; none where it is gone. While
    /// the journal is read, one that was not met yet may still come: what is saved
    /// as new in its place would give way to it.
    pub fn get_to_change(self, id: EntryId) -> Result<Option<Entry>, SaveError> {
        let there = self.get_now(id);
        match there.is_none() && self.vault.ask(Vault::is_read) == Some(false) {
            true => Err(SaveError::Busy),
            false => Ok(there),
        }
    }

    /// Saves an entry. Where another tab was faster, both versions are kept.
    pub fn save(self, entry: Entry) -> Result<Saved, SaveError> {
        match self.store(&entry) {
            Ok(()) => Ok(Saved::AsIs(self.show(entry))),
            Err(SaveError::Conflict) => self.save_beside(entry),
            Err(other) => Err(other),
        }
    }

    fn save_beside(self, entry: Entry) -> Result<Saved, SaveError> {
        let entry = entry.beside(random::id());
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
        self.take(vec![Change::Put(Box::new(entry))]);
        id
    }

    /// Saves an entry over the one that is here. Where another tab was faster,
    /// nothing is changed.
    pub(super) fn put(self, entry: Entry) -> Result<(), SaveError> {
        self.store(&entry)?;
        self.show(entry);
        Ok(())
    }

    /// The same with an entry from which words were taken away: no former version of
    /// it stays in the store.
    pub(super) fn put_without_former(self, entry: Entry) -> Result<(), SaveError> {
        self.vault.change(|vault| vault.save_without_former(&entry))?;
        self.show(entry);
        Ok(())
    }

    /// Does something with an entry as it is now, and says what undoes it.
    pub(super) fn act(self, id: EntryId, act: Act) -> Result<Undo, SaveError> {
        let entry = self.get_now(id).ok_or(SaveError::Gone)?;
        let (next, undo) = act.on(&entry, clock::now()).ok_or(SaveError::Gone)?;
        self.put(next)?;
        Ok(undo)
    }

    /// Puts an entry in the bin.
    pub fn bin(self, id: EntryId) -> Result<Undo, SaveError> {
        self.act(id, Act::Bin(Some(clock::now())))
    }

    /// Takes an entry out of the bin.
    pub fn unbin(self, id: EntryId) -> Result<(), SaveError> {
        self.undo(&[Undo { entry: id, act: Act::Bin(None) }])
    }

    /// Undoes what was done, one thing after the other.
    pub(super) fn undo(self, all: &[Undo]) -> Result<(), SaveError> {
        all.iter().try_for_each(|undo| self.act(undo.entry, undo.act).map(|_| ()))
    }

    /// Takes an entry away for good.
    pub fn remove(self, id: EntryId) -> Result<(), SaveError> {
        self.vault.change(|vault| vault.remove_entry(id))?;
        self.take(vec![Change::Gone(id)]);
        Ok(())
    }

    /// Forgets everything it holds; what is stored stays.
    pub(super) fn forget_all(self) {
        self.held.set(Held::default());
    }

    /// How far back the journal has been read.
    pub(super) fn read_back(self) -> ReadBack {
        self.vault.ask(Vault::read_back).unwrap_or_default()
    }

    /// Entries that were changed since this was asked last, a few of them; and
    /// whether there are more.
    pub(super) fn take_changed(self, at_most: usize) -> (Vec<EntryId>, bool) {
        self.held.update_untracked(|held| {
            let left = held.changed.len().saturating_sub(at_most);
            (held.changed.split_off(left), left > 0)
        })
    }

    /// Takes over what was read from the store, or is there now.
    pub(super) fn take(self, changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        self.held.update(|held| {
            for change in changes {
                match change {
                    Change::Put(entry) => {
                        held.changed.push(entry.id);
                        held.journal.put(*entry);
                    }
                    Change::Gone(id) => {
                        held.changed.push(id);
                        held.journal.remove(id);
                    }
                }
            }
        });
    }
}
