//! An entry: one dated record of the journal.

use super::checkin::CheckIn;
use super::day::{Day, Moment};
use super::id::Id;
use super::rating::{Rating, Ratings};
use crate::core::json::{choice, object};

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
}

/// An answer, with the question as it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The id of the step.
    pub step: String,
    /// The question as it was asked.
    pub question: String,
    /// The answer.
    pub answer: Answer,
}

/// An answer to a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// One of a few.
    Choice(Chosen),
    /// A number.
    Rating(Rating),
    /// Words.
    Text(String),
    /// Breathing.
    Breath(Breathed),
}

/// One of a few that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The option's id.
    pub id: String,
    /// The option as it read.
    pub label: String,
}

/// Breathing, for so long and with these counts, all in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breathed {
    /// How long.
    pub seconds: u16,
    /// In.
    pub breath_in: u8,
    /// Out.
    pub breath_out: u8,
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
});
choice!(Kind {
    CheckIn = "check-in";
    Writing(Option<Prompted>) = "writing",
    Exercise(ExerciseRecord) = "exercise",
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
});
object!(Answered { must step, must question, must answer });
choice!(Answer {
    ;
    Choice(Chosen) = "choice",
    Rating(Rating) = "rating",
    Text(String) = "text",
    Breath(Breathed) = "breath",
});
object!(Chosen { must id, must label });
object!(Breathed { must seconds, must breath_in, must breath_out });

impl ExerciseRecord {
    /// The first words that were written in it.
    fn written(&self) -> Option<&str> {
        self.answers.iter().find_map(|answered| match &answered.answer {
            Answer::Text(text) => Some(text.as_str()),
            Answer::Choice(_) | Answer::Rating(_) | Answer::Breath(_) => None,
        })
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
            Kind::Writing(_) | Kind::CheckIn => String::new(),
        }
    }

    /// The slug of the theme it belongs to.
    pub fn theme(&self) -> Option<&str> {
        match &self.kind {
            Kind::Writing(prompted) => prompted.as_ref().map(|prompted| prompted.theme.as_str()),
            Kind::CheckIn => None,
            Kind::Exercise(record) => {
                super::content::exercises::Exercise::find(&record.exercise).map(|found| found.theme)
            }
        }
    }
}
