//! Many records at once, from a backup: they go into blocks straight away,
//! each of which is there whole or not at all.

use super::super::kept::{Body, Gone, Standing};
use super::{SaveError, Vault};
use crate::core::entry::EntryId;
use std::rc::Rc;

impl Vault {
    /// Keeps the first of these records, with their bodies, that fill a block,
    /// takes them off and gives them. Called until there are none left; what
    /// was kept before an error stays. A record that is not newer than the one
    /// known here is passed over.
    pub fn keep_many(&mut self, records: &mut Vec<Body>) -> Result<Vec<Body>, SaveError> {
        self.may_write()?;
        let index = &self.index;
        let held = |id| index.get(id).map(|held| held.standing.revision);
        records.retain(|(kept, _)| held(kept.id()).is_none_or(|held| held < kept.revision()));
        let mut bodies = Vec::new();
        let mut length = 0;
        for (kept, text) in records.iter() {
            if length >= self.full {
                break;
            }
            length += text.len();
            bodies.push((kept.id(), Rc::from(text.as_str())));
        }
        let Some((last, _)) = bodies.last() else { return Ok(Vec::new()) };
        let (last, taken) = (*last, bodies.len());
        let written = self.write_block(bodies, None);
        // With the block they are saved, whether or not there is room for the list.
        let stands = self.index.get(last).map(|held| held.standing.revision);
        if stands != records.get(taken - 1).map(|(kept, _)| kept.revision()) {
            written?;
        }
        // What they took the place of makes room for the next.
        while self.make_room().is_some() {}
        Ok(records.drain(..taken).collect())
    }

    /// How the newest record of an entry stands here.
    pub fn standing(&self, id: EntryId) -> Option<Standing> {
        self.index.get(id).map(|held| held.standing)
    }

    /// Records that say that an entry was taken away for good.
    pub fn gone(&self) -> Vec<Gone> {
        self.index.gone()
    }
}
