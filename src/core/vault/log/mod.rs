//! Keeps the journal in a store, like a log: a value is written once, under a
//! new random name, and read back; only then does what it replaces go. So a
//! stop between any two writes leaves everything that was saved, and two tabs
//! that write at the same time leave both versions.
//!
//! In reading order: [`door`] looks at a store and says whether it is locked;
//! `open` reads it, first what the screen needs and then the blocks in small
//! pieces, the latest days first (`reach`); `save` writes; `settings` are what a
//! person has set; `tend` does in the background what can wait: it keeps both
//! sides of a conflict, rewrites what is not in the form that values have now, and
//! `settle` puts fresh records into blocks; `turn` turns the passphrase on, off or
//! changes it; `hear` takes over what another tab wrote; `listing` keeps account
//! of what should be there, and `drafts` of what is not saved yet.
//!
//! Nothing begins to rest on a value that is not in the form of now, sealed under
//! the data key or plain, until it was rewritten: the list does not name it, and
//! what it takes the place of does not go. For the tab that wrote it while
//! another one changed the form may take it back.
//!
//! Nothing here asks for the time: a clock that jumps changes nothing.

mod bulk;
pub mod door;
mod drafts;
mod hear;
mod index;
mod listing;
mod open;
mod reach;
mod reading;
mod save;
mod settings;
mod settle;
mod tend;
mod turn;
mod write;

pub use drafts::DraftNote;
pub use hear::Heard;
pub use reach::ReadBack;
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
use crate::core::by_id::{ById, Ids};
use crate::core::entry::EntryId;
use crate::core::id::Id;
use crate::core::sorted;
use index::{Index, Place};
use listing::StoredList;
use open::Unread;
use settings::StoredSettings;
use std::collections::VecDeque;
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
    /// Names of drafts that the page has, or had.
    told_drafts: Ids,
    /// Drafts as they stood when this tab had the vault open before.
    had: Vec<DraftNote>,
    settings: StoredSettings,
    unread: Unread,
    /// What was read while writing, and not told yet.
    untold: Reading,
    /// Versions that gave way to another tab's, to be kept beside them.
    losers: Vec<Loser>,
    /// By the content of a version as it stands here, the one that the page knows
    /// it by, where it says more exactly what it was written over.
    known_by: ById<Id>,
    /// Values that are not in the form that values have now, to be rewritten.
    outdated: Ids,
    chores: VecDeque<Chore>,
    /// Names of values that were taken in, or written here.
    known: Ids,
    /// Names of values that could not be read.
    unreadable: Ids,
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
            told_drafts: Ids::default(),
            had: Vec::new(),
            settings: StoredSettings::default(),
            unread: Unread::default(),
            untold: Reading::default(),
            losers: Vec::new(),
            known_by: ById::default(),
            outdated: Ids::default(),
            chores: VecDeque::new(),
            known: Ids::default(),
            unreadable: Ids::default(),
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

/// Names with what stands under them.
pub type Values = Vec<(String, String)>;

/// Every stored value, in the order of their names.
pub fn raw(store: &dyn Store) -> Result<Values, StoreError> {
    values_of(store, sorted::by(store.keys()?, Ord::cmp))
}

/// Names of values, and names of other kinds, each in order.
fn parted(keys: Vec<String>) -> (Vec<String>, Vec<String>) {
    sorted::by(keys, Ord::cmp).into_iter().partition(|key| key.parse::<Name>().is_ok())
}

/// What stands under these names.
fn values_of(store: &dyn Store, names: Vec<String>) -> Result<Values, StoreError> {
    let value = |key: String| store.get(&key).map(|value| value.map(|value| (key, value)));
    names.into_iter().filter_map(|key| value(key).transpose()).collect()
}
