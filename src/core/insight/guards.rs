//! Guards that were named, and moments that were picked for half a step back.

use crate::core::answer::Chosen;
use crate::core::content::exercises::{Exercise, StepKind};
use crate::core::day::Day;
use crate::core::entry::{Entry, ExerciseRecord};

/// The exercise that names them.
pub const EXERCISE: &str = "thank-the-guard";
/// Its step that names the guard.
pub const GUARD: &str = "guard";
/// Its step that picks a moment, or says that the guard is still needed.
pub const MOMENT: &str = "moment-or-not";

/// What was said in entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guards {
    /// The days of the entries that named a guard, in their order.
    pub days: Vec<Day>,
    /// Each guard of the list that was named, and how often, those of the list
    /// in its order, then one for all words of the writer's own.
    pub named: Vec<(&'static str, usize)>,
    /// How often a moment was picked.
    pub moments: usize,
    /// How often it was *not now*: a full answer.
    pub not_now: usize,
}

/// Reads entries.
pub fn guards(entries: &[&Entry]) -> Guards {
    let count = |step: &str, id: &str| {
        let chosen = |record: &&ExerciseRecord| {
            record.answer(step).is_some_and(|answered| answered.answer.has_chosen(id))
        };
        entries.iter().flat_map(|entry| records(entry)).filter(chosen).count()
    };
    let named_one = |entry: &&&Entry| records(entry).any(|record| record.answer(GUARD).is_some());
    let options = options();
    let named = options.iter().map(|(id, label)| (*label, count(GUARD, id)));
    let named: Vec<_> = named.filter(|(_, times)| *times > 0).collect();
    Guards {
        days: entries.iter().filter(named_one).map(|entry| entry.day).collect(),
        named,
        moments: count(MOMENT, "moment"),
        not_now: count(MOMENT, "not-now"),
    }
}

/// The runs of the exercise in an entry.
fn records(entry: &Entry) -> impl Iterator<Item = &ExerciseRecord> {
    entry.exercises().iter().filter(|record| record.exercise == EXERCISE)
}

/// What can be named: the list, and a word of one's own.
fn options() -> Vec<(&'static str, &'static str)> {
    let step = Exercise::find(EXERCISE).and_then(|exercise| exercise.step(GUARD));
    match step.map(|step| &step.kind) {
        Some(StepKind::Choice { options, own, .. }) => {
            let listed = options.iter().map(|choice| (choice.id, choice.label));
            listed.chain([(Chosen::OWN, *own)]).collect()
        }
        _ => Vec::new(),
    }
}
