//! What should be there: a short list of the fresh records and of the blocks,
//! written after each save. What is on it and not in the store is missing, and
//! is named with its day.
//!
//! The record goes first, then the list: a record one step ahead of its list is
//! a stop between two writes and no damage. Lists are values like all others,
//! each under a name of its own, so that two tabs that write at the same time
//! leave two lists, and the next one takes in both.

use super::record::Name;
use crate::core::day::Day;
use crate::core::entry::EntryId;
use crate::core::json::object;

/// How many names of blocks that were rewritten are remembered.
const RETIRED: usize = 64;

/// What should be there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// One more with each list written.
    pub step: u32,
    /// Records with a value of their own.
    pub fresh: Vec<Fresh>,
    /// Blocks.
    pub blocks: Vec<BlockNote>,
    /// Blocks that others have taken the place of, the latest last.
    pub retired: Vec<Name>,
    /// Whether settings were ever saved.
    pub settings: bool,
    /// Whether what stands outside the seal was ever saved.
    pub looks: bool,
}

/// A record with a value of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fresh {
    /// The entry's name.
    pub id: EntryId,
    /// Its revision.
    pub revision: u32,
    /// The entry's day; none where the record says that it is gone.
    pub day: Option<Day>,
}

/// A block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockNote {
    /// Its name.
    pub name: Name,
    /// How many records are in it.
    pub count: u32,
    /// The first day in it, and the last; none where all of its records say
    /// that an entry is gone.
    pub days: Option<(Day, Day)>,
}

object!(List { must step, may fresh, may blocks, may retired, may settings, may looks });
object!(Fresh { must id, must revision, may day });
object!(BlockNote { must name, must count, may days });

impl List {
    /// Notes a record; an older revision gives way.
    pub fn note(&mut self, fresh: Fresh) {
        match self.fresh.iter_mut().find(|other| other.id == fresh.id) {
            Some(other) if other.revision > fresh.revision => {}
            Some(other) => *other = fresh,
            None => self.fresh.push(fresh),
        }
    }

    /// Takes a record off: it has settled in a block.
    pub fn settled(&mut self, id: EntryId, revision: u32) {
        self.fresh.retain(|fresh| fresh.id != id || fresh.revision > revision);
    }

    /// Notes a block.
    pub fn note_block(&mut self, block: BlockNote) {
        if !self.blocks.iter().any(|other| other.name == block.name) {
            self.blocks.push(block);
        }
    }

    /// Takes a block off: others have taken its place.
    pub fn retire(&mut self, name: Name) {
        self.blocks.retain(|block| block.name != name);
        if !self.retired.contains(&name) {
            self.retired.push(name);
            let surplus = self.retired.len().saturating_sub(RETIRED);
            self.retired.drain(..surplus);
        }
    }

    /// Takes in another tab's list.
    pub fn merge(&mut self, other: &List) {
        self.step = self.step.max(other.step);
        self.settings |= other.settings;
        self.looks |= other.looks;
        for name in &other.retired {
            self.retire(*name);
        }
        for fresh in &other.fresh {
            self.note(*fresh);
        }
        for block in &other.blocks {
            if !self.retired.contains(&block.name) {
                self.note_block(*block);
            }
        }
    }
}
