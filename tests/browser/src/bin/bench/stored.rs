//! A vault in memory, made by the program's own code as it runs in the page,
//! and what its values would take in a browser.

use crate::diary::Diary;
pub(crate) use browser_tests::seed::Values;
use browser_tests::{error::Error, seed};
use freshet::core::entry::{Entry, EntryId, Kind};
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::keys::{self, Kdf, Plain, RecoveryCode, Salt, Slot};
use freshet::core::vault::log::{self, SaveError, Vault};
use freshet::core::vault::passphrase::Passphrase;
use std::io;
use xtask::browsers::Engine;

/// What opens every vault that is made here.
pub(crate) const PASSPHRASE: &str = "six plain words for this bench";

/// What a browser gives an origin: UTF-16 units, or bytes in WebKit.
pub(crate) const QUOTA: f64 = 5.0 * 1024.0 * 1024.0;

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
    let (store, mut vault) = seed::empty(engine)?;
    let key = DataKey::take(&mut [7; 32]);
    let slots = slots(&vault, &key).ok_or(SaveError::Locked)?;
    vault.turn_on(key, &slots)?;
    seed::tend(&mut vault)?;
    match way {
        Way::Saved => entries.iter().try_for_each(|entry| vault.save_entry(entry))?,
        Way::Brought => seed::bring(&mut vault, entries)?,
    }
    seed::tend(&mut vault)?;
    Ok(log::raw(&*store)?)
}

/// A vault with a passphrase and these entries, as it is stored.
pub(crate) fn locked(entries: &[Entry], engine: Engine) -> Result<Values, Error> {
    vault(entries, engine, Way::Brought)
        .map_err(|error| Error::system("fill a vault")(io::Error::other(format!("{error:?}"))))
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
