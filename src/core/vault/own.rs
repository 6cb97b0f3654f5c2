//! The names of our own among all those of an origin, which may be shared: with
//! other pages, and in Chromium with all files on a disk.

use super::store::{Room, Store, StoreError};

/// What every name of ours begins with.
pub const PREFIX: &str = "freshet:";

/// The name without our prefix, of a name of the origin that is ours.
pub fn own(name: &str) -> Option<&str> {
    name.strip_prefix(PREFIX)
}

/// What is ours in a store of all names of an origin. What stands under other
/// names is neither read nor touched; it only counts in how full the store is.
#[derive(Debug, Clone)]
pub struct Own<S>(pub S);

fn full(key: &str) -> String {
    format!("{PREFIX}{key}")
}

impl<S: Store> Store for Own<S> {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.keys()?.iter().filter_map(|name| own(name)).map(str::to_owned).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(&full(key))
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.0.put(&full(key), value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(&full(key))
    }

    fn room(&self) -> Result<Room, StoreError> {
        self.0.room()
    }
}
