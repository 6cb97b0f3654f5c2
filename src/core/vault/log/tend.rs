//! What can wait: it is done in small pieces while nobody types, and goes on at
//! the next start where it was stopped.

use super::super::block;
use super::super::kept::{self, Kept};
use super::super::record::{Kind, Name};
use super::index::{Absorbed, Place};
use super::save::Aside;
use super::{Chore, SaveError, Vault};
use crate::core::entry::{Entry, EntryId};
use crate::core::json::Shape;
use std::rc::Rc;

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
    /// Does one piece of what can wait.
    pub fn tend(&mut self) -> Result<Tended, SaveError> {
        self.may_write()?;
        if let Some(chore) = self.chores.pop() {
            let again = chore.clone();
            return self.see_to(chore).inspect_err(|_| self.chores.insert(0, again));
        }
        if !self.is_read() {
            return Ok(Tended::Done);
        }
        if self.settle()? {
            return Ok(Tended::More);
        }
        if self.list_due {
            self.write_list()?;
            return Ok(Tended::More);
        }
        self.finish_turning()?;
        Ok(Tended::Done)
    }

    /// How many pieces of work wait.
    pub fn chores(&self) -> usize {
        self.chores.len()
    }

    fn see_to(&mut self, chore: Chore) -> Result<Tended, SaveError> {
        match chore {
            Chore::Remove(name) if self.index.uses(name) => {}
            Chore::Remove(name) => self.store.remove(&name.to_string())?,
            Chore::Rewrite(name) => self.rewrite(name)?,
            Chore::Purge(name) => self.purge(name)?,
            Chore::PutUnderSeal(key) => self.put_under_seal(&key)?,
            Chore::Beside(entry) => {
                let copy = kept::beside(&entry);
                if self.index.get(copy.id).is_none() {
                    let kept = Kept::Entry(Box::new(copy.clone()));
                    self.keep(&kept, kept.to_text())?;
                    return Ok(Tended::KeptBeside(Box::new(copy)));
                }
            }
        }
        Ok(Tended::More)
    }

    /// Writes a value anew in the form that values have now.
    fn rewrite(&mut self, name: Name) -> Result<(), SaveError> {
        let key = name.to_string();
        let Some(text) = self.store.get(&key)? else { return Ok(()) };
        let Ok((unsealed, body)) = self.form.read(name, &text) else { return Ok(()) };
        if unsealed.current {
            return Ok(());
        }
        let head = unsealed.head;
        match head.kind {
            Kind::List => {
                if self.lists.contains(&name) {
                    self.write_list()?;
                }
                return Ok(());
            }
            // It goes when everything else is rewritten.
            Kind::FormerKey => return Ok(()),
            _ => {}
        }
        let new = self.put_value(head.kind, head.step, &body)?;
        match head.kind {
            Kind::Block => {
                self.index.rename_block(name, new);
                self.replace_block(name, Some(new));
                self.write_list()?;
            }
            _ => self.renamed(name, new),
        }
        self.discard(name);
        Ok(())
    }

    fn renamed(&mut self, old: Name, new: Name) {
        self.index.rename_fresh(old, new);
        self.drafts.iter_mut().filter(|(_, name)| *name == old).for_each(|(_, name)| *name = new);
        self.settings.iter_mut().filter(|name| **name == old).for_each(|name| *name = new);
    }

    /// Notes that a block has taken another's place.
    fn replace_block(&mut self, old: Name, new: Option<Name>) {
        if let Some(note) = new.and_then(|new| self.index.note(new)) {
            self.list.note_block(note);
        }
        self.list.retire(old);
    }

    /// Puts a value that cannot be read under seal, as it stands.
    fn put_under_seal(&mut self, key: &str) -> Result<(), SaveError> {
        let Some(raw) = self.store.get(key)? else { return Ok(()) };
        let aside = Aside { key: key.to_owned(), raw };
        let text = aside.to_json().to_string();
        self.put_value(Kind::Aside, 0, text.as_bytes())?;
        Ok(self.store.remove(key)?)
    }

    /// Settles fresh records in a block, when there are enough of them to fill
    /// one, and a block that has become thin with them.
    fn settle(&mut self) -> Result<bool, SaveError> {
        let fresh = self.index.fresh();
        let bytes: usize = fresh.iter().map(|(_, held)| body_length(&held.place)).sum();
        let thin = self.index.thin_block(block::FULL);
        let with_thin = thin.map_or(0, |(_, bytes)| bytes);
        if bytes + with_thin < block::FULL || bytes == 0 {
            return Ok(false);
        }
        let mut bodies = match thin {
            Some((name, _)) => self.live_lines(name)?,
            None => Vec::new(),
        };
        let mut length: usize = bodies.iter().map(|(_, body)| body.len()).sum();
        let mut settled = Vec::new();
        for (id, held) in fresh {
            let Place::Fresh(name, body) = held.place else { continue };
            if length >= block::FULL {
                break;
            }
            length += body.len();
            settled.push(name);
            bodies.push((id, body));
        }
        self.write_block(bodies, thin.map(|(name, _)| name))?;
        for name in settled {
            self.discard(name);
        }
        Ok(true)
    }

    /// Writes a block of these records, then the list; `old` goes.
    pub(super) fn write_block(
        &mut self,
        bodies: Vec<(EntryId, Rc<str>)>,
        old: Option<Name>,
    ) -> Result<(), SaveError> {
        let body = block::join(bodies.iter().map(|(_, body)| &**body));
        let name = self.put_value(Kind::Block, self.list.step + 1, body.as_bytes())?;
        self.known.insert(name);
        self.index.new_block(name, body.len());
        for (id, body) in &bodies {
            let Some(kept) = Kept::of_text(body) else { continue };
            let standing = kept.standing(body);
            if let Absorbed::Known(_) = self.index.absorb(&kept, standing, Place::Block(name)) {
                self.index.moved(*id, Place::Block(name));
            }
            self.list.settled(*id, kept.revision());
        }
        if let Some(note) = self.index.note(name) {
            self.list.note_block(note);
        }
        if let Some(old) = old {
            self.replace_block(old, None);
        }
        self.write_list()?;
        if let Some(old) = old {
            self.index.blocks.remove(&old);
            self.discard(old);
        }
        Ok(())
    }

    /// Writes a block anew without what is not the newest of its entry.
    pub(super) fn purge(&mut self, name: Name) -> Result<(), SaveError> {
        let live = self.live_lines(name)?;
        if live.is_empty() {
            self.replace_block(name, None);
            self.write_list()?;
            self.index.blocks.remove(&name);
            self.discard(name);
            return Ok(());
        }
        self.write_block(live, Some(name))
    }

    /// The records of a block that are the newest of their entries.
    fn live_lines(&self, name: Name) -> Result<Vec<(EntryId, Rc<str>)>, SaveError> {
        let lines = self.lines(name)?;
        let live = lines
            .into_iter()
            .filter(|(kept, _)| self.index.is_live(kept.id(), kept.revision(), name));
        Ok(live.map(|(kept, body)| (kept.id(), Rc::from(body))).collect())
    }

    /// The records of a block that was read before.
    pub(super) fn lines(&self, name: Name) -> Result<Vec<(Kept, String)>, SaveError> {
        let text = self.store.get(&name.to_string())?.ok_or(SaveError::Gone)?;
        let body = self.form.read(name, &text).ok().map(|(_, body)| body);
        let body = body.and_then(|body| String::from_utf8(body).ok()).ok_or(SaveError::Gone)?;
        let lines = block::split(&body).flatten();
        Ok(lines.map(|(kept, line)| (kept, line.to_owned())).collect())
    }

    /// The record that stands at a place.
    pub(super) fn body_at(&self, place: &Place, id: EntryId) -> Option<Kept> {
        match place {
            Place::Fresh(_, body) => Kept::of_text(body),
            Place::Block(name) => self
                .lines(*name)
                .ok()?
                .into_iter()
                .map(|(kept, _)| kept)
                .find(|kept| kept.id() == id),
        }
    }

    /// Blocks in which nothing is the newest of its entry go.
    pub(super) fn find_redundant_blocks(&mut self) {
        let dead = self.index.blocks.iter().filter(|(_, block)| block.live == 0);
        self.chores.extend(dead.map(|(name, _)| Chore::Purge(*name)));
    }
}

fn body_length(place: &Place) -> usize {
    match place {
        Place::Fresh(_, body) => body.len(),
        Place::Block(_) => 0,
    }
}
