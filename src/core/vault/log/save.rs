//! Saving: the record first, then the list, then what they replace goes.

use super::super::header::HEADER;
use super::super::kept::{Gone, Kept, Standing};
use super::super::record::Kind;
use super::super::store::StoreError;
use super::index::{FreshPlace, Place};
use super::reading::Change;
use super::{Chore, SLOT, Vault, write};
use crate::core::entry::{Entry, EntryId};
use crate::core::json::{Shape, object};
use crate::core::settings::{Looks, Settings};

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
    /// Another tab has saved this revision, or a later one, with other words.
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
    /// Saves an entry. Its revision must be later than the one known here.
    pub fn save_entry(&mut self, entry: &Entry) -> Result<(), SaveError> {
        self.may_write()?;
        let kept = Kept::Entry(Box::new(entry.clone()));
        let text = kept.to_text();
        match self.standing_to_change(entry.id)? {
            Some(held) if held == kept.standing(&text) => Ok(()),
            Some(held) if held.revision >= entry.revision => Err(SaveError::Conflict),
            _ => self.keep(&kept, text),
        }
    }

    /// Takes an entry away for good: what holds its words is rewritten without
    /// them, now or, where that fails, later.
    pub fn remove_entry(&mut self, id: EntryId) -> Result<(), SaveError> {
        self.may_write()?;
        let Some(held) = self.standing_to_change(id)? else {
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

    /// How the entry stands that is about to be changed. Whoever changes it has
    /// seen it so: what was not told yet is a conflict. Versions that gave way
    /// to it are kept beside it first.
    fn standing_to_change(&mut self, id: EntryId) -> Result<Option<Standing>, SaveError> {
        self.catch_up();
        if self.is_untold(id) {
            return Err(SaveError::Conflict);
        }
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

    /// Keeps the settings.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), SaveError> {
        self.may_write()?;
        let text = settings.to_json().to_string();
        let step = self.unread.settings + 1;
        let name = self.put_value(Kind::Settings, step, text.as_bytes())?;
        self.unread.settings = step;
        for old in std::mem::replace(&mut self.settings, vec![name]) {
            self.discard(old);
        }
        if !std::mem::replace(&mut self.list.settings, true) {
            let _ = self.write_list();
        }
        Ok(())
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
    /// be read, then every value of ours.
    pub fn delete_everything(&mut self) -> Result<(), SaveError> {
        let keys = self.store.keys()?;
        let (slots, others): (Vec<_>, Vec<_>) =
            keys.into_iter().partition(|key| key.starts_with(SLOT));
        let (header, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|key| key == HEADER);
        for key in slots.iter().chain(&header).chain(&others) {
            self.store.remove(key)?;
        }
        if self.store.keys()?.is_empty() { Ok(()) } else { Err(SaveError::NotKept) }
    }
}
