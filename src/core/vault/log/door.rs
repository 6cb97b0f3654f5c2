//! What can be told of a store before anything is unlocked, and the way in.

use super::super::cipher::DataKey;
use super::super::header::{HEADER, Header, Lock};
use super::super::keys::{Slot, SlotError, VaultId};
use super::super::list::List;
use super::super::record::{self, Form, Name, RecordError, Style};
use super::super::store::{Store, StoreError};
use super::index::Index;
use super::open::{Missing, Problem, Reading, Unread};
use super::{HeaderDue, LEFT, LOOKS, Random, SLOT, Vault};
use crate::core::json::{Json, Shape};
use crate::core::settings::Looks;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A store that was looked at.
pub struct Door {
    store: Rc<dyn Store>,
    values: Vec<(String, String)>,
    header: Option<Header>,
    newer: bool,
    slots: Vec<Slot>,
    problems: Vec<Problem>,
    /// What stands outside the seal.
    pub looks: Looks,
    /// Whether the page was left by quick exit.
    pub left: bool,
}

/// Whether a passphrase is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing is.
    Nothing,
    /// The passphrase or the recovery code.
    Secret,
    /// It has a passphrase, and no copy of any slot can be read: nobody can
    /// open it. What is stored can be kept as it is.
    LostSlots,
}

impl Door {
    /// Looks at a store. Total: what cannot be read is listed.
    pub fn at(store: Rc<dyn Store>) -> Result<Self, StoreError> {
        let values = super::raw(&*store)?;
        let mut door = Self {
            store,
            header: None,
            newer: false,
            slots: Vec::new(),
            problems: Vec::new(),
            looks: Looks::default(),
            left: false,
            values: Vec::new(),
        };
        for (key, text) in &values {
            door.look_at(key, text);
        }
        let objects = values.iter().any(|(key, _)| key.parse::<Name>().is_ok());
        if objects && !values.iter().any(|(key, _)| key == HEADER) {
            door.problems.push(Problem::Missing(Missing::Header));
        }
        door.values = values;
        Ok(door)
    }

    fn look_at(&mut self, key: &str, text: &str) {
        let read = match key {
            HEADER => match Header::of_text(text) {
                Ok(header) => {
                    self.header = Some(header);
                    Ok(())
                }
                Err(why) => {
                    self.newer |= matches!(why, RecordError::Newer(_));
                    Err(why)
                }
            },
            LEFT => {
                self.left = Vault::is_left_mark(text);
                Ok(())
            }
            LOOKS => match text.parse::<Json>().ok().as_ref().and_then(Looks::of_json) {
                Some(looks) => {
                    self.looks = looks;
                    Ok(())
                }
                None => Err(RecordError::Damaged),
            },
            _ if key.starts_with(SLOT) => Slot::of_text(key, text)
                .map(|slot| self.slots.push(slot))
                .map_err(|error| match error {
                    SlotError::Damaged => RecordError::Damaged,
                    SlotError::Newer(format) => RecordError::Newer(format),
                    SlotError::TooCostly(_) => RecordError::TooCostly,
                }),
            _ => Ok(()),
        };
        if let Err(why) = read {
            self.problems.push(Problem::unreadable(key, text, why));
        }
    }

    /// Whether a passphrase is needed.
    pub fn needs(&self) -> Needs {
        let sealed = || {
            let head = |(key, text): &(String, String)| {
                key.parse::<Name>().is_ok() && record::peek(text).is_ok_and(|head| head.sealed)
            };
            self.values.iter().any(head)
        };
        let locked = match self.header.as_ref().map(|header| header.lock) {
            Some(Lock::On | Lock::TurningOff) => true,
            // A header that says otherwise, or is not there, is not believed
            // where there are sealed values.
            Some(Lock::Off) => sealed(),
            None => !self.slots.is_empty() || sealed(),
        };
        match (locked, self.slots.is_empty()) {
            (false, _) => Needs::Nothing,
            (true, false) => Needs::Secret,
            (true, true) => Needs::LostSlots,
        }
    }

    /// Slots that may be tried: those of the generation that counts, and of a
    /// later one, whose change was stopped before it counted. Where there is
    /// none of either, all of them.
    pub fn slots(&self) -> Vec<&Slot> {
        let counts = self.header.as_ref().map_or(0, |header| header.generation);
        let current = |slot: &Slot| slot.plain().generation >= counts;
        let any_current = self.slots.iter().any(current);
        let mut slots: Vec<&Slot> = Vec::new();
        for slot in self.slots.iter().filter(|slot| current(slot) || !any_current) {
            // Copies of a slot are alike.
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        }
        slots
    }

    /// Every stored value, as it stood when it was looked at.
    pub fn values(&self) -> &[(String, String)] {
        &self.values
    }

    /// Goes in, with the data key where one is needed, and the generation of
    /// the slot that gave it. Reads what the screen needs; blocks are left to
    /// [`Vault::read_more`].
    pub fn enter(
        self,
        unlocked: Option<(DataKey, u32)>,
        random: Random,
        style: Style,
    ) -> (Vault, Reading) {
        let stands = self.values.iter().find(|(key, _)| key == HEADER);
        let header_text = stands.map(|(_, text)| text.clone());
        let damaged = self.header.is_none() && header_text.is_some();
        let mut header_due = damaged.then_some(HeaderDue::Damaged);
        let (key, generation) = match unlocked {
            Some((key, generation)) => (Some(key), generation),
            None => (None, 0),
        };
        let mut id = [0; 16];
        random(&mut id);
        let mut tab = [0; 4];
        random(&mut tab);
        let slot_id = self.slots.first().map(|slot| slot.plain().vault);
        let vault_id = slot_id.unwrap_or(VaultId(id));
        let mut header = self.header.unwrap_or_else(|| Header::new(vault_id));
        if key.is_some() && (header.lock == Lock::Off || header.generation != generation) {
            header.lock = Lock::On;
            header.generation = generation;
            header_due = header_due.or(Some(HeaderDue::Outdated));
        }
        let form = Form { vault: header.vault, style, key, former: None };
        let mut vault = Vault {
            store: self.store,
            random,
            form,
            header,
            header_text,
            header_due,
            newer: self.newer,
            tab: u32::from_be_bytes(tab),
            list: List::default(),
            lists: Vec::new(),
            list_due: false,
            index: Index::default(),
            drafts: Vec::new(),
            settings: Vec::new(),
            unread: Unread::default(),
            chores: Vec::new(),
            known: BTreeSet::new(),
            former_name: None,
            slots: self.slots,
            turned: false,
            every_seal_opens: true,
        };
        let mut reading = vault.read_all(self.values);
        reading.problems.splice(0..0, self.problems);
        (vault, reading)
    }
}
