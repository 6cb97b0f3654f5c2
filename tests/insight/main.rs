//! Looking back: every formula against the values of evidence 8.1 and against
//! a second implementation of another form; what is read from entries; and
//! entries that nobody would expect.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../common/mod.rs"]
mod common;
mod lens;
mod made;
mod mood;
mod said;
mod series;
mod themes;
mod time;
mod variety;

/// Whether two numbers are the same but for rounding.
#[track_caller]
fn same(one: f64, other: f64, within: f64) {
    assert!((one - other).abs() <= within, "{one} is not {other}");
}
