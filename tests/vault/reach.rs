//! How far back the journal has been read, while it is being read.

use crate::shared::{STYLE, Shared, Tab, entry, random};
use freshet::core::day::Day;
use freshet::core::entry::EntryId;
use freshet::core::vault::kept::{Body, Kept};
use freshet::core::vault::log::ReadBack;
use freshet::core::vault::store::Store;

const COUNT: i32 = 600;

/// Entries of as many days, in several blocks.
fn filled() -> (Shared, Day) {
    let shared = Shared::default();
    let mut tab = shared.open();
    let first: Day = "2025-01-01".parse().unwrap();
    let body = |nth: i32| {
        let mut entry = entry(1, &format!("words of day {nth} ").repeat(60));
        entry.id = EntryId::from_random(u64::from(nth.unsigned_abs()).to_be_bytes());
        entry.day = first.plus_days(nth).unwrap();
        let kept = Kept::Entry(Box::new(entry));
        let text = kept.to_text();
        (kept, text)
    };
    let mut records: Vec<Body> = (0..COUNT).map(body).collect();
    while !records.is_empty() {
        tab.vault.keep_many(&mut records).unwrap();
    }
    tab.tend();
    (shared, first)
}

/// What is said to have been read has been: every day from there on, and step
/// by step further back.
#[test]
fn the_latest_days_are_read_first_and_it_says_how_far() {
    let (shared, first) = filled();
    let (mut vault, reading) = shared.door().enter(None, random(), STYLE);
    vault.read_latest_first();
    let mut tab = Tab::new(vault, reading);
    let mut steps = Vec::new();
    while !tab.vault.is_read() {
        if let ReadBack::To(day) = tab.vault.read_back() {
            let due = (0..COUNT).filter_map(|nth| first.plus_days(nth)).filter(|of| *of >= day);
            let read = |day: Day| tab.journal.all().any(|entry| entry.day == day);
            assert!(due.into_iter().all(read), "not all from {day} on was read");
            assert!(steps.last().is_none_or(|last| day <= *last), "{day} after {steps:?}");
            steps.push(day);
        }
        let reading = tab.vault.read_more(2_000);
        tab.take(reading);
    }
    assert_eq!(tab.vault.read_back(), ReadBack::All);
    assert_eq!(tab.journal.all().count(), COUNT as usize);
    steps.dedup();
    assert!(steps.len() >= 3, "it was said only at {steps:?}");
}

/// Without the account of what is there nobody can say how far.
#[test]
fn nothing_is_said_without_the_account() {
    let (shared, _) = filled();
    let lists = |key: &String| {
        let text = shared.store.get(key).unwrap().unwrap_or_default();
        let head = freshet::core::vault::record::peek(&text);
        head.is_ok_and(|head| head.kind == freshet::core::vault::record::Kind::List)
    };
    for key in shared.store.keys().unwrap().into_iter().filter(lists) {
        shared.store.remove(&key).unwrap();
    }
    let (mut vault, _) = shared.door().enter(None, random(), STYLE);
    while !vault.is_read() {
        assert_eq!(vault.read_back(), ReadBack::Unknown);
        vault.read_more(2_000);
    }
    assert_eq!(vault.read_back(), ReadBack::All);
}
