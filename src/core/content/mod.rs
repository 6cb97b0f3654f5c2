//! What a person reads, as typed tables.
//!
//! The words stand in `content/en/`; the `freshet-content` package checks them
//! and writes the tables, which are included in [`tables`]. Interface words,
//! exercises, prompts, feelings and support lines are compiled in. Readings,
//! facts and their sources are one file fetched when the page is idle, and
//! read by [`readings`].

pub mod exercises;
pub mod pages;
pub mod readings;
pub mod sit;
pub mod support;
pub mod tables;
pub mod themes;
pub mod uses;

pub use tables::words;
