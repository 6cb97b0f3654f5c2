//! The lines of an entry: all that it could give, each of one field.

use super::field::{Field, Fields};
use crate::core::answer::{Answer, Answered};
use crate::core::body::BodyMap;
use crate::core::checkin::CheckIn;
use crate::core::content::themes::Theme;
use crate::core::entry::{Entry, Kind};
use crate::core::rating::Ratings;
use crate::core::tags::Tags;

/// A line of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line<'a> {
    /// Words that were written freely.
    Words {
        /// The question they began from.
        question: Option<&'a str>,
        /// The words.
        text: &'a str,
    },
    /// Feelings.
    Feelings(&'a CheckIn),
    /// Marks on the body.
    Marks(&'a BodyMap),
    /// Distress and energy.
    Rated(Around, Ratings),
    /// An answer, under its question.
    Answered {
        /// The slug of its exercise, where that is not the entry itself.
        of: Option<&'a str>,
        /// The question and the answer.
        answered: &'a Answered,
    },
    /// The theme that was chosen.
    Theme(&'static Theme),
    /// Tags; never none.
    Tags(&'a Tags),
}

/// When distress and energy were rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// With the words.
    Beside,
    /// Before an exercise.
    Before,
    /// After it.
    After,
}

impl Line<'_> {
    /// Its field.
    pub fn field(&self) -> Field {
        match self {
            Line::Words { .. } => Field::Words,
            Line::Feelings(_) => Field::Feelings,
            Line::Marks(_) => Field::Marks,
            Line::Rated(..) => Field::Ratings,
            Line::Answered { answered, .. } => Field::of(&answered.answer),
            Line::Theme(_) | Line::Tags(_) => Field::Labels,
        }
    }
}

/// All lines of an entry, in the order they are read. Its version before is
/// none of them, nor what it asks on a later day.
pub fn lines(entry: &Entry) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    if !entry.text.trim().is_empty() {
        lines.push(Line::Words { question: question(entry), text: &entry.text });
    }
    lines.extend(felt(entry).map(Line::Feelings));
    lines.extend(Some(&entry.body).filter(|body| !body.is_blank()).map(Line::Marks));
    lines.extend(rated(Around::Beside, entry.ratings));
    // Feelings are put together in the entry from the steps that asked.
    let own = |answered: &&Answered| {
        felt(entry).is_none() || !matches!(answered.answer, Answer::Feelings(_))
    };
    match &entry.kind {
        Kind::Exercise(record) => {
            lines.extend(rated(Around::Before, record.before));
            lines.extend(answered(None, record.answers.iter().filter(own)));
            lines.extend(rated(Around::After, record.after));
        }
        Kind::Sit(record) => {
            lines.extend(answered(None, record.answers.iter().filter(own)));
            lines.extend(rated(Around::Before, record.before));
            for exercise in &record.exercises {
                let slug = Some(exercise.exercise.as_str());
                lines.extend(answered(slug, exercise.answers.iter().filter(own)));
            }
            lines.extend(rated(Around::After, record.after));
        }
        Kind::Writing(_) | Kind::CheckIn | Kind::Unknown(_) => {}
    }
    lines.extend(entry.theme.as_deref().and_then(Theme::find).map(Line::Theme));
    lines.extend(Some(&entry.tags).filter(|tags| tags.iter().next().is_some()).map(Line::Tags));
    lines
}

/// The fields that an entry has something of.
pub fn fields(entry: &Entry) -> Fields {
    lines(entry).iter().map(Line::field).collect()
}

fn question(entry: &Entry) -> Option<&str> {
    match &entry.kind {
        Kind::Writing(prompted) => prompted.as_ref().map(|prompted| prompted.question.as_str()),
        _ => None,
    }
}

fn felt(entry: &Entry) -> Option<&CheckIn> {
    entry.check_in.as_ref().filter(|check_in| !check_in.is_blank())
}

fn rated<'a>(around: Around, ratings: Ratings) -> Option<Line<'a>> {
    (ratings != Ratings::default()).then_some(Line::Rated(around, ratings))
}

fn answered<'a>(
    of: Option<&'a str>,
    all: impl Iterator<Item = &'a Answered>,
) -> impl Iterator<Item = Line<'a>> {
    all.map(move |answered| Line::Answered { of, answered })
}
