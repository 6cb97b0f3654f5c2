//! What another tab, or a newer program, does in one blow in the middle of a
//! save: at each of its operations in turn.

use crate::broken::Broken;
use crate::shared::{STYLE, Tab, entry, random};
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{Heard, SaveError};
use freshet::core::vault::store::{Room, Store, StoreError};
use std::cell::Cell;
use std::rc::Rc;

struct Struck {
    store: Rc<Broken>,
    /// Operations until the blow; none after it.
    left: Cell<Option<u32>>,
    blow: fn(&Rc<Broken>),
}

impl Struck {
    fn count(&self) {
        match self.left.get() {
            Some(0) => {
                self.left.set(None);
                (self.blow)(&self.store);
            }
            left => self.left.set(left.map(|left| left - 1)),
        }
    }
}

impl Store for Struck {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.count();
        self.store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.count();
        self.store.get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.count();
        self.store.put(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.count();
        self.store.remove(key)
    }

    fn room(&self) -> Result<Room, StoreError> {
        self.store.room()
    }
}

fn open(store: Rc<dyn Store>) -> Tab {
    let door = Door::at(store).unwrap();
    let (vault, reading) = door.enter(None, random(), STYLE);
    let mut tab = Tab::new(vault, reading);
    tab.read_all();
    tab
}

/// Saves while the blow falls at each operation in turn, and looks at what came
/// of it.
fn strike(blow: fn(&Rc<Broken>), look: impl Fn(&mut Tab, Result<(), SaveError>, &Rc<Broken>)) {
    for at in 0.. {
        let store = Rc::new(Broken::default());
        open(store.clone()).write(1, "before");
        let struck = Rc::new(Struck { store: store.clone(), left: Cell::new(None), blow });
        let mut tab = open(struck.clone());
        struck.left.set(Some(at));
        let ended = tab.vault.save_entry(&entry(2, "meanwhile"));
        if struck.left.get().is_some() {
            assert!(at > 10, "a save has many operations");
            return;
        }
        look(&mut tab, ended, &store);
    }
}

#[test]
fn everything_is_deleted_while_another_tab_saves() {
    let delete = |store: &Rc<Broken>| open(store.clone()).vault.delete_everything().unwrap();
    strike(delete, |tab, _, store| {
        assert!(matches!(tab.vault.hear("header"), Ok(Heard::Elsewhere)));
        assert_eq!(tab.vault.save_entry(&entry(3, "after")), Err(SaveError::Elsewhere));
        let again = open(store.clone());
        assert!(!again.texts().contains(&"before".into()));
        assert!(!again.texts().contains(&"after".into()));
    });
}

#[test]
fn a_newer_program_comes_while_this_one_saves() {
    let newer = |store: &Rc<Broken>| {
        let header = store.get("header").unwrap().unwrap();
        store.put("header", &header.replace("\"format\":1", "\"format\":2")).unwrap();
    };
    strike(newer, |tab, ended, store| {
        assert_eq!(tab.vault.save_entry(&entry(3, "after")), Err(SaveError::Newer));
        let mut again = open(store.clone());
        assert!(again.vault.is_read_only());
        assert!(again.texts().contains(&"before".into()));
        assert_eq!(again.texts().contains(&"meanwhile".into()), ended.is_ok());
        let values = store.values();
        assert_eq!(again.vault.tend(), Err(SaveError::Newer));
        assert_eq!(store.values(), values);
    });
}
