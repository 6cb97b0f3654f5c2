//! Keeping safe what was written: what can be done with an entry so that no
//! word of it is lost, and each thing can be undone.
//!
//! In reading order: an [`Act`] changes one thing about an entry and names the
//! act that undoes it; [`former`] keeps the version before; [`merge`] puts two
//! entries into one; [`hard_days`] are the days that are not to come back, and
//! [`along`] says what never comes along by itself.
//! What was in the bin for long ([`long_binned`]) is offered for emptying, and
//! never emptied by the clock.

pub mod along;
pub mod former;
pub mod hard_days;
pub mod merge;

use super::day::{Day, Moment};
use super::entry::{Entry, EntryId};
use super::journal::Journal;

/// One thing that is done with an entry, and can be undone by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// It goes into the bin at this moment, or comes out of it.
    Bin(Option<Moment>),
    /// It moves to this day.
    Move(Day),
    /// It is put away until this day, or as if it never was.
    Seal(Option<Day>),
    /// It is taken out; that it was put away is not forgotten.
    TakeOut,
    /// It is kept at the top of the journal, or not.
    Pin(bool),
    /// It never comes back as a memory of this day, or may.
    LeaveOut(bool),
    /// The version before, which has this revision, and the entry change places.
    PutBack(u32),
}

/// What undoes an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undo {
    /// The entry.
    pub entry: EntryId,
    /// What is to be done with it.
    pub act: Act,
}

impl Act {
    /// The next revision of an entry, with this done, and what undoes it; none
    /// where there is no such version before any more.
    pub fn on(self, entry: &Entry, now: Moment) -> Option<(Entry, Undo)> {
        let undo = match self {
            Act::Bin(_) => Act::Bin(entry.binned),
            Act::Move(_) => Act::Move(entry.day),
            Act::Seal(_) | Act::TakeOut if entry.taken_out => Act::TakeOut,
            Act::Seal(_) | Act::TakeOut => Act::Seal(entry.sealed_until),
            Act::Pin(_) => Act::Pin(entry.pinned),
            Act::LeaveOut(_) => Act::LeaveOut(entry.left_out),
            Act::PutBack(_) => Act::PutBack(entry.revision),
        };
        let next = match self {
            Act::Bin(binned) => entry.changed(now, |entry| entry.binned = binned),
            Act::Move(day) => entry.changed(now, |entry| entry.day = day),
            Act::Seal(until) => entry.changed(now, |entry| entry.seal(until)),
            Act::TakeOut => entry.changed(now, Entry::take_out),
            Act::Pin(pinned) => entry.changed(now, |entry| entry.pinned = pinned),
            Act::LeaveOut(left_out) => entry.changed(now, |entry| entry.left_out = left_out),
            Act::PutBack(revision) => entry.put_back(revision, now)?,
        };
        Some((next, Undo { entry: entry.id, act: undo }))
    }

    /// What must not be begun of an entry when this is done with it.
    pub fn bars(self) -> Option<Begun> {
        match self {
            // What is put away is not to be read in a draft either.
            Act::Seal(Some(_)) => Some(Begun::Anything),
            Act::Move(_) | Act::PutBack(_) => Some(Begun::Change),
            Act::Bin(_) | Act::Seal(None) | Act::TakeOut | Act::Pin(_) | Act::LeaveOut(_) => None,
        }
    }
}

/// What a person may have begun of an entry, and not saved yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    /// A change of it.
    Change,
    /// A change of it, or its follow-up.
    Anything,
}

/// After so many days in the bin an entry is offered for emptying.
const LONG: i32 = 30;

/// Entries that were put in the bin 30 days ago or earlier, the latest put there
/// first. What a clock that was set back calls later is not long there.
pub fn long_binned(journal: &Journal, today: Day) -> Vec<&Entry> {
    let long =
        |entry: &&Entry| entry.binned.is_some_and(|binned| binned.day().days_until(today) >= LONG);
    journal.binned().into_iter().filter(long).collect()
}

impl Entry {
    /// What was to be saved over another version, as an entry of its own beside it:
    /// where that one was put, and what it said before, is not its own. What was
    /// put away does not come back by itself as a copy either.
    pub fn beside(self, id: EntryId) -> Entry {
        Entry {
            id,
            revision: 1,
            over: None,
            binned: None,
            sealed_until: None,
            taken_out: self.taken_out || self.sealed_until.is_some(),
            pinned: false,
            former: None,
            ..self
        }
    }

    /// Wishes to leave it alone until a day, or never did.
    pub(super) fn seal(&mut self, until: Option<Day>) {
        (self.sealed_until, self.taken_out) = (until, false);
    }

    /// Takes that wish back.
    pub(super) fn take_out(&mut self) {
        (self.sealed_until, self.taken_out) = (None, true);
    }
}

impl Journal {
    /// Pinned entries, the latest day first: neither in the bin nor put away.
    pub fn pinned(&self, today: Day) -> Vec<&Entry> {
        let shown = |entry: &&Entry| entry.pinned && !entry.is_sealed(today);
        self.latest().into_iter().filter(shown).collect()
    }
}
