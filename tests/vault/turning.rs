//! The passphrase, turned on, changed and off.

use crate::broken::Broken;
use crate::damage::{SECRET, changed, journal, names_of, open, tells};
use crate::shared::{Shared, Tab, code, entry, key, slots, unlocked};
use freshet::core::vault::header::{Header, Lock};
use freshet::core::vault::log::door::{Door, Needs};
use freshet::core::vault::log::raw;
use freshet::core::vault::record::{self, Kind, Name};
use freshet::core::vault::store::Store;
use std::rc::Rc;

fn sealed_values(shared: &Shared) -> (usize, usize) {
    let values = raw(&*shared.store).unwrap();
    let heads = values.iter().filter_map(|(_, text)| record::peek(text).ok());
    let (sealed, plain): (Vec<_>, Vec<_>) = heads.partition(|head| head.sealed);
    (sealed.len(), plain.len())
}

#[test]
fn on_changed_and_off_again() {
    let shared = Shared::default();
    let mut tab = shared.open();
    for id in 1..=60 {
        tab.write(id, &"many words ".repeat(300));
    }
    tab.tend();
    let made = slots(&tab.vault, &key(1));
    tab.vault.turn_on(key(1), &made).unwrap();
    tab.tend();
    assert_eq!(shared.door().needs(), Needs::Secret);
    assert_eq!(sealed_values(&shared).1, 0);

    assert!(unlocked(&shared.door(), &code(2)).is_none());
    let mut tab = shared.open_with(unlocked(&shared.door(), &code(1)));
    assert_eq!(tab.journal.latest().len(), 60);
    assert_eq!(tab.problems, []);
    tab.tend();
    let made = slots(&tab.vault, &key(2));
    tab.vault.rekey(key(2), &made).unwrap();
    tab.tend();
    assert!(unlocked(&shared.door(), &code(1)).is_none());
    let tab = shared.open_with(unlocked(&shared.door(), &code(2)));
    assert_eq!(tab.journal.latest().len(), 60);
    assert_eq!(tab.problems, []);
    let mut tab = shared.open_with(unlocked(&shared.door(), &code(2)));
    tab.tend();
    tab.vault.turn_off().unwrap();
    tab.tend();
    assert_eq!(shared.door().needs(), Needs::Nothing);
    assert_eq!(sealed_values(&shared).0, 0);
    assert!(!shared.store.keys().unwrap().iter().any(|name| name.starts_with("slot.")));
    assert_eq!(shared.open().journal.latest().len(), 60);
}

#[test]
fn what_was_put_away_outlives_every_change_of_the_passphrase() {
    let values = journal(false);
    let name = &names_of(&values, Kind::Record)[0];
    let raw = changed(&values[name], 30).swap_remove(2);
    let mut damaged = values.clone();
    damaged.insert(name.clone(), raw.clone());
    let store = Rc::new(Broken::of(damaged));
    let mut tab = open(&store);
    tab.tend();
    let made = slots(&tab.vault, &key(3));
    tab.vault.turn_on(key(3), &made).unwrap();
    tab.tend();
    let made = slots(&tab.vault, &key(SECRET));
    tab.vault.rekey(key(SECRET), &made).unwrap();
    tab.tend();
    assert!(tells(&open(&store).problems, &raw));
    tab.vault.turn_off().unwrap();
    tab.tend();
    assert!(tells(&open(&store).problems, &raw));
}

#[test]
fn damage_does_not_keep_the_passphrase_from_being_taken_off() {
    let values = journal(true);
    for (key, text) in values.iter().filter(|(key, _)| key.parse::<Name>().is_ok()) {
        let raw = changed(text, text.chars().count() / 2).swap_remove(2);
        let mut damaged = values.clone();
        damaged.insert(key.clone(), raw.clone());
        let store = Rc::new(Broken::of(damaged));
        let mut tab = open(&store);
        tab.tend();
        tab.vault.turn_off().unwrap();
        tab.tend();
        assert_eq!(Door::at(store.clone()).unwrap().needs(), Needs::Nothing, "{key}");
        let again = open(&store);
        assert_eq!(again.texts(), tab.texts());
        assert!(tells(&again.problems, &raw));
    }
}

/// What anybody can write who can write into the store.
fn say_turning_off(store: &dyn Store) {
    let header = Header::of_text(&store.get("header").unwrap().unwrap()).unwrap();
    store.put("header", &Header { lock: Lock::TurningOff, ..header }.to_text()).unwrap();
}

/// A journal of one entry, and a tab that has turned its passphrase on.
fn locked_words() -> (Shared, Tab) {
    let shared = Shared::default();
    let mut tab = shared.open();
    tab.write(1, "words");
    let made = slots(&tab.vault, &key(1));
    tab.vault.turn_on(key(1), &made).unwrap();
    tab.tend();
    (shared, tab)
}

#[test]
fn a_header_alone_takes_no_passphrase_off() {
    let (shared, mut tab) = locked_words();
    // The key of before, as it stood there for a while, is no proof either.
    let made = slots(&tab.vault, &key(2));
    tab.vault.rekey(key(2), &made).unwrap();
    let values = raw(&*shared.store).unwrap();
    let former: Vec<_> = values.into_iter().filter(|(key, _)| key.starts_with("former.")).collect();
    assert_eq!(former.len(), 2);
    tab.tend();
    for (id, before) in [(2, Vec::new()), (3, former)] {
        before.iter().for_each(|(key, text)| shared.store.put(key, text).unwrap());
        say_turning_off(&*shared.store);
        let mut tab = shared.open_with(unlocked(&shared.door(), &code(2)));
        assert_eq!((tab.texts(), tab.problems.len()), (vec!["words".to_owned()], 0));
        tab.write(id, "more");
        tab.vault.remove_entry(entry(id, "").id).unwrap();
        tab.tend();
        assert_eq!(sealed_values(&shared).1, 0);
        assert_eq!(tab.vault.header().lock, Lock::On);
    }
}

#[test]
fn taking_it_off_goes_on_after_a_stop_and_leaves_no_key() {
    let (shared, mut tab) = locked_words();
    tab.vault.turn_off().unwrap();
    assert_eq!(shared.door().needs(), Needs::Secret);
    let mut tab = shared.open_with(unlocked(&shared.door(), &code(1)));
    tab.tend();
    assert_eq!(shared.door().needs(), Needs::Nothing);
    assert_eq!(sealed_values(&shared).0, 0);
    let keys = shared.store.keys().unwrap();
    assert!(!keys.iter().any(|key| key.starts_with("former.")), "{keys:?}");
}
