//! What was put away until a day, and what was opened: days, and not a word of
//! what stands in them.

use crate::core::day::Day;
use crate::core::entry::{Entry, EntryId};
use crate::core::journal::Journal;
use crate::core::keeping::along::was_put_away;

/// An entry that is or was put away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PutAway {
    /// The entry.
    pub id: EntryId,
    /// Its day.
    pub day: Day,
    /// What has become of it.
    pub state: State,
}

/// What has become of an entry that was put away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is left alone until this day.
    Until(Day),
    /// It was, until this day.
    OpenSince(Day),
    /// It was taken out before its day.
    TakenOut,
}

/// Every entry that is or was put away and is not in the bin, the latest day
/// first.
pub fn put_away(journal: &Journal, today: Day) -> Vec<PutAway> {
    let found = journal.latest().into_iter().filter_map(|entry| {
        let state = state(entry, today)?;
        Some(PutAway { id: entry.id, day: entry.day, state })
    });
    found.collect()
}

fn state(entry: &Entry, today: Day) -> Option<State> {
    match entry.sealed_until {
        Some(day) if entry.is_sealed(today) => Some(State::Until(day)),
        Some(day) => Some(State::OpenSince(day)),
        None => was_put_away(entry).then_some(State::TakenOut),
    }
}
