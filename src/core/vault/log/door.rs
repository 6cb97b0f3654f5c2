//! What can be told of a store before anything is unlocked, and the way in.

use super::super::cipher::DataKey;
use super::super::header::{HEADER, Header, Lock};
use super::super::keys::{Slot, SlotError, VaultId};
use super::super::record::{self, Form, Name, RecordError, Style};
use super::super::store::{Store, StoreError};
use super::reading::{Missing, Problem, Reading};
use super::write::looks_of_text;
use super::{DraftNote, HeaderDue, LEFT, LOOKS, Random, SLOT, Values, Vault, turn};
use crate::core::draft::DraftId;
use crate::core::settings::Looks;
use std::rc::Rc;

/// How often a store is looked at anew that changes meanwhile.
const TRIES: usize = 5;

/// A store that was looked at.
pub struct Door {
    store: Rc<dyn Store>,
    /// What stands under names of other kinds than values'.
    named: Values,
    /// Values that were read so far: none where the header says that they are
    /// sealed.
    values: Values,
    header: Option<Header>,
    newer: bool,
    slots: Vec<Slot>,
    problems: Vec<Problem>,
    /// What stands outside the seal.
    pub looks: Looks,
    /// Whether the page was left by quick exit.
    pub left: bool,
    /// Drafts as they stood when the page had this vault open before.
    pub had: Vec<DraftNote>,
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
    /// Looks at a store. Total: what cannot be read is listed. Values are read
    /// where they are needed to tell whether there is a passphrase.
    pub fn at(store: Rc<dyn Store>) -> Result<Self, StoreError> {
        let (names, named) = steady(&*store)?;
        let mut door = Self {
            store,
            header: None,
            newer: false,
            slots: Vec::new(),
            problems: Vec::new(),
            looks: Looks::default(),
            left: false,
            had: Vec::new(),
            named: Vec::new(),
            values: Vec::new(),
        };
        for (key, text) in &named {
            door.look_at(key, text);
        }
        if !names.is_empty() && !named.iter().any(|(key, _)| key == HEADER) {
            door.problems.push(Problem::Missing(Missing::Header));
        }
        if door.header.as_ref().is_none_or(|header| header.lock != Lock::On) {
            door.values = super::values_of(&*door.store, names)?;
        }
        door.named = named;
        Ok(door)
    }

    /// Reads all values before they are needed.
    pub fn read_ahead(&mut self) {
        self.values = self.read_values();
    }

    /// All values as they stand now. One never changes, so those that were read
    /// are not read again.
    fn read_values(&mut self) -> Values {
        let mut read = std::mem::take(&mut self.values);
        let Ok(keys) = self.store.keys() else { return read };
        let (names, _) = super::parted(keys);
        let value = |key: String| {
            // They stand in the order of their names. A store that is written
            // to meanwhile may name one twice.
            let known = read.binary_search_by(|(name, _)| name.cmp(&key)).ok();
            let text = match known.map(|at| std::mem::take(&mut read[at].1)) {
                Some(text) if !text.is_empty() => text,
                _ => self.store.get(&key).ok().flatten()?,
            };
            Some((key, text))
        };
        names.into_iter().filter_map(value).collect()
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
            LOOKS => looks_of_text(text).map(|looks| self.looks = looks),
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
        // A header that says otherwise, or is not there, is not believed where
        // there are sealed values.
        let locked = match self.header.as_ref().map(|header| header.lock) {
            Some(Lock::On) => true,
            Some(Lock::Off) => self.any_sealed() && !(self.slots.is_empty() && self.any_plain()),
            Some(Lock::TurningOff) | None => self.any_sealed(),
        };
        match (locked, self.slots.is_empty()) {
            (false, _) => Needs::Nothing,
            (true, false) => Needs::Secret,
            (true, true) => Needs::LostSlots,
        }
    }

    /// Keeps of drafts that the page had those with which it may go on: once it is
    /// locked, that is only what it could not write.
    pub fn keep_had(&self, had: &mut Vec<DraftNote>, unwritten: &[DraftId]) {
        if self.needs() != Needs::Nothing {
            had.retain(|note| note.is_of(unwritten));
        }
    }

    fn any_sealed(&self) -> bool {
        self.named().any(|(name, text)| record::is_sealed(name, text))
    }

    fn any_plain(&self) -> bool {
        self.named().any(|(_, text)| record::peek(text).is_ok_and(|head| !head.sealed))
    }

    fn named(&self) -> impl Iterator<Item = (Name, &str)> {
        self.values.iter().filter_map(|(key, text)| Some((key.parse().ok()?, text.as_str())))
    }

    /// Slots that may be tried: those of the generation that counts. Where
    /// there are none of it, all of them.
    pub fn slots(&self) -> Vec<&Slot> {
        let counts = self.header.as_ref().map(|header| header.generation);
        let current = |slot: &Slot| Some(slot.generation()) == counts;
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

    /// Goes in, with the data key where one is needed, and the generation of
    /// the slot that gave it. Reads what the screen needs; blocks are left to
    /// [`Vault::read_more`].
    pub fn enter(
        mut self,
        unlocked: Option<(DataKey, u32)>,
        random: Random,
        style: Style,
    ) -> (Vault, Reading) {
        let stands = self.named.iter().find(|(key, _)| key == HEADER);
        let header_text = stands.map(|(_, text)| text.clone());
        let damaged = self.header.is_none() && header_text.is_some();
        let mut header_due = damaged.then_some(HeaderDue::Damaged);
        let (key, generation) = match unlocked {
            Some((key, generation)) => (Some(key), generation),
            None => (None, 0),
        };
        let values = self.read_values();
        let mut id = [0; 16];
        random(&mut id);
        let opened = self.slots.iter().find(|slot| slot.generation() == generation);
        let slot_id = opened.or(self.slots.first()).map(|slot| slot.plain().vault);
        let new_id = slot_id.unwrap_or(VaultId(id));
        let mut header = self.header.unwrap_or_else(|| Header::new(new_id));
        let mut form = Form { vault: header.vault, style, key, former: None };
        if form.key.is_some() {
            let counts = header.generation == generation;
            // Whoever writes here can write that into the header.
            let off = || turn::is_turned_off(&form, generation, &self.named);
            if counts && header.lock == Lock::TurningOff && off() {
                form.former = form.key.take();
            } else if !counts || header.lock != Lock::On {
                header.lock = Lock::On;
                (header.generation, header.since) = (generation, generation);
                header_due = header_due.or(Some(HeaderDue::Outdated));
            }
        }
        let mut leap = [0; 2];
        random(&mut leap);
        let mut vault = Vault::new(self.store, random, form, header);
        vault.header_text = header_text;
        vault.header_due = header_due;
        vault.newer = self.newer;
        vault.leap = 1 + u32::from(u16::from_be_bytes(leap));
        vault.slots = self.slots;
        vault.had = self.had;
        let mut problems = self.problems;
        problems.extend(vault.read_former_key(&self.named));
        problems.extend(vault.missing_slots());
        let mut reading = vault.read_all(self.named.into_iter().chain(values));
        reading.problems.splice(0..0, problems);
        (vault, reading)
    }
}

/// The names of values, and what stands under other names, read while no other
/// tab wrote the header: a key of before and slots of another change than the
/// header's would not fit it.
fn steady(store: &dyn Store) -> Result<(Vec<String>, Values), StoreError> {
    let mut tries = 0;
    loop {
        tries += 1;
        let before = store.get(HEADER)?;
        let (names, others) = super::parted(store.keys()?);
        let named = super::values_of(store, others)?;
        if tries == TRIES || store.get(HEADER)? == before {
            return Ok((names, named));
        }
    }
}
