//! The passphrase: turned on, changed, off. Each can stop after any write and
//! goes on at the next start: first the slots, both copies of each, then the
//! header, and from then on every value is rewritten in its turn ([`super::tend`]).
//!
//! | stopped after | the next start |
//! |---|---|
//! | some slots | the header does not count them: they go once it is open |
//! | the header | asks for the new passphrase, and goes on rewriting |
//! | some values | the same; values of both kinds can be read |
//!
//! A new data key stands in the slots alone; the key of before is a value of
//! its own, sealed under the new one, until nothing needs it any more.

use super::super::cipher::DataKey;
use super::super::header::Lock;
use super::super::keys::{Kind as SlotKind, Slot};
use super::super::record::{Kind, Name};
use super::{Chore, SLOT, SaveError, Vault};

const COPIES: [u8; 2] = [1, 2];

impl Vault {
    /// The generation that new slots must have.
    pub fn next_generation(&self) -> u32 {
        self.header.generation + 1
    }

    /// The data key, where there is a passphrase.
    pub fn data_key(&self) -> Option<&DataKey> {
        self.form.key.as_ref()
    }

    /// Turns the passphrase on: these slots hold this new data key.
    pub fn turn_on(&mut self, key: DataKey, slots: &[Slot]) -> Result<(), SaveError> {
        self.turn(Lock::On, slots)?;
        self.form.key = Some(key);
        self.rewrite_everything()
    }

    /// Changes what opens it: these slots hold the same data key.
    pub fn rewrap(&mut self, slots: &[Slot]) -> Result<(), SaveError> {
        self.turn(Lock::On, slots)
    }

    /// Changes the data key: somebody knows what opened it. What that person
    /// copied before stays readable to them.
    pub fn rekey(&mut self, key: DataKey, slots: &[Slot]) -> Result<(), SaveError> {
        self.must_be_settled()?;
        let Some(before) = self.form.key.replace(key) else { return Err(SaveError::Gone) };
        let noted = self.put_value(Kind::FormerKey, self.next_generation(), before.expose());
        let turned = noted.and_then(|name| {
            self.former_name = Some(name);
            self.known.insert(name);
            self.turn(Lock::On, slots)
        });
        if let Err(error) = turned {
            self.form.key = Some(before);
            if let Some(name) = self.former_name.take() {
                self.discard(name);
            }
            return Err(error);
        }
        self.form.former = Some(before);
        self.rewrite_everything()
    }

    /// Takes the passphrase off. The slots go when the last value is plain.
    pub fn turn_off(&mut self) -> Result<(), SaveError> {
        self.must_be_settled()?;
        self.turn(Lock::TurningOff, &[])?;
        self.form.former = self.form.key.take();
        self.rewrite_everything()
    }

    /// Writes the slots, then the header that makes them count; then those of
    /// before go.
    fn turn(&mut self, lock: Lock, slots: &[Slot]) -> Result<(), SaveError> {
        self.may_write()?;
        for slot in slots {
            for copy in COPIES {
                let name = slot_name(slot, copy);
                self.put_text(&name, &slot.to_text(&name))?;
            }
        }
        let before = self.header.clone();
        self.header.lock = lock;
        self.header.epoch += 1;
        self.header.generation =
            slots.first().map_or(before.generation, |slot| slot.plain().generation);
        self.turned = false;
        if let Err(error) = self.put_header() {
            self.header = before;
            return Err(error);
        }
        self.slots = slots.to_vec();
        // What cannot be removed now goes when everything is rewritten.
        let _ = self.remove_old_slots();
        Ok(())
    }

    fn rewrite_everything(&mut self) -> Result<(), SaveError> {
        for key in self.store.keys()? {
            if let Ok(name) = key.parse::<Name>() {
                self.chores.push(Chore::Rewrite(name));
            }
        }
        Ok(())
    }

    /// A change of the key begins where nothing of an earlier one is left.
    fn must_be_settled(&self) -> Result<(), SaveError> {
        if self.is_read() && self.chores.is_empty() { Ok(()) } else { Err(SaveError::Busy) }
    }

    /// Once every value is in the form that values have now: the key of before
    /// goes, and the slots where the passphrase was taken off.
    pub(super) fn finish_turning(&mut self) -> Result<(), SaveError> {
        if self.turned {
            return Ok(());
        }
        if let Some(name) = self.former_name {
            self.store.remove(&name.to_string())?;
            self.former_name = None;
        }
        self.form.former = None;
        if self.header.lock == Lock::TurningOff && self.every_seal_opens {
            self.header.lock = Lock::Off;
            self.header.generation = 0;
            self.header.epoch += 1;
            self.put_header()?;
        }
        self.remove_old_slots()?;
        self.mend_slots()?;
        self.turned = true;
        Ok(())
    }

    /// Slots that do not count go, unless something here opens by none of the
    /// keys at hand: it may need one of them.
    fn remove_old_slots(&self) -> Result<(), SaveError> {
        if !self.every_seal_opens {
            return Ok(());
        }
        let counting = format!("{SLOT}{}.", self.header.generation);
        for key in self.store.keys()? {
            if key.starts_with(SLOT) && !key.starts_with(&counting) {
                self.store.remove(&key)?;
            }
        }
        Ok(())
    }

    /// Copies of slots that are missing or cannot be read are written again
    /// from the others.
    fn mend_slots(&self) -> Result<(), SaveError> {
        for slot in
            self.slots.iter().filter(|slot| slot.plain().generation == self.header.generation)
        {
            for copy in COPIES {
                let name = slot_name(slot, copy);
                let text = slot.to_text(&name);
                match self.store.get(&name)? {
                    Some(stands) if stands == text => continue,
                    Some(damaged) => self.set_aside(&name, &damaged)?,
                    None => {}
                }
                self.put_text(&name, &text)?;
            }
        }
        Ok(())
    }
}

/// The name of a copy: `slot.<generation>.<kind>.<copy>`.
fn slot_name(slot: &Slot, copy: u8) -> String {
    let plain = slot.plain();
    let kind = match plain.kind {
        SlotKind::Passphrase(_) => "passphrase",
        SlotKind::Recovery => "recovery",
    };
    format!("{SLOT}{}.{kind}.{copy}", plain.generation)
}
