//! Keeps the journal in a store, like a log: a value is written once, under a
//! new random name, and read back; only then does what it replaces go. So a
//! stop between any two writes leaves everything that was saved, and two tabs
//! that write at the same time leave both versions.
//!
//! In reading order: [`door`] looks at a store and says whether it is locked;
//! `open` reads it, first what the screen needs and then the blocks in small
//! pieces; `save` writes; `tend` does in the background what can wait: it keeps
//! both sides of a conflict, rewrites what is not in the form that values have
//! now, and `settle` puts fresh records into blocks; `turn` turns the passphrase
//! on, off or changes it; `hear` takes over what another tab wrote; `listing`
//! keeps account of what should be there, and `drafts` of what is not saved yet.
//!
//! Nothing here asks for the time: a clock that jumps changes nothing.

mod bulk;
pub mod door;
mod drafts;
mod hear;
mod index;
mod listing;
mod open;
mod reading;
mod save;
mod settle;
mod tend;
mod turn;
mod write;

pub use hear::Heard;
pub use reading::{Change, Missing, Problem, Reading};
pub use save::SaveError;
pub use tend::Tended;
pub use write::{mark_left, put_looks, tell_locked};

use super::block;
use super::header::Header;
use super::kept::Standing;
use super::keys::{Slot, VaultId};
use super::list::List;
use super::record::{Form, Name};
use super::store::{Store, StoreError};
use crate::core::entry::EntryId;
use drafts::DraftNote;
use index::{Index, Place};
use listing::StoredList;
use open::Unread;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

/// The name of the mark that the page was left by quick exit.
pub const LEFT: &str = "left";
/// The name of what stands outside the seal: light or dusk, and the like.
pub const LOOKS: &str = "looks";
/// The name whose change tells other tabs to lock.
pub const LOCKED: &str = "locked";
/// What names of slots begin with.
pub const SLOT: &str = "slot.";
/// What names of values begin with that hold the data key of before.
const FORMER: &str = "former.";
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
    /// How far this tab's next generation of slots is from the one that counts:
    /// random, so that two tabs never write slots of the same names.
    leap: u32,
    /// Bytes of bodies that make a block.
    full: usize,
    list: List,
    /// The stored lists that `list` has taken in.
    lists: Vec<StoredList>,
    index: Index,
    drafts: Vec<DraftNote>,
    settings: Vec<Name>,
    unread: Unread,
    /// What was read while writing, and not told yet.
    untold: Reading,
    /// Versions that gave way to another tab's, to be kept beside them.
    losers: Vec<Loser>,
    chores: VecDeque<Chore>,
    /// Names of values that were taken in, or written here.
    known: BTreeSet<Name>,
    /// Names of values that could not be read.
    unreadable: BTreeSet<Name>,
    /// Writes that failed and left something.
    spoilt: Vec<(Name, String)>,
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

/// A version that gave way to another tab's.
#[derive(Debug, Clone)]
struct Loser {
    id: EntryId,
    standing: Standing,
    place: Place,
}

/// Something that can wait.
#[derive(Debug, Clone, PartialEq)]
enum Chore {
    /// A value that nothing needs any more.
    Remove(Name),
    /// A value that is not in the form that values have now.
    Rewrite(Name),
    /// A block that holds something that does not count.
    Purge(Name),
    /// A value that cannot be read and does not stand in the form that values
    /// have now.
    PutAway(String),
}

impl Vault {
    fn new(store: Rc<dyn Store>, random: Random, form: Form, header: Header) -> Self {
        Self {
            store,
            random,
            form,
            header,
            header_text: None,
            header_due: None,
            newer: false,
            leap: 1,
            full: block::FULL,
            list: List::default(),
            lists: Vec::new(),
            index: Index::default(),
            drafts: Vec::new(),
            settings: Vec::new(),
            unread: Unread::default(),
            untold: Reading::default(),
            losers: Vec::new(),
            chores: VecDeque::new(),
            known: BTreeSet::new(),
            unreadable: BTreeSet::new(),
            spoilt: Vec::new(),
            slots: Vec::new(),
            turned: false,
            every_seal_opens: true,
        }
    }

    /// Makes blocks of so many bytes from now on: a journal that is tested need
    /// not be long.
    pub fn fill_blocks_at(&mut self, bytes: usize) {
        self.full = bytes;
    }

    /// Whether a newer program has written here, so that this one only reads.
    pub fn is_read_only(&self) -> bool {
        self.newer
    }

    /// The header as this tab knows it.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The id that values are sealed with.
    pub fn id(&self) -> VaultId {
        self.form.vault
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }
}

/// Every stored value: keys of before first, then in the order of their names.
/// Another tab takes a key of before away once nothing needs it any more, so a
/// value that needs one is not read after it went.
pub fn raw(store: &dyn Store) -> Result<Vec<(String, String)>, StoreError> {
    let mut keys = store.keys()?;
    keys.sort_unstable_by(|a, b| (!a.starts_with(FORMER), a).cmp(&(!b.starts_with(FORMER), b)));
    let mut all = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(value) = store.get(&key)? {
            all.push((key, value));
        }
    }
    Ok(all)
}
