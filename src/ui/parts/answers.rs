//! What was answered in an exercise, in words, each under its question as it
//! was asked.

use super::body;
use super::plane;
use crate::browser::dates;
use crate::core::answer::{Answer, Answered, Breathed, Chosen, Counted, Lid, When};
use crate::core::body::{BodyMap, Whole};
use crate::core::checkin::{CheckIn, Said};
use crate::core::content::words::entry as words;
use crate::core::content::words::exercise as exercise_words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::entry::ExerciseRecord;
use crate::core::rating::{Rating, Ratings};
use crate::ui::view::{Element, View, el};
use crate::views;

/// An exercise: ratings before, answers, ratings after.
pub fn record(record: &ExerciseRecord) -> View {
    // Feelings are what the entry says first.
    let feelings = |answered: &&Answered| !matches!(answered.answer, Answer::Feelings(_));
    let answers = record.answers.iter().filter(feelings).map(one).collect();
    let list = el("dl").class("entry__answers").child(listed(framed(record, answers)));
    let stopped =
        record.stopped_early.then(|| el("p").class("entry__stopped").child(words::STOPPED));
    views![list, stopped]
}

/// All that an exercise asked and what was said, in its order.
pub fn said(record: &ExerciseRecord) -> Vec<(String, String)> {
    framed(record, record.answers.iter().map(one).collect())
}

fn framed(record: &ExerciseRecord, mut said: Vec<(String, String)>) -> Vec<(String, String)> {
    said.insert(0, (words::BEFORE.to_owned(), ratings_in_words(record.before)));
    said.push((words::AFTER.to_owned(), ratings_in_words(record.after)));
    said
}

/// Some answers by themselves.
pub fn answers<'a>(answered: impl Iterator<Item = &'a Answered>) -> Element {
    el("dl").class("entry__answers").child(listed(answered.map(one).collect()))
}

/// A question as it was asked, and what was answered.
pub fn one(answered: &Answered) -> (String, String) {
    (answered.question.clone(), in_words(&answered.answer))
}

/// Names and what is said of them, which runs the way that its first letter
/// says.
pub fn listed(said: Vec<(String, String)>) -> View {
    let row = |(question, said)| {
        views![el("dt").child(question), el("dd").attr("dir", "auto").child(said)]
    };
    said.into_iter().map(row).collect()
}

/// Distress and energy in words.
pub fn ratings_in_words(ratings: Ratings) -> String {
    let one = |name: &str, rating: Option<Rating>| {
        let said = rating.map_or_else(|| words::UNANSWERED.to_owned(), rating_in_words);
        format!("{name}: {said}")
    };
    format!("{}. {}.", one(words::DISTRESS, ratings.distress), one(words::ENERGY, ratings.energy))
}

fn rating_in_words(rating: Rating) -> String {
    words::rating(&rating.get().to_string())
}

fn in_words(answer: &Answer) -> String {
    match answer {
        Answer::Choice(Chosen { label, .. }) => label.clone(),
        Answer::Choices(all) => joined(all.iter().map(|chosen| chosen.label.clone())),
        Answer::Rating(rating) => rating_in_words(*rating),
        Answer::Text(text) => text.clone(),
        Answer::Parts(_) => answer.in_one(),
        Answer::Feelings(check_in) => feelings_in_words(check_in),
        Answer::Body(map) => body(map),
        Answer::Breath(breathed) => breath_in_words(*breathed),
        Answer::Counts(counts) => {
            let one = |Counted { name, found, of }: &Counted| {
                let of = exercise_words::count_of(&found.to_string(), &of.to_string());
                format!("{name}: {of}")
            };
            counts.iter().map(one).collect::<Vec<_>>().join("\n")
        }
        Answer::When(When { day, time }) => {
            let day = dates::long(*day, LANGUAGE);
            joined([day, time.clone()].into_iter().filter(|part| !part.is_empty()))
        }
        Answer::Lid(lid) => match lid {
            Lid::Open => words::LID_OPEN.to_owned(),
            Lid::Gone => words::LID_GONE.to_owned(),
            Lid::Until(day) => words::lid_until(&dates::long(*day, LANGUAGE)),
        },
        Answer::Unknown(_) => words::NEWER.to_owned(),
    }
}

/// Marks in words, a line each, or the whole answer in their place.
pub fn body(map: &BodyMap) -> String {
    match map.said {
        Some(whole) => whole_in_words(whole).to_owned(),
        None => map.marks.iter().map(body::in_words).collect::<Vec<_>>().join("\n"),
    }
}

/// A whole answer.
pub fn whole_in_words(whole: Whole) -> &'static str {
    match whole {
        Whole::CantTell => words::CANT_TELL,
        Whole::Nothing => words::NOTHING,
    }
}

/// Several, with what stands between two.
pub fn joined(mut parts: impl Iterator<Item = String>) -> String {
    let first = parts.next().unwrap_or_default();
    parts.fold(first, |one, other| words::joined(&one, &other))
}

/// Feelings in words: where on the map, and what was said.
pub fn feelings_in_words(check_in: &CheckIn) -> String {
    let place = check_in.point.map(plane::in_words);
    let said = match &check_in.said {
        Said::Words(words) => joined(words.iter().map(|word| word.word.clone())),
        Said::CantTell => words::CANT_TELL.to_owned(),
        Said::Nothing => words::NOTHING.to_owned(),
    };
    joined(place.into_iter().chain(Some(said).filter(|said| !said.is_empty())))
}

fn breath_in_words(breathed: Breathed) -> String {
    let Breathed { seconds, breath_in, breath_out } = breathed;
    let time = match seconds / 60 {
        0 => words::seconds(usize::from(seconds)),
        minutes => words::minutes(usize::from(minutes)),
    };
    words::breathed(&time, &breath_in.to_string(), &breath_out.to_string())
}
