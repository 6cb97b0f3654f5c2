//! What the program knows. No I/O, no browser, no signal, no clock and no
//! randomness: those come in as values.

pub mod answer;
pub mod backup;
pub mod body;
pub mod by_id;
pub mod checkin;
pub mod clock;
pub mod content;
pub mod day;
pub mod draft;
pub mod entry;
pub mod exercise;
pub mod feeling;
pub mod find;
pub mod follow_up;
pub mod hex;
pub mod ics;
pub mod id;
pub mod insight;
pub mod journal;
pub mod json;
pub mod keeping;
pub mod markdown;
pub mod month;
pub mod rating;
pub mod report;
pub mod route;
pub mod search;
pub mod settings;
pub mod sit;
pub mod sorted;
pub mod tags;
pub mod vault;
