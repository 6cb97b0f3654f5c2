//! The page for a doctor or therapist: what goes in, said field by field and
//! entry by entry.
//!
//! In reading order: an entry gives [`mod@line`]s, each of one [`field`]; an
//! [`offer`] is an entry that may be ticked at all; a [`choice`] begins with
//! nothing and grows by ticks alone; a [`Report`] is what comes of it. A choice
//! has no form in which it could be stored: it goes with the screen.

pub mod choice;
pub mod field;
pub mod line;
pub mod offer;

use super::day::Day;
use super::entry::{Entry, Kind};
use super::insight::measure::Measure;
use line::Line;

/// What goes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report<'a> {
    /// What is drawn, in the order that looking back has.
    pub pictures: Vec<Measure>,
    /// Whether the numbers of the pictures stand there as tables too.
    pub tables: bool,
    /// The ticked entries, in the order of time: pictures are drawn from them
    /// and from no others.
    pub ticked: Vec<&'a Entry>,
    /// What goes in of them, where something does.
    pub extracts: Vec<Extract<'a>>,
}

/// What goes in of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extract<'a> {
    /// Its day.
    pub day: Day,
    /// What it is, for its name.
    pub kind: &'a Kind,
    /// Its lines; never none.
    pub lines: Vec<Line<'a>>,
}

/// Why there is nothing to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NothingIn {
    /// The first day comes after the last.
    Backwards,
    /// Nothing is ticked and nothing was written.
    Nothing,
    /// It is ticked what goes in, and not of which entries.
    NoEntry,
    /// Entries are ticked, and not what goes in of them.
    NoField,
    /// The ticked entries have nothing of what is ticked.
    NotInThem,
    /// There are too few ticked entries for the pictures that are ticked.
    TooFew,
}

impl Report<'_> {
    /// The first and the last day of what goes in, where entries do.
    pub fn days(&self) -> Option<(Day, Day)> {
        let of_extracts = || Some((self.extracts.first()?.day, self.extracts.last()?.day));
        match self.pictures.is_empty() {
            true => of_extracts(),
            false => Some((self.ticked.first()?.day, self.ticked.last()?.day)),
        }
    }
}
