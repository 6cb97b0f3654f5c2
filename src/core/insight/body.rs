//! Where marks on the body gather, over time. They are counted and nothing is
//! read out of them (evidence B3).

use super::time::Axis;
use crate::core::answer::Answer;
use crate::core::body::{Amount, BodyMap, REGIONS, Region, Whole};
use crate::core::day::Day;
use crate::core::entry::Entry;

/// Marks by region and by pieces of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// Maps that were made: with a mark, or with a whole answer in its place.
    pub maps: usize,
    /// Maps that say *can't tell*: whole answers.
    pub cant_tell: usize,
    /// Maps that say *nothing*: whole answers.
    pub nothing: usize,
    /// Regions with a mark, those with the most first, else from top to bottom.
    pub regions: Vec<Marked>,
    /// The time; none without a map.
    pub axis: Option<Axis>,
}

/// A region with marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Where it is.
    pub region: &'static Region,
    /// Marks that say *more*, in each piece of time.
    pub more: Vec<u32>,
    /// Marks that say *less*, in each piece of time.
    pub less: Vec<u32>,
}

impl Marked {
    /// Marks that say *more*, and marks that say *less*.
    pub fn sums(&self) -> (u32, u32) {
        (self.more.iter().sum(), self.less.iter().sum())
    }

    fn all(&self) -> u32 {
        let (more, less) = self.sums();
        more + less
    }
}

/// Reads entries. Marks on a region that this program does not know count in
/// their map alone.
pub fn marks(entries: &[&Entry]) -> Marks {
    let maps: Vec<(Day, &BodyMap)> =
        entries.iter().flat_map(|entry| maps(entry).map(|map| (entry.day, map))).collect();
    let axis = Axis::over(maps.iter().map(|(day, _)| *day));
    let pieces = axis.as_ref().map_or(0, |axis| axis.pieces.len());
    let said = |whole| maps.iter().filter(|(_, map)| map.said == Some(whole)).count();
    let empty = |region| Marked { region, more: vec![0; pieces], less: vec![0; pieces] };
    let mut regions: Vec<Marked> = REGIONS.iter().map(empty).collect();
    for (day, map) in &maps {
        let Some(piece) = axis.as_ref().map(|axis| axis.piece(*day)) else { continue };
        for mark in &map.marks {
            let known = regions.iter_mut().find(|marked| marked.region.id == mark.region);
            let Some(marked) = known else { continue };
            match mark.amount {
                Amount::More => marked.more[piece] += 1,
                Amount::Less => marked.less[piece] += 1,
            }
        }
    }
    regions.retain(|marked| marked.all() > 0);
    regions.sort_by_key(|marked| std::cmp::Reverse(marked.all()));
    Marks {
        maps: maps.len(),
        cant_tell: said(Whole::CantTell),
        nothing: said(Whole::Nothing),
        regions,
        axis,
    }
}

/// The maps of an entry that hold something: beside its words, and among its
/// answers.
fn maps(entry: &Entry) -> impl Iterator<Item = &BodyMap> {
    let answered = entry.answered().filter_map(|answered| match &answered.answer {
        Answer::Body(map) => Some(map),
        _ => None,
    });
    std::iter::once(&entry.body).chain(answered).filter(|map| !map.is_blank())
}
