//! What can wait: it is done in small pieces while nobody types, and goes on at
//! the next start where it was stopped.

use super::super::kept::{self, Kept};
use super::super::list::List;
use super::super::record::{Kind, Name, RecordError};
use super::index::Place;
use super::save::Aside;
use super::{Chore, Loser, SaveError, Vault};
use crate::core::entry::{Entry, EntryId};
use crate::core::json::Shape;

/// What a piece of work came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tended {
    /// There is more to do.
    More,
    /// There is nothing to do.
    Done,
    /// A version that gave way to another tab's was kept beside it.
    KeptBeside(Box<Entry>),
}

impl Vault {
    /// Does one piece of what can wait. There is none before all is read: what
    /// is not read yet would look as if it did not count.
    pub fn tend(&mut self) -> Result<Tended, SaveError> {
        self.may_write()?;
        if !self.is_read() {
            return Ok(Tended::Done);
        }
        // Until both sides of a conflict are kept, no block may go.
        if !self.losers.is_empty() {
            return match self.keep_loser_of(None) {
                Ok(Some(beside)) => Ok(Tended::KeptBeside(beside)),
                Ok(None) => Ok(Tended::More),
                Err(error) => self.make_room().ok_or(error),
            };
        }
        if let Some(chore) = self.chores.pop_front() {
            let again = chore.clone();
            return match self.see_to(chore) {
                Ok(()) => Ok(Tended::More),
                Err(error) => {
                    self.chores.push_back(again);
                    Err(error)
                }
            };
        }
        if self.settle()? {
            return Ok(Tended::More);
        }
        if self.list_is_due() {
            self.write_list()?;
            return Ok(Tended::More);
        }
        let more = !self.chores.is_empty() || self.finish_turning()?;
        Ok(if more { Tended::More } else { Tended::Done })
    }

    /// How many pieces of work wait.
    pub fn chores(&self) -> usize {
        self.losers.len() + self.chores.len()
    }

    /// Takes away one value that nothing needs, where there is one.
    fn make_room(&mut self) -> Option<Tended> {
        let at = self.chores.iter().position(|chore| matches!(chore, Chore::Remove(_)))?;
        self.see_to(self.chores.get(at)?.clone()).ok()?;
        self.chores.remove(at);
        Some(Tended::More)
    }

    fn see_to(&mut self, chore: Chore) -> Result<(), SaveError> {
        match chore {
            Chore::Remove(name) if self.index.uses(name) => Ok(()),
            Chore::Remove(name) => self.remove_value(&name.to_string()),
            Chore::Rewrite(name) => self.rewrite(name),
            Chore::Purge(name) => self.purge(name),
            Chore::PutAway(key) => self.put_away(&key),
        }
    }

    /// Keeps a version that gave way, of this entry or any, under a name of its
    /// own; then its value goes.
    pub(super) fn keep_loser_of(
        &mut self,
        id: Option<EntryId>,
    ) -> Result<Option<Box<Entry>>, SaveError> {
        let Some(at) = self.losers.iter().position(|loser| id.is_none_or(|id| loser.id == id))
        else {
            return Ok(None);
        };
        let mut beside = None;
        if let Some(Kept::Entry(entry)) = self.body_of(&self.losers[at])? {
            let copy = kept::beside(&entry);
            if self.index.get(copy.id).is_none() {
                let kept = Kept::Entry(Box::new(copy.clone()));
                self.keep(&kept, kept.to_text())?;
                if id.is_some() {
                    self.untold.changes.push(super::Change::Put(Box::new(copy.clone())));
                }
                beside = Some(Box::new(copy));
            }
        }
        let loser = self.losers.remove(at);
        self.chores.extend(loser.place.own_value().map(Chore::Remove));
        Ok(beside)
    }

    fn body_of(&self, loser: &Loser) -> Result<Option<Kept>, SaveError> {
        match &loser.place {
            Place::Fresh(place) => Ok(Kept::of_text(&place.body)),
            Place::Block(name) => {
                let lines = self.lines(*name)?.unwrap_or_default().into_iter();
                let mut same = lines.filter(|(kept, body)| kept.standing(body) == loser.standing);
                Ok(same.find(|(kept, _)| kept.id() == loser.id).map(|(kept, _)| kept))
            }
        }
    }

    /// Writes a value anew in the form that values have now.
    fn rewrite(&mut self, name: Name) -> Result<(), SaveError> {
        let key = name.to_string();
        let Some(text) = self.store.get(&key)? else { return self.keep_what_went(name) };
        if !self.known.contains(&name) {
            self.take_now(name, text);
            return Ok(());
        }
        if self.unreadable.contains(&name) {
            return self.put_away(&key);
        }
        let (unsealed, body) = match self.form.read(name, &text) {
            Ok((unsealed, _)) if unsealed.current => return Ok(()),
            Ok(read) => read,
            Err(RecordError::Foreign) => {
                self.every_seal_opens = false;
                return Ok(());
            }
            Err(_) => return self.put_away(&key),
        };
        let head = unsealed.head;
        match head.kind {
            Kind::List if self.lists.iter().any(|stored| stored.name == name) => {
                return self.write_list();
            }
            // Others have taken it in.
            Kind::List if List::of_body(&body).is_some() => return self.remove_value(&key),
            Kind::Record if self.is_superseded(name, &body) => return self.remove_value(&key),
            Kind::Draft if self.is_draft_superseded(name, &body) => {
                return self.remove_value(&key);
            }
            Kind::Block => {
                return match self.index.blocks.get(&name) {
                    None => self.remove_value(&key),
                    Some(block) if block.whole && block.live == 0 => self.purge(name),
                    Some(_) => self.rewrite_block(name, &body),
                };
            }
            Kind::Record => self.list_up_to(head.step)?,
            _ => {}
        }
        let step = if head.kind == Kind::Record { self.list.step + 1 } else { head.step };
        let new = self.put_value(head.kind, step, &body)?;
        self.index.rename_fresh(name, new, step);
        self.rename_draft(name, new);
        self.settings.iter_mut().filter(|other| **other == name).for_each(|other| *other = new);
        self.discard(name);
        Ok(())
    }

    /// A tab that finds another header after a write takes its value away again
    /// ([`Vault::put_value`]). Where this one has taken it in meanwhile, and
    /// nothing took its place, the record is written from memory; a block is not
    /// at hand, and the vault must be opened again without it.
    fn keep_what_went(&mut self, name: Name) -> Result<(), SaveError> {
        self.catch_up();
        if let Some(body) = self.index.fresh_body(name) {
            self.list_up_to(self.unread.furthest)?;
            let step = self.list.step + 1;
            let new = self.put_value(Kind::Record, step, body.as_bytes())?;
            self.index.rename_fresh(name, new, step);
            return Ok(());
        }
        if self.index.uses(name) { Err(SaveError::Elsewhere) } else { Ok(()) }
    }

    /// Whether a value is whole, and no key here opens it.
    fn is_foreign(&self, key: &str, raw: &str) -> bool {
        let read = key.parse().map(|name| self.form.unseal(name, raw).err());
        read == Ok(Some(RecordError::Foreign))
    }

    /// Whether a value that was taken in holds a record that does not count.
    fn is_superseded(&self, name: Name, body: &[u8]) -> bool {
        let read = std::str::from_utf8(body).ok().and_then(Kept::of_text);
        read.is_some() && !self.index.uses(name)
    }

    /// Keeps a value that cannot be read in a value that has the form of now.
    fn put_away(&mut self, key: &str) -> Result<(), SaveError> {
        let Some(raw) = self.store.get(key)? else { return Ok(()) };
        if self.is_in_form(&raw) || self.is_foreign(key, &raw) {
            return Ok(());
        }
        let aside = Aside { key: key.to_owned(), raw };
        self.put_value(Kind::Aside, 0, aside.to_json().to_string().as_bytes())?;
        self.remove_value(key)
    }
}
