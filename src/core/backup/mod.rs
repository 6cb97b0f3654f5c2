//! A file that holds the whole journal: one JSON that a person can look at and
//! other programs can read, an entry a line. `docs/backup-format.md` describes
//! it.
//!
//! [`mod@write`] makes it, [`read`] reads as much of any file as can be read, and
//! [`plan`] says what bringing it in would do here. A file never deletes
//! anything, and what was changed here later stays.

pub mod plan;
pub mod read;
mod scan;
pub mod write;

use crate::core::day::Moment;
use crate::core::draft::Draft;
use crate::core::entry::Entry;
use crate::core::json::object;
use crate::core::settings::{Looks, Settings};
use crate::core::vault::kept::{self, Gone};

/// The format that this program writes, and the newest that it knows.
pub const FORMAT: u32 = 1;

/// What the field `freshet` says in a backup.
const MARK: &str = "backup";
/// What it says in a file of stored values, which is another kind of file.
const STORED_VALUES: &str = "stored values";

/// What a file was found to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub made: Option<Moment>,
    /// How much it says that it holds.
    pub counts: Option<Counts>,
    /// Entries, in the bin or sealed or neither.
    pub entries: Vec<Written>,
    /// Notes that entries were taken away for good.
    pub gone: Vec<Gone>,
    /// What was begun and not saved.
    pub drafts: Vec<Draft>,
    /// What was set.
    pub settings: Option<Settings>,
    /// What was set and stands outside the seal.
    pub looks: Option<Looks>,
}

/// An entry as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The entry.
    pub entry: Entry,
    /// Its JSON, with the fields of a newer program that this one passes over.
    pub text: String,
}

/// How much a file holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Entries.
    pub entries: usize,
    /// Notes that an entry is gone.
    pub gone: usize,
    /// Drafts.
    pub drafts: usize,
}

object!(Counts { must entries, may gone, may drafts });

/// What the hash of a file is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// When it was made.
    Made,
    /// How much it says that it holds.
    Counts,
    /// What was set.
    Settings,
    /// What was set and stands outside the seal.
    Looks,
    /// Entries.
    Entries,
    /// Notes that entries are gone.
    Gone,
    /// Drafts.
    Drafts,
}

const PARTS: [(Part, &str); 7] = [
    (Part::Made, "made"),
    (Part::Counts, "counts"),
    (Part::Settings, "settings"),
    (Part::Looks, "looks"),
    (Part::Entries, "entries"),
    (Part::Gone, "gone"),
    (Part::Drafts, "drafts"),
];

impl Part {
    fn of_name(name: &str) -> Option<Part> {
        PARTS.iter().find(|(_, other)| *other == name).map(|(part, _)| *part)
    }
}

/// A hash of what a file holds, whatever the white space between: the hash of
/// the hashes of its values, in the order of [`PARTS`], a line each.
#[derive(Debug, Default)]
struct Digest([String; PARTS.len()]);

impl Digest {
    /// Takes in a value, by its shortest JSON.
    fn add(&mut self, part: Part, text: &str) {
        let lines = &mut self.0[part as usize];
        lines.push_str(&in_digits(text));
        lines.push('\n');
    }

    fn finish(&self) -> String {
        in_digits(&self.0.concat())
    }
}

/// The content hash of a text, as sixteen hexadecimal digits: those of a name.
fn in_digits(text: &str) -> String {
    kept::hash(text).to_string()
}
