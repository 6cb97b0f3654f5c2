//! Entries made up for these tests.

use crate::common::record;
pub(crate) use crate::common::{day, journal};
use freshet::core::answer::{Answer, Answered};
use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::day::Moment;
use freshet::core::entry::{Entry, EntryId, ExerciseRecord, Kind};
use freshet::core::feeling::{Feeling, Point};
use freshet::core::rating::{Rating, Ratings};

/// Ten in the morning of a day, in UTC.
pub(crate) fn morning(day: &str) -> Moment {
    format!("{day}T10:00:00+00:00").parse().unwrap()
}

/// A check-in on a day, with this number for a name.
pub(crate) fn check_in(number: u64, on: &str, said: Said, point: Option<(i8, i8)>) -> Entry {
    let mut entry = Entry::new(id(number), morning(on), Kind::CheckIn);
    let point = point.map(|(valence, arousal)| Point::new(valence, arousal));
    entry.check_in = Some(CheckIn { point, said });
    entry
}

/// A check-in with a point.
pub(crate) fn point(number: u64, on: &str, valence: i8, arousal: i8) -> Entry {
    check_in(number, on, Said::default(), Some((valence, arousal)))
}

/// Words of the list.
pub(crate) fn words(ids: &[&str]) -> Said {
    Said::Words(ids.iter().map(|id| Word::known(Feeling::find(id).expect(id))).collect())
}

/// A run of an exercise.
pub(crate) fn run(number: u64, on: &str, exercise: &str, answers: &[(&str, Answer)]) -> Entry {
    let answered = |(step, answer): &(&str, Answer)| Answered {
        step: (*step).to_owned(),
        question: String::new(),
        answer: answer.clone(),
    };
    let answers = answers.iter().map(answered).collect();
    let record = ExerciseRecord { answers, ..record(exercise, morning(on)) };
    Entry::new(id(number), morning(on), Kind::Exercise(record))
}

/// The same run with distress before and after.
pub(crate) fn rated(mut entry: Entry, before: u8, after: u8) -> Entry {
    let distress = |number| Ratings { distress: Some(rating(number)), energy: None };
    if let Kind::Exercise(record) = &mut entry.kind {
        (record.before, record.after) = (distress(before), distress(after));
    }
    entry
}

pub(crate) fn rating(number: u8) -> Rating {
    number.try_into().unwrap()
}

pub(crate) fn id(number: u64) -> EntryId {
    EntryId::from_random(number.to_be_bytes())
}
