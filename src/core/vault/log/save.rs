//! Saving: the record first, then the list, then what they replace goes.

use super::super::header::HEADER;
use super::super::kept::{Gone, Kept};
use super::super::list::Fresh;
use super::super::record::{Kind, Name};
use super::super::store::{Store, StoreError};
use super::index::{Absorbed, Place};
use super::{Chore, LEFT, LOCKED, LOOKS, SLOT, Vault};
use crate::core::draft::{Draft, DraftId};
use crate::core::entry::{Entry, EntryId};
use crate::core::json::{Shape, object};
use crate::core::settings::{Looks, Settings};
use std::rc::Rc;

const LEFT_IS: &str = "1";
const LEFT_IS_NOT: &str = "0";

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

/// A draft, and the tab that wrote it: two tabs on one draft leave two.
pub(super) struct DraftBody {
    pub(super) tab: u32,
    pub(super) draft: Draft,
}

object!(DraftBody { must tab, must draft });

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
        match self.index.get(entry.id) {
            Some(held) if held.standing == kept.standing(&text) => Ok(()),
            Some(held) if held.standing.revision >= entry.revision => Err(SaveError::Conflict),
            _ => self.keep(&kept, text),
        }
    }

    /// Takes an entry away for good: what holds its words is rewritten without
    /// them, now or, where that fails, later.
    pub fn remove_entry(&mut self, id: EntryId) -> Result<(), SaveError> {
        self.may_write()?;
        let Some(held) = self.index.get(id) else { return Ok(()) };
        let place = held.place.clone();
        let gone = Gone { gone: id, revision: held.standing.revision + 1 };
        let kept = Kept::Gone(gone);
        self.keep(&kept, kept.to_text())?;
        if let Place::Block(name) = place
            && self.purge(name).is_err()
        {
            self.chores.push(Chore::Purge(name));
        }
        Ok(())
    }

    /// Writes a record, then the list, and takes away what it replaces.
    pub(super) fn keep(&mut self, kept: &Kept, text: String) -> Result<(), SaveError> {
        let name = self.put_value(Kind::Record, self.list.step + 1, text.as_bytes())?;
        let standing = kept.standing(&text);
        let absorbed = self.index.absorb(kept, standing, Place::Fresh(name, Rc::from(text)));
        self.list.note(Fresh { id: kept.id(), revision: kept.revision(), day: kept.day() });
        // The record is saved, whether or not there is room for the list.
        let _ = self.write_list();
        if let Absorbed::Newest(Some(old)) = absorbed {
            self.discard(old);
        }
        Ok(())
    }

    /// Writes the list anew and takes away those that it has taken in.
    pub(super) fn write_list(&mut self) -> Result<(), SaveError> {
        self.list_due = true;
        let step = self.list.step + 1;
        self.list.step = step;
        let text = self.list.to_json().to_string();
        let written = self.put_value(Kind::List, step, text.as_bytes());
        let name = written.inspect_err(|_| self.list.step = step - 1)?;
        self.list_due = false;
        for old in std::mem::replace(&mut self.lists, vec![name]) {
            self.discard(old);
        }
        Ok(())
    }

    /// Keeps a draft.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<(), SaveError> {
        self.may_write()?;
        let body = DraftBody { tab: self.tab, draft: draft.clone() };
        let text = body.to_json().to_string();
        let name = self.put_value(Kind::Draft, 0, text.as_bytes())?;
        self.forget_draft(draft.id);
        self.drafts.push((draft.id, name));
        Ok(())
    }

    /// Takes a draft away.
    pub fn remove_draft(&mut self, id: DraftId) -> Result<(), SaveError> {
        self.may_write()?;
        self.forget_draft(id);
        Ok(())
    }

    fn forget_draft(&mut self, id: DraftId) {
        let (old, others) = self.drafts.drain(..).partition(|(other, _)| *other == id);
        self.drafts = others;
        let old: Vec<(DraftId, Name)> = old;
        for (_, name) in old {
            self.discard(name);
        }
    }

    /// Keeps the settings.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), SaveError> {
        self.may_write()?;
        let text = settings.to_json().to_string();
        let name = self.put_value(Kind::Settings, self.list.step + 1, text.as_bytes())?;
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
        put_looks(&*self.store, looks)?;
        if !std::mem::replace(&mut self.list.looks, true) {
            let _ = self.write_list();
        }
        Ok(())
    }

    /// Whether the mark is set.
    pub(super) fn is_left_mark(value: &str) -> bool {
        value == LEFT_IS
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

/// Writes a text, reads it back and compares.
pub(super) fn put_text(store: &dyn Store, key: &str, text: &str) -> Result<(), SaveError> {
    store.put(key, text)?;
    if store.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(SaveError::NotKept) }
}

/// Keeps what stands outside the seal, for which nothing needs to be unlocked.
pub fn put_looks(store: &dyn Store, looks: &Looks) -> Result<(), SaveError> {
    put_text(store, LOOKS, &looks.to_json().to_string())
}

/// Sets or takes away the mark that the page was left by quick exit. It is set
/// even where a newer program has written: it hides, and harms nothing. Once
/// written it always takes the same room, so that a full store has it.
pub fn mark_left(store: &dyn Store, left: bool) -> Result<(), SaveError> {
    put_text(store, LEFT, if left { LEFT_IS } else { LEFT_IS_NOT })
}

/// Tells other tabs to lock; `sign` is another one each time.
pub fn tell_locked(store: &dyn Store, sign: Name) -> Result<(), SaveError> {
    put_text(store, LOCKED, &sign.to_string())
}
