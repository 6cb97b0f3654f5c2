//! What a record holds, and how it stands among others: by id, revision and a
//! hash of its content.

use super::checksum::checksum;
use crate::core::day::Day;
use crate::core::entry::{Entry, EntryId};
use crate::core::id::Id;
use crate::core::json::{Json, Shape, object};

/// What a record holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// An entry.
    Entry(Box<Entry>),
    /// That an entry was taken away for good.
    Gone(Gone),
}

/// A record, and its body as it is stored or is to be.
pub type Body = (Kept, String);

/// An entry that was taken away for good. It stays noted, so that an older
/// copy does not bring it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    /// The entry's name.
    pub gone: EntryId,
    /// One more than the entry's last revision.
    pub revision: u32,
}

object!(Gone { must gone, must revision });

/// How a record stands among others of the same id. An entry stands above the
/// note that it is gone: in doubt the words stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// Its revision.
    pub revision: u32,
    /// Whether it is an entry.
    pub is_entry: bool,
    /// A hash of its content.
    pub hash: Id,
    /// The hash of the version that it was written over, where it says so.
    pub over: Option<Id>,
}

impl Standing {
    /// Whether both stay: entries of which neither was written over the other,
    /// as far as can be told. Over two revisions it cannot: what stands between
    /// them is gone.
    pub fn conflicts_with(&self, other: &Self) -> bool {
        let (lower, higher) = if self < other { (self, other) } else { (other, self) };
        let written_over = match higher.revision - lower.revision {
            0 => false,
            1 => higher.over.is_none_or(|over| over == lower.hash),
            _ => true,
        };
        self.is_entry && other.is_entry && self.hash != other.hash && !written_over
    }
}

impl Kept {
    /// The body of a record, or a line of a block.
    pub fn to_text(&self) -> String {
        match self {
            Kept::Entry(entry) => entry.to_json().to_string(),
            Kept::Gone(gone) => gone.to_json().to_string(),
        }
    }

    /// The record of a body; none where it is of another shape.
    pub fn of_text(text: &str) -> Option<Self> {
        let json: Json = text.parse().ok()?;
        if let Some(gone) = Gone::of_json(&json) {
            return Some(Kept::Gone(gone));
        }
        Entry::of_json(&json).map(|entry| Kept::Entry(Box::new(entry)))
    }

    /// The name of its entry.
    pub fn id(&self) -> EntryId {
        match self {
            Kept::Entry(entry) => entry.id,
            Kept::Gone(gone) => gone.gone,
        }
    }

    /// Its revision.
    pub fn revision(&self) -> u32 {
        match self {
            Kept::Entry(entry) => entry.revision,
            Kept::Gone(gone) => gone.revision,
        }
    }

    /// The day of its entry.
    pub fn day(&self) -> Option<Day> {
        match self {
            Kept::Entry(entry) => Some(entry.day),
            Kept::Gone(_) => None,
        }
    }

    /// How it stands, where this is its body.
    pub fn standing(&self, text: &str) -> Standing {
        Standing {
            revision: self.revision(),
            is_entry: matches!(self, Kept::Entry(_)),
            hash: hash(text),
            over: match self {
                Kept::Entry(entry) => entry.over,
                Kept::Gone(_) => None,
            },
        }
    }
}

/// A hash of a text: eight bytes of BLAKE2b.
pub fn hash(text: &str) -> Id {
    Id::from_random(checksum("content", text.as_bytes()))
}

/// The same entry under a name of its own: the version that gave way where two
/// tabs saved without having seen what the other wrote. The name comes from the
/// content, so that whoever makes the copy makes the same one.
pub fn beside(entry: &Entry) -> Entry {
    Entry { id: entry.content(), revision: 1, ..entry.clone() }
}
