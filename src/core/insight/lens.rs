//! Which entries are looked at: a range of days, and one theme or all. It is
//! kept in memory and stands in no address.

use crate::core::day::Day;
use crate::core::entry::Entry;
use crate::core::journal::Journal;

/// Which entries are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lens {
    /// The days.
    pub range: Range,
    /// The slug of a theme; all entries, if there is none.
    pub theme: Option<&'static str>,
}

/// A range of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// So many days, of which today is the last.
    Last(u16),
    /// Every day there is, those to come too.
    All,
    /// From one day to another, both of them within; an end may be open.
    Own(Option<Day>, Option<Day>),
}

/// The first day comes after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backwards;

/// The first and the last day of a range, where it has them.
type Ends = (Option<Day>, Option<Day>);

impl Default for Lens {
    fn default() -> Self {
        Self { range: Range::Last(Range::YEAR), theme: None }
    }
}

impl Range {
    /// Four weeks, in days.
    pub const WEEKS: u16 = 28;
    /// Thirteen weeks, in days.
    pub const SEASON: u16 = 91;
    /// A year, in days.
    pub const YEAR: u16 = 365;

    /// The first and the last day, where there are any.
    pub fn ends(self, today: Day) -> Result<Ends, Backwards> {
        match self {
            Range::Last(days) => Ok((today.plus_days(1 - i32::from(days)), Some(today))),
            Range::All => Ok((None, None)),
            Range::Own(Some(first), Some(last)) if first > last => Err(Backwards),
            Range::Own(first, last) => Ok((first, last)),
        }
    }

    /// As many days, right before this range. None where an end is open.
    pub fn before(self, today: Day) -> Option<Range> {
        let (first, last) = self.ends(today).ok()?;
        let (first, last) = (first?, last?);
        let days = first.days_until(last) + 1;
        Some(Range::Own(Some(first.plus_days(-days)?), Some(first.plus_days(-1)?)))
    }
}

impl Lens {
    /// All days, and all themes.
    pub const ALL: Lens = Lens { range: Range::All, theme: None };

    /// The entries that are looked at, in the order of time: those that are not
    /// in the bin, and not sealed today.
    pub fn entries(self, journal: &Journal, today: Day) -> Result<Vec<&Entry>, Backwards> {
        let (first, last) = self.range.ends(today)?;
        let within = |entry: &&Entry| {
            entry.binned.is_none()
                && !entry.is_sealed(today)
                && first.is_none_or(|first| first <= entry.day)
                && last.is_none_or(|last| entry.day <= last)
                && self.theme.is_none_or(|theme| entry.theme() == Some(theme))
        };
        let mut found: Vec<_> = journal.all().filter(within).collect();
        found.sort_by_key(|entry| (entry.day, entry.written.unix_seconds(), entry.id));
        Ok(found)
    }
}
