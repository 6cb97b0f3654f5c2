//! Which entries come along when many are meant at once, and which only when
//! they are meant themselves: what may be hard never comes along by itself.

use super::hard_days::HardDays;
use crate::core::content::exercises::Exercise;
use crate::core::entry::{Entry, ExerciseRecord, Kind};

/// E7, by its slug.
const AROUND_THE_EDGES: &str = "around-the-edges";
/// The companion's notes belong to this page.
const KETAMINE: &str = "ketamine";

/// Whether an entry comes along by itself. Not so: one that is in the bin, that
/// was ever put away, that its writer left out, *Writing around it*, the
/// companion's, what was written on a day that was marked as hard, and what
/// this program does not know.
pub fn comes_along(entry: &Entry, hard: &HardDays) -> bool {
    let known = match &entry.kind {
        Kind::Writing(_) | Kind::CheckIn | Kind::Exercise(_) | Kind::Sit(_) => true,
        Kind::Unknown(_) => false,
    };
    let fine = |record: &ExerciseRecord| {
        record.exercise != AROUND_THE_EDGES
            && Exercise::find(&record.exercise).is_some_and(|found| found.theme != KETAMINE)
    };
    known
        && entry.exercises().iter().all(fine)
        && entry.theme() != Some(KETAMINE)
        && entry.binned.is_none()
        && entry.sealed_until.is_none()
        && !entry.left_out
        && !hard.has(entry.day)
}
