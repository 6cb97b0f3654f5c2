//! A store in memory: for tests, and for a page whose browser denies storage,
//! which then keeps words only while it stays open, and says so.

use super::store::{Room, Store, StoreError};
use std::cell::RefCell;

/// A store in memory that counts as Chromium and Firefox do: UTF-16 units of
/// names and values.
#[derive(Debug)]
pub struct MemoryStore {
    values: RefCell<Vec<(String, String)>>,
    limit: u64,
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::with_limit(5 * 1024 * 1024)
    }
}

impl MemoryStore {
    /// An empty store of this many units.
    pub fn with_limit(limit: u64) -> Self {
        Self { values: RefCell::default(), limit }
    }
}

fn units(key: &str, value: &str) -> u64 {
    (key.encode_utf16().count() + value.encode_utf16().count()) as u64
}

impl MemoryStore {
    fn used(&self) -> u64 {
        self.values.borrow().iter().map(|(key, value)| units(key, value)).sum()
    }
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.values.borrow().iter().map(|(key, _)| key.clone()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let values = self.values.borrow();
        Ok(values.iter().find(|(other, _)| other == key).map(|(_, value)| value.clone()))
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let old = self.get(key)?;
        let freed = old.map_or(0, |old| units(key, &old));
        if self.used() - freed + units(key, value) > self.limit {
            return Err(StoreError::Full);
        }
        self.remove(key)?;
        self.values.borrow_mut().push((key.to_owned(), value.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.values.borrow_mut().retain(|(other, _)| other != key);
        Ok(())
    }

    fn room(&self) -> Result<Room, StoreError> {
        Ok(Room { used: self.used(), limit: self.limit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_leaves_the_old_value() {
        let store = MemoryStore::with_limit(10);
        store.put("key", "1234567").unwrap();
        assert_eq!(store.put("key", "12345678"), Err(StoreError::Full));
        assert_eq!(store.get("key"), Ok(Some("1234567".into())));
        assert_eq!(store.room(), Ok(Room { used: 10, limit: 10 }));
    }
}
