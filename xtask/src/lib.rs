//! Builds, serves, tests and measures Freshet: `cargo xtask help` says how.
//!
//! In the order in which the page comes about: [`words`] and [`program`] are
//! made from the source, [`site`] puts them together by [`page`], [`offline`]
//! and [`headers`], and [`serve`] or [`dist`] writes them to a folder, which
//! [`server`] serves. Nothing here is part of the page.

pub mod browsers;
pub mod cli;
pub mod error;
pub mod project;
pub mod setup;

pub mod bindings;
pub mod offers;
pub mod parts;
pub mod program;
pub mod script;
pub mod words;

pub mod digest;
pub mod headers;
pub mod html;
pub mod offline;
pub mod page;
pub mod policy;
pub mod site;
pub mod style;

pub mod compress;
pub mod folder;

pub mod bench;
pub mod dist;
pub mod icons;
pub mod index;
pub mod pseudo;
pub mod serve;
pub mod server;
pub mod sums;
pub mod test;
pub mod vault_reader;
pub mod watch;

mod command;
