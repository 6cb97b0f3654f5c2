//! Where each record stands, at its newest revision.

use super::super::kept::{Gone, Kept, Standing};
use super::super::list::{BlockNote, Fresh};
use super::super::record::Name;
use crate::core::day::Day;
use crate::core::entry::EntryId;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Where a record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// In a value of its own. Its body is kept at hand, so that settling it
    /// needs no reading.
    Fresh(Name, Rc<str>),
    /// In a block.
    Block(Name),
}

#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) standing: Standing,
    pub(super) day: Option<Day>,
    pub(super) place: Place,
}

/// A block, as far as it has been read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Block {
    /// Records in it.
    pub(super) total: u32,
    /// Those of them that are the newest of their entry.
    pub(super) live: u32,
    /// Bytes of its body.
    pub(super) bytes: usize,
    first: Option<Day>,
    last: Option<Day>,
}

/// What taking a record in came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Absorbed {
    /// It is the newest of its entry now. A value that it takes the place of
    /// is named.
    Newest(Option<Name>),
    /// It is known, or older. The value that holds it and nothing else is named.
    Known(Option<Name>),
    /// Another record of the same revision has other words, and it, not this
    /// one, stays under the entry's name.
    GivesWay(Option<Name>),
    /// Another record of the same revision has other words, and gives way. The
    /// value that holds it alone is named.
    TakesOver(Place),
}

#[derive(Debug, Default)]
pub(super) struct Index {
    records: BTreeMap<EntryId, Held>,
    pub(super) blocks: BTreeMap<Name, Block>,
}

impl Place {
    pub(super) fn own_value(&self) -> Option<Name> {
        match self {
            Place::Fresh(name, _) => Some(*name),
            Place::Block(_) => None,
        }
    }
}

impl Index {
    pub(super) fn get(&self, id: EntryId) -> Option<&Held> {
        self.records.get(&id)
    }

    /// Takes a record in, wherever it was found.
    pub(super) fn absorb(&mut self, kept: &Kept, standing: Standing, place: Place) -> Absorbed {
        if let Place::Block(name) = &place {
            let block = self.blocks.entry(*name).or_default();
            block.total += 1;
            let days = [block.first, block.last, kept.day()];
            block.first = days.iter().flatten().min().copied();
            block.last = days.iter().flatten().max().copied();
        }
        let own = place.own_value();
        let Some(held) = self.records.get(&kept.id()) else {
            self.put(kept, standing, place);
            return Absorbed::Newest(None);
        };
        let other = held.place.clone();
        if held.standing == standing {
            return self.same(kept, standing, place, other);
        }
        let tie = held.standing.revision == standing.revision
            && held.standing.is_entry
            && standing.is_entry;
        if held.standing < standing {
            self.put(kept, standing, place);
            return match tie {
                true => Absorbed::TakesOver(other),
                false => Absorbed::Newest(other.own_value()),
            };
        }
        if tie { Absorbed::GivesWay(own) } else { Absorbed::Known(own) }
    }

    /// The same record at two places: a block is the better one.
    fn same(&mut self, kept: &Kept, standing: Standing, place: Place, other: Place) -> Absorbed {
        match (&place, &other) {
            (Place::Block(_), Place::Fresh(name, _)) => {
                let name = *name;
                self.put(kept, standing, place);
                Absorbed::Known(Some(name))
            }
            (Place::Fresh(name, _), Place::Fresh(same, _)) if name == same => Absorbed::Known(None),
            _ => Absorbed::Known(place.own_value()),
        }
    }

    fn put(&mut self, kept: &Kept, standing: Standing, place: Place) {
        self.count(&place, 1);
        let held = Held { standing, day: kept.day(), place };
        if let Some(before) = self.records.insert(kept.id(), held) {
            self.count(&before.place, -1);
        }
    }

    fn count(&mut self, place: &Place, change: i32) {
        if let Place::Block(name) = place
            && let Some(block) = self.blocks.get_mut(name)
        {
            block.live = block.live.saturating_add_signed(change);
        }
    }

    /// Says that a record stands somewhere else now.
    pub(super) fn moved(&mut self, id: EntryId, place: Place) {
        let Some(held) = self.records.get_mut(&id) else { return };
        let before = std::mem::replace(&mut held.place, place.clone());
        self.count(&before, -1);
        self.count(&place, 1);
    }

    /// Whether a value of this name holds the newest record of some entry.
    pub(super) fn uses(&self, name: Name) -> bool {
        let fresh = |held: &Held| held.place.own_value() == Some(name);
        self.blocks.get(&name).is_some_and(|block| block.live > 0)
            || self.records.values().any(fresh)
    }

    /// All fresh records, the earliest day first.
    pub(super) fn fresh(&self) -> Vec<(EntryId, Held)> {
        let mut fresh: Vec<_> = self
            .records
            .iter()
            .filter(|(_, held)| held.place.own_value().is_some())
            .map(|(id, held)| (*id, held.clone()))
            .collect();
        fresh.sort_unstable_by_key(|(id, held)| (held.day, *id));
        fresh
    }

    /// All records that have a value of their own, as the list names them.
    pub(super) fn fresh_notes(&self) -> impl Iterator<Item = Fresh> {
        self.records
            .iter()
            .filter(|(_, held)| held.place.own_value().is_some())
            .map(|(id, held)| Fresh { id: *id, revision: held.standing.revision, day: held.day })
    }

    /// Entries that were taken away for good.
    pub(super) fn gone(&self) -> Vec<Gone> {
        let gone = self.records.iter().filter(|(_, held)| !held.standing.is_entry);
        gone.map(|(id, held)| Gone { gone: *id, revision: held.standing.revision }).collect()
    }

    /// A block, as the list names it.
    pub(super) fn note(&self, name: Name) -> Option<BlockNote> {
        let block = self.blocks.get(&name)?;
        Some(BlockNote { name, count: block.total, days: block.first.zip(block.last) })
    }

    /// Whether the newest record of this entry stands in this block.
    pub(super) fn is_live(&self, id: EntryId, revision: u32, block: Name) -> bool {
        self.records.get(&id).is_some_and(|held| {
            held.standing.revision == revision && held.place == Place::Block(block)
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// A block that was just written.
    pub(super) fn new_block(&mut self, name: Name, bytes: usize) {
        self.blocks.insert(name, Block { bytes, ..Block::default() });
    }

    /// A block stands under another name now.
    pub(super) fn rename_block(&mut self, old: Name, new: Name) {
        let Some(block) = self.blocks.remove(&old) else { return };
        self.blocks.insert(new, block);
        let moved = self.records.values_mut().filter(|held| held.place == Place::Block(old));
        moved.for_each(|held| held.place = Place::Block(new));
    }

    /// A fresh record stands under another name now.
    pub(super) fn rename_fresh(&mut self, old: Name, new: Name) {
        for held in self.records.values_mut() {
            if let Place::Fresh(name, _) = &mut held.place
                && *name == old
            {
                *name = new;
            }
        }
    }

    /// The thinnest block of less than half of `full` bytes that count, with
    /// these bytes.
    pub(super) fn thin_block(&self, full: usize) -> Option<(Name, usize)> {
        let counting =
            |block: &Block| block.bytes * block.live as usize / block.total.max(1) as usize;
        self.blocks
            .iter()
            .map(|(name, block)| (*name, counting(block)))
            .filter(|(_, bytes)| *bytes < full / 2)
            .min_by_key(|(_, bytes)| *bytes)
    }
}
