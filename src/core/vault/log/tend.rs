//! What can wait: it is done in small pieces while nobody types, and goes on at
//! the next start where it was stopped.

use super::super::kept::{self, Kept, Standing};
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
        if let Some(name) = self.outdated.first() {
            self.rewrite(name)?;
            self.outdated.remove(name);
            return Ok(Tended::More);
        }
        if let Some(chore) = self.chores.pop_front() {
            let again = chore.clone();
            return match self.see_to(chore) {
                Ok(()) => Ok(Tended::More),
                Err(error) => {
                    self.chores.push_back(again);
                    if error == SaveError::Busy { Ok(Tended::More) } else { Err(error) }
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
        self.losers.len() + self.outdated.len() + self.chores.len()
    }

    /// Takes away one value that nothing needs, where there is one.
    pub(super) fn make_room(&mut self) -> Option<Tended> {
        if !self.outdated.is_empty() {
            return None;
        }
        let at = self.chores.iter().position(|chore| matches!(chore, Chore::Remove(_)))?;
        self.see_to(self.chores.get(at)?.clone()).ok()?;
        self.chores.remove(at);
        Some(Tended::More)
    }

    fn see_to(&mut self, chore: Chore) -> Result<(), SaveError> {
        match chore {
            Chore::Remove(name) if self.index.uses(name) => Ok(()),
            Chore::Remove(name) => self.remove_value(&name.to_string()),
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
        let Loser { id: of, standing, ref place } = self.losers[at];
        if let Some(Kept::Entry(entry)) = self.body_of(of, standing, place)? {
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

    /// The version of an entry that stands so, at this place.
    pub(super) fn body_of(
        &self,
        id: EntryId,
        standing: Standing,
        place: &Place,
    ) -> Result<Option<Kept>, SaveError> {
        match place {
            Place::Fresh(place) => Ok(Kept::of_text(&place.body)),
            Place::Block(name) => {
                let lines = self.lines(*name)?.unwrap_or_default().into_iter();
                let mut same = lines.filter(|(kept, body)| kept.standing(body) == standing);
                Ok(same.find(|(kept, _)| kept.id() == id).map(|(kept, _)| kept))
            }
        }
    }

    /// Writes a value anew in the form that values have now. One that does not
    /// count goes when nothing rests on an outdated value any more.
    fn rewrite(&mut self, name: Name) -> Result<(), SaveError> {
        let key = name.to_string();
        let Some(text) = self.store.get(&key)? else { return self.has_gone(name) };
        if self.unreadable.has(name) {
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
        if !self.rests_on(name) && head.kind != Kind::Aside {
            let is_block = self.index.blocks.has(name);
            let chore = if is_block { Chore::Purge(name) } else { Chore::Remove(name) };
            self.chores.push_back(chore);
            return Ok(());
        }
        match head.kind {
            Kind::List => return self.write_list(),
            Kind::Block => return self.rewrite_block(name, &body),
            Kind::Record => self.list_up_to(head.step)?,
            _ => {}
        }
        let step = if head.kind == Kind::Record { self.list.step + 1 } else { head.step };
        let new = self.put_value(head.kind, step, &body)?;
        self.index.rename_fresh(name, new, step);
        self.rename_draft(name, new);
        self.settings
            .names
            .iter_mut()
            .filter(|other| **other == name)
            .for_each(|other| *other = new);
        self.discard(name);
        Ok(())
    }

    /// An outdated value is there no more: another tab has rewritten it, or has
    /// taken it back because the form of values had changed ([`Vault::put_value`]).
    /// Then what it took the place of stands there still, and is read again.
    fn has_gone(&mut self, name: Name) -> Result<(), SaveError> {
        self.lists.retain(|stored| stored.name != name);
        if !self.rests_on(name) {
            return Ok(());
        }
        self.catch_up();
        if self.rests_on(name) { Err(SaveError::Elsewhere) } else { Ok(()) }
    }

    /// Whether a value holds something that counts.
    fn rests_on(&self, name: Name) -> bool {
        self.index.uses(name)
            || self.lists.iter().any(|stored| stored.name == name)
            || self.settings.names.contains(&name)
            || self.is_draft_that_counts(name)
    }

    /// Whether a value is whole, and no key here opens it.
    fn is_foreign(&self, key: &str, raw: &str) -> bool {
        let read = key.parse().map(|name| self.form.unseal(name, raw).err());
        read == Ok(Some(RecordError::Foreign))
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
