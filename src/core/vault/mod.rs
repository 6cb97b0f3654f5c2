//! The stored journal. From the bottom up: [`store`] is a table of texts and
//! knows nothing of entries; [`compress`] makes a value small and [`pack`]
//! makes it a text; [`record`] puts a value in an envelope that says
//! its own format, and takes it out again; [`log`] keeps the journal in a
//! store: write, read back, compare, *saved*.

pub mod compress;
pub mod log;
pub mod memory;
pub mod pack;
pub mod record;
pub mod store;
