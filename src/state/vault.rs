//! The vault on this page: open or locked, how well it keeps, and what could
//! not be read.

use crate::browser::local_store::LocalStore;
use crate::browser::{local_store as browser, random, timers};
use crate::core::draft::DraftId;
use crate::core::json::Json;
use crate::core::settings::Looks;
use crate::core::vault::cipher::DataKey;
use crate::core::vault::compress::{self, Coder};
use crate::core::vault::counted::Counted;
use crate::core::vault::durability::Account;
use crate::core::vault::log::door::{Door, Needs};
use crate::core::vault::log::{self, DraftNote, Problem, Reading, SaveError, Vault};
use crate::core::vault::memory::MemoryStore;
use crate::core::vault::own::{Own, PREFIX};
use crate::core::vault::pack::Packing;
use crate::core::vault::record::Style;
use crate::core::vault::store::{Room, Store, StoreError};
use crate::state::signals::{RwSignal, StoredValue};
use std::rc::Rc;

/// So long after a write the next one is got ready for.
const READY_MS: i32 = 100;

/// The vault on this page.
#[derive(Clone, Copy)]
pub struct VaultState {
    inner: StoredValue<Inner>,
    changed: RwSignal<u32>,
    /// What is done when a write finds that another tab changed the key.
    elsewhere: StoredValue<Option<Rc<dyn Fn()>>>,
}

struct Inner {
    store: Rc<Counted>,
    account: Account,
    /// Units written by this page.
    units: u64,
    packing: Packing,
    /// Whether the browser keeps nothing for this page.
    denied: bool,
    /// How often the store was opened.
    opened: u32,
    /// Whether a timer waits to get ready for the next write.
    getting_ready: bool,
    vault: Option<Vault>,
    /// Drafts as they stood when it was last open.
    had: Vec<DraftNote>,
    needs: Needs,
    looks: Looks,
    left: bool,
    problems: Vec<Problem>,
}

/// How well this page keeps what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// In localStorage.
    Kept,
    /// In memory, while the page stays open: the browser denies storage.
    Denied,
    /// It only reads: a newer program has written here.
    ReadOnly,
}

impl VaultState {
    /// Opens the vault, where no passphrase is needed.
    pub(super) fn open() -> (Self, Option<Reading>) {
        let (store, packing, denied): (Rc<dyn Store>, _, _) = match LocalStore::open() {
            Ok(store) => (Rc::new(Own(store.clone())), store.packing(), false),
            Err(_) => (Rc::new(MemoryStore::default()), Packing::Wide, true),
        };
        let state = Self {
            inner: StoredValue::new(Inner {
                store: Rc::new(Counted::new(store)),
                account: Account::new(browser::engine()),
                units: 0,
                packing,
                denied,
                opened: 0,
                getting_ready: false,
                vault: None,
                had: Vec::new(),
                needs: Needs::Nothing,
                looks: Looks::default(),
                left: false,
                problems: Vec::new(),
            }),
            changed: RwSignal::new(0),
            elsewhere: StoredValue::new(None),
        };
        let reading = state.open_again(&[]);
        (state, reading)
    }

    /// Looks at the store anew, and opens it where no passphrase is needed. The
    /// page still holds what is not written.
    pub(super) fn open_again(self, unwritten: &[DraftId]) -> Option<Reading> {
        self.inner.update_value(|inner| {
            if let Some(mut vault) = inner.vault.take() {
                inner.had = vault.drafts_had();
            }
        });
        let door = self.door()?;
        self.inner.update_value(|inner| {
            inner.opened += 1;
            door.keep_had(&mut inner.had, unwritten);
            inner.needs = door.needs();
            inner.looks = door.looks.clone();
            inner.left = door.left;
            inner.problems = Vec::new();
        });
        let reading = (door.needs() == Needs::Nothing).then(|| self.enter(door, None));
        self.tell();
        reading
    }

    /// Looks at the store as it is now; a page whose browser denies storage
    /// keeps words in memory.
    pub(super) fn door(self) -> Option<Door> {
        let store = self.inner.with_value(|inner| inner.store.clone());
        if let Ok(door) = Door::at(store) {
            return Some(door);
        }
        self.inner.update_value(|inner| {
            inner.store = Rc::new(Counted::new(Rc::new(MemoryStore::default())));
            inner.denied = true;
        });
        Door::at(self.inner.with_value(|inner| inner.store.clone())).ok()
    }

    /// Goes in with the data key and the generation of the slot it came from.
    pub(super) fn unlock(self, door: Door, key: DataKey, generation: u32) -> Reading {
        let reading = self.enter(door, Some((key, generation)));
        self.tell();
        reading
    }

    fn enter(self, mut door: Door, key: Option<(DataKey, u32)>) -> Reading {
        let packing = self.inner.with_value(|inner| inner.packing);
        door.had = self.inner.update_value(|inner| std::mem::take(&mut inner.had));
        let (vault, reading) =
            door.enter(key, Box::new(random::fill), Style { packing, coder: Coder::Ppmd });
        self.inner.update_value(|inner| {
            inner.vault = Some(vault);
            inner.needs = Needs::Nothing;
        });
        reading
    }

    /// Forgets the vault and its keys. What is stored stays.
    pub(super) fn close(self, unwritten: &[DraftId]) {
        self.open_again(unwritten);
    }

    /// What is needed to open it; told when that changes.
    pub fn needs(self) -> Needs {
        self.changed.track();
        self.inner.with_value(|inner| inner.needs)
    }

    /// Whether it is locked now.
    pub(super) fn is_locked_now(self) -> bool {
        self.inner.with_value(|inner| inner.needs != Needs::Nothing)
    }

    /// Whether it is open now.
    pub fn is_open_now(self) -> bool {
        self.inner.with_value(|inner| inner.vault.is_some())
    }

    /// Whether there is a passphrase; told when that changes.
    pub fn has_passphrase(self) -> bool {
        self.changed.track();
        self.inner.with_value(|inner| {
            inner.needs != Needs::Nothing
                || inner.vault.as_ref().is_some_and(|vault| vault.data_key().is_some())
        })
    }

    /// Whether there is something to lock now.
    pub(super) fn can_lock(self) -> bool {
        self.ask(|vault| vault.data_key().is_some()).unwrap_or(false)
    }

    /// Values that are still to be rewritten; told when that changes.
    pub fn chores(self) -> usize {
        self.changed.track();
        self.chores_now()
    }

    /// What stands outside the seal, as it was found.
    pub(super) fn looks(self) -> Looks {
        self.inner.with_value(|inner| inner.looks.clone())
    }

    /// Whether the page was left by quick exit.
    pub(super) fn left(self) -> bool {
        self.inner.with_value(|inner| inner.left)
    }

    /// How well this page keeps what is written; told when that changes.
    pub fn health(self) -> Health {
        self.changed.track();
        self.health_now()
    }

    /// How well this page keeps what is written now.
    pub(super) fn health_now(self) -> Health {
        self.inner.with_value(|inner| {
            let read_only = inner.vault.as_ref().is_some_and(Vault::is_read_only);
            match (inner.denied, read_only) {
                (true, _) => Health::Denied,
                (false, true) => Health::ReadOnly,
                (false, false) => Health::Kept,
            }
        })
    }

    /// Whether there are words that go when the page does.
    pub(super) fn holds_in_memory(self) -> bool {
        let denied = self.inner.with_value(|inner| inner.denied);
        denied && self.raw().is_ok_and(|values| !values.is_empty())
    }

    /// Forgets the vault and its keys, and marks that the page was left. Words
    /// that would go with the page go now, so that nothing holds it back.
    pub(super) fn leave(self) {
        self.inner.update_value(|inner| {
            inner.vault = None;
            // What waits to open it again does not, and nothing tells the history
            // any more where the person was.
            inner.opened += 1;
            inner.needs = Needs::Secret;
            if inner.denied {
                inner.store = Rc::new(Counted::new(Rc::new(MemoryStore::default())));
            } else {
                let _ = log::mark_left(&*inner.store, true);
            }
        });
    }

    /// Takes away the mark that the page was left by quick exit.
    pub(super) fn come_back(self) -> Result<(), SaveError> {
        self.inner.with_value(|inner| log::mark_left(&*inner.store, false))
    }

    /// Tells other tabs to lock.
    pub(super) fn tell_locked(self) -> Result<(), SaveError> {
        self.inner.with_value(|inner| log::tell_locked(&*inner.store, random::id()))
    }

    /// Keeps what stands outside the seal, locked or not.
    pub(super) fn save_looks(self, looks: &Looks) -> Result<(), SaveError> {
        if self.is_open_now() {
            return self.change(|vault| vault.save_looks(looks));
        }
        self.inner.with_value(|inner| log::put_looks(&*inner.store, looks))
    }

    /// What could not be read or is missing; told when that changes.
    pub fn problems(self) -> Vec<Problem> {
        self.changed.track();
        self.inner.with_value(|inner| inner.problems.clone())
    }

    pub(super) fn add_problems(self, problems: Vec<Problem>) {
        if !problems.is_empty() {
            self.inner.update_value(|inner| inner.problems.extend(problems));
            self.tell();
        }
    }

    /// Takes what is missing off the list of what should be there: the person
    /// has read it.
    pub fn forget_missing(self) -> Result<(), SaveError> {
        self.change(Vault::forget_missing)?;
        self.inner.update_value(|inner| {
            inner.problems.retain(|problem| !matches!(problem, Problem::Missing(_)));
        });
        self.tell();
        Ok(())
    }

    /// How full the store is.
    pub fn room(self) -> Result<Room, StoreError> {
        self.inner.with_value(|inner| inner.store.room())
    }

    /// Every stored value, by name, as it is.
    pub fn raw(self) -> Result<Vec<(String, String)>, StoreError> {
        self.inner.with_value(|inner| log::raw(&*inner.store))
    }

    /// Every stored value as the text of a JSON file, none of them changed, in
    /// the form that the stop panel writes too.
    pub fn raw_file(self) -> Option<String> {
        let named = |(key, value)| (format!("{PREFIX}{key}"), Json::Text(value));
        let values = Json::Object(self.raw().ok()?.into_iter().map(named).collect());
        let mark = ("freshet".to_owned(), Json::of_text("stored values"));
        Some(Json::Object(vec![mark, ("values".to_owned(), values)]).to_string())
    }

    /// Reads the open vault.
    pub(super) fn ask<T>(self, ask: impl FnOnce(&Vault) -> T) -> Option<T> {
        self.inner.with_value(|inner| inner.vault.as_ref().map(ask))
    }

    /// Changes the open vault.
    pub(super) fn change<T>(
        self,
        change: impl FnOnce(&mut Vault) -> Result<T, SaveError>,
    ) -> Result<T, SaveError> {
        let changed = self.inner.update_value(|inner| inner.vault.as_mut().map(change));
        self.count();
        let changed = changed.unwrap_or(Err(SaveError::Locked));
        if let (Err(SaveError::Elsewhere), Some(call)) = (&changed, self.elsewhere.get_value()) {
            let opened = self.opened();
            // Once what is under way has taken note of it, unless that has opened
            // it again.
            timers::after(0, move || {
                if self.opened() == opened {
                    call();
                }
            })
            .leave_running();
        }
        changed
    }

    /// How often it was opened.
    fn opened(self) -> u32 {
        self.inner.with_value(|inner| inner.opened)
    }

    /// Says what is done when a write finds that another tab has changed the key
    /// or deleted everything. That tab may not have been heard of yet.
    pub(super) fn when_elsewhere(self, call: impl Fn() + 'static) {
        self.elsewhere.set_value(Some(Rc::new(call)));
    }

    /// Notes what was written, and gets ready for what comes next.
    fn count(self) {
        let waits = |inner: &mut Inner| std::mem::replace(&mut inner.getting_ready, true);
        if !compress::is_ready() && !self.inner.update_value(waits) {
            timers::after(READY_MS, move || {
                compress::get_ready();
                self.inner.update_value(|inner| inner.getting_ready = false);
            })
            .leave_running();
        }
        self.inner.update_value(|inner| {
            let units = inner.store.take();
            inner.units += units;
            inner.account.wrote(seconds(), units);
        });
    }

    /// Units of names and values written by this page.
    pub(super) fn units(self) -> u64 {
        self.inner.with_value(|inner| inner.units)
    }

    /// Values that are still to be rewritten.
    pub(super) fn chores_now(self) -> usize {
        self.ask(Vault::chores).unwrap_or(0)
    }

    /// Seconds until everything that was saved is on disk, by our own account of
    /// this browser; 0 where it is.
    pub fn until_on_disk(self) -> f64 {
        self.inner.update_value(|inner| inner.account.until_on_disk(seconds()))
    }

    /// For about how many minutes the browser is better left open.
    pub(super) fn leave_open(self) -> Option<u32> {
        self.inner.update_value(|inner| inner.account.leave_open(seconds()))
    }

    /// Whether the background may write now.
    pub(super) fn may_rewrite(self) -> bool {
        self.inner.with_value(|inner| inner.account.may_rewrite(seconds()))
    }

    /// Notes that what was just written was rewritten in the background.
    pub(super) fn rewrote(self, units: u64) {
        self.inner.update_value(|inner| inner.account.rewrote(seconds(), units));
    }

    pub(super) fn tell(self) {
        self.changed.update(|changed| *changed += 1);
    }
}

/// Seconds since the page began.
fn seconds() -> f64 {
    timers::running() / 1_000.0
}
