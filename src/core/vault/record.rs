//! A stored value. It says its own format, so that old ones stay readable for
//! ever and newer ones are told from damaged ones, and it ends in a checksum,
//! so that damage is told from a wrong passphrase before any key is tried.
//!
//! ```text
//! 0      format: 1
//! 1      kind: 1 record, 2 block, 3 list, 4 draft, 5 settings,
//!        6 former key, 7 put aside
//! 2      coder (see `compress`), plus 128 where the body is sealed
//! 3..7   step, the most significant byte first
//! 7..    the body: compressed, and sealed where there is a passphrase
//! last 8 checksum over the value's name and all that stands before
//! ```
//!
//! Sealed, the associated data are the vault's id, the value's name and the
//! first seven bytes: a value that was relabelled, moved to another name or
//! brought from another vault does not open. The whole is packed into letters
//! ([`super::pack`]). A value is never changed: what takes its place stands
//! under a new random name, and the old one goes once the new one was read back.

use super::checksum::checksum;
use super::cipher::{self, DataKey};
use super::compress::{self, Coder, Expansion};
use super::keys::VaultId;
use super::pack::{self, Packing};
use crate::core::id::Id;

/// The format this program writes.
pub const FORMAT: u32 = 1;

/// The name of a stored value: random, so that it tells nothing.
pub type Name = Id;

const HEAD: usize = 7;
const CHECK: usize = 8;
const SEALED: u8 = 128;

/// What a stored value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One entry, or that it was taken away for good.
    Record,
    /// Several settled records.
    Block,
    /// What should be there.
    List,
    /// Words not saved yet.
    Draft,
    /// What a person has set.
    Settings,
    /// The data key of before, while values are rewritten under a new one.
    FormerKey,
    /// A value that could not be read, put under seal.
    Aside,
}

const KINDS: [(u8, Kind); 7] = [
    (1, Kind::Record),
    (2, Kind::Block),
    (3, Kind::List),
    (4, Kind::Draft),
    (5, Kind::Settings),
    (6, Kind::FormerKey),
    (7, Kind::Aside),
];

/// What a value says of itself before its body is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// What it holds.
    pub kind: Kind,
    /// For the list, its number; for a record or a block, the number of the
    /// list that was to be written next; for a former key, its generation.
    pub step: u32,
    /// Whether a key is needed.
    pub sealed: bool,
    coder: Coder,
}

/// Why a stored value could not be read. It is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordError {
    /// It is cut, changed, or was never ours.
    Damaged,
    /// A newer program wrote it, in this format.
    Newer(u32),
    /// It is whole, and no key of this vault opens it: it was changed on
    /// purpose, moved, or belongs to another vault.
    Foreign,
    /// It is a slot that asks for more work than is sensible.
    TooCostly,
}

/// How values are written by this program in this browser. All ways can be
/// read everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Letters that this browser counts least.
    pub packing: Packing,
    /// The coder: [`Coder::Stored`] takes more room and no time.
    pub coder: Coder,
}

/// How values are written in this vault, and opened.
#[derive(Debug)]
pub struct Form {
    /// The vault's id.
    pub vault: VaultId,
    /// How they are written.
    pub style: Style,
    /// The data key, where there is a passphrase.
    pub key: Option<DataKey>,
    /// The data key of before, until every value is rewritten.
    pub former: Option<DataKey>,
}

/// A value whose body is still compressed.
#[derive(Debug)]
pub struct Unsealed {
    /// What it says of itself.
    pub head: Head,
    /// Whether it stands in the form that values are written in now.
    pub current: bool,
    compressed: Vec<u8>,
}

impl Head {
    fn bytes(self) -> [u8; HEAD] {
        let kind = KINDS.iter().find(|(_, kind)| *kind == self.kind).map_or(0, |(code, _)| *code);
        let coder = self.coder as u8 | if self.sealed { SEALED } else { 0 };
        let [a, b, c, d] = self.step.to_be_bytes();
        [FORMAT as u8, kind, coder, a, b, c, d]
    }

    fn of_bytes(bytes: &[u8]) -> Result<Self, RecordError> {
        let Some(&[format, kind, coder, a, b, c, d]) = bytes.first_chunk::<HEAD>() else {
            return Err(RecordError::Damaged);
        };
        if u32::from(format) > FORMAT {
            return Err(RecordError::Newer(format.into()));
        }
        let known = u32::from(format) == FORMAT;
        let kind = KINDS.iter().find(|(code, _)| *code == kind).filter(|_| known);
        let coder_of = Coder::of(coder & !SEALED);
        match (kind, coder_of) {
            (Some(&(_, kind)), Some(coder_of)) => Ok(Head {
                kind,
                step: u32::from_be_bytes([a, b, c, d]),
                sealed: coder & SEALED != 0,
                coder: coder_of,
            }),
            _ => Err(RecordError::Damaged),
        }
    }
}

/// Whether a value is whole and sealed, which needs no key to tell.
pub fn is_sealed(name: Name, text: &str) -> bool {
    peek(text).is_ok_and(|head| head.sealed) && open_frame(name, text).is_ok()
}

/// The bytes of a value up to its checksum, which is held against them.
fn open_frame(name: Name, text: &str) -> Result<(Head, Vec<u8>), RecordError> {
    let mut bytes = pack::unpack(text).map_err(|_| RecordError::Damaged)?;
    let length = bytes.len().checked_sub(CHECK).filter(|length| *length >= HEAD);
    let check = bytes.split_off(length.ok_or(RecordError::Damaged)?);
    let head = Head::of_bytes(&bytes)?;
    if checksum(&name.to_string(), &bytes)[..] != check {
        return Err(RecordError::Damaged);
    }
    Ok((head, bytes))
}

/// What a value says of itself, by its first letters alone: its checksum is not
/// looked at yet.
pub fn peek(text: &str) -> Result<Head, RecordError> {
    Head::of_bytes(&pack::peek(text, HEAD).map_err(|_| RecordError::Damaged)?)
}

impl Form {
    /// A value as it is stored. `nonce` is random, and used where there is a key.
    pub fn write(&self, name: Name, kind: Kind, step: u32, body: &[u8], nonce: [u8; 24]) -> String {
        let (coder, compressed) = match (self.style.coder, kind) {
            // The list is written with each save: compressed it would take some
            // 3,000 units less and as much time again as the record.
            (Coder::Stored, _) | (_, Kind::List) => (Coder::Stored, body.to_vec()),
            (Coder::Ppmd, _) => compress::compress(body),
        };
        let head = Head { kind, step, sealed: self.key.is_some(), coder };
        let mut bytes = head.bytes().to_vec();
        match &self.key {
            None => bytes.extend(compressed),
            Some(key) => {
                bytes.extend(cipher::seal(key, nonce, &self.associated(name, head), &compressed));
            }
        }
        bytes.extend(checksum(&name.to_string(), &bytes));
        pack::pack(&bytes, self.style.packing)
    }

    /// A value with its seal off.
    pub fn unseal(&self, name: Name, text: &str) -> Result<Unsealed, RecordError> {
        let (head, bytes) = open_frame(name, text)?;
        let body = &bytes[HEAD..];
        if !head.sealed {
            let current = self.key.is_none();
            return Ok(Unsealed { head, current, compressed: body.to_vec() });
        }
        let associated = self.associated(name, head);
        let keys = [(&self.key, true), (&self.former, false)];
        keys.into_iter()
            .filter_map(|(key, current)| Some((key.as_ref()?, current)))
            .find_map(|(key, current)| {
                let compressed = cipher::open(key, &associated, body).ok()?;
                Some(Unsealed { head, current, compressed: compressed.to_vec() })
            })
            .ok_or(RecordError::Foreign)
    }

    /// A value's body.
    pub fn read(&self, name: Name, text: &str) -> Result<(Unsealed, Vec<u8>), RecordError> {
        let mut unsealed = self.unseal(name, text)?;
        let compressed = std::mem::take(&mut unsealed.compressed);
        let body = compress::decompress(unsealed.head.coder, compressed);
        Ok((unsealed, body.map_err(|_| RecordError::Damaged)?))
    }

    fn associated(&self, name: Name, head: Head) -> Vec<u8> {
        [&self.vault.0[..], name.to_string().as_bytes(), &head.bytes()].concat()
    }
}

impl Unsealed {
    /// Its body, to be read in small pieces.
    pub fn expand(self) -> Result<Expansion, RecordError> {
        Expansion::new(self.head.coder, self.compressed).map_err(|_| RecordError::Damaged)
    }
}
