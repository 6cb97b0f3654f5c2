//! A wrapped copy of the data key, as it is stored.
//!
//! Its text is JSON that a person can look at, of one form in every format:
//! an object whose first name is `format` and whose last is `checksum`. The sum
//! is of the slot's name in the store and of all that stands before it, so
//! damage is found before anything is read.
//!
//! The keys are sealed with all of the plain part as the header, in one
//! canonical form of bytes: no part of it can be changed, even by one who makes
//! the checksum anew. A slot so changed and a wrong secret cannot be told
//! apart.

use super::{DeriveError, Kdf, Salt, WrappingKey};
use crate::core::hex::{self, as_hex};
use crate::core::json::{Json, Shape, choice, object};
use crate::core::vault::checksum::checksum;
use crate::core::vault::cipher::{self, DataKey, NONCE, OVERHEAD};

/// The format this program writes.
const FORMAT: u32 = 1;

/// Keeps this use of a wrapping key apart from any other.
const DOMAIN: &[u8] = b"freshet slot";

/// Which vault a value belongs to: random bytes, drawn when it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VaultId(pub [u8; 16]);

as_hex!(VaultId);

/// What makes the key that opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A recovery code.
    Recovery,
    /// A passphrase, at this cost.
    Passphrase(Kdf),
}

choice!(Kind { Recovery = "recovery"; Passphrase(Kdf) = "passphrase" });

/// Which secret opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    /// The passphrase.
    Passphrase,
    /// The recovery code.
    Recovery,
}

/// What can be read of a slot without a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plain {
    /// The vault whose keys it holds.
    pub vault: VaultId,
    /// Raised by each change of the vault's locks; of two good slots of a kind
    /// the higher one counts.
    pub generation: u32,
    /// Goes into the key, and is drawn anew for each slot.
    pub salt: Salt,
    /// What makes the key.
    pub kind: Kind,
}

/// A wrapped copy of the data key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    plain: Plain,
    wrapped: Vec<u8>,
}

/// Why a stored slot could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotError {
    /// It is cut, changed, under another's name, or was never ours.
    Damaged,
    /// Its passphrase would cost more than any program of ours asks for.
    TooCostly(Kdf),
    /// A newer program wrote it, in this format.
    Newer(u32),
}

/// The key is not the one that the slot was wrapped with: another passphrase
/// or code, or somebody changed the slot with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongSecret;

impl Plain {
    /// All of it as bytes, every number and length fixed by the kind, so that
    /// no two are alike.
    fn header(&self) -> Vec<u8> {
        let mut header = DOMAIN.to_vec();
        header.extend(FORMAT.to_be_bytes());
        header.extend(self.vault.0);
        header.extend(self.generation.to_be_bytes());
        header.extend(self.salt.0);
        match self.kind {
            Kind::Recovery => header.push(0),
            Kind::Passphrase(Kdf { memory_kib, passes, lanes }) => {
                header.push(1);
                header.extend([memory_kib, passes, lanes].into_iter().flat_map(u32::to_be_bytes));
            }
        }
        header
    }
}

impl Slot {
    /// Wraps the data key under the key that the secret, the salt and the cost
    /// of the plain part make. The nonce is random and used once.
    pub fn wrap(plain: Plain, key: &WrappingKey, data: &DataKey, nonce: [u8; NONCE]) -> Self {
        let wrapped = cipher::seal_under(&key.0, nonce, &plain.header(), data.expose());
        Self { plain, wrapped }
    }

    /// What can be read of it without a key.
    pub fn plain(&self) -> &Plain {
        &self.plain
    }

    /// Which secret opens it.
    pub fn kind(&self) -> SlotKind {
        match self.plain.kind {
            Kind::Passphrase(_) => SlotKind::Passphrase,
            Kind::Recovery => SlotKind::Recovery,
        }
    }

    /// The generation it belongs to.
    pub fn generation(&self) -> u32 {
        self.plain.generation
    }

    /// The data key in it.
    pub fn unwrap(&self, key: &WrappingKey) -> Result<DataKey, WrongSecret> {
        let mut bytes = cipher::open_under(&key.0, &self.plain.header(), &self.wrapped)
            .map_err(|_| WrongSecret)?;
        let data = bytes.as_mut_slice().try_into().map_err(|_| WrongSecret)?;
        Ok(DataKey::take(data))
    }

    /// The text that is stored under this name.
    pub fn to_text(&self, name: &str) -> String {
        let Plain { vault, generation, salt, kind } = self.plain;
        let wrapped = hex::encode(&self.wrapped);
        let written = Written { format: FORMAT, vault, generation, salt, kind, wrapped };
        let mut text = written.to_json().to_string();
        text.pop();
        let sum = checksum(name, text.as_bytes());
        text + SUM + &hex::encode(&sum) + END
    }

    /// The slot whose text was stored under this name.
    pub fn of_text(name: &str, text: &str) -> Result<Self, SlotError> {
        let json: Json = whole(name, text).ok_or(SlotError::Damaged)?;
        match json.get("format").and_then(u32::of_json) {
            Some(format) if format > FORMAT => return Err(SlotError::Newer(format)),
            Some(FORMAT) => {}
            _ => return Err(SlotError::Damaged),
        }
        let written = Written::of_json(&json).ok_or(SlotError::Damaged)?;
        if let Kind::Passphrase(kdf) = written.kind {
            kdf.check().map_err(|error| match error {
                DeriveError::TooCostly => SlotError::TooCostly(kdf),
                _ => SlotError::Damaged,
            })?;
        }
        written.slot().ok_or(SlotError::Damaged)
    }
}

/// A slot in JSON, without its checksum.
struct Written {
    format: u32,
    vault: VaultId,
    generation: u32,
    salt: Salt,
    kind: Kind,
    wrapped: String,
}

object!(Written {
    must format,
    must vault,
    must generation,
    must kind,
    must salt,
    must wrapped,
});

impl Written {
    fn slot(self) -> Option<Slot> {
        let wrapped = hex::decode(&self.wrapped)?;
        let length = wrapped.len().checked_sub(OVERHEAD)?;
        let Self { vault, generation, salt, kind, .. } = self;
        let plain = Plain { vault, generation, salt, kind };
        (length == 32).then_some(Slot { plain, wrapped })
    }
}

const SUM: &str = ",\"checksum\":\"";
const END: &str = "\"}";

/// The JSON of a text whose checksum is right.
fn whole(name: &str, text: &str) -> Option<Json> {
    let (summed, sum) = text.strip_suffix(END)?.rsplit_once(SUM)?;
    let is_whole = hex::decode_exact(sum)? == checksum(name, summed.as_bytes());
    if is_whole { text.parse().ok() } else { None }
}
