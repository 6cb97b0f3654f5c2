//! The passphrase, turned on, changed and off.

use crate::shared::{Shared, code, key, slots, unlocked};
use freshet::core::vault::log::door::Needs;
use freshet::core::vault::record;
use freshet::core::vault::store::Store;

fn sealed_values(shared: &Shared) -> (usize, usize) {
    let values = shared.door().values().to_vec();
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
