//! Which entries may be ticked at all, and which of them by a tick of all.

use crate::core::day::Day;
use crate::core::entry::EntryId;
use crate::core::insight::lens::{Backwards, Lens, Range};
use crate::core::journal::Journal;
use crate::core::keeping::along::comes_along;
use crate::core::keeping::hard_days::HardDays;

/// An entry that may be ticked. Only [`offers`] makes one, so that nothing else
/// can be: what is sealed or in the bin is never offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    id: EntryId,
    along: bool,
}

impl Offer {
    /// The entry.
    pub fn id(self) -> EntryId {
        self.id
    }

    /// Whether a tick of all ticks it too. What may be hard is ticked by itself
    /// or not at all. A high number keeps no entry back: a reader who was shown
    /// all but the hardest hours would be told something untrue.
    pub fn comes_along(self) -> bool {
        self.along
    }
}

/// What may be ticked of a range of days, the latest day first.
pub fn offers(
    journal: &Journal,
    hard: &HardDays,
    range: Range,
    today: Day,
) -> Result<Vec<Offer>, Backwards> {
    let entries = Lens { range, theme: None }.entries(journal, today)?;
    let offer =
        |entry: &crate::core::entry::Entry| Offer { id: entry.id, along: comes_along(entry, hard) };
    Ok(entries.into_iter().rev().map(offer).collect())
}
