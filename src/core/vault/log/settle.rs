//! Fresh records settle in blocks, and blocks are written anew without what does
//! not count any more.

use super::super::block;
use super::super::kept::Kept;
use super::super::record::{Kind, Name};
use super::index::{FreshPlace, Place};
use super::{Chore, SaveError, Vault};
use crate::core::entry::EntryId;
use std::rc::Rc;

/// So many fresh records settle, however short they are: each of them stands on
/// the list, which is written with every save.
const MANY: usize = 256;

/// Records as they are stored, and their names.
type Bodies = Vec<(EntryId, Rc<str>)>;

impl Vault {
    /// Settles fresh records in a block, when there are enough of them to fill
    /// one, and a block that has become thin with them.
    pub(super) fn settle(&mut self) -> Result<bool, SaveError> {
        let fresh = self.index.fresh();
        let bytes: usize = fresh.iter().map(|(_, place)| place.body.len()).sum();
        let thin = self.index.thin_block(self.full);
        let with_thin = thin.map_or(0, |(_, bytes)| bytes);
        let enough = bytes + with_thin >= self.full || fresh.len() >= MANY;
        if fresh.is_empty() || !enough {
            return Ok(false);
        }
        if self.catch_up() {
            return Ok(true);
        }
        let thin = thin.map(|(name, _)| name);
        let mut bodies = match thin {
            Some(name) => self.live_lines(name)?.ok_or(SaveError::Gone)?,
            None => Vec::new(),
        };
        let mut length: usize = bodies.iter().map(|(_, body)| body.len()).sum();
        for (id, FreshPlace { body, .. }) in fresh {
            if length >= self.full {
                break;
            }
            length += body.len();
            bodies.push((id, body));
        }
        self.write_block(bodies, thin)?;
        Ok(true)
    }

    /// Writes a block of these records, then the list; `old` goes, and so do
    /// the values that held them alone.
    pub(super) fn write_block(
        &mut self,
        bodies: Bodies,
        old: Option<Name>,
    ) -> Result<(), SaveError> {
        self.list_up_to(self.unread.furthest)?;
        let body = block::join(bodies.iter().map(|(_, body)| &**body));
        let step = self.list.step + 1;
        let name = self.put_value(Kind::Block, step, body.as_bytes())?;
        self.index.new_block(name, step);
        for (_, body) in &bodies {
            let Some(kept) = Kept::of_text(body) else { continue };
            let filed = self.file(&kept, kept.standing(body), Place::Block(name));
            self.chores.extend(filed.old.map(Chore::Remove));
        }
        self.index.whole_block(name, body.len());
        match old {
            Some(old) => self.give_up_block(old),
            None => {
                // The records are kept, whether or not there is room for the list.
                let _ = self.write_list();
                Ok(())
            }
        }
    }

    /// Takes a block away in which nothing counts any more, once the list says
    /// so.
    fn give_up_block(&mut self, name: Name) -> Result<(), SaveError> {
        self.list.retire(name);
        if let Err(error) = self.write_list() {
            self.chores.push_back(Chore::Purge(name));
            return Err(error);
        }
        self.index.drop_block(name);
        self.discard(name);
        Ok(())
    }

    /// Writes a block anew without what is not the newest of its entry.
    pub(super) fn purge(&mut self, name: Name) -> Result<(), SaveError> {
        self.catch_up();
        let Some(block) = self.index.blocks.get(name).filter(|block| block.whole) else {
            return Ok(());
        };
        if block.live == block.total {
            return Ok(());
        }
        // What is left out may be needed by a version that gave way, or where an
        // outdated value is taken back.
        if !self.losers.is_empty() || !self.outdated.is_empty() {
            return Err(SaveError::Busy);
        }
        if block.live == 0 {
            return self.give_up_block(name);
        }
        match self.live_lines(name)? {
            Some(live) => self.write_block(live, Some(name)),
            None => Ok(()),
        }
    }

    /// Writes a block anew, in the form that values have now.
    pub(super) fn rewrite_block(&mut self, name: Name, body: &[u8]) -> Result<(), SaveError> {
        self.list_up_to(self.unread.furthest)?;
        let step = self.list.step + 1;
        let new = self.put_value(Kind::Block, step, body)?;
        self.index.rename_block(name, new, step);
        for chore in &mut self.chores {
            if *chore == Chore::Purge(name) {
                *chore = Chore::Purge(new);
            }
        }
        self.list.retire(name);
        if let Err(error) = self.write_list() {
            self.chores.push_back(Chore::Remove(name));
            return Err(error);
        }
        self.discard(name);
        Ok(())
    }

    /// The records of a block that are the newest of their entries; none where
    /// it is not there.
    fn live_lines(&self, name: Name) -> Result<Option<Bodies>, SaveError> {
        let Some(lines) = self.lines(name)? else { return Ok(None) };
        let live = lines
            .into_iter()
            .filter(|(kept, body)| self.index.is_live(kept.id(), kept.standing(body), name));
        Ok(Some(live.map(|(kept, body)| (kept.id(), Rc::from(body))).collect()))
    }

    /// The records of a block that was read before; none where another tab has
    /// taken it away.
    pub(super) fn lines(&self, name: Name) -> Result<Option<Vec<(Kept, String)>>, SaveError> {
        let Some(text) = self.store.get(&name.to_string())? else { return Ok(None) };
        let (_, body) = self.form.read(name, &text).map_err(|_| SaveError::Gone)?;
        let lines: Option<Vec<_>> = block::split(&body)
            .map(|found| found.map(|(kept, line)| (kept, line.to_owned())))
            .collect();
        lines.map(Some).ok_or(SaveError::Gone)
    }
}
