//! An entry: one dated record of the journal.

use super::checkin::CheckIn;
use super::day::{Day, Moment};
use super::follow_up::Pending;
use super::id::Id;
use super::rating::Ratings;
use crate::core::json::{Json, choice, object};

pub use super::answer::{Answer, Answered, Breathed, Chosen};

/// The name of an entry.
pub type EntryId = Id;

/// One dated record in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub id: EntryId,
    /// 1 when it is first saved, one more with each change.
    pub revision: u32,
    /// The writer's date; never computed again.
    pub day: Day,
    /// When it was begun.
    pub written: Moment,
    /// When it was last changed.
    pub changed: Moment,
    /// What it is.
    pub kind: Kind,
    /// How it was, where that was said.
    pub check_in: Option<CheckIn>,
    /// The writer's words.
    pub text: String,
    /// When it was put in the bin.
    pub binned: Option<Moment>,
    /// A wish to leave it alone until this day; not a lock.
    pub sealed_until: Option<Day>,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Free writing, from a prompt or from nothing.
    Writing(Option<Prompted>),
    /// A check-in.
    CheckIn,
    /// An exercise that ended or was left.
    Exercise(ExerciseRecord),
    /// What a newer program wrote: kept as it is, and shown as that.
    Unknown(Json),
}

/// The prompt that writing began from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompted {
    /// The slug of the theme.
    pub theme: String,
    /// The id of the prompt within it.
    pub prompt: String,
    /// The question as it was asked.
    pub question: String,
}

/// What is kept of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseRecord {
    /// Its slug.
    pub exercise: String,
    /// The version of its steps.
    pub version: u16,
    /// When it was begun.
    pub started: Moment,
    /// When it ended.
    pub finished: Moment,
    /// Whether it was left before its last step.
    pub stopped_early: bool,
    /// Distress and energy before.
    pub before: Ratings,
    /// Distress and energy after.
    pub after: Ratings,
    /// What was answered, in the order of the steps.
    pub answers: Vec<Answered>,
    /// What it asks on a later day.
    pub follow_up: Option<Pending>,
}

object!(Entry {
    must id,
    must revision,
    must day,
    must written,
    must changed,
    must kind,
    may check_in,
    may text,
    may binned,
    may sealed_until,
});
choice!(Kind {
    CheckIn = "check-in";
    Writing(Option<Prompted>) = "writing",
    Exercise(ExerciseRecord) = "exercise";
    else Unknown
});
object!(Prompted { must theme, must prompt, must question });
object!(ExerciseRecord {
    must exercise,
    must version,
    must started,
    must finished,
    may stopped_early,
    may before,
    may after,
    must answers,
    may follow_up,
});

impl ExerciseRecord {
    /// The first words that were written in it.
    fn written(&self) -> Option<&str> {
        self.answers.iter().find_map(|answered| answered.answer.texts().first().copied())
    }

    /// The answer to a step.
    pub fn answer(&self, step: &str) -> Option<&Answered> {
        self.answers.iter().find(|answered| answered.step == step)
    }
}

impl Entry {
    /// A first revision that holds nothing yet but its kind.
    pub fn new(id: EntryId, now: Moment, kind: Kind) -> Self {
        Self {
            id,
            revision: 1,
            day: now.day(),
            written: now,
            changed: now,
            kind,
            check_in: None,
            text: String::new(),
            binned: None,
            sealed_until: None,
        }
    }

    /// Whether its writer wished to leave it alone today.
    pub fn is_sealed(&self, today: Day) -> bool {
        self.sealed_until.is_some_and(|day| today < day)
    }

    /// What is kept of its exercise, if it is one.
    pub fn exercise(&self) -> Option<&ExerciseRecord> {
        match &self.kind {
            Kind::Exercise(record) => Some(record),
            Kind::Writing(_) | Kind::CheckIn | Kind::Unknown(_) => None,
        }
    }

    /// The next revision, with `change` made to it.
    pub fn changed(&self, now: Moment, change: impl FnOnce(&mut Entry)) -> Entry {
        let mut next = self.clone();
        change(&mut next);
        next.revision = self.revision + 1;
        next.changed = now;
        next
    }

    /// What a list shows of it: its words, or what was said in its check-in, or
    /// what was written in its exercise.
    pub fn summary(&self) -> String {
        if !self.text.trim().is_empty() {
            return self.text.clone();
        }
        if let Some(check_in) = &self.check_in {
            let words: Vec<_> = check_in.words().iter().map(|word| word.word.as_str()).collect();
            return words.join(", ");
        }
        match &self.kind {
            Kind::Exercise(record) => record.written().unwrap_or_default().to_owned(),
            Kind::Writing(_) | Kind::CheckIn | Kind::Unknown(_) => String::new(),
        }
    }

    /// The slug of the theme it belongs to.
    pub fn theme(&self) -> Option<&str> {
        match &self.kind {
            Kind::Writing(prompted) => prompted.as_ref().map(|prompted| prompted.theme.as_str()),
            Kind::CheckIn | Kind::Unknown(_) => None,
            Kind::Exercise(record) => {
                super::content::exercises::Exercise::find(&record.exercise).map(|found| found.theme)
            }
        }
    }
}
