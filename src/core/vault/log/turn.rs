//! The passphrase: turned on, changed, off. Each can stop after any write and
//! goes on at the next start: first the slots, both copies of each, then the
//! header, and from then on every value is rewritten in its turn ([`super::tend`]).
//!
//! | stopped after | the next start |
//! |---|---|
//! | some slots | the header does not count them yet |
//! | the header | asks for the new passphrase, and goes on rewriting |
//! | some values | the same; values of both kinds can be read |
//! | all values | the slots of before go |
//!
//! A new data key stands in the slots alone. The key of before is kept in two
//! copies, sealed under the new one, from before the slots are written until
//! nothing needs it any more; so is the data key itself, sealed under itself, while
//! the passphrase is taken off, for the header has no seal and could be of
//! anybody's making. Generations only grow, and nobody takes away what belongs to
//! a later one than the header's: another tab may be writing it.

use super::super::cipher::DataKey;
use super::super::header::{HEADER, Header, Lock};
use super::super::keys::{Slot, SlotKind};
use super::super::record::{self, Form, Kind, Name, RecordError};
use super::reading::{Missing, Problem};
use super::write::{put_text, set_aside};
use super::{Chore, FORMER, LEFT, LOCKED, LOOKS, SLOT, SaveError, Vault};

const COPIES: [u8; 2] = [1, 2];
const KINDS: [SlotKind; 2] = [SlotKind::Passphrase, SlotKind::Recovery];

impl Vault {
    /// The generation that new slots must have.
    pub fn next_generation(&self) -> u32 {
        self.header.generation.saturating_add(self.leap)
    }

    /// The data key, where there is a passphrase.
    pub fn data_key(&self) -> Option<&DataKey> {
        self.form.key.as_ref()
    }

    /// Turns the passphrase on: these slots hold this new data key.
    pub fn turn_on(&mut self, key: DataKey, slots: &[Slot]) -> Result<(), SaveError> {
        if !self.is_read() || self.header.lock != Lock::Off || self.form.key.is_some() {
            return Err(SaveError::Busy);
        }
        self.may_write()?;
        self.turn(Lock::On, self.next_generation(), slots)?;
        self.form.key = Some(key);
        self.rewrite_everything();
        Ok(())
    }

    /// Changes what opens it: these slots hold the same data key.
    pub fn rewrap(&mut self, slots: &[Slot]) -> Result<(), SaveError> {
        self.must_be_settled(Lock::On)?;
        self.may_write()?;
        self.turn(Lock::On, self.header.since, slots)?;
        // What cannot be removed now goes with the next piece of work.
        let _ = self.remove_earlier(SLOT);
        Ok(())
    }

    /// Changes the data key: somebody knows what opened it. What that person
    /// copied before stays readable to them.
    pub fn rekey(&mut self, key: DataKey, slots: &[Slot]) -> Result<(), SaveError> {
        self.must_be_settled(Lock::On)?;
        self.may_write()?;
        let before = self.form.key.replace(key);
        let generation = self.next_generation();
        let turned = self
            .note_former(before.as_ref(), generation)
            .and_then(|()| self.turn(Lock::On, generation, slots));
        if let Err(error) = turned {
            self.form.key = before;
            self.take_back(FORMER, generation);
            return Err(error);
        }
        self.form.former = before;
        self.rewrite_everything();
        Ok(())
    }

    /// Takes the passphrase off. The slots go when the last value is plain. The
    /// data key, sealed under itself, says first that it was done by somebody who
    /// had opened the vault: the header has no seal.
    pub fn turn_off(&mut self) -> Result<(), SaveError> {
        self.must_be_settled(Lock::On)?;
        self.may_write()?;
        let key = self.form.key.as_ref().map(DataKey::copy);
        let generation = self.header.generation;
        let turned = self
            .note_former(key.as_ref(), generation)
            .and_then(|()| self.turn(Lock::TurningOff, 0, &[]));
        if let Err(error) = turned {
            self.take_back(FORMER, generation);
            return Err(error);
        }
        self.form.former = self.form.key.take();
        self.rewrite_everything();
        Ok(())
    }

    /// A change of the key begins where nothing of an earlier one is left.
    fn must_be_settled(&self, lock: Lock) -> Result<(), SaveError> {
        let settled = self.is_read() && self.turned && self.chores() == 0;
        let open = self.header.lock == lock && self.form.key.is_some();
        if settled && open { Ok(()) } else { Err(SaveError::Busy) }
    }

    /// Writes the slots, then the header that makes them count.
    fn turn(&mut self, lock: Lock, since: u32, slots: &[Slot]) -> Result<(), SaveError> {
        if let Err(error) = self.write_turn(lock, since, slots) {
            if !slots.is_empty() {
                self.take_back(SLOT, self.next_generation());
            }
            return Err(error);
        }
        if !slots.is_empty() {
            self.slots = slots.to_vec();
        }
        self.turned = false;
        Ok(())
    }

    fn write_turn(&mut self, lock: Lock, since: u32, slots: &[Slot]) -> Result<(), SaveError> {
        for slot in slots {
            for copy in COPIES {
                let name = slot_name(slot.generation(), slot.kind(), copy);
                put_text(&*self.store, &name, &slot.to_text(&name))?;
            }
        }
        let mut header = self.header.clone();
        (header.lock, header.since) = (lock, since);
        header.epoch += 1;
        header.generation = slots.first().map_or(header.generation, Slot::generation);
        if self.header_changed() {
            return Err(SaveError::Elsewhere);
        }
        self.put_header(header)
    }

    /// After a change that failed, what was written for it goes, if the header
    /// surely does not count it.
    fn take_back(&self, beginning: &str, generation: u32) {
        let Ok(keys) = self.store.keys() else { return };
        if !self.header_stands() {
            return;
        }
        let of_it = format!("{beginning}{generation}.");
        for key in keys.iter().filter(|key| key.starts_with(&of_it)) {
            let _ = self.store.remove(key);
        }
    }

    /// Keeps the key of before, sealed under the one of this generation.
    fn note_former(&mut self, before: Option<&DataKey>, generation: u32) -> Result<(), SaveError> {
        let Some(before) = before else { return Err(SaveError::Busy) };
        for copy in COPIES {
            let (key, name) = former_name(generation, copy);
            let nonce = self.bytes();
            let text = self.form.write(name, Kind::FormerKey, generation, before.expose(), nonce);
            put_text(&*self.store, &key, &text)?;
        }
        Ok(())
    }

    /// The data key of before, if values are still being rewritten. A copy that
    /// no key opens belongs to a change that never counted.
    pub(super) fn read_former_key(&mut self, values: &[(String, String)]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, text) in values {
            let Some((generation, copy)) = former_of_name(key) else { continue };
            if generation > self.header.generation {
                continue;
            }
            match self.form.read(former_name(generation, copy).1, text) {
                Ok((_, mut body)) => {
                    if let Ok(bytes) = body.as_mut_slice().try_into() {
                        self.form.former = Some(DataKey::take(bytes));
                    }
                }
                Err(RecordError::Foreign) => {}
                Err(why) => problems.push(Problem::unreadable(key, text, why)),
            }
        }
        problems
    }

    /// Whether values of this tab can be read where this header stands: they are
    /// plain, or what opens them is still there.
    pub(super) fn is_readable_under(&self, header: &Header) -> bool {
        let stands = |copy| {
            let former = self.store.get(&former_name(header.generation, copy).0);
            former.is_ok_and(|former| former.is_some())
        };
        match (&self.form.key, header.lock) {
            (None, _) | (_, Lock::TurningOff) => true,
            (Some(_), Lock::On) => COPIES.into_iter().any(stands),
            (Some(_), Lock::Off) => false,
        }
    }

    /// Every value is written anew in the form that values have from now on. The
    /// header says so already, so this cannot fail: what stands under other names
    /// and cannot be listed now is put away at the next start.
    fn rewrite_everything(&mut self) {
        self.outdated.extend(self.known.ids());
        let keys = self.store.keys().unwrap_or_default().into_iter();
        let others = keys.filter(|key| key.parse::<Name>().is_err() && !stands_outside(key));
        self.chores.extend(others.map(Chore::PutAway));
    }

    /// Once every value is in the form that values have now: the key of before
    /// goes, and the slots of before. Whether there is more to do.
    pub(super) fn finish_turning(&mut self) -> Result<bool, SaveError> {
        if self.turned {
            return Ok(false);
        }
        if self.catch_up() {
            return Ok(true);
        }
        // What could not be read just now may need what goes here.
        let keys = self.store.keys()?;
        if keys.iter().flat_map(|key| key.parse::<Name>()).any(|name| !self.known.has(name)) {
            return Err(SaveError::Busy);
        }
        if self.header.lock == Lock::TurningOff && self.every_seal_opens {
            if self.find_sealed()? {
                return Ok(true);
            }
            let mut header = self.header.clone();
            header.lock = Lock::Off;
            header.generation += 1;
            header.epoch += 1;
            self.put_header(header)?;
            self.slots.clear();
        }
        // What does not open may need one of them.
        if self.every_seal_opens {
            self.remove_earlier(SLOT)?;
            self.remove_former()?;
        }
        // Another tab may have seen it stand, and left a value that needs it.
        if self.catch_up() {
            return Ok(true);
        }
        // The key of before stays at hand while this tab is open.
        self.mend_slots()?;
        self.turned = true;
        Ok(false)
    }

    /// Whether anything sealed stands in the store; it is to be rewritten.
    fn find_sealed(&mut self) -> Result<bool, SaveError> {
        let mut found = false;
        for key in self.store.keys()? {
            let Ok(name) = key.parse::<Name>() else { continue };
            let text = self.store.get(&key)?;
            if text.is_some_and(|text| record::peek(&text).is_ok_and(|head| head.sealed)) {
                found = true;
                self.outdated.put(name, ());
            }
        }
        Ok(found)
    }

    /// Takes away what belongs to an earlier generation than the header's.
    fn remove_earlier(&self, beginning: &str) -> Result<(), SaveError> {
        for key in self.store.keys()? {
            let generation = key.strip_prefix(beginning).and_then(generation_of);
            if generation.is_some_and(|generation| generation < self.header.generation) {
                self.remove_value(&key)?;
            }
        }
        Ok(())
    }

    /// Takes away the key of before, and those of changes that never counted.
    fn remove_former(&self) -> Result<(), SaveError> {
        for key in self.store.keys()? {
            let former = former_of_name(&key);
            if former.is_some_and(|(generation, _)| generation <= self.header.generation) {
                self.remove_value(&key)?;
            }
        }
        Ok(())
    }

    /// Kinds of slots of which no copy is left.
    pub(super) fn missing_slots(&self) -> Vec<Problem> {
        let generation = self.header.generation;
        let is_there = |kind| {
            self.slots.iter().any(|slot| slot.generation() == generation && slot.kind() == kind)
        };
        let needed = if self.form.key.is_some() { &KINDS[..] } else { &[] };
        let missing = needed.iter().copied().filter(|kind| !is_there(*kind));
        missing.map(|kind| Problem::Missing(Missing::Slot(kind))).collect()
    }

    /// Copies of slots that are missing or cannot be read are written again
    /// from the others, unless those differ.
    fn mend_slots(&self) -> Result<(), SaveError> {
        for kind in KINDS {
            let generation = self.header.generation;
            let of_kind = |slot: &&Slot| slot.generation() == generation && slot.kind() == kind;
            let mut slots: Vec<_> = self.slots.iter().filter(of_kind).collect();
            slots.dedup();
            let [slot] = slots[..] else { continue };
            for copy in COPIES {
                let name = slot_name(generation, kind, copy);
                let text = slot.to_text(&name);
                match self.store.get(&name)? {
                    Some(stands) if stands == text => continue,
                    Some(damaged) => set_aside(&*self.store, &name, &damaged)?,
                    None => {}
                }
                put_text(&*self.store, &name, &text)?;
            }
        }
        Ok(())
    }
}

/// Whether somebody who had opened the vault is taking its passphrase off: its
/// data key stands there, sealed under itself.
pub(super) fn is_turned_off(form: &Form, generation: u32, values: &[(String, String)]) -> bool {
    COPIES.into_iter().any(|copy| {
        let (key, name) = former_name(generation, copy);
        let text = values.iter().find(|(other, _)| *other == key);
        let body = text.and_then(|(_, text)| form.read(name, text).ok());
        let stands = body
            .and_then(|(_, mut body)| Some(DataKey::take(body.as_mut_slice().try_into().ok()?)));
        stands.as_ref().map(DataKey::expose) == form.key.as_ref().map(DataKey::expose)
    })
}

/// Whether a value of this name stands outside the seal.
fn stands_outside(key: &str) -> bool {
    [HEADER, LEFT, LOOKS, LOCKED].contains(&key) || key.starts_with(SLOT) || key.starts_with(FORMER)
}

fn slot_name(generation: u32, kind: SlotKind, copy: u8) -> String {
    let kind = match kind {
        SlotKind::Passphrase => "passphrase",
        SlotKind::Recovery => "recovery",
    };
    format!("{SLOT}{generation}.{kind}.{copy}")
}

/// The name of a copy of the key of before, in the store and for its seal.
fn former_name(generation: u32, copy: u8) -> (String, Name) {
    let [a, b, c, d] = generation.to_be_bytes();
    (format!("{FORMER}{generation}.{copy}"), Name::from_random([0, 0, 0, copy, a, b, c, d]))
}

fn former_of_name(key: &str) -> Option<(u32, u8)> {
    let (generation, copy) = key.strip_prefix(FORMER)?.split_once('.')?;
    Some((generation.parse().ok()?, copy.parse().ok()?))
}

fn generation_of(rest: &str) -> Option<u32> {
    rest.split('.').next()?.parse().ok()
}
