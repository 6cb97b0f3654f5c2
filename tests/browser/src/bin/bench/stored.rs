//! A vault in memory, made by the program's own code as it runs in the page,
//! and what its values would take in a browser.

use crate::diary::{Diary, Numbers};
use freshet::core::entry::{Entry, EntryId, Kind};
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::compress::Coder;
use freshet::core::vault::kept::{Body, Kept};
use freshet::core::vault::keys::{self, Kdf, Plain, RecoveryCode, Salt, Slot};
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{self, Random, SaveError, Tended, Vault};
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::pack::Packing;
use freshet::core::vault::passphrase::Passphrase;
use freshet::core::vault::record::Style;
use std::{cell::RefCell, rc::Rc};
use xtask::browsers::Engine;

/// What opens every vault that is made here.
pub(crate) const PASSPHRASE: &str = "six plain words for this bench";

/// What a browser gives an origin: UTF-16 units, or bytes in WebKit.
pub(crate) const QUOTA: f64 = 5.0 * 1024.0 * 1024.0;

/// The values of a vault, by name.
pub(crate) type Values = Vec<(String, String)>;

/// How the entries come in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// One after the other, as they are written.
    Saved,
    /// All at once, as from a backup.
    Brought,
}

/// The entries of a diary.
pub(crate) fn entries(diary: &Diary) -> Vec<Entry> {
    let mut number = 0_u64;
    let entry = |written: &crate::diary::Written| {
        number += 1;
        let id = EntryId::from_random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
        let mut entry = Entry::new(id, written.moment, Kind::Writing(None));
        entry.text.clone_from(&written.text);
        entry
    };
    diary.entries.iter().map(entry).collect()
}

/// A vault with a passphrase that holds these entries, once nothing waits.
pub(crate) fn vault(entries: &[Entry], engine: Engine, way: Way) -> Result<Values, SaveError> {
    let store = Rc::new(MemoryStore::default());
    let style = Style { packing: packing(engine), coder: Coder::Ppmd };
    let (mut vault, _) = Door::at(store.clone())?.enter(None, random(), style);
    while !vault.is_read() {
        vault.read_more(usize::MAX);
    }
    let key = DataKey::take(&mut [7; 32]);
    let slots = slots(&vault, &key).ok_or(SaveError::Locked)?;
    vault.turn_on(key, &slots)?;
    tend(&mut vault)?;
    match way {
        Way::Saved => entries.iter().try_for_each(|entry| vault.save_entry(entry))?,
        Way::Brought => {
            let body = |entry: &Entry| {
                let kept = Kept::Entry(Box::new(entry.clone()));
                let text = kept.to_text();
                (kept, text)
            };
            let mut records: Vec<Body> = entries.iter().map(body).collect();
            while !records.is_empty() {
                vault.keep_many(&mut records)?;
            }
        }
    }
    tend(&mut vault)?;
    Ok(log::raw(&*store)?)
}

fn tend(vault: &mut Vault) -> Result<(), SaveError> {
    while vault.tend()? != Tended::Done {}
    Ok(())
}

fn slots(vault: &Vault, key: &DataKey) -> Option<[Slot; 2]> {
    let passphrase = Passphrase::of_normalized(PASSPHRASE.to_owned());
    let code = RecoveryCode::take(&mut [9; 16]);
    let plain = |kind, salt| Plain {
        vault: vault.header().vault,
        generation: vault.next_generation(),
        salt: Salt([salt; 16]),
        kind,
    };
    let (one, other) =
        (plain(keys::Kind::Passphrase(Kdf::USUAL), 1), plain(keys::Kind::Recovery, 2));
    let wrapping = keys::derive(&passphrase, one.salt, &Kdf::USUAL).ok()?;
    Some([
        Slot::wrap(one, &wrapping, key, [3; 24]),
        Slot::wrap(other, &code.wrapping_key(other.salt), key, [4; 24]),
    ])
}

/// The letters that the program takes in an engine.
fn packing(engine: Engine) -> Packing {
    match engine {
        Engine::Chromium | Engine::Firefox => Packing::Wide,
        Engine::WebKit => Packing::Narrow,
    }
}

/// What an engine counts for a text.
pub(crate) fn counted(engine: Engine, text: &str) -> usize {
    let units = text.encode_utf16().count();
    let wide = engine == Engine::WebKit && text.chars().any(|letter| letter > '\u{ff}');
    if wide { units * 2 } else { units }
}

/// What an engine counts for values, each with its name.
pub(crate) fn counted_all(engine: Engine, values: &Values) -> usize {
    values.iter().map(|(key, value)| counted(engine, key) + counted(engine, value)).sum()
}

/// Bytes that look random and are the same in each run.
fn random() -> Random {
    let numbers = RefCell::new(Numbers(0x2545_f491_4f6c_dd1d));
    Box::new(move |bytes| bytes.fill_with(|| numbers.borrow_mut().next() as u8))
}
