//! A table of texts under names of our own. It knows nothing of entries.

use std::fmt;

/// Where values are kept. All names are ours: those of other pages on the
/// same origin are neither seen nor touched.
pub trait Store {
    /// The names of all values, in no order.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The value of a name.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Sets the value of a name. On an error the old value stays.
    fn put(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Takes a value away; it is no error if there was none.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// How full it is.
    fn room(&self) -> Result<Room, StoreError>;
}

/// Why a store did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// There is no room for the value.
    Full,
    /// The browser does not let this page keep anything.
    Denied,
    /// Anything else, in the browser's own words.
    Other(String),
}

/// How full a store is, in its own unit: UTF-16 units or bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What is taken, by everything on this origin.
    pub used: u64,
    /// What there is in all.
    pub limit: u64,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Full => f.write_str("the store is full"),
            StoreError::Denied => f.write_str("the store is denied"),
            StoreError::Other(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for StoreError {}
