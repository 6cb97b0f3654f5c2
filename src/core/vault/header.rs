//! The header: which program may write here, which vault this is, and whether
//! it has a passphrase. It stands in plain JSON, with a checksum, under a fixed
//! name, for it is needed before anything is unlocked, and is read again before every write.

use super::keys::VaultId;
use super::open_text;
use super::record::{FORMAT, RecordError};
use crate::core::json::{Json, Shape, choice, object};

/// The header's name in the store.
pub const HEADER: &str = "header";

/// The header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The newest format that stands here.
    pub format: u32,
    /// The vault's id.
    pub vault: VaultId,
    /// Raised by whatever makes other tabs open anew: the passphrase turned on,
    /// off or changed, everything deleted.
    pub epoch: u32,
    /// Whether there is a passphrase.
    pub lock: Lock,
    /// The generation of the slots that count; 0 where there were never any.
    /// It only grows, by a random step, so that slots of an earlier one never
    /// count again and two tabs never write slots of the same generation.
    pub generation: u32,
    /// The generation since which values are written under the data key of now;
    /// 0 where they are written in plain.
    pub since: u32,
}

/// Whether there is a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// There is none.
    Off,
    /// There is one.
    On,
    /// It is being taken off: values are rewritten in plain, and until the last
    /// one is the passphrase is asked for.
    TurningOff,
}

object!(Header {
    must format,
    must vault,
    must epoch,
    must lock,
    must generation,
    may since,
});
choice!(Lock { Off = "off", On = "on", TurningOff = "turning-off"; });

impl Header {
    /// What makes values of two headers alike in form: whether they are sealed,
    /// and since when under this data key.
    pub(super) fn form(&self) -> (bool, u32) {
        (self.lock == Lock::On, self.since)
    }

    /// The header of a new vault.
    pub fn new(vault: VaultId) -> Self {
        Self { format: FORMAT, vault, epoch: 1, lock: Lock::Off, generation: 0, since: 0 }
    }

    /// The header as it is stored.
    pub fn to_text(&self) -> String {
        open_text::with_check(HEADER, &self.to_json().to_string())
    }

    /// The header that was stored. That of a newer program is told from a
    /// damaged one, whatever else it holds.
    pub fn of_text(text: &str) -> Result<Self, RecordError> {
        let parsed = |json: &str| json.parse::<Json>().map_err(|_| RecordError::Damaged);
        let json = parsed(open_text::unchecked(text))?;
        match json.get("format").and_then(u32::of_json) {
            Some(format) if format > FORMAT => Err(RecordError::Newer(format)),
            _ => {
                let json = parsed(open_text::checked(HEADER, text)?)?;
                Self::of_json(&json).ok_or(RecordError::Damaged)
            }
        }
    }
}
