//! Freshet.
pub mod core;
