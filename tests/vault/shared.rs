//! A store that many vaults share, and can be told to misbehave; and the few
//! things that every test does with it.

use crate::random;
use freshet::core::day::Moment;
use freshet::core::draft::{Draft, Work, Writing};
use freshet::core::entry::{Entry, EntryId, Kind};
use freshet::core::journal::Journal;
use freshet::core::settings::Settings;
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::compress::Coder;
use freshet::core::vault::keys::{self, Kdf, Plain, RecoveryCode, Salt, Slot};
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{Change, Problem, Random, Reading, Tended, Vault, raw};
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::pack::Packing;
use freshet::core::vault::record::Style;
use freshet::core::vault::store::{Room, Store, StoreError};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Coding takes most of the time of a test, and has tests of its own.
pub(crate) const STYLE: Style = Style { packing: Packing::Wide, coder: Coder::Stored };

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

thread_local!(static STATE: Cell<u64> = const { Cell::new(1) });

/// Bytes that look random; no two calls in a history give the same.
pub(crate) fn random() -> Random {
    Box::new(|bytes| STATE.with(|state| random::fill(state, bytes)))
}

/// What is random is the same in each history that begins with this number.
pub(crate) fn begin(seed: u64) {
    STATE.set(seed | 1);
}

impl Shared {
    fn denied(&self) -> Result<(), StoreError> {
        if self.fault.get() == Fault::Denied { Err(StoreError::Denied) } else { Ok(()) }
    }

    /// Another store with the same values.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::default();
        copy.take_in(self);
        copy
    }

    /// Takes in the values that another store has beyond this one.
    pub(crate) fn take_in(&self, other: &Shared) {
        for (key, value) in raw(&*other.store).unwrap() {
            if self.store.get(&key).unwrap().is_none() {
                self.store.put(&key, &value).unwrap();
            }
        }
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
    pub(crate) settings: Option<Settings>,
}

impl Tab {
    pub(crate) fn new(vault: Vault, reading: Reading) -> Self {
        let mut tab = Self {
            vault,
            journal: Journal::default(),
            drafts: Vec::new(),
            problems: Vec::new(),
            settings: None,
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
        self.settings = reading.settings.or(self.settings.take());
    }

    /// What was read while writing is told with the next that is read.
    pub(crate) fn take_untold(&mut self) {
        let reading = self.vault.read_more(1000);
        self.take(reading);
    }

    pub(crate) fn read_all(&mut self) {
        while !self.vault.is_read() {
            let reading = self.vault.read_more(1000);
            self.take(reading);
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

    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.journal.latest().into_iter().chain(self.journal.binned()).cloned().collect()
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

/// Slots of the next generation that hold a key, opened by the secret of the
/// same number as the key.
pub(crate) fn slots(vault: &Vault, key: &DataKey) -> Vec<Slot> {
    let code = code(key.expose()[0]);
    let (vault, generation) = (vault.header().vault, vault.next_generation());
    let kdf = Kdf { memory_kib: 8, passes: 1, lanes: 1 };
    [keys::Kind::Passphrase(kdf), keys::Kind::Recovery]
        .map(|kind| {
            // What opens a slot of a passphrase is any key: here the code's.
            let plain = Plain { vault, generation, salt: Salt([7; 16]), kind };
            Slot::wrap(plain, &code.wrapping_key(plain.salt), key, [8; 24])
        })
        .to_vec()
}

/// The data key that a code opens, and the generation of its slot.
pub(crate) fn unlocked(door: &Door, code: &RecoveryCode) -> Option<(DataKey, u32)> {
    door.slots().into_iter().find_map(|slot| {
        let plain = slot.plain();
        let key = slot.unwrap(&code.wrapping_key(plain.salt)).ok()?;
        Some((key, plain.generation))
    })
}

/// The data key and the generation of a slot that this secret opens.
pub(crate) fn try_secret(door: &Door, secret: u8) -> Option<(DataKey, u32)> {
    unlocked(door, &code(secret))
}

/// The problems of a tab, in short.
pub(crate) fn alarms(tab: &Tab) -> Vec<String> {
    let short = |problem: &Problem| match problem {
        Problem::Unreadable { key, why, .. } => format!("{key}: {why:?}"),
        Problem::Missing(missing) => format!("{missing:?}"),
    };
    tab.problems.iter().map(short).collect()
}

/// The words of a tab, by entry, with their revision.
pub(crate) fn all_words(tab: &Tab) -> BTreeMap<EntryId, (u32, String)> {
    tab.entries().into_iter().map(|entry| (entry.id, (entry.revision, entry.text))).collect()
}
