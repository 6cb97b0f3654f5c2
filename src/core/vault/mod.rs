//! The stored journal. From the bottom up: [`store`] is a table of texts and
//! knows nothing of entries; [`record`] makes a value of a body and a body of a
//! value, with [`compress`], [`cipher`], [`checksum`] and [`pack`] on the way;
//! [`kept`], [`block`], [`list`], [`header`] and [`open_text`] are what values
//! hold; [`log`]
//! keeps the journal in a store: write, read back, compare, *saved*. [`keys`]
//! and [`passphrase`] are what opens it.

pub mod block;
pub mod checksum;
pub mod cipher;
pub mod compress;
pub mod header;
pub mod kept;
pub mod keys;
pub mod list;
pub mod log;
pub mod memory;
pub mod open_text;
pub mod pack;
pub mod record;
pub mod store;
