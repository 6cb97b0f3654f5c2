//! The vault against stores that misbehave.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::draft::{Draft, Work, Writing};
use freshet::core::entry::{Entry, EntryId, Kind};
use freshet::core::settings::{Look, Settings};
use freshet::core::vault::log::{Reread, SaveError, Vault};
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::record::RecordError;
use freshet::core::vault::store::{Room, Store, StoreError};
use std::cell::Cell;
use std::rc::Rc;

#[derive(Clone, Default)]
struct Shared {
    store: Rc<MemoryStore>,
    fault: Rc<Cell<Fault>>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Fault {
    #[default]
    None,
    Denied,
    Full,
    DropsSilently,
    KeepsHalf,
}

impl Store for Shared {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.denied()?;
        self.store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.denied()?;
        self.store.get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.denied()?;
        match self.fault.get() {
            Fault::Full => Err(StoreError::Full),
            Fault::DropsSilently => Ok(()),
            Fault::KeepsHalf => self.store.put(key, &value[..value.len() / 2]),
            _ => self.store.put(key, value),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.denied()?;
        self.store.remove(key)
    }

    fn room(&self) -> Result<Room, StoreError> {
        self.store.room()
    }
}

impl Shared {
    fn denied(&self) -> Result<(), StoreError> {
        if self.fault.get() == Fault::Denied { Err(StoreError::Denied) } else { Ok(()) }
    }

    fn vault(&self) -> Vault {
        Vault::new(Box::new(self.clone()))
    }
}

fn entry(id: u8, text: &str) -> Entry {
    let mut entry = Entry::new(EntryId::from_random([id; 8]), now(), Kind::Writing(None));
    entry.text = text.to_owned();
    entry
}

fn now() -> freshet::core::day::Moment {
    "2026-11-23T10:00:00+00:00".parse().unwrap()
}

fn texts(vault: &Vault) -> Vec<String> {
    vault.open().unwrap().journal.latest().iter().map(|entry| entry.text.clone()).collect()
}

#[test]
fn what_was_saved_is_there_after_a_reload() {
    let shared = Shared::default();
    shared.vault().save_entry(&entry(1, "words — and ’ones’ with 🧊")).unwrap();
    let opened = shared.vault().open().unwrap();
    assert_eq!(texts(&shared.vault()), ["words — and ’ones’ with 🧊"]);
    assert_eq!(opened.problems, []);
}

#[test]
fn every_fault_is_told_and_the_old_words_stay() {
    for (fault, expected) in [
        (Fault::Denied, SaveError::Denied),
        (Fault::Full, SaveError::Full),
        (Fault::DropsSilently, SaveError::NotKept),
    ] {
        let shared = Shared::default();
        let first = entry(1, "old");
        shared.vault().save_entry(&first).unwrap();
        shared.fault.set(fault);
        let second = first.changed(now(), |entry| entry.text = "new".into());
        assert_eq!(shared.vault().save_entry(&second), Err(expected));
        shared.fault.set(Fault::None);
        assert_eq!(texts(&shared.vault()), ["old"]);
    }
}

#[test]
fn half_a_value_is_told_and_kept() {
    let shared = Shared::default();
    shared.vault().save_entry(&entry(2, "whole")).unwrap();
    shared.fault.set(Fault::KeepsHalf);
    assert_eq!(shared.vault().save_entry(&entry(1, "halved")), Err(SaveError::NotKept));
    shared.fault.set(Fault::None);
    let opened = shared.vault().open().unwrap();
    assert_eq!(opened.problems.len(), 1);
    assert_eq!(opened.problems[0].why, RecordError::Damaged);
    assert_eq!(texts(&shared.vault()), ["whole"]);
}

#[test]
fn nonsense_is_kept_beside_what_can_be_read() {
    let shared = Shared::default();
    shared.vault().save_entry(&entry(1, "fine")).unwrap();
    let broken = "entry.0202020202020202";
    shared.store.put(broken, "{\"format\":1,\"body\":{\"id\":").unwrap();
    shared.store.put("entry.0303030303030303", "{\"format\":9,\"body\":1}").unwrap();
    // An entry under another's name.
    let moved = shared.store.get("entry.0101010101010101").unwrap().unwrap();
    shared.store.put("entry.0404040404040404", &moved).unwrap();

    let opened = shared.vault().open().unwrap();
    let why: Vec<_> = opened.problems.iter().map(|problem| problem.why).collect();
    assert_eq!(why, [RecordError::Damaged, RecordError::Newer(9), RecordError::Damaged]);
    shared.vault().save_entry(&entry(5, "more")).unwrap();
    assert!(shared.store.get(broken).unwrap().is_some());
}

#[test]
fn a_newer_program_makes_this_one_read_only() {
    let shared = Shared::default();
    let vault = shared.vault();
    vault.save_entry(&entry(1, "before")).unwrap();
    shared.store.put("header", "{\"format\":1,\"body\":{\"newest\":2}}").unwrap();
    assert_eq!(vault.save_entry(&entry(2, "after")), Err(SaveError::Newer));
    assert_eq!(vault.remove_entry(entry(1, "").id), Err(SaveError::Newer));
    let opened = vault.open().unwrap();
    assert!(opened.is_read_only());
    assert_eq!(texts(&vault), ["before"]);
}

#[test]
fn a_faster_tab_is_told_and_nothing_is_overwritten() {
    let shared = Shared::default();
    let (one, other) = (shared.vault(), shared.vault());
    let first = entry(1, "first");
    one.save_entry(&first).unwrap();
    let theirs = first.changed(now(), |entry| entry.text = "theirs".into());
    other.save_entry(&theirs).unwrap();
    let ours = first.changed(now(), |entry| entry.text = "ours".into());
    assert_eq!(one.save_entry(&ours), Err(SaveError::Conflict(Box::new(theirs.clone()))));
    assert_eq!(texts(&one), ["theirs"]);
    let key = format!("entry.{}", first.id);
    assert_eq!(one.reread(&key), Ok(Reread::Entry(Box::new(theirs))));
}

#[test]
fn settings_that_cannot_be_read_are_put_aside() {
    let shared = Shared::default();
    shared.store.put("settings", "nonsense").unwrap();
    assert_eq!(shared.vault().open().unwrap().settings, Settings::default());
    let dusk = Settings { look: Look::Dusk, ..Settings::default() };
    shared.vault().save_settings(&dusk).unwrap();
    assert_eq!(shared.store.get("aside.settings"), Ok(Some("nonsense".into())));
    assert_eq!(shared.vault().open().unwrap().settings, dusk);
}

#[test]
fn settings_of_an_older_version_lack_nothing() {
    let shared = Shared::default();
    shared.store.put("settings", "{\"format\":1,\"body\":{\"look\":\"dusk\"}}").unwrap();
    let opened = shared.vault().open().unwrap();
    assert_eq!(opened.settings, Settings { look: Look::Dusk, ..Settings::default() });
    assert_eq!(opened.problems, []);
}

#[test]
fn a_draft_comes_back_until_it_is_removed() {
    let shared = Shared::default();
    let vault = shared.vault();
    let mut writing = Writing::new(now().day(), None);
    writing.text = "half a thou".into();
    let draft = Draft {
        id: EntryId::from_random([7; 8]),
        started: now(),
        changed: now(),
        work: Work::Writing(writing),
    };
    vault.save_draft(&draft).unwrap();
    assert_eq!(vault.open().unwrap().drafts, std::slice::from_ref(&draft));
    vault.remove_draft(draft.id).unwrap();
    assert_eq!(vault.open().unwrap().drafts, []);
}

#[test]
fn the_mark_left_is_kept_and_taken_away() {
    let shared = Shared::default();
    let vault = shared.vault();
    vault.mark_left(true).unwrap();
    assert!(vault.open().unwrap().left);
    assert_eq!(vault.open().unwrap().problems, []);
    assert_eq!(vault.reread("left"), Ok(Reread::Left));
    vault.mark_left(false).unwrap();
    assert!(!vault.open().unwrap().left);
}

#[test]
fn a_damaged_record_is_put_aside_before_a_change_takes_its_place() {
    let shared = Shared::default();
    let first = entry(1, "first");
    shared.vault().save_entry(&first).unwrap();
    let key = format!("entry.{}", first.id);
    for damage in ["damaged once", "damaged twice"] {
        shared.store.put(&key, damage).unwrap();
        let next = first.changed(now(), |entry| entry.text = "next".into());
        shared.vault().save_entry(&next).unwrap();
    }
    assert_eq!(shared.store.get(&format!("aside.{key}")), Ok(Some("damaged once".into())));
    assert_eq!(shared.store.get(&format!("aside.{key}+")), Ok(Some("damaged twice".into())));
    assert_eq!(texts(&shared.vault()), ["next"]);
}

#[test]
fn a_full_store_has_room_for_the_mark_left() {
    let shared = Shared { store: Rc::new(MemoryStore::with_limit(400)), ..Shared::default() };
    let vault = shared.vault();
    vault.save_entry(&entry(1, "")).unwrap();
    let rest = vault.room().unwrap();
    shared.store.put("filler", &"x".repeat((rest.limit - rest.used - 6) as usize)).unwrap();
    assert_eq!(vault.save_entry(&entry(2, "")), Err(SaveError::Full));
    vault.mark_left(true).unwrap();
    assert!(vault.open().unwrap().left);
}
