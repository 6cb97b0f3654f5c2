//! The stored journal. From the bottom up: [`store`] is a table of texts and
//! knows nothing of entries; [`record`] puts a value in an envelope that says
//! its own format, and takes it out again; [`log`] keeps the journal in a
//! store: write, read back, compare, *saved*.
//!
//! Its secrets: [`passphrase`] says which ones will do; [`keys`] makes keys of
//! passphrases and recovery codes and wraps the data key in slots; [`cipher`]
//! seals values under the data key; [`checksum`] tells damage before a key is
//! tried; [`secret`] holds bytes that are wiped.

pub mod checksum;
pub mod cipher;
pub mod keys;
pub mod log;
pub mod memory;
pub mod passphrase;
pub mod record;
pub mod secret;
pub mod store;
