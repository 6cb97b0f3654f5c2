//! One store that two tabs see, each of which may take a turn before any
//! operation of the other.

use crate::broken::Broken;
use crate::tabs::Side;
use freshet::core::entry::EntryId;
use freshet::core::vault::store::{Room, Store, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// What both tabs share.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) store: Broken,
    /// What each tab has not heard yet.
    pub(crate) events: [RefCell<VecDeque<String>>; 2],
    /// The tabs, unless one is at work.
    pub(crate) sides: [RefCell<Option<Side>>; 2],
    /// Operations of each tab before which the other takes a turn.
    pub(crate) turns: [RefCell<BTreeSet<u32>>; 2],
    pub(crate) counts: [Cell<u32>; 2],
    pub(crate) taken: Cell<u32>,
    /// Every word that was to be saved, and the words that it was to replace.
    pub(crate) tried: RefCell<BTreeMap<String, Option<String>>>,
    pub(crate) saved: RefCell<BTreeSet<String>>,
    pub(crate) removed: RefCell<BTreeSet<String>>,
    /// Words whose removal was refused, and their entries.
    pub(crate) unremoved: RefCell<Vec<(String, EntryId)>>,
    pub(crate) words: Cell<u8>,
    pub(crate) secrets: RefCell<Vec<u8>>,
}

/// The store as one tab sees it.
pub(crate) struct View {
    world: Rc<World>,
    side: usize,
}

impl View {
    pub(crate) fn new(world: Rc<World>, side: usize) -> Self {
        Self { world, side }
    }

    fn before(&self) {
        let count = &self.world.counts[self.side];
        count.set(count.get() + 1);
        if self.world.turns[self.side].borrow_mut().remove(&count.get()) {
            let other = 1 - self.side;
            // While one runs in the middle of the other it is not interrupted.
            let Some(mut tab) = self.world.sides[other].take() else { return };
            self.world.taken.set(self.world.taken.get() + 1);
            tab.step();
            self.world.sides[other].replace(Some(tab));
        }
    }

    fn tell(&self, key: &str) {
        self.world.events[1 - self.side].borrow_mut().push_back(key.to_owned());
    }
}

impl Store for View {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.before();
        self.world.store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.before();
        self.world.store.get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.before();
        self.tell(key);
        self.world.store.put(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.before();
        self.tell(key);
        self.world.store.remove(key)
    }

    fn room(&self) -> Result<Room, StoreError> {
        self.world.store.room()
    }
}
