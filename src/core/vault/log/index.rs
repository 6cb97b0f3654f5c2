//! Where each record stands, at its newest revision.
//!
//! Two tabs may write the same record twice, and each then takes one of the two
//! away. So that they never take away both, all places have one order
//! ([`Rank`]), the same in every tab: only the higher place is kept, and
//! whatever is written to replace a value ranks above it.

use super::super::kept::{Gone, Kept, Standing};
use super::super::list::{BlockNote, Fresh};
use super::super::record::Name;
use crate::core::day::Day;
use crate::core::entry::EntryId;
use std::collections::{BTreeMap, BTreeSet};
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
    /// Another record of the same revision has other words and stays under the
    /// entry's name; this one stands here.
    GivesWay(Place),
    /// It stays under the entry's name, and the other record of the same
    /// revision, which has other words, stands here.
    TakesOver(Place),
}

#[derive(Debug, Default)]
pub(super) struct Index {
    records: BTreeMap<EntryId, Held>,
    fresh: BTreeMap<Name, EntryId>,
    pub(super) blocks: BTreeMap<Name, Block>,
    /// Blocks that hold a record which is not the newest of its entry.
    covered: BTreeSet<(EntryId, Name)>,
}

impl Place {
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
        let id = kept.id();
        let Some(held) = self.records.get(&id) else {
            self.put(kept, standing, place);
            return Absorbed::Newest(None);
        };
        let (before, other) = (held.standing, held.place.clone());
        if before == standing {
            return self.same(kept, standing, place, other);
        }
        let conflict = before.revision == standing.revision && before.is_entry && standing.is_entry;
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
                let step = self.blocks.get(name).map_or(0, |block| block.step);
                Rank { in_block: true, step, name: *name }
            }
        }
    }

    fn put(&mut self, kept: &Kept, standing: Standing, place: Place) {
        let id = kept.id();
        match &place {
            Place::Fresh(fresh) => {
                self.fresh.insert(fresh.name, id);
            }
            Place::Block(name) => {
                self.covered.remove(&(id, *name));
                self.count(*name, 1);
            }
        }
        let held = Held { standing, day: kept.day(), place };
        let Some(before) = self.records.insert(id, held) else { return };
        match &before.place {
            Place::Fresh(fresh) => {
                self.fresh.remove(&fresh.name);
            }
            Place::Block(name) => self.count(*name, -1),
        }
        self.cover(id, &before.place);
    }

    fn cover(&mut self, id: EntryId, place: &Place) {
        if let Place::Block(name) = place {
            self.covered.insert((id, *name));
        }
    }

    fn count(&mut self, name: Name, change: i32) {
        if let Some(block) = self.blocks.get_mut(&name) {
            block.live = block.live.saturating_add_signed(change);
        }
    }

    /// Whether a value of this name holds the newest record of some entry.
    pub(super) fn uses(&self, name: Name) -> bool {
        self.fresh.contains_key(&name) || self.blocks.get(&name).is_some_and(|block| block.live > 0)
    }

    /// The body of a fresh record.
    pub(super) fn fresh_body(&self, name: Name) -> Option<Rc<str>> {
        match &self.records.get(self.fresh.get(&name)?)?.place {
            Place::Fresh(place) => Some(place.body.clone()),
            Place::Block(_) => None,
        }
    }

    /// All fresh records, the earliest day first.
    pub(super) fn fresh(&self) -> Vec<(EntryId, FreshPlace)> {
        let mut fresh: Vec<_> = self
            .fresh
            .values()
            .filter_map(|id| match &self.records.get(id)?.place {
                Place::Fresh(place) => Some((self.records.get(id)?.day, *id, place.clone())),
                Place::Block(_) => None,
            })
            .collect();
        fresh.sort_unstable_by_key(|(day, id, _)| (*day, *id));
        fresh.into_iter().map(|(_, id, place)| (id, place)).collect()
    }

    /// All records that have a value of their own, as the list names them.
    pub(super) fn fresh_notes(&self) -> impl Iterator<Item = Fresh> {
        self.fresh.values().filter_map(|id| {
            let held = self.records.get(id)?;
            Some(Fresh { id: *id, revision: held.standing.revision, day: held.day })
        })
    }

    /// All whole blocks that something needs, as the list names them.
    pub(super) fn block_notes(&self) -> impl Iterator<Item = BlockNote> {
        let needed = self.blocks.iter().filter(|(_, block)| block.whole && block.live > 0);
        needed.map(|(name, block)| BlockNote {
            name: *name,
            count: block.total,
            days: block.first.zip(block.last),
        })
    }

    /// Entries that were taken away for good.
    pub(super) fn gone(&self) -> Vec<Gone> {
        let gone = self.records.iter().filter(|(_, held)| !held.standing.is_entry);
        gone.map(|(id, held)| Gone { gone: *id, revision: held.standing.revision }).collect()
    }

    /// Whether this is the newest record of its entry, and stands in this block.
    pub(super) fn is_live(&self, id: EntryId, standing: Standing, block: Name) -> bool {
        self.records
            .get(&id)
            .is_some_and(|held| held.standing == standing && held.place == Place::Block(block))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// A block that is about to be read, or was just written.
    pub(super) fn new_block(&mut self, name: Name, step: u32) {
        self.blocks.insert(name, Block { step, ..Block::default() });
    }

    /// All of a block was read.
    pub(super) fn whole_block(&mut self, name: Name, bytes: usize) {
        let block = self.blocks.entry(name).or_default();
        (block.bytes, block.whole) = (bytes, true);
    }

    /// A block is there no more.
    pub(super) fn drop_block(&mut self, name: Name) {
        self.blocks.remove(&name);
        self.covered.retain(|(_, block)| *block != name);
    }

    /// A block stands under another name now.
    pub(super) fn rename_block(&mut self, old: Name, new: Name, step: u32) {
        let Some(block) = self.blocks.remove(&old) else { return };
        self.blocks.insert(new, Block { step, ..block });
        let moved = self.records.values_mut().filter(|held| held.place == Place::Block(old));
        moved.for_each(|held| held.place = Place::Block(new));
        let covered = std::mem::take(&mut self.covered);
        let renamed = |name| if name == old { new } else { name };
        self.covered = covered.into_iter().map(|(id, name)| (id, renamed(name))).collect();
    }

    /// A fresh record stands under another name now.
    pub(super) fn rename_fresh(&mut self, old: Name, new: Name, step: u32) {
        let Some(id) = self.fresh.remove(&old) else { return };
        self.fresh.insert(new, id);
        if let Some(Held { place: Place::Fresh(place), .. }) = self.records.get_mut(&id) {
            (place.name, place.step) = (new, step);
        }
    }

    /// The thinnest whole block of less than half of `full` bytes that count,
    /// with these bytes.
    pub(super) fn thin_block(&self, full: usize) -> Option<(Name, usize)> {
        self.blocks
            .iter()
            .filter(|(_, block)| block.whole)
            .map(|(name, block)| (*name, block.counting()))
            .filter(|(_, bytes)| *bytes < full / 2)
            .min_by_key(|(_, bytes)| *bytes)
    }

    /// Blocks that hold an older record of this entry.
    pub(super) fn covering(&self, id: EntryId) -> Vec<Name> {
        let range = (id, Name::from_random([0; 8]))..=(id, Name::from_random([255; 8]));
        self.covered.range(range).map(|(_, name)| *name).collect()
    }

    /// Whole blocks that hold nothing that counts, or words of an entry that
    /// was taken away for good.
    pub(super) fn to_purge(&self) -> BTreeSet<Name> {
        let is_gone =
            |id: &EntryId| self.records.get(id).is_some_and(|held| !held.standing.is_entry);
        let gone = self.covered.iter().filter(|(id, _)| is_gone(id)).map(|(_, name)| *name);
        let dead = self.blocks.iter().filter(|(_, block)| block.live == 0).map(|(name, _)| *name);
        let whole = |name: &Name| self.blocks.get(name).is_some_and(|block| block.whole);
        gone.chain(dead).filter(whole).collect()
    }
}
