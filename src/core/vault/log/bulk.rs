//! Many records at once, from a backup: they go into blocks straight away,
//! each of which is there whole or not at all.

use super::super::kept::{Gone, Kept, Standing};
use super::{SaveError, Vault};
use crate::core::entry::EntryId;
use std::rc::Rc;

impl Vault {
    /// Keeps the first of these records that fill a block, and takes them off.
    /// Called until there are none left; what was kept before an error stays.
    /// Each record is newer than the one known here.
    pub fn keep_many(&mut self, records: &mut Vec<Kept>) -> Result<(), SaveError> {
        self.may_write()?;
        let mut bodies = Vec::new();
        let mut length = 0;
        for kept in records.iter() {
            if length >= self.full {
                break;
            }
            let body: Rc<str> = Rc::from(kept.to_text());
            length += body.len();
            bodies.push((kept.id(), body));
        }
        let taken = bodies.len();
        self.write_block(bodies, None)?;
        records.drain(..taken);
        Ok(())
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
