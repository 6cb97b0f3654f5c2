//! The account of what should be there, as it stands in the store.
//!
//! Each tab writes lists of its own. One that names the same as all others
//! together and was written last is enough, and the others go; otherwise a new
//! one is written that does.

use super::super::list::{self, List};
use super::super::record::{Kind, Name};
use super::{Chore, SaveError, Vault};
use crate::core::json::Shape;

/// A list that stands in the store.
#[derive(Debug, Clone)]
pub(super) struct StoredList {
    pub(super) name: Name,
    list: List,
}

impl Vault {
    /// Takes a list in.
    pub(super) fn take_list(&mut self, name: Name, body: &str) -> Option<()> {
        let list = List::of_body(body.as_bytes())?;
        self.list.merge(&list);
        self.lists.push(StoredList { name, list });
        Some(())
    }

    /// What should be there: what is there, in the form of now, and what the lists
    /// name beyond it.
    fn should_be_there(&self) -> List {
        let mut list = self.list.clone();
        let firm = |name: Name| !self.outdated.has(name);
        let held = |fresh: &list::Fresh| {
            self.index.get(fresh.id).is_some_and(|held| {
                held.standing.revision >= fresh.revision && firm(held.place.name())
            })
        };
        list.fresh.retain(|fresh| !held(fresh));
        let fresh = self.index.fresh_notes().filter(|(name, _)| firm(*name)).map(|(_, note)| note);
        list.fresh = list::latest(list.fresh.drain(..).chain(fresh));
        let whole = |name: Name| self.index.blocks.get(name).is_some_and(|block| block.whole);
        list.blocks.retain(|block| !(whole(block.name) && firm(block.name)));
        let blocks = self.index.block_notes().filter(|note| firm(note.name));
        list.blocks = list::by_name(list.blocks.drain(..).chain(blocks));
        list
    }

    /// Whether no stored list names all that should be there. Where one does,
    /// the others are to be taken away.
    pub(super) fn list_is_due(&mut self) -> bool {
        self.list = self.should_be_there();
        let newest = self.lists.iter().max_by_key(|stored| (stored.list.step, stored.name));
        let Some(newest) = newest.cloned() else { return self.list != List::default() };
        if !newest.list.names_the_same(&self.list) {
            return true;
        }
        for old in std::mem::take(&mut self.lists) {
            if old.name != newest.name {
                self.chores.push_back(Chore::Remove(old.name));
            }
        }
        self.lists.push(newest);
        false
    }

    /// Writes the list anew and takes away those that it has taken in.
    pub(super) fn write_list(&mut self) -> Result<(), SaveError> {
        let mut list = self.should_be_there();
        list.step += 1;
        let name = self.put_value(Kind::List, list.step, list.to_json().to_string().as_bytes())?;
        self.list = list.clone();
        for old in std::mem::replace(&mut self.lists, vec![StoredList { name, list }]) {
            self.discard(old.name);
        }
        Ok(())
    }

    /// Brings the list up to this step, so that what is written next ranks above
    /// all that was written so far.
    pub(super) fn list_up_to(&mut self, step: u32) -> Result<(), SaveError> {
        if self.list.step < step {
            self.list.step = step - 1;
            self.write_list()?;
        }
        Ok(())
    }
}
