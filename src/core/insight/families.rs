//! Families of feelings by pieces of time. Each word counts once. *Can't tell*
//! and *nothing* are whole answers and have rows of their own.

use super::time::Axis;
use super::variety::{FAMILIES, Variety};
use crate::core::checkin::{CheckIn, Said, Word};
use crate::core::entry::Entry;
use crate::core::feeling::Family;

/// The rows: the families in their order, *can't tell*, and *nothing*.
pub const ROWS: usize = FAMILIES + 2;
/// The row of *can't tell*.
pub const CANT_TELL: usize = FAMILIES;
/// The row of *nothing*.
pub const NOTHING: usize = FAMILIES + 1;

/// Words and whole answers by pieces of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Families {
    /// Entries that have a word or a whole answer.
    pub entries: usize,
    /// Entries that have a word of a family.
    pub with_family: usize,
    /// Words of the writer's own, which are of no family.
    pub own: u32,
    /// For each row, how often it came in each piece of time.
    pub rows: [Vec<u32>; ROWS],
    /// The time; none without an entry.
    pub axis: Option<Axis>,
}

/// Reads entries.
pub fn families(entries: &[&Entry]) -> Families {
    let said: Vec<_> = entries.iter().filter_map(|entry| Some((entry.day, said(entry)?))).collect();
    let axis = Axis::over(said.iter().map(|(day, _)| *day));
    let pieces = axis.as_ref().map_or(0, |axis| axis.pieces.len());
    let mut found = Families {
        entries: said.len(),
        with_family: 0,
        own: 0,
        rows: std::array::from_fn(|_| vec![0; pieces]),
        axis,
    };
    for (day, check_in) in said {
        let Some(piece) = found.axis.as_ref().map(|axis| axis.piece(day)) else { continue };
        match &check_in.said {
            Said::CantTell => found.rows[CANT_TELL][piece] += 1,
            Said::Nothing => found.rows[NOTHING][piece] += 1,
            Said::Words(words) => {
                let of_family = words.iter().filter_map(Word::family);
                let of_family: Vec<Family> = of_family.collect();
                found.own += (words.len() - of_family.len()) as u32;
                found.with_family += usize::from(!of_family.is_empty());
                for family in of_family {
                    found.rows[family as usize][piece] += 1;
                }
            }
        }
    }
    found
}

/// What was said, if anything was.
fn said(entry: &Entry) -> Option<&CheckIn> {
    entry.check_in.as_ref().filter(|check_in| check_in.said != Said::default())
}

impl Families {
    /// How often each row came, over all the time.
    pub fn sums(&self) -> [u32; ROWS] {
        std::array::from_fn(|row| self.rows[row].iter().sum())
    }

    /// How many families, and how evenly.
    pub fn variety(&self) -> Variety {
        let sums = self.sums();
        Variety(std::array::from_fn(|family| sums[family]))
    }
}
