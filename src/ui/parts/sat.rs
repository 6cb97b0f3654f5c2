//! What was kept of the guided path, in its order.

use super::answers::{listed, one, ratings_in_words};
use crate::core::content::exercises::Exercise;
use crate::core::content::words::entry as words;
use crate::core::entry::{ExerciseRecord, SitRecord};
use crate::core::rating::Ratings;
use crate::ui::view::{Element, View, el};
use crate::views;

/// Ratings, exercises and ratings again. What was felt, where, and the words are
/// those of the entry.
pub fn sat(record: &SitRecord) -> View {
    let start = record.answers.iter().map(one).chain(rated(words::BEFORE, record.before));
    let exercises: View = record.exercises.iter().map(exercise).collect();
    let end = rated(words::AFTER, record.after);
    let stopped =
        record.stopped_early.then(|| el("p").class("entry__stopped").child(words::STOPPED_SIT));
    views![list(start), exercises, list(end), stopped]
}

/// Ratings, where at least one was given.
fn rated(name: &str, ratings: Ratings) -> impl Iterator<Item = (String, String)> {
    let given = ratings != Ratings::default();
    given.then(|| (name.to_owned(), ratings_in_words(ratings))).into_iter()
}

/// A list of what was asked and said, where something was.
fn list(rows: impl Iterator<Item = (String, String)>) -> Option<Element> {
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| el("dl").class("entry__answers").child(listed(rows)))
}

fn exercise(record: &ExerciseRecord) -> Element {
    let title = Exercise::find(&record.exercise)
        .map_or_else(|| record.exercise.clone(), |exercise| exercise.title.to_owned());
    let stopped =
        record.stopped_early.then(|| el("p").class("entry__stopped").child(words::STOPPED));
    el("section")
        .child(el("h2").child(title))
        .child(list(record.answers.iter().map(one)))
        .child(stopped)
}
