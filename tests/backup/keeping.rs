//! A file brought into a vault, piece by piece, and a store that fills up.

use crate::made::{Kept, entry, now};
use freshet::core::backup::plan::{Here, Plan};
use freshet::core::backup::read::read;
use freshet::core::journal::Journal;
use freshet::core::vault::compress::Coder;
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{Change, SaveError, Vault};
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::pack::Packing;
use freshet::core::vault::record::Style;
use freshet::core::vault::store::Store;
use std::cell::Cell;
use std::rc::Rc;

fn open(store: &Rc<MemoryStore>) -> (Vault, Journal, usize) {
    thread_local!(static COUNT: Cell<u64> = const { Cell::new(1) });
    let random = |bytes: &mut [u8]| {
        for byte in bytes {
            COUNT.set(COUNT.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
            *byte = (COUNT.get() >> 33) as u8;
        }
    };
    let door = Door::at(store.clone()).unwrap();
    let style = Style { packing: Packing::Wide, coder: Coder::Ppmd };
    let (mut vault, mut reading) = door.enter(None, Box::new(random), style);
    let (mut journal, mut problems) = (Journal::default(), 0);
    loop {
        problems += reading.problems.len();
        for change in reading.changes {
            match change {
                Change::Put(entry) => journal.put(*entry),
                Change::Gone(id) => journal.remove(id),
            }
        }
        if reading.done {
            return (vault, journal, problems);
        }
        reading = vault.read_more(1000);
    }
}

fn bring_in(store: &Rc<MemoryStore>, file: &str) -> Result<(), SaveError> {
    let (mut vault, journal, _) = open(store);
    let gone = vault.gone();
    let (backup, _) = read(file);
    let mut records =
        Plan::new(&backup, Here { journal: &journal, gone: &gone, drafts: &[] }).records(false);
    while !records.is_empty() {
        vault.keep_many(&mut records)?;
    }
    Ok(())
}

fn long(number: u8, revision: u32) -> freshet::core::entry::Entry {
    entry(number, revision, &format!("{number} ").repeat(800))
}

fn all() -> Kept {
    Kept::of((1..=120).map(|number| long(number, 2)).collect())
}

#[test]
fn it_comes_back_through_the_store() {
    let store = Rc::new(MemoryStore::default());
    bring_in(&store, &all().file()).unwrap();
    let (_, journal, problems) = open(&store);
    assert_eq!((&journal, problems), (&all().journal, 0));
    // The same file again writes nothing.
    let before = store.room().unwrap();
    bring_in(&store, &all().file()).unwrap();
    assert_eq!(store.room().unwrap(), before);
}

#[test]
fn what_gives_way_takes_no_room() {
    let store = Rc::new(MemoryStore::default());
    let (mut vault, ..) = open(&store);
    for number in 1..=3 {
        vault.save_entry(&entry(number, 1, "before")).unwrap();
    }
    bring_in(&store, &Kept::of((1..=3).map(|number| entry(number, 2, "after")).collect()).file())
        .unwrap();
    // The header, the mark, the list and one block.
    assert_eq!(store.keys().unwrap().len(), 4, "{:?}", store.keys());
    let (_, journal, problems) = open(&store);
    assert!(journal.all().all(|entry| entry.text == "after"));
    assert_eq!(problems, 0);
}

#[test]
fn a_full_store_keeps_what_came_in_and_goes_on() {
    let file = all().file();
    for limit in (20_000..200_000).step_by(7_919) {
        let small = Rc::new(MemoryStore::with_limit(limit));
        let came = bring_in(&small, &file);
        let (_, journal, problems) = open(&small);
        assert_eq!(problems, 0, "{limit}");
        assert_eq!(came == Err(SaveError::Full), journal.all().count() < 120, "{limit}: {came:?}");
        // With more room, the rest comes in.
        let large = Rc::new(MemoryStore::default());
        for (key, value) in
            small.keys().unwrap().into_iter().map(|key| (key.clone(), small.get(&key)))
        {
            large.put(&key, &value.unwrap().unwrap()).unwrap();
        }
        bring_in(&large, &file).unwrap();
        assert_eq!(open(&large).1, all().journal, "{limit}");
    }
}

#[test]
fn what_was_changed_meanwhile_is_passed_over() {
    let store = Rc::new(MemoryStore::default());
    let (mut vault, journal, _) = open(&store);
    let (backup, _) = read(&Kept::of(vec![entry(1, 1, "file"), entry(2, 1, "file")]).file());
    let here = Here { journal: &journal, gone: &[], drafts: &[] };
    let mut records = Plan::new(&backup, here).records(false);
    let ours = entry(1, 1, "here").changed(now(), |entry| entry.text = "here, later".into());
    vault.save_entry(&ours).unwrap();
    let came = vault.keep_many(&mut records).unwrap();
    assert_eq!((came.len(), records.len()), (1, 0));
    assert_eq!(open(&store).1.get(ours.id), Some(&ours));
}
