//! A store that misbehaves at the operations it is told to.

use freshet::core::vault::store::{Room, Store, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

pub(crate) type Values = BTreeMap<String, String>;

/// What goes wrong at one operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is refused for want of room; what takes away is refused otherwise.
    Full,
    /// It is refused.
    Refused,
    /// It is said to be done, and is not.
    Dropped,
    /// It is done, and the next look shows what stood there before.
    OldBack,
    /// Half the value is kept.
    Half,
    /// This and all that follow are refused until the store is mended.
    Stuck,
    /// It is done, and all that follow are refused until the store is mended.
    StuckAfter,
    /// This and all that follow are seen by the page and never reach the disk.
    Lost,
}

pub(crate) const FAULTS: [Fault; 8] = [
    Fault::Full,
    Fault::Refused,
    Fault::Dropped,
    Fault::OldBack,
    Fault::Half,
    Fault::Stuck,
    Fault::StuckAfter,
    Fault::Lost,
];

/// A store that counts its operations.
#[derive(Default)]
pub(crate) struct Broken {
    values: RefCell<Values>,
    /// What a kill goes back to, where something is lost.
    disk: RefCell<Option<Values>>,
    plan: RefCell<BTreeMap<u32, Fault>>,
    changes: Cell<u32>,
    looks: Cell<u32>,
    /// Looks that are refused, by their number.
    refused_looks: RefCell<Vec<u32>>,
    stuck: Cell<bool>,
    /// Whether nothing goes wrong for a while.
    pub(crate) paused: Cell<bool>,
    old: RefCell<Option<(String, Option<String>)>>,
    pub(crate) injected: Cell<u32>,
}

fn refused() -> StoreError {
    StoreError::Other("refused".into())
}

impl Broken {
    pub(crate) fn of(values: Values) -> Self {
        Self { values: RefCell::new(values), ..Self::default() }
    }

    pub(crate) fn plan(&self, faults: impl IntoIterator<Item = (u32, Fault)>) {
        self.plan.replace(faults.into_iter().collect());
    }

    pub(crate) fn refuse_looks(&self, looks: Vec<u32>) {
        self.refused_looks.replace(looks);
    }

    /// How often it was changed so far.
    pub(crate) fn changes(&self) -> u32 {
        self.changes.get()
    }

    pub(crate) fn values(&self) -> Values {
        self.values.borrow().clone()
    }

    pub(crate) fn is_stuck(&self) -> bool {
        self.stuck.get()
    }

    pub(crate) fn is_losing(&self) -> bool {
        self.disk.borrow().is_some()
    }

    /// What is stuck works again.
    pub(crate) fn mend(&self) {
        self.stuck.set(false);
        self.old.replace(None);
    }

    /// Nothing goes wrong from now on.
    pub(crate) fn make_sound(&self) {
        self.mend();
        self.plan([]);
        self.refuse_looks(Vec::new());
    }

    /// The browser is killed: what never reached the disk is gone. Whether
    /// anything was.
    pub(crate) fn kill(&self) -> bool {
        self.mend();
        let disk = self.disk.replace(None);
        let lost = disk.is_some();
        if let Some(values) = disk {
            self.values.replace(values);
        }
        lost
    }

    fn change(&self, key: &str, value: Option<&str>) -> Result<(), StoreError> {
        if self.stuck.get() {
            return Err(refused());
        }
        let now = self.changes.get();
        self.changes.set(now + 1);
        let fault = self.plan.borrow_mut().remove(&now);
        self.injected.set(self.injected.get() + u32::from(fault.is_some()));
        let before = self.values.borrow().get(key).cloned();
        match fault {
            Some(Fault::Full) if value.is_some() => return Err(StoreError::Full),
            Some(Fault::Full | Fault::Refused) => return Err(refused()),
            Some(Fault::Dropped) => return Ok(()),
            Some(Fault::Stuck) => {
                self.stuck.set(true);
                return Err(refused());
            }
            Some(Fault::OldBack) => {
                self.old.replace(Some((key.to_owned(), before)));
            }
            Some(Fault::StuckAfter) => self.stuck.set(true),
            Some(Fault::Lost) if !self.is_losing() => {
                self.disk.replace(Some(self.values()));
            }
            Some(Fault::Half | Fault::Lost) | None => {}
        }
        let mut values = self.values.borrow_mut();
        match value {
            Some(value) if fault == Some(Fault::Half) => {
                let half = value.chars().take(value.chars().count() / 2).collect();
                values.insert(key.to_owned(), half);
            }
            Some(value) => {
                values.insert(key.to_owned(), value.to_owned());
            }
            None => {
                values.remove(key);
            }
        }
        Ok(())
    }

    fn look(&self) -> Result<(), StoreError> {
        if self.paused.get() {
            return Ok(());
        }
        let now = self.looks.get();
        self.looks.set(now + 1);
        let refuse = self.stuck.get() || self.refused_looks.borrow().contains(&now);
        if refuse { Err(refused()) } else { Ok(()) }
    }
}

impl Store for Broken {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.look()?;
        Ok(self.values.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.look()?;
        if self.old.borrow().as_ref().is_some_and(|(old, _)| old == key) {
            return Ok(self.old.take().and_then(|(_, value)| value));
        }
        Ok(self.values.borrow().get(key).cloned())
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.change(key, Some(value))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.change(key, None)
    }

    fn room(&self) -> Result<Room, StoreError> {
        Ok(Room { used: 0, limit: 0 })
    }
}
