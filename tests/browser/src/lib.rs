//! Freshet in real browsers: one suite, three engines.
//!
//! In reading order: a [`driver`] drives a [`browser`] with a [`profile`] of
//! its own; a [`person`] finds things in it by role and name ([`find`]) and
//! does what people do; a [`site`] is the built page on a server; [`watch`]
//! sees what the page asks for and whether it breaks its policy, [`axe`]
//! whether everybody can use it, [`remains`] what a browser left on the disk;
//! [`diary`] makes entries up and [`seed`] puts them into a browser's store.
//! [`suite`] runs journeys, which stand in
//! `tests/journeys/`, and tells how they went.

pub mod driver;
mod processes;
pub mod profile;

pub mod browser;
pub mod command;
pub mod error;

pub mod find;
pub mod person;

pub mod axe;
pub mod diary;
pub mod remains;
pub mod seed;
pub mod site;
pub mod watch;

pub mod suite;
