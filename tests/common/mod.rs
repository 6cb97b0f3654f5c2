//! What the tests of several folders make alike.

#![allow(dead_code, reason = "each folder uses some of it")]

use freshet::core::day::{Day, Moment};
use freshet::core::entry::{Entry, EntryId, ExerciseRecord, SitRecord};
use freshet::core::journal::Journal;
use freshet::core::rating::Ratings;

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn id(number: u8) -> EntryId {
    EntryId::from_random([number; 8])
}

/// An exercise in which nothing was answered.
pub(crate) fn record(exercise: &str, at: Moment) -> ExerciseRecord {
    ExerciseRecord {
        exercise: exercise.to_owned(),
        version: 1,
        started: at,
        finished: at,
        stopped_early: false,
        before: Ratings::default(),
        after: Ratings::default(),
        answers: Vec::new(),
        follow_up: None,
    }
}

/// The guided path with these exercises on it, and nothing else.
pub(crate) fn sat(at: Moment, exercises: Vec<ExerciseRecord>) -> SitRecord {
    SitRecord {
        version: 1,
        started: at,
        finished: at,
        stopped_early: false,
        before: Ratings::default(),
        after: Ratings::default(),
        answers: Vec::new(),
        exercises,
    }
}

pub(crate) fn journal(entries: Vec<Entry>) -> Journal {
    let mut journal = Journal::default();
    entries.into_iter().for_each(|entry| journal.put(entry));
    journal
}
