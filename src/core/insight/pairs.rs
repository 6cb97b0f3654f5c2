//! Two numbers of one thing: before and after an exercise, or guessed and
//! found. Pairs, and no proof: most numbers that are high come down by
//! themselves.

use super::least;
use crate::core::content::exercises::Exercise;
use crate::core::content::tables::EXERCISES;
use crate::core::day::Day;
use crate::core::entry::{Entry, Kind};
use crate::core::rating::{Rating, Ratings};

/// Two numbers of one thing, each from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The day of the entry.
    pub day: Day,
    /// The first.
    pub before: u8,
    /// The second.
    pub after: u8,
}

/// How many of some pairs went which way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ways {
    /// The second number was lower.
    pub lower: usize,
    /// Both were the same.
    pub same: usize,
    /// The second number was higher.
    pub higher: usize,
}

/// The pairs of one exercise, in the order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfExercise {
    /// Its name for people.
    pub title: &'static str,
    /// Runs with a pair of either.
    pub runs: usize,
    /// Distress before and after.
    pub distress: Vec<Pair>,
    /// Energy before and after.
    pub energy: Vec<Pair>,
}

impl Pair {
    /// A pair, where both numbers were given.
    pub fn of(day: Day, before: Option<Rating>, after: Option<Rating>) -> Option<Pair> {
        Some(Pair { day, before: before?.get(), after: after?.get() })
    }
}

impl Ways {
    /// How many went which way.
    pub fn of(pairs: &[Pair]) -> Ways {
        let count = |way: fn(&u8, &u8) -> bool| {
            pairs.iter().filter(|pair| way(&pair.after, &pair.before)).count()
        };
        Ways { lower: count(u8::lt), same: count(u8::eq), higher: count(u8::gt) }
    }
}

/// Reads entries: every exercise that has a pair, in the order they are
/// offered. One that this program does not know has no name to be shown by.
pub fn by_exercise(entries: &[&Entry]) -> Vec<OfExercise> {
    EXERCISES.iter().map(|exercise| of(exercise, entries)).filter(|of| of.runs > 0).collect()
}

fn of(exercise: &'static Exercise, entries: &[&Entry]) -> OfExercise {
    let mut found =
        OfExercise { title: exercise.title, runs: 0, distress: Vec::new(), energy: Vec::new() };
    for entry in entries {
        let Some((before, after)) = rated(entry, exercise.slug) else { continue };
        let pair = |of: fn(Ratings) -> Option<Rating>| Pair::of(entry.day, of(before), of(after));
        let distress = pair(|ratings| ratings.distress);
        let energy = pair(|ratings| ratings.energy);
        found.runs += usize::from(distress.is_some() || energy.is_some());
        found.distress.extend(distress);
        found.energy.extend(energy);
    }
    found
}

/// The ratings before and after an exercise. On the guided path they are the
/// path's, and belong to its exercise where there was one alone.
fn rated(entry: &Entry, slug: &str) -> Option<(Ratings, Ratings)> {
    let record = entry.exercises().iter().find(|record| record.exercise == slug)?;
    match &entry.kind {
        Kind::Sit(sit) if sit.exercises.len() == 1 => Some((sit.before, sit.after)),
        _ => Some((record.before, record.after)),
    }
}

impl OfExercise {
    /// Whether there are enough pairs of either to be shown.
    pub fn is_enough(&self) -> bool {
        self.distress.len().max(self.energy.len()) >= least::PAIRS
    }
}
