//! Backups: made, checked by reading them back, and brought in. All in slices,
//! between which the page draws and takes key presses.

mod bring_in;
mod check;
mod make;

use super::States;
use crate::browser::files::{Chosen, NotRead};
use crate::browser::slices::{self, Piece};
use crate::core::backup::Backup;
use crate::core::backup::plan::Fates;
use crate::core::backup::read::{ReadProblem, Reader};
use crate::core::day::Moment;
use crate::core::vault::log::SaveError;
use crate::state::signals::{RwSignal, StoredValue};

/// Bytes of a file read at a time: about a millisecond.
const PIECE: usize = 16 * 1024;

/// Backups made, checked and brought in.
#[derive(Clone, Copy)]
pub struct BackupState {
    inner: StoredValue<Inner>,
    changed: RwSignal<u32>,
}

struct Inner {
    made: Made,
    checked: Checked,
    bringing: Bringing,
    /// The file that was read.
    file: Option<Backup>,
    /// Raised when what is under way is to stop.
    turn: u32,
}

/// How far the making of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// None is being made.
    NotYet,
    /// So many of so many entries are written.
    Writing(usize, usize),
    /// A file of so many entries was handed to the browser.
    Offered(usize),
    /// The browser did not take it.
    Refused,
}

/// What reading a file back came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// No file was chosen.
    NotYet,
    /// It is being read.
    Reading,
    /// The browser did not give it.
    NotRead(NotRead),
    /// It was read and compared with what is here.
    Compared {
        /// Entries here.
        here: usize,
        /// Those of them that stand in the file just as they are.
        held: usize,
        /// What could not be read.
        problems: Vec<ReadProblem>,
    },
}

impl Checked {
    /// Whether the file holds everything, and is sound.
    pub fn holds_all(&self) -> bool {
        matches!(self, Checked::Compared { here, held, problems } if here == held && problems.is_empty())
    }
}

/// How far the bringing in is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bringing {
    /// No file was chosen.
    NotYet,
    /// It is being read.
    Reading,
    /// The browser did not give it.
    NotRead(NotRead),
    /// It was read: this is what bringing it in would do.
    Ready(Preview),
    /// So many of so many records are kept.
    Coming(usize, usize),
    /// It ended.
    Ended(Ended),
}

/// What a file holds, and what bringing it in would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// When it was made.
    pub made: Option<Moment>,
    /// Entries that could be read.
    pub entries: usize,
    /// Entries that it says it holds.
    pub says: Option<usize>,
    /// What would be done with how many.
    pub fates: Fates,
    /// Whether it holds settings.
    pub has_settings: bool,
    /// Whether nothing at all is written here yet.
    pub is_empty_here: bool,
    /// What could not be read.
    pub problems: Vec<ReadProblem>,
}

/// What the bringing in came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Entries that came in.
    pub came: usize,
    /// Entries that are still to come in.
    pub left: usize,
    /// Why it stopped before the end.
    pub trouble: Option<SaveError>,
}

/// What a person wishes besides what comes in anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wishes {
    /// What was deleted here comes back.
    pub bring_back: bool,
    /// The settings are taken over.
    pub settings: bool,
}

impl States {
    /// Backups made, checked and brought in.
    pub fn backup(self) -> BackupState {
        self.rest.late().backup
    }
}

impl BackupState {
    pub(super) fn new() -> Self {
        let inner = Inner {
            made: Made::NotYet,
            checked: Checked::NotYet,
            bringing: Bringing::NotYet,
            file: None,
            turn: 0,
        };
        Self { inner: StoredValue::new(inner), changed: RwSignal::new(0) }
    }

    /// How far the making of a file is; told when that changes.
    pub fn made(self) -> Made {
        self.changed.track();
        self.inner.with_value(|inner| inner.made)
    }

    /// What reading a file back came to; told when that changes.
    pub fn checked(self) -> Checked {
        self.changed.track();
        self.inner.with_value(|inner| inner.checked.clone())
    }

    /// How far the bringing in is; told when that changes.
    pub fn bringing(self) -> Bringing {
        self.changed.track();
        self.inner.with_value(|inner| inner.bringing.clone())
    }

    /// Begins anew, unless something is on its way in.
    pub fn begin(self) {
        if !self.inner.with_value(|inner| matches!(inner.bringing, Bringing::Coming(..))) {
            self.forget_all();
        }
    }

    /// Stops what is under way and forgets what was read.
    pub(super) fn forget_all(self) {
        self.next_turn();
        self.change(|inner| {
            inner.made = Made::NotYet;
            inner.checked = Checked::NotYet;
            inner.bringing = Bringing::NotYet;
            inner.file = None;
        });
    }

    fn change(self, change: impl FnOnce(&mut Inner)) {
        self.inner.update_value(change);
        self.changed.update(|changed| *changed += 1);
    }

    fn set_made(self, made: Made) {
        self.change(|inner| inner.made = made);
    }

    fn set_checked(self, checked: Checked) {
        self.change(|inner| inner.checked = checked);
    }

    fn set_bringing(self, bringing: Bringing) {
        self.change(|inner| inner.bringing = bringing);
    }

    fn with_file<T>(self, read: impl FnOnce(Option<&Backup>) -> T) -> T {
        self.inner.with_value(|inner| read(inner.file.as_ref()))
    }

    /// Begins something, and stops what was under way.
    fn next_turn(self) -> u32 {
        self.inner.update_value(|inner| inner.turn += 1);
        self.inner.with_value(|inner| inner.turn)
    }

    fn is_turn(self, turn: u32) -> bool {
        self.inner.with_value(|inner| inner.turn) == turn
    }

    /// Reads a chosen file, in slices; `done` is called unless something else
    /// was begun meanwhile.
    fn read(self, chosen: Chosen, done: Box<dyn FnOnce(Result<Read, NotRead>)>) {
        let turn = self.next_turn();
        leptos::task::spawn_local(async move {
            let text = chosen.text().await;
            if !self.is_turn(turn) {
                return;
            }
            let mut reader = match text {
                Ok(text) => Some(Reader::new(text)),
                Err(why) => return done(Err(why)),
            };
            let mut done = Some(done);
            slices::run(move || {
                let reading = reader.as_mut().filter(|_| self.is_turn(turn));
                if reading.is_some_and(|reader| !reader.read_more(PIECE)) {
                    return Piece::More;
                }
                if let (true, Some(reader), Some(done)) =
                    (self.is_turn(turn), reader.take(), done.take())
                {
                    done(Ok(reader.finish()));
                }
                Piece::Done
            });
        });
    }
}

/// What a file holds, and what of it could not be read.
type Read = (Backup, Vec<ReadProblem>);
