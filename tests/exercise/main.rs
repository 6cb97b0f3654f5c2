//! An exercise on its way, and what comes of it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod follow_up;
mod made;
mod sit;
mod sit_whatever;
mod step_by_step;
mod whatever_order;
