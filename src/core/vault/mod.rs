//! The stored journal. From the bottom up: [`store`] is a table of texts and
//! knows nothing of entries; [`record`] makes a value of a body and a body of a
//! value, with [`compress`], [`cipher`], [`checksum`] and [`pack`] on the way;
//! [`kept`], [`block`], [`list`], [`header`] and [`open_text`] are what values
//! hold; [`log`]
//! keeps the journal in a store: write, read back, compare, *saved*;
//! [`durability`] is our own account of what is on disk.
//!
//! [`own`] keeps to the names of our own where others share the store.
//!
//! Its secrets: [`passphrase`] says which ones will do; [`keys`] makes keys of
//! passphrases and recovery codes and wraps the data key in slots; [`cipher`]
//! seals values under the data key; [`checksum`] tells damage before a key is
//! tried; [`secret`] holds bytes that are wiped.

pub mod block;
pub mod checksum;
pub mod cipher;
pub mod compress;
pub mod counted;
pub mod durability;
pub mod header;
pub mod kept;
pub mod keys;
pub mod list;
pub mod log;
pub mod memory;
pub mod open_text;
pub mod own;
pub mod pack;
pub mod passphrase;
pub mod record;
pub mod secret;
pub mod store;
