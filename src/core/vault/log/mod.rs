//! Keeps the journal in a store, like a log: a value is written once, under a
//! new random name, and read back; only then does what it replaces go. So a
//! stop between any two writes leaves everything that was saved, and two tabs
//! that write at the same time leave both versions.
//!
//! In reading order: [`door`] looks at a store and says whether it is locked;
//! `open` reads it, first what the screen needs and then the blocks in small
//! pieces; `save` writes; `tend` does in the background what can wait: it
//! settles fresh records in blocks and rewrites what is not in the form that
//! values have now; `turn` turns the passphrase on, off or changes it; `hear`
//! takes over what another tab wrote.

mod bulk;
pub mod door;
mod hear;
mod index;
mod open;
mod save;
mod tend;
mod turn;

pub use hear::Heard;
pub use open::{Change, Missing, Problem, Reading};
pub use save::{SaveError, mark_left, put_looks, tell_locked};
pub use tend::Tended;

use super::header::{HEADER, Header};
use super::keys::Slot;
use super::list::List;
use super::record::{Form, Kind, Name};
use super::store::{Store, StoreError};
use crate::core::draft::DraftId;
use crate::core::entry::Entry;
use index::Index;
use open::Unread;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The name of the mark that the page was left by quick exit.
pub const LEFT: &str = "left";
/// The name of what stands outside the seal: light or dusk, and the like.
pub const LOOKS: &str = "looks";
/// The name whose change tells other tabs to lock.
pub const LOCKED: &str = "locked";
/// What names of slots begin with.
pub const SLOT: &str = "slot.";
const ASIDE: &str = "aside.";

/// Fills bytes at random.
pub type Random = Box<dyn Fn(&mut [u8])>;

/// The stored journal, open.
pub struct Vault {
    store: Rc<dyn Store>,
    random: Random,
    form: Form,
    header: Header,
    /// The header as it stood when this tab last read or wrote it.
    header_text: Option<String>,
    /// What stands there is to be written anew.
    header_due: Option<HeaderDue>,
    newer: bool,
    tab: u32,
    list: List,
    /// The stored lists that `list` has taken in.
    lists: Vec<Name>,
    list_due: bool,
    index: Index,
    drafts: Vec<(DraftId, Name)>,
    settings: Vec<Name>,
    unread: Unread,
    chores: Vec<Chore>,
    /// Names of values that were taken in.
    known: BTreeSet<Name>,
    /// The value that holds the data key of before.
    former_name: Option<Name>,
    /// Slots that were read, or written last.
    slots: Vec<Slot>,
    /// Whether nothing of a change of the passphrase is left to do.
    turned: bool,
    /// Whether no sealed value was found that no key here opens.
    every_seal_opens: bool,
}

/// Why the header is to be written anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HeaderDue {
    /// It could not be read; what stands there is put aside first.
    Damaged,
    /// What stands in the vault says otherwise.
    Outdated,
}

/// Something that can wait.
#[derive(Debug, Clone, PartialEq)]
enum Chore {
    /// A value that nothing needs any more.
    Remove(Name),
    /// A value that is not in the form that values have now.
    Rewrite(Name),
    /// A block that holds something taken away for good.
    Purge(Name),
    /// A version that gave way to another tab's, to be kept beside it.
    Beside(Box<Entry>),
    /// A value that cannot be read and is not sealed, where there is a
    /// passphrase.
    PutUnderSeal(String),
}

impl Vault {
    /// Whether a newer program has written here, so that this one only reads.
    pub fn is_read_only(&self) -> bool {
        self.newer
    }

    /// The header as this tab knows it.
    pub fn header(&self) -> &Header {
        &self.header
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }

    /// Reads the header again, and writes it where there never was one.
    fn may_write(&mut self) -> Result<(), SaveError> {
        if self.newer {
            return Err(SaveError::Newer);
        }
        let stands = self.store.get(HEADER)?;
        if stands != self.header_text {
            return Err(self.elsewhere(stands.as_deref()));
        }
        if stands.is_none() || self.header_due.is_some() {
            if let (Some(damaged), Some(HeaderDue::Damaged)) = (stands, self.header_due) {
                self.set_aside(HEADER, &damaged)?;
            }
            self.put_header()?;
            self.header_due = None;
        }
        if self.store.get(LEFT)?.is_none() {
            mark_left(&*self.store, false)?;
        }
        Ok(())
    }

    /// Why a header that another tab wrote keeps this one from writing.
    fn elsewhere(&mut self, stands: Option<&str>) -> SaveError {
        use super::record::RecordError;
        match stands.map(Header::of_text) {
            Some(Err(RecordError::Newer(_))) => {
                self.newer = true;
                SaveError::Newer
            }
            _ => SaveError::Elsewhere,
        }
    }

    fn put_header(&mut self) -> Result<(), SaveError> {
        let text = self.header.to_text();
        self.put_text(HEADER, &text)?;
        self.header_text = Some(text);
        Ok(())
    }

    fn put_text(&self, key: &str, text: &str) -> Result<(), SaveError> {
        save::put_text(&*self.store, key, text)
    }

    /// Writes a value under a new name. Where that fails, nothing of it stays.
    fn put_value(&self, kind: Kind, step: u32, body: &[u8]) -> Result<Name, SaveError> {
        let name = self.new_name()?;
        let text = self.form.write(name, kind, step, body, self.bytes());
        let key = name.to_string();
        match self.put_text(&key, &text) {
            Ok(()) => Ok(name),
            Err(error) => {
                let _ = self.store.remove(&key);
                Err(error)
            }
        }
    }

    /// Keeps what cannot be read, under another name, before something takes
    /// its place.
    fn set_aside(&self, key: &str, raw: &str) -> Result<(), SaveError> {
        let mut name = format!("{ASIDE}{key}");
        while self.store.get(&name)?.is_some_and(|kept| kept != raw) {
            name.push('+');
        }
        self.put_text(&name, raw)
    }

    fn new_name(&self) -> Result<Name, SaveError> {
        loop {
            let name = Name::from_random(self.bytes());
            if self.store.get(&name.to_string())?.is_none() {
                return Ok(name);
            }
        }
    }

    /// Takes away a value that nothing needs any more; where that fails, it is
    /// tried again later.
    fn discard(&mut self, name: Name) {
        if self.store.remove(&name.to_string()).is_err() {
            self.chores.push(Chore::Remove(name));
        }
    }
}

/// Every stored value, in the order of their names.
pub fn raw(store: &dyn Store) -> Result<Vec<(String, String)>, StoreError> {
    let mut keys = store.keys()?;
    keys.sort_unstable();
    let mut all = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(value) = store.get(&key)? {
            all.push((key, value));
        }
    }
    Ok(all)
}
