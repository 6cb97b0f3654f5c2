//! Looking back: what the writer's own entries show, a module a measure.
//!
//! Nothing here judges. A person is compared with no one, and with their own
//! past only where they ask; there is no score and no target. The formulas are
//! those of evidence F1–F8; each says where it comes from, and is held against
//! a second implementation in `tests/insight/`. Below the least evidence that
//! [`least`] names, a measure says nothing.

pub mod body;
pub mod calendar;
pub mod decimal;
pub mod families;
pub mod guards;
pub mod least;
pub mod lens;
pub mod lids;
pub mod loops;
pub mod measure;
pub mod mood;
pub mod on_this_day;
pub mod pairs;
pub mod series;
pub mod steps;
pub mod time;
pub mod variety;
