//! Saving: the record first, then the list, then what they replace goes.

use super::super::header::HEADER;
use super::super::kept::{self, Gone, Kept, Standing};
use super::super::record::Kind;
use super::super::store::StoreError;
use super::index::{FreshPlace, Place};
use super::reading::Change;
use super::{Chore, LEFT, SLOT, Vault, write};
use crate::core::entry::{Entry, EntryId};
use crate::core::id::Id;
use crate::core::json::object;
use crate::core::settings::Looks;
use crate::core::sorted;

/// Why something was not saved. What stood there before stands there still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// There is no room.
    Full,
    /// The browser does not let this page keep anything.
    Denied,
    /// The browser took it and gave something else back.
    NotKept,
    /// A newer program has written here; this one may only read.
    Newer,
    /// It is not here any more.
    Gone,
    /// Another tab has saved other words than those that were to be changed.
    Conflict,
    /// Another tab has turned the passphrase on, off or changed it, or deleted
    /// everything: the vault must be opened again first.
    Elsewhere,
    /// What waits must be done first.
    Busy,
    /// The vault is locked.
    Locked,
    /// Anything else, in the browser's own words.
    Other(String),
}

impl From<StoreError> for SaveError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => SaveError::Full,
            StoreError::Denied => SaveError::Denied,
            StoreError::Other(words) => SaveError::Other(words),
        }
    }
}

/// A value that could not be read, as it stood.
pub(super) struct Aside {
    pub(super) key: String,
    pub(super) raw: String,
}

object!(Aside { must key, must raw });

impl Vault {
    /// Saves an entry. It must be written over the version that stands here, so
    /// that nobody writes over words that were not seen.
    pub fn save_entry(&mut self, entry: &Entry) -> Result<(), SaveError> {
        self.may_write()?;
        let kept = Kept::Entry(Box::new(entry.clone()));
        let text = kept.to_text();
        match self.standing_to_change(entry.id)? {
            Some(held) if held == kept.standing(&text) => Ok(()),
            Some(held) if entry.over != Some(held.hash) => self.save_over(entry, held.hash),
            _ => self.keep(&kept, text),
        }
    }

    /// Saves an entry over a version that does not stand here as this program
    /// writes it, if it is that version: another program's may have its fields in
    /// another order, and more of them.
    fn save_over(&mut self, entry: &Entry, stands: Id) -> Result<(), SaveError> {
        let known_by = match self.known_by.get(stands) {
            Some(content) => Some(*content),
            None => self.own_content(entry.id)?,
        };
        if known_by.is_none() || entry.over != known_by {
            return Err(SaveError::Conflict);
        }
        let kept = Kept::Entry(Box::new(Entry { over: Some(stands), ..entry.clone() }));
        let text = kept.to_text();
        self.known_by.put(kept::hash(&text), entry.content());
        self.keep(&kept, text)
    }

    /// What [`Entry::content`] says of the newest version of an entry.
    fn own_content(&self, id: EntryId) -> Result<Option<Id>, SaveError> {
        let Some(held) = self.index.get(id) else { return Ok(None) };
        Ok(match self.body_of(id, held.standing, &held.place)? {
            Some(Kept::Entry(entry)) => Some(entry.content()),
            _ => None,
        })
    }

    /// Takes an entry away for good: what holds its words is rewritten without
    /// them, now or, where that fails, later.
    pub fn remove_entry(&mut self, id: EntryId) -> Result<(), SaveError> {
        self.may_write()?;
        let held = self.standing_to_change(id)?;
        // Whoever takes it away has seen it.
        if self.is_untold(id) {
            return Err(SaveError::Conflict);
        }
        let Some(held) = held else {
            return if self.is_read() { Ok(()) } else { Err(SaveError::Busy) };
        };
        if !held.is_entry {
            return Ok(());
        }
        let kept = Kept::Gone(Gone { gone: id, revision: held.revision + 1 });
        self.keep(&kept, kept.to_text())?;
        self.purge_former(id);
        Ok(())
    }

    /// Saves an entry from which words were taken away: what holds its former
    /// versions is rewritten without them, now or, where that fails, later while
    /// the vault is open.
    pub fn save_without_former(&mut self, entry: &Entry) -> Result<(), SaveError> {
        self.save_entry(entry)?;
        self.purge_former(entry.id);
        Ok(())
    }

    fn purge_former(&mut self, id: EntryId) {
        for block in self.index.covering(id) {
            if !self.is_read() || self.purge(block).is_err() {
                self.chores.push_back(Chore::Purge(block));
            }
        }
    }

    /// How the entry stands that is about to be changed. Versions that gave way
    /// to it are kept beside it first.
    fn standing_to_change(&mut self, id: EntryId) -> Result<Option<Standing>, SaveError> {
        self.catch_up();
        while self.losers.iter().any(|loser| loser.id == id) {
            self.keep_loser_of(Some(id))?;
        }
        Ok(self.index.get(id).map(|held| held.standing))
    }

    /// Writes a record, then the list, and takes away what it replaces. Where
    /// another tab has saved a later revision meanwhile, it is not kept.
    pub(super) fn keep(&mut self, kept: &Kept, text: String) -> Result<(), SaveError> {
        let (id, step) = (kept.id(), self.list.step + 1);
        let name = self.put_value(Kind::Record, step, text.as_bytes())?;
        self.catch_up();
        if self.index.get(id).is_some_and(|held| held.standing.revision > kept.revision()) {
            self.discard(name);
            return Err(SaveError::Conflict);
        }
        let standing = kept.standing(&text);
        let place = Place::Fresh(FreshPlace { name, step, body: text.into() });
        let filed = self.file(kept, standing, place);
        if filed.newest && self.is_untold(id) {
            self.untold.changes.push(Change::of(kept.clone()));
        }
        // The record is saved, whether or not there is room for the list.
        let _ = self.write_list();
        if let Some(old) = filed.old {
            self.discard(old);
        }
        Ok(())
    }

    /// Whether something of this entry was read that was not told yet.
    fn is_untold(&self, id: EntryId) -> bool {
        self.untold.changes.iter().any(|change| change.id() == id)
    }

    /// Keeps what stands outside the seal.
    pub fn save_looks(&mut self, looks: &Looks) -> Result<(), SaveError> {
        self.may_write()?;
        write::put_looks(&*self.store, looks)?;
        self.unread.looks = true;
        if !std::mem::replace(&mut self.list.looks, true) {
            let _ = self.write_list();
        }
        Ok(())
    }

    /// Deletes everything: the slots first, without which nothing sealed can
    /// be read, and the header, without which no other tab writes; then every
    /// value of ours. The mark *left* is the last, so that a tab which hears of
    /// its end finds nothing any more.
    pub fn delete_everything(&mut self) -> Result<(), SaveError> {
        let turn = |key: &String| match key.as_str() {
            key if key.starts_with(SLOT) => 0,
            HEADER => 1,
            LEFT => 3,
            _ => 2,
        };
        for key in sorted::by(self.store.keys()?, |a, b| turn(a).cmp(&turn(b))) {
            self.store.remove(&key)?;
        }
        if self.store.keys()?.is_empty() { Ok(()) } else { Err(SaveError::NotKept) }
    }
}
