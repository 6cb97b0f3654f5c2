//! Small steps: planned, done, and how they felt against the guess.

use super::pairs::Pair;
use crate::core::answer::Answer;
use crate::core::day::Day;
use crate::core::entry::{Entry, ExerciseRecord};
use crate::core::rating::Rating;

/// The exercise that plans them.
pub const EXERCISE: &str = "one-small-step";
/// Its steps that say what is planned.
pub const PLANS: [&str; 2] = ["step", "plan"];
/// Its step that says what came of it.
pub const OUTCOME: &str = "outcome";
/// Its steps that guess and find how pleasant it is.
pub const PLEASANT: [&str; 2] = ["guess-pleasant", "real-pleasant"];
/// Its steps that guess and find how worth doing it is.
pub const WORTH: [&str; 2] = ["guess-worth", "real-worth"];

/// What came of a planned step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// Part of it was.
    Part,
    /// Not that day.
    NotThatDay,
    /// Nobody said, which is fine.
    Unsaid,
}

/// A step that was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// The day of the plan.
    pub day: Day,
    /// What came of it.
    pub outcome: Outcome,
    /// How pleasant it was guessed and found to be.
    pub pleasant: Option<Pair>,
    /// How worth doing it was guessed and found to be.
    pub worth: Option<Pair>,
}

/// Reads entries, in their order.
pub fn steps(entries: &[&Entry]) -> Vec<Planned> {
    let planned = |entry: &&Entry| {
        let record = entry.exercises().iter().find(|record| record.exercise == EXERCISE)?;
        PLANS.iter().any(|step| record.answer(step).is_some()).then(|| of(entry.day, record))
    };
    entries.iter().filter_map(planned).collect()
}

fn of(day: Day, record: &ExerciseRecord) -> Planned {
    let chosen = |id| record.answer(OUTCOME).is_some_and(|it| it.answer.has_chosen(id));
    let outcomes =
        [("done", Outcome::Done), ("part", Outcome::Part), ("not-today", Outcome::NotThatDay)];
    let outcome = outcomes.into_iter().find(|(id, _)| chosen(id));
    let pair =
        |[guess, real]: [&str; 2]| Pair::of(day, rating(record, guess), rating(record, real));
    Planned {
        day,
        outcome: outcome.map_or(Outcome::Unsaid, |(_, outcome)| outcome),
        pleasant: pair(PLEASANT),
        worth: pair(WORTH),
    }
}

fn rating(record: &ExerciseRecord, step: &str) -> Option<Rating> {
    match record.answer(step)?.answer {
        Answer::Rating(rating) => Some(rating),
        _ => None,
    }
}
