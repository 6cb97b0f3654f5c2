//! Keeps the journal in a store. *Saved* means read back equal. What cannot
//! be read is kept, counted and told, and nothing overwrites it.

use super::record::{self, FORMAT, RecordError};
use super::store::{Room, Store, StoreError};
use crate::core::draft::{Draft, DraftId};
use crate::core::entry::{Entry, EntryId};
use crate::core::journal::Journal;
use crate::core::json::{Shape, object};
use crate::core::settings::Settings;
use std::cmp::Reverse;

const HEADER: &str = "header";
const SETTINGS: &str = "settings";
const LEFT: &str = "left";
const LEFT_IS: &str = "1";
const LEFT_IS_NOT: &str = "0";
const ENTRY: &str = "entry.";
const DRAFT: &str = "draft.";
const ASIDE: &str = "aside.";

/// Says which program may write here. Read again before every write.
struct Header {
    newest: u32,
}

object!(Header { must newest });

/// The stored journal.
pub struct Vault {
    store: Box<dyn Store>,
}

/// What was found when a store was opened.
#[derive(Debug, Default)]
pub struct Opened {
    /// All entries that could be read.
    pub journal: Journal,
    /// What was begun and not saved, the latest first.
    pub drafts: Vec<Draft>,
    /// The settings, where there were any that could be read.
    pub settings: Settings,
    /// Whether the page was left by quick exit.
    pub left: bool,
    /// What could not be read, or is a newer program's.
    pub problems: Vec<Problem>,
}

/// A stored value that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its name in the store.
    pub key: String,
    /// The value, as it stands there.
    pub raw: String,
    /// Why.
    pub why: RecordError,
}

/// Why something was not saved. What stood there before stands there still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// There is no room.
    Full,
    /// The browser does not let this page keep anything.
    Denied,
    /// The browser took it and gave something else back.
    NotKept,
    /// A newer program has written here; this one may only read.
    Newer,
    /// It is not here any more.
    Gone,
    /// Another tab has saved another version of this entry since.
    Conflict(Box<Entry>),
    /// Anything else, in the browser's own words.
    Other(String),
}

impl From<StoreError> for SaveError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => SaveError::Full,
            StoreError::Denied => SaveError::Denied,
            StoreError::Other(words) => SaveError::Other(words),
        }
    }
}

impl Vault {
    /// A vault in this store.
    pub fn new(store: Box<dyn Store>) -> Self {
        Self { store }
    }

    /// Reads everything. Total: what cannot be read is listed.
    pub fn open(&self) -> Result<Opened, StoreError> {
        let mut opened = Opened::default();
        for (key, raw) in self.raw()? {
            opened.take(&key, raw);
        }
        opened.drafts.sort_unstable_by_key(|draft| Reverse(draft.changed.unix_seconds()));
        Ok(opened)
    }

    /// Saves an entry. Its revision must be one more than the stored one's,
    /// or 1 where there is none: otherwise another tab was faster.
    pub fn save_entry(&self, entry: &Entry) -> Result<(), SaveError> {
        let key = entry_key(entry.id);
        if let Some(raw) = self.store.get(&key)? {
            match record::decode::<Entry>(&raw) {
                Ok(stored) if stored.id != entry.id => self.set_aside(&key, &raw)?,
                Ok(stored) if stored.revision >= entry.revision && stored != *entry => {
                    return Err(SaveError::Conflict(Box::new(stored)));
                }
                Ok(_) => {}
                Err(RecordError::Newer(_)) => return Err(SaveError::Newer),
                Err(RecordError::Damaged) => self.set_aside(&key, &raw)?,
            }
        }
        self.put(&key, entry)
    }

    /// Takes an entry away for good.
    pub fn remove_entry(&self, id: EntryId) -> Result<(), SaveError> {
        self.may_write()?;
        Ok(self.store.remove(&entry_key(id))?)
    }

    /// Keeps a draft.
    pub fn save_draft(&self, draft: &Draft) -> Result<(), SaveError> {
        self.put(&draft_key(draft.id), draft)
    }

    /// Takes a draft away.
    pub fn remove_draft(&self, id: DraftId) -> Result<(), SaveError> {
        self.may_write()?;
        Ok(self.store.remove(&draft_key(id))?)
    }

    /// Keeps the settings. Settings that could not be read are put aside
    /// first, so that nothing overwrites them.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), SaveError> {
        if let Some(raw) = self.store.get(SETTINGS)?
            && record::decode::<Settings>(&raw).is_err()
        {
            self.set_aside(SETTINGS, &raw)?;
        }
        self.put(SETTINGS, settings)
    }

    /// Sets or takes away the mark that the page was left by quick exit. It is
    /// set even where a newer program has written: it hides, and harms nothing.
    /// Once written it always takes the same room, so that a full store has it.
    pub fn mark_left(&self, left: bool) -> Result<(), SaveError> {
        self.put_text(LEFT, if left { LEFT_IS } else { LEFT_IS_NOT })
    }

    /// Keeps what cannot be read, under another name, before something takes
    /// its place.
    fn set_aside(&self, key: &str, raw: &str) -> Result<(), SaveError> {
        self.may_write()?;
        let mut name = format!("{ASIDE}{key}");
        while self.store.get(&name)?.is_some_and(|kept| kept != raw) {
            name.push('+');
        }
        self.put_text(&name, raw)
    }

    /// What a name of the store holds now: for a change made by another tab.
    pub fn reread(&self, key: &str) -> Result<Reread, StoreError> {
        let raw = self.store.get(key)?;
        Ok(match (Name::of(key), raw) {
            (Name::Entry(id), None) => Reread::EntryGone(id),
            (Name::Entry(_), Some(raw)) => {
                record::decode(&raw).map_or(Reread::Nothing, |entry| Reread::Entry(Box::new(entry)))
            }
            (Name::Left, Some(raw)) if raw == LEFT_IS => Reread::Left,
            _ => Reread::Nothing,
        })
    }

    /// How full the store is.
    pub fn room(&self) -> Result<Room, StoreError> {
        self.store.room()
    }

    /// Every stored value, in the order of their names.
    pub fn raw(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut keys = self.store.keys()?;
        keys.sort_unstable();
        let mut all = Vec::with_capacity(keys.len());
        for key in keys {
            if let Some(value) = self.store.get(&key)? {
                all.push((key, value));
            }
        }
        Ok(all)
    }

    /// Write, read back, compare.
    fn put<T: Shape>(&self, key: &str, body: &T) -> Result<(), SaveError> {
        self.may_write()?;
        self.put_text(key, &record::encode(body))
    }

    fn put_text(&self, key: &str, text: &str) -> Result<(), SaveError> {
        self.store.put(key, text)?;
        if self.store.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(SaveError::NotKept) }
    }

    /// Reads the header again, and writes it where there is none.
    fn may_write(&self) -> Result<(), SaveError> {
        match self.store.get(HEADER)?.map(|raw| record::decode::<Header>(&raw)) {
            Some(Ok(header)) if header.newest <= FORMAT => Ok(()),
            Some(Ok(_)) | Some(Err(RecordError::Newer(_))) => Err(SaveError::Newer),
            // A damaged header guards nothing, and holds nothing to lose.
            Some(Err(RecordError::Damaged)) | None => {
                self.put_text(HEADER, &record::encode(&Header { newest: FORMAT }))?;
                if self.store.get(LEFT)?.is_none() {
                    self.mark_left(false)?;
                }
                Ok(())
            }
        }
    }
}

/// What another tab changed.
#[derive(Debug, PartialEq, Eq)]
pub enum Reread {
    /// It saved this entry.
    Entry(Box<Entry>),
    /// It took this entry away.
    EntryGone(EntryId),
    /// It was left by quick exit.
    Left,
    /// Nothing that this tab shows.
    Nothing,
}

enum Name {
    Header,
    Settings,
    Left,
    Aside,
    Entry(EntryId),
    Draft,
    Unknown,
}

impl Name {
    fn of(key: &str) -> Self {
        let id = |text: &str| text.parse().ok();
        match key {
            HEADER => Name::Header,
            SETTINGS => Name::Settings,
            LEFT => Name::Left,
            _ if key.starts_with(ASIDE) => Name::Aside,
            _ if key.strip_prefix(DRAFT).and_then(id).is_some() => Name::Draft,
            _ => match key.strip_prefix(ENTRY).and_then(id) {
                Some(id) => Name::Entry(id),
                None => Name::Unknown,
            },
        }
    }
}

impl Opened {
    fn take(&mut self, key: &str, raw: String) {
        let read = match Name::of(key) {
            Name::Left => {
                self.left = raw == LEFT_IS;
                Ok(())
            }
            Name::Header => record::decode::<Header>(&raw).and_then(|header| {
                if header.newest <= FORMAT {
                    Ok(())
                } else {
                    Err(RecordError::Newer(header.newest))
                }
            }),
            Name::Settings => read(&raw, |settings| self.settings = settings),
            Name::Entry(id) => record::decode::<Entry>(&raw).and_then(|entry| {
                // A value under another's name was moved by hand.
                if entry.id != id {
                    return Err(RecordError::Damaged);
                }
                self.journal.put(entry);
                Ok(())
            }),
            Name::Draft => read(&raw, |draft| self.drafts.push(draft)),
            Name::Aside | Name::Unknown => Err(RecordError::Damaged),
        };
        if let Err(why) = read {
            self.problems.push(Problem { key: key.to_owned(), raw, why });
        }
    }

    /// Whether a newer program has written here, so that this one only reads.
    pub fn is_read_only(&self) -> bool {
        self.problems
            .iter()
            .any(|problem| problem.key == HEADER && matches!(problem.why, RecordError::Newer(_)))
    }
}

fn read<T: Shape>(raw: &str, take: impl FnOnce(T)) -> Result<(), RecordError> {
    record::decode(raw).map(take)
}

fn entry_key(id: EntryId) -> String {
    format!("{ENTRY}{id}")
}

fn draft_key(id: DraftId) -> String {
    format!("{DRAFT}{id}")
}
