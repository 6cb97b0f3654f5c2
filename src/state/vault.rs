//! The open vault, and how well it keeps.

use super::exit::ExitState;
use super::journal::JournalState;
use crate::browser::{
    events,
    local_store::{LocalStore, PREFIX},
};
use crate::core::json::Json;
use crate::core::vault::log::{Opened, Problem, Reread, Vault};
use crate::core::vault::memory::MemoryStore;
use crate::core::vault::store::{Room, Store, StoreError};
use leptos::prelude::*;

/// The open vault.
#[derive(Clone, Copy)]
pub struct VaultState {
    vault: StoredValue<Vault, LocalStorage>,
    health: Health,
    problems: RwSignal<Vec<Problem>>,
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
    pub(super) fn open() -> (Self, Opened) {
        let (store, denied) = match LocalStore::open() {
            Ok(store) => (Box::new(store) as Box<dyn Store>, false),
            Err(_) => (memory(), true),
        };
        let vault = Vault::new(store);
        let (vault, opened, denied) = match vault.open() {
            Ok(opened) => (vault, opened, denied),
            Err(_) => (Vault::new(memory()), Opened::default(), true),
        };
        let health = match (denied, opened.is_read_only()) {
            (true, _) => Health::Denied,
            (false, true) => Health::ReadOnly,
            (false, false) => Health::Kept,
        };
        let state = Self {
            vault: StoredValue::new_local(vault),
            health,
            problems: RwSignal::new(opened.problems.clone()),
        };
        (state, opened)
    }

    /// How well this page keeps what is written.
    pub fn health(self) -> Health {
        self.health
    }

    /// Whether there are words that go when the page does.
    pub(super) fn holds_in_memory(self) -> bool {
        self.health == Health::Denied && self.raw().is_ok_and(|values| !values.is_empty())
    }

    /// What could not be read.
    pub fn problems(self) -> Signal<Vec<Problem>> {
        self.problems.into()
    }

    /// How full the store is.
    pub fn room(self) -> Result<Room, StoreError> {
        self.with(Vault::room)
    }

    /// Every stored value, by name, as it is.
    pub fn raw(self) -> Result<Vec<(String, String)>, StoreError> {
        self.with(Vault::raw)
    }

    /// Every stored value as the text of a JSON file, none of them changed, in
    /// the form that the stop panel writes too.
    pub fn raw_file(self) -> Option<String> {
        let named = |(key, value)| (format!("{PREFIX}{key}"), Json::Text(value));
        let values = Json::Object(self.raw().ok()?.into_iter().map(named).collect());
        let mark = ("freshet".to_owned(), Json::of_text("stored values"));
        Some(Json::Object(vec![mark, ("values".to_owned(), values)]).to_string())
    }

    pub(super) fn with<T>(self, ask: impl FnOnce(&Vault) -> T) -> T {
        self.vault.with_value(ask)
    }

    /// Takes over what another tab saves, and follows it when it is left by
    /// quick exit.
    pub(super) fn hear_other_tabs(self, journal: JournalState, exit: ExitState) {
        events::on_store_change(move |key| match key.map(|key| self.with(|v| v.reread(&key))) {
            Some(Ok(Reread::Entry(entry))) => journal.hear(*entry),
            Some(Ok(Reread::EntryGone(id))) => journal.hear_gone(id),
            Some(Ok(Reread::Left)) => exit.follow(),
            Some(Ok(Reread::Nothing) | Err(_)) | None => {}
        });
    }
}

fn memory() -> Box<dyn Store> {
    Box::new(MemoryStore::default())
}
