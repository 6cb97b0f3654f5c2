//! Backups: what is written comes back, what is broken is told, and bringing a
//! file in loses nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod fixtures;
mod keeping;
mod made;
mod merging;
mod reading;
