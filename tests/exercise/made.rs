//! Runs and what goes into them, in few words.

use freshet::core::answer::{Answer, Chosen};
use freshet::core::content::exercises::Exercise;
use freshet::core::day::{Day, Moment};
use freshet::core::entry::EntryId;
use freshet::core::exercise::Run;

pub(crate) fn now() -> Moment {
    "2026-11-23T10:00:00+00:00".parse().unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn id(byte: u8) -> EntryId {
    EntryId::from_random([byte; 8])
}

pub(crate) fn exercise(slug: &str) -> &'static Exercise {
    Exercise::find(slug).unwrap()
}

pub(crate) fn choice(id: &str) -> Answer {
    Answer::Choice(Chosen { id: id.into(), label: id.into() })
}

pub(crate) fn text(words: &str) -> Answer {
    Answer::Text(words.into())
}

/// A run with these answers, at its end.
pub(crate) fn run(slug: &str, answers: &[(&str, Answer)]) -> Run {
    let exercise = exercise(slug);
    let mut run = Run::begin(exercise, now());
    for (step, answer) in answers {
        run.set_answer(exercise.step(step).unwrap(), Some(answer.clone()));
    }
    run.finish_here();
    run
}
