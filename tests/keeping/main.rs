//! Keeping safe what was written: nothing that is done with an entry loses a
//! word, each thing can be undone, and what may be hard does not come back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod acts;
#[path = "../common/mod.rs"]
mod common;
mod former;
mod made;
mod merging;
mod on_this_day;
