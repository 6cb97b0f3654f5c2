//! A store that many vaults share, and can be told to misbehave; and the few
//! things that every test does with it.

use freshet::core::day::Moment;
use freshet::core::draft::{Draft, Work, Writing};
use freshet::core::entry::{Entry, EntryId, Kind};
use freshet::core::journal::Journal;
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::compress::Coder;
use freshet::core::vault::keys::{self, Plain, RecoveryCode, Salt, Slot};
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{Change, Problem, Random, Reading, Tended, Vault};
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::pack::Packing;
use freshet::core::vault::record::Style;
use freshet::core::vault::store::{Room, Store, StoreError};
use std::cell::Cell;
use std::rc::Rc;

/// Coding takes most of the time of a test, and has tests of its own.
const STYLE: Style = Style { packing: Packing::Wide, coder: Coder::Stored };

#[derive(Clone, Default)]
pub(crate) struct Shared {
    pub(crate) store: Rc<MemoryStore>,
    pub(crate) fault: Rc<Cell<Fault>>,
}

#[derive(Clone, Copy, Default, PartialEq)]
pub(crate) enum Fault {
    #[default]
    None,
    Denied,
    Full,
    DropsSilently,
    KeepsHalf,
}

impl Store for Shared {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.denied()?;
        self.store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.denied()?;
        self.store.get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.denied()?;
        match self.fault.get() {
            Fault::Full => Err(StoreError::Full),
            Fault::DropsSilently => Ok(()),
            Fault::KeepsHalf => self.store.put(key, &half(value)),
            _ => self.store.put(key, value),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.denied()?;
        self.store.remove(key)
    }

    fn room(&self) -> Result<Room, StoreError> {
        self.store.room()
    }
}

fn half(value: &str) -> String {
    value.chars().take(value.chars().count() / 2).collect()
}

/// Bytes that look random and are the same in each run; no two calls in a
/// program give the same.
pub(crate) fn random() -> Random {
    thread_local!(static STATE: Cell<u64> = const { Cell::new(1) });
    Box::new(|bytes| {
        for byte in bytes {
            // Xorshift; see Marsaglia 2003.
            let mut state = STATE.get();
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            STATE.set(state);
            *byte = (state >> 32) as u8;
        }
    })
}

impl Shared {
    fn denied(&self) -> Result<(), StoreError> {
        if self.fault.get() == Fault::Denied { Err(StoreError::Denied) } else { Ok(()) }
    }

    pub(crate) fn door(&self) -> Door {
        Door::at(Rc::new(self.clone())).unwrap()
    }

    /// Opens the vault with a key, reads all of it, and does what waits.
    pub(crate) fn open_with(&self, key: Option<(DataKey, u32)>) -> Tab {
        let (vault, reading) = self.door().enter(key, random(), STYLE);
        let mut tab = Tab::new(vault, reading);
        tab.read_all();
        tab
    }

    pub(crate) fn open(&self) -> Tab {
        self.open_with(None)
    }
}

/// A vault with the journal that it has read.
pub(crate) struct Tab {
    pub(crate) vault: Vault,
    pub(crate) journal: Journal,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) reading: Reading,
}

impl Tab {
    fn new(vault: Vault, reading: Reading) -> Self {
        let mut tab = Self {
            vault,
            journal: Journal::default(),
            drafts: Vec::new(),
            problems: Vec::new(),
            reading: Reading::default(),
        };
        tab.take(reading);
        tab
    }

    pub(crate) fn take(&mut self, reading: Reading) {
        for change in &reading.changes {
            match change {
                Change::Put(entry) => self.journal.put((**entry).clone()),
                Change::Gone(id) => self.journal.remove(*id),
            }
        }
        self.drafts.extend(reading.drafts.iter().cloned());
        self.problems.extend(reading.problems.iter().cloned());
        self.reading = reading;
    }

    pub(crate) fn read_all(&mut self) {
        while !self.vault.is_read() {
            let reading = self.vault.read_more(1000);
            let settings = self.reading.settings.take();
            self.take(reading);
            self.reading.settings = self.reading.settings.take().or(settings);
        }
    }

    pub(crate) fn tend(&mut self) {
        loop {
            match self.vault.tend().unwrap() {
                Tended::More => {}
                Tended::Done => return,
                Tended::KeptBeside(entry) => self.journal.put(*entry),
            }
        }
    }

    pub(crate) fn texts(&self) -> Vec<String> {
        let mut texts: Vec<_> =
            self.journal.latest().iter().map(|entry| entry.text.clone()).collect();
        texts.sort();
        texts
    }

    pub(crate) fn write(&mut self, id: u8, text: &str) -> Entry {
        let entry = entry(id, text);
        self.vault.save_entry(&entry).unwrap();
        self.journal.put(entry.clone());
        entry
    }
}

pub(crate) fn entry(id: u8, text: &str) -> Entry {
    let mut entry = Entry::new(EntryId::from_random([id; 8]), now(), Kind::Writing(None));
    entry.text = text.to_owned();
    entry
}

pub(crate) fn draft(id: u8, text: &str) -> Draft {
    let mut writing = Writing::new(now().day(), None);
    writing.text = text.into();
    Draft {
        id: EntryId::from_random([id; 8]),
        started: now(),
        changed: now(),
        work: Work::Writing(writing),
    }
}

pub(crate) fn now() -> Moment {
    "2026-11-23T10:00:00+00:00".parse().unwrap()
}

pub(crate) fn key(byte: u8) -> DataKey {
    DataKey::take(&mut [byte; 32])
}

/// A code whose slots need no costly work.
pub(crate) fn code(byte: u8) -> RecoveryCode {
    RecoveryCode::take(&mut [byte; 16])
}

/// Slots of the next generation that hold a key.
pub(crate) fn slots(vault: &Vault, key: &DataKey, code: &RecoveryCode) -> Vec<Slot> {
    let (vault, generation) = (vault.header().vault, vault.next_generation());
    let plain = Plain { vault, generation, salt: Salt([7; 16]), kind: keys::Kind::Recovery };
    vec![Slot::wrap(plain, &code.wrapping_key(plain.salt), key, [8; 24])]
}

/// The data key that a code opens, and the generation of its slot.
pub(crate) fn unlocked(door: &Door, code: &RecoveryCode) -> Option<(DataKey, u32)> {
    door.slots().into_iter().find_map(|slot| {
        let plain = slot.plain();
        let key = slot.unwrap(&code.wrapping_key(plain.salt)).ok()?;
        Some((key, plain.generation))
    })
}
