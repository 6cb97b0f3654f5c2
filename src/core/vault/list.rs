//! What should be there: a short list of the fresh records and of the blocks,
//! written after each save. What is on it and not in the store is missing, and
//! is named with its day.
//!
//! The record goes first, then the list: a record one step ahead of its list is
//! a stop between two writes and no damage. Lists are values like all others,
//! each under a name of its own, so that two tabs that write at the same time
//! leave two lists, and the next one takes in both.

use super::record::Name;
use crate::core::by_id::ById;
use crate::core::day::Day;
use crate::core::entry::EntryId;
use crate::core::json::{Json, Shape, object};

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
    /// The list of a value's body; none where it has another shape.
    pub fn of_body(body: &[u8]) -> Option<Self> {
        Self::of_json(&std::str::from_utf8(body).ok()?.parse::<Json>().ok()?)
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

    /// Takes in another list: of each entry the later revision, and every
    /// block that neither knows to be rewritten.
    pub fn merge(&mut self, other: &List) {
        self.step = self.step.max(other.step);
        self.settings |= other.settings;
        self.looks |= other.looks;
        for name in &other.retired {
            self.retire(*name);
        }
        let fresh = std::mem::take(&mut self.fresh).into_iter().chain(other.fresh.iter().copied());
        self.fresh = latest(fresh);
        let retired = std::mem::take(&mut self.retired);
        let blocks =
            std::mem::take(&mut self.blocks).into_iter().chain(other.blocks.iter().copied());
        self.blocks = by_name(blocks.filter(|block| !retired.contains(&block.name)));
        self.retired = retired;
    }

    /// Whether both name the same things.
    pub fn names_the_same(&self, other: &List) -> bool {
        self.fresh == other.fresh
            && self.blocks == other.blocks
            && self.settings == other.settings
            && self.looks == other.looks
    }
}

/// Of each entry the latest revision, in the order of their names.
pub fn latest(fresh: impl Iterator<Item = Fresh>) -> Vec<Fresh> {
    let mut all = ById::default();
    for fresh in fresh {
        let known = all.get(fresh.id).is_some_and(|known: &Fresh| known.revision > fresh.revision);
        if !known {
            all.put(fresh.id, fresh);
        }
    }
    all.into_values().collect()
}

/// Each block once, in the order of their names; a later note of one counts.
pub fn by_name(blocks: impl Iterator<Item = BlockNote>) -> Vec<BlockNote> {
    let mut all = ById::default();
    for block in blocks {
        all.put(block.name, block);
    }
    all.into_values().collect()
}
