//! The vault against stores that misbehave, tabs that write at the same time,
//! and hands that change what is stored.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::print_stdout, reason = "it says how many histories were taken")]

mod bad_input;
mod basics;
mod between;
mod broken;
mod damage;
mod drafts;
mod faults;
mod histories;
mod model;
mod random;
mod reach;
mod reopened;
mod seeds;
mod settings;
mod shared;
mod struck;
mod tabs;
mod turning;
mod versions;
mod world;
