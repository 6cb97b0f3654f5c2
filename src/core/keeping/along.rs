//! Which entries come along when many are meant at once, and which only when
//! they are meant themselves: what may be hard never comes along by itself.

use super::hard_days::HardDays;
use crate::core::answer::{Answer, Answered, Lid};
use crate::core::content::exercises::Exercise;
use crate::core::entry::{Entry, ExerciseRecord, Kind, SitRecord};
use crate::core::rating::Rating;

/// E7, by its slug.
const AROUND_THE_EDGES: &str = "around-the-edges";
/// The companion's notes belong to this page.
const KETAMINE: &str = "ketamine";

/// From this rating on, of whatever thing, an entry does not come back.
const HIGH: u8 = 7;

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
        && !was_put_away(entry)
        && !entry.left_out
        && !hard.has(entry.day)
}

/// Whether an entry may come back by itself on its day. Not so: what does not come
/// along, one in which anything was rated 7 or more, and one of which this program
/// cannot tell what it holds.
pub fn may_come_back(entry: &Entry, hard: &HardDays) -> bool {
    comes_along(entry, hard)
        && ratings(entry).iter().all(|rating| rating.get() < HIGH)
        && !entry.answered().any(|answered| matches!(answered.answer, Answer::Unknown(_)))
}

/// Whether it was ever put away: it is, its day is over, or it was taken out
/// before. A lid tells so too, in entries from before that was kept.
pub fn was_put_away(entry: &Entry) -> bool {
    let lids = |answered: &Answered| matches!(answered.answer, Answer::Lid(Lid::Until(_)));
    entry.sealed_until.is_some() || entry.taken_out || entry.answered().any(lids)
}

/// The guided path, if it is one.
fn sit(entry: &Entry) -> Option<&SitRecord> {
    match &entry.kind {
        Kind::Sit(record) => Some(record),
        _ => None,
    }
}

/// Every rating in it.
fn ratings(entry: &Entry) -> Vec<Rating> {
    let exercises = entry.exercises().iter().flat_map(|record| [record.before, record.after]);
    let path = sit(entry).into_iter().flat_map(|sit| [sit.before, sit.after]);
    let pairs = exercises.chain(path).chain([entry.ratings]);
    let pairs = pairs.flat_map(|ratings| [ratings.distress, ratings.energy]).flatten();
    let mut all: Vec<Rating> = pairs.collect();
    let mut maps = vec![&entry.body];
    for answered in entry.answered() {
        match &answered.answer {
            Answer::Rating(rating) => all.push(*rating),
            Answer::Body(map) => maps.push(map),
            _ => {}
        }
    }
    all.extend(maps.into_iter().flat_map(|map| &map.marks).filter_map(|mark| mark.strength));
    all
}
