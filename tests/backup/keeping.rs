//! A file brought into a vault, piece by piece, and a store that fills up.

use crate::made::{Kept, entry, now};
use freshet::core::backup::plan::{Here, Plan};
use freshet::core::backup::read::read;
use freshet::core::entry::Entry;
use freshet::core::journal::Journal;
use freshet::core::json::{Json, Shape};
use freshet::core::vault::compress::Coder;
use freshet::core::vault::kept;
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{Change, SaveError, Tended, Vault};
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

/// Opens it, does what waits, and gives the words of all entries.
fn texts(store: &Rc<MemoryStore>) -> Vec<String> {
    let (mut vault, ..) = open(store);
    while vault.tend().unwrap() != Tended::Done {}
    let (_, journal, problems) = open(store);
    assert_eq!(problems, 0);
    let mut texts: Vec<_> = journal.all().map(|entry| entry.text.clone()).collect();
    texts.sort();
    texts
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
    let later =
        |number| entry(number, 1, "before").changed(now(), |entry| entry.text = "after".into());
    bring_in(&store, &Kept::of((1..=3).map(later).collect()).file()).unwrap();
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

/// The same file as another program might write it: the fields in the order of
/// their names, and one that this program does not know.
fn by_another_program(file: &str) -> String {
    let mut json: Json = file.parse().unwrap();
    if let Json::Object(fields) = &mut json
        && let Some((_, Json::List(entries))) =
            fields.iter_mut().find(|(name, _)| name == "entries")
    {
        for entry in entries {
            let Json::Object(fields) = entry else { panic!("{entry:?}") };
            fields.push(("mood".into(), Json::Text("calm".into())));
            fields.sort_by(|one, other| one.0.cmp(&other.0));
        }
    }
    json.to_string()
}

#[test]
fn what_another_program_wrote_can_be_changed_again_and_again() {
    let store = Rc::new(MemoryStore::default());
    let file = Kept::of(vec![entry(1, 1, "one"), entry(2, 1, "other")]).file();
    bring_in(&store, &by_another_program(&file)).unwrap();
    let (mut vault, mut journal, _) = open(&store);
    for text in ["one, more", "one, and more", "one, and more still"] {
        let before = journal.get(entry(1, 1, "").id).unwrap();
        let after: Entry = before.changed(now(), |entry| entry.text = text.to_owned());
        assert_eq!(vault.save_entry(&after), Ok(()), "{text}");
        journal.put(after);
        // What stands there is no version of another tab.
        assert_eq!(texts(&store), [text, "other"]);
    }
}

#[test]
fn what_gives_way_stays_until_it_is_kept_beside() {
    let first = entry(1, 1, "first");
    let change = |text: &str| first.changed(now(), |entry| entry.text = text.to_owned());
    let (ours, theirs) = (change("ours"), change("theirs"));
    // Another revision between: it was written over a version that is not here.
    let later = theirs.changed(now(), |entry| entry.text = "theirs, later".to_owned());
    let store = Rc::new(MemoryStore::default());
    let (mut vault, ..) = open(&store);
    vault.save_entry(&first).unwrap();
    vault.save_entry(&ours).unwrap();
    let text = later.to_json().to_string();
    let mut records = vec![(kept::Kept::Entry(Box::new(later)), text)];
    assert_eq!(vault.keep_many(&mut records).unwrap().len(), 1);
    // The page is killed here.
    assert_eq!(texts(&store), ["ours", "theirs, later"]);
}
