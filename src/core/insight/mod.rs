//! Looking back: what the writer's own entries show, a module a measure.

pub mod loops;
