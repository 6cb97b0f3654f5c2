//! Entries made up for these tests: each has something of every field, and each
//! thing in it names its entry and its field, so that it is known wherever it
//! turns up.

use crate::common;
pub(crate) use crate::common::{day, id, journal};
use freshet::core::answer::{Answer, Answered, Lid};
use freshet::core::body::{BodyMap, Mark, REGIONS};
use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::day::Moment;
use freshet::core::entry::{Entry, ExerciseRecord, Kind, Prompted, SitRecord};
use freshet::core::rating::{Rating, Ratings};
use freshet::core::report::line::Line;

pub(crate) fn noon(on: &str) -> Moment {
    format!("{on}T12:00:00+00:00").parse().unwrap()
}

/// Something that is known again.
fn thing(number: u8, field: &str) -> String {
    format!("<{number} {field}>")
}

/// An entry of this kind with words, feelings, marks, numbers, tags and a theme.
pub(crate) fn entry(number: u8, on: &str, kind: Kind) -> Entry {
    let mut entry = Entry::new(id(number), noon(on), kind);
    entry.text = thing(number, "words");
    let word = Word::own(&thing(number, "feelings"), None).unwrap();
    entry.check_in = Some(CheckIn { point: None, said: Said::Words(vec![word]) });
    entry.body = map(number);
    entry.ratings = Ratings { distress: Some(rating(number)), energy: None };
    entry.tags.add(&thing(number, "labels")).unwrap();
    entry.theme = Some("body".to_owned());
    entry
}

pub(crate) fn writing(number: u8, on: &str) -> Entry {
    let prompted = Prompted {
        theme: "body".to_owned(),
        prompt: "where".to_owned(),
        question: thing(number, "words"),
    };
    entry(number, on, Kind::Writing(Some(prompted)))
}

fn map(number: u8) -> BodyMap {
    let mut map = BodyMap::default();
    map.add(&REGIONS[0]);
    map.change(REGIONS[0].id, |mark: &mut Mark| mark.texture = thing(number, "marks"));
    map
}

fn rating(number: u8) -> Rating {
    Rating::try_from(number % 11).unwrap()
}

/// An exercise with an answer of each of these kinds.
pub(crate) fn record(number: u8, on: &str, exercise: &str) -> ExerciseRecord {
    let answered = |step: &str, question: &str, answer| Answered {
        step: step.to_owned(),
        question: thing(number, question),
        answer,
    };
    let felt = Word::own(&thing(number, "feelings"), None).unwrap();
    let felt = CheckIn { point: None, said: Said::Words(vec![felt]) };
    ExerciseRecord {
        before: Ratings { distress: Some(rating(9)), energy: None },
        answers: vec![
            answered("note", "answers", Answer::Text(thing(number, "answers"))),
            answered("felt", "feelings", Answer::Feelings(felt)),
            answered("where", "marks", Answer::Body(map(number))),
            answered("guess", "ratings", Answer::Rating(rating(number))),
            answered("lid", "answers", Answer::Lid(Lid::Open)),
        ],
        ..common::record(exercise, noon(on))
    }
}

pub(crate) fn exercise(number: u8, on: &str, slug: &str) -> Entry {
    entry(number, on, Kind::Exercise(record(number, on, slug)))
}

pub(crate) fn sit(number: u8, on: &str) -> Entry {
    let record = record(number, on, "body-map");
    let kept = SitRecord { before: record.before, ..common::sat(noon(on), vec![record]) };
    entry(number, on, Kind::Sit(kept))
}

/// All that lines say, in whatever form.
pub(crate) fn all_of(lines: &[Line<'_>]) -> String {
    format!("{lines:?}")
}
