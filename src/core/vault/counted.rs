//! A store that counts what is written to it.

use super::store::{Room, Store, StoreError};
use std::cell::Cell;
use std::rc::Rc;

/// A store that counts the UTF-16 units of names and values written to it.
pub struct Counted {
    store: Rc<dyn Store>,
    units: Cell<u64>,
}

impl Counted {
    /// Nothing is counted yet.
    pub fn new(store: Rc<dyn Store>) -> Self {
        Self { store, units: Cell::new(0) }
    }

    /// What was written since this was last asked.
    pub fn take(&self) -> u64 {
        self.units.take()
    }
}

impl Store for Counted {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let units = key.len() + value.encode_utf16().count();
        self.units.set(self.units.get() + units as u64);
        self.store.put(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)
    }

    fn room(&self) -> Result<Room, StoreError> {
        self.store.room()
    }
}
