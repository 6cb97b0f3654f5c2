//! Where each record stands, at its newest revision.
//!
//! Two tabs may write the same record twice, and each then takes one of the two
//! away. So that they never take away both, all places have one order
//! ([`Rank`]), the same in every tab: only the higher place is kept, and
//! whatever is written to replace a value ranks above it.

use super::super::kept::{Gone, Kept, Standing};
use super::super::list::{BlockNote, Fresh};
use super::super::record::Name;
use crate::core::by_id::{ById, Ids};
use crate::core::day::Day;
use crate::core::entry::EntryId;
use crate::core::sorted;
use std::rc::Rc;

/// Where a record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// In a value of its own.
    Fresh(FreshPlace),
    /// In a block.
    Block(Name),
}

/// A value that holds one record. Its body is kept at hand, so that settling
/// it needs no reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FreshPlace {
    pub(super) name: Name,
    pub(super) step: u32,
    pub(super) body: Rc<str>,
}

/// Which of two places that hold the same record is kept: the higher one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    in_block: bool,
    step: u32,
    name: Name,
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
    /// The step that it says of itself.
    pub(super) step: u32,
    /// Records in it.
    pub(super) total: u32,
    /// Those of them that are the newest of their entry.
    pub(super) live: u32,
    /// Bytes of its body.
    pub(super) bytes: usize,
    /// Whether all of it was read.
    pub(super) whole: bool,
    first: Option<Day>,
    last: Option<Day>,
}

/// What taking a record in came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Absorbed {
    /// It is the newest of its entry now. A value that it takes the place of
    /// is named.
    Newest(Option<Name>),
    /// It is known, or older. The value that is not needed is named.
    Known(Option<Name>),
    /// Another record, which was not written over this one, stays under the
    /// entry's name; this one stands here.
    GivesWay(Place),
    /// It stays under the entry's name, and the other record, over which it was
    /// not written, stands here.
    TakesOver(Place),
}

#[derive(Debug, Default)]
pub(super) struct Index {
    records: ById<Box<Held>>,
    fresh: ById<EntryId>,
    pub(super) blocks: ById<Block>,
    /// By entry, the blocks that hold a record which is not its newest.
    covered: ById<Ids>,
}

impl Place {
    /// The value that it stands in.
    pub(super) fn name(&self) -> Name {
        match self {
            Place::Fresh(fresh) => fresh.name,
            Place::Block(name) => *name,
        }
    }

    pub(super) fn own_value(&self) -> Option<Name> {
        match self {
            Place::Fresh(fresh) => Some(fresh.name),
            Place::Block(_) => None,
        }
    }
}

impl Block {
    fn counting(&self) -> usize {
        self.bytes * self.live as usize / self.total.max(1) as usize
    }
}

impl Index {
    pub(super) fn get(&self, id: EntryId) -> Option<&Held> {
        self.records.get(id).map(|held| &**held)
    }

    /// Takes a record in, wherever it was found.
    pub(super) fn absorb(&mut self, kept: &Kept, standing: Standing, place: Place) -> Absorbed {
        if let Place::Block(name) = &place {
            let block = self.blocks.or_default(*name);
            block.total += 1;
            let days = [block.first, block.last, kept.day()];
            block.first = days.iter().flatten().min().copied();
            block.last = days.iter().flatten().max().copied();
        }
        let id = kept.id();
        let Some(held) = self.records.get(id) else {
            self.put(kept, standing, place);
            return Absorbed::Newest(None);
        };
        let (before, other) = (held.standing, held.place.clone());
        if before == standing {
            return self.same(kept, standing, place, other);
        }
        let conflict = before.conflicts_with(&standing);
        if before < standing {
            self.put(kept, standing, place);
            return match conflict {
                true => Absorbed::TakesOver(other),
                false => Absorbed::Newest(other.own_value()),
            };
        }
        self.cover(id, &place);
        match conflict {
            true => Absorbed::GivesWay(place),
            false => Absorbed::Known(place.own_value()),
        }
    }

    /// The same record at two places.
    fn same(&mut self, kept: &Kept, standing: Standing, place: Place, other: Place) -> Absorbed {
        let (new, old) = (self.rank(&place), self.rank(&other));
        if new == old {
            return Absorbed::Known(None);
        }
        if new > old {
            self.put(kept, standing, place);
            return Absorbed::Known(other.own_value());
        }
        self.cover(kept.id(), &place);
        Absorbed::Known(place.own_value())
    }

    fn rank(&self, place: &Place) -> Rank {
        match place {
            Place::Fresh(fresh) => Rank { in_block: false, step: fresh.step, name: fresh.name },
            Place::Block(name) => {
                let step = self.blocks.get(*name).map_or(0, |block| block.step);
                Rank { in_block: true, step, name: *name }
            }
        }
    }

    fn put(&mut self, kept: &Kept, standing: Standing, place: Place) {
        let id = kept.id();
        match &place {
            Place::Fresh(fresh) => {
                self.fresh.put(fresh.name, id);
            }
            Place::Block(name) => {
                self.uncover(id, *name);
                self.count(*name, 1);
            }
        }
        let held = Box::new(Held { standing, day: kept.day(), place });
        let Some(before) = self.records.put(id, held) else { return };
        match &before.place {
            Place::Fresh(fresh) => {
                self.fresh.remove(fresh.name);
            }
            Place::Block(name) => self.count(*name, -1),
        }
        self.cover(id, &before.place);
    }

    fn cover(&mut self, id: EntryId, place: &Place) {
        if let Place::Block(name) = place {
            self.covered.or_default(id).put(*name, ());
        }
    }

    fn uncover(&mut self, id: EntryId, block: Name) {
        if let Some(blocks) = self.covered.get_mut(id) {
            blocks.remove(block);
        }
    }

    fn count(&mut self, name: Name, change: i32) {
        if let Some(block) = self.blocks.get_mut(name) {
            block.live = block.live.saturating_add_signed(change);
        }
    }

    /// Whether a value of this name holds the newest record of some entry.
    pub(super) fn uses(&self, name: Name) -> bool {
        self.fresh.has(name) || self.blocks.get(name).is_some_and(|block| block.live > 0)
    }

    /// All fresh records, the earliest day first.
    pub(super) fn fresh(&self) -> Vec<(EntryId, FreshPlace)> {
        let fresh = self.fresh.iter().filter_map(|(_, id)| {
            let held = self.records.get(*id)?;
            match &held.place {
                Place::Fresh(place) => Some((held.day, *id, place)),
                Place::Block(_) => None,
            }
        });
        let sorted = sorted::by(fresh, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        sorted.into_iter().map(|(_, id, place)| (id, place.clone())).collect()
    }

    /// All records that have a value of their own, with its name, as the list
    /// names them.
    pub(super) fn fresh_notes(&self) -> impl Iterator<Item = (Name, Fresh)> {
        self.fresh.iter().filter_map(|(name, id)| {
            let held = self.records.get(*id)?;
            Some((name, Fresh { id: *id, revision: held.standing.revision, day: held.day }))
        })
    }

    /// All whole blocks that something needs, as the list names them.
    pub(super) fn block_notes(&self) -> impl Iterator<Item = BlockNote> {
        let needed = self.blocks.iter().filter(|(_, block)| block.whole && block.live > 0);
        needed.map(|(name, block)| BlockNote {
            name,
            count: block.total,
            days: block.first.zip(block.last),
        })
    }

    /// Entries that were taken away for good.
    pub(super) fn gone(&self) -> Vec<Gone> {
        let gone = self.records.iter().filter(|(_, held)| !held.standing.is_entry);
        gone.map(|(id, held)| Gone { gone: id, revision: held.standing.revision }).collect()
    }

    /// Whether this is the newest record of its entry, and stands in this block.
    pub(super) fn is_live(&self, id: EntryId, standing: Standing, block: Name) -> bool {
        self.records
            .get(id)
            .is_some_and(|held| held.standing == standing && held.place == Place::Block(block))
    }

    /// A block that is about to be read, or was just written.
    pub(super) fn new_block(&mut self, name: Name, step: u32) {
        self.blocks.put(name, Block { step, ..Block::default() });
    }

    /// All of a block was read.
    pub(super) fn whole_block(&mut self, name: Name, bytes: usize) {
        let block = self.blocks.or_default(name);
        (block.bytes, block.whole) = (bytes, true);
    }

    /// A block is there no more.
    pub(super) fn drop_block(&mut self, name: Name) {
        self.blocks.remove(name);
        for blocks in self.covered.values_mut() {
            blocks.remove(name);
        }
    }

    /// A block stands under another name now.
    pub(super) fn rename_block(&mut self, old: Name, new: Name, step: u32) {
        let Some(block) = self.blocks.remove(old) else { return };
        self.blocks.put(new, Block { step, ..block });
        let moved = self.records.values_mut().filter(|held| held.place == Place::Block(old));
        moved.for_each(|held| held.place = Place::Block(new));
        for blocks in self.covered.values_mut() {
            if blocks.remove(old).is_some() {
                blocks.put(new, ());
            }
        }
    }

    /// A fresh record stands under another name now.
    pub(super) fn rename_fresh(&mut self, old: Name, new: Name, step: u32) {
        let Some(id) = self.fresh.remove(old) else { return };
        self.fresh.put(new, id);
        if let Some(held) = self.records.get_mut(id)
            && let Place::Fresh(place) = &mut held.place
        {
            (place.name, place.step) = (new, step);
        }
    }

    /// The thinnest whole block of less than half of `full` bytes that count,
    /// with these bytes.
    pub(super) fn thin_block(&self, full: usize) -> Option<(Name, usize)> {
        self.blocks
            .iter()
            .filter(|(_, block)| block.whole)
            .map(|(name, block)| (name, block.counting()))
            .filter(|(_, bytes)| *bytes < full / 2)
            .min_by_key(|(_, bytes)| *bytes)
    }

    /// Blocks that hold an older record of this entry.
    pub(super) fn covering(&self, id: EntryId) -> Vec<Name> {
        self.covered.get(id).map_or_else(Vec::new, |blocks| blocks.ids().collect())
    }

    /// Whole blocks that hold nothing that counts, or words of an entry that
    /// was taken away for good.
    pub(super) fn to_purge(&self) -> Ids {
        let is_gone =
            |id: EntryId| self.records.get(id).is_some_and(|held| !held.standing.is_entry);
        let covered = self.covered.iter().filter(|(id, _)| is_gone(*id));
        let gone = covered.flat_map(|(_, blocks)| blocks.ids());
        let dead = self.blocks.iter().filter(|(_, block)| block.live == 0).map(|(name, _)| name);
        let whole = |name: &Name| self.blocks.get(*name).is_some_and(|block| block.whole);
        gone.chain(dead).filter(whole).collect()
    }
}
