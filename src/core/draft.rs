//! Drafts: words not saved yet. A draft is never lost, and it is removed at
//! once when its writer says not to keep it.

use super::checkin::CheckIn;
use super::day::{Day, Moment};
use super::entry::{Answer, Entry, EntryId, Kind, Prompted};
use super::exercise::{Run, Stage};
use super::id::Id;
use crate::core::json::{choice, object};

/// The name of a draft.
pub type DraftId = Id;

/// Something begun and not saved yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name; the entry it becomes takes it over, unless it changes one.
    pub id: DraftId,
    /// When it was begun.
    pub started: Moment,
    /// When it was last changed.
    pub changed: Moment,
    /// What was begun.
    pub work: Work,
}

/// What was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Writing.
    Writing(Writing),
    /// A check-in.
    CheckIn(CheckIn),
    /// An exercise.
    Run(Run),
}

/// Writing that is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The entry it changes, and the revision it began from.
    pub changes: Option<(EntryId, u32)>,
    /// The prompt it began from.
    pub prompted: Option<Prompted>,
    /// The day it is for.
    pub day: Day,
    /// The words.
    pub text: String,
    /// How it was, where the entry says so.
    pub check_in: Option<CheckIn>,
    /// What was written in the steps of an exercise.
    pub notes: Vec<Note>,
}

/// What was written in one step of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The id of the step.
    pub step: String,
    /// The question as it was asked.
    pub question: String,
    /// The words.
    pub text: String,
}

object!(Draft { must id, must started, must changed, must work });
choice!(Work {
    ;
    Writing(Writing) = "writing",
    CheckIn(CheckIn) = "check-in",
    Run(Run) = "run",
});
object!(Writing { may changes, may prompted, must day, may text, may check_in, may notes });
object!(Note { must step, must question, must text });

impl Writing {
    /// New writing for a day, perhaps from a prompt.
    pub fn new(day: Day, prompted: Option<Prompted>) -> Self {
        Self {
            changes: None,
            prompted,
            day,
            text: String::new(),
            check_in: None,
            notes: Vec::new(),
        }
    }

    /// A change of an entry.
    pub fn of_entry(entry: &Entry) -> Self {
        let (prompted, notes) = match &entry.kind {
            Kind::Writing(prompted) => (prompted.clone(), Vec::new()),
            Kind::CheckIn | Kind::Unknown(_) => (None, Vec::new()),
            Kind::Exercise(record) => {
                (None, record.answers.iter().flat_map(Note::of_answer).collect())
            }
        };
        Self {
            changes: Some((entry.id, entry.revision)),
            prompted,
            day: entry.day,
            text: entry.text.clone(),
            check_in: entry.check_in.clone(),
            notes,
        }
    }

    /// The entry that saving makes of it: `before` with the changes in, or a
    /// new one named `id`. Its revision follows the one that the change began
    /// from, so that a faster tab is found out.
    pub fn entry(&self, id: EntryId, before: Option<&Entry>, now: Moment) -> Entry {
        let Some(before) = before else { return self.new_entry(id, now) };
        let mut entry = before.clone();
        entry.revision = self.changes.map_or(1, |(_, revision)| revision + 1);
        entry.changed = now;
        entry.day = self.day;
        entry.text = self.text.clone();
        entry.check_in = self.check_in.clone();
        if let Kind::Exercise(record) = &mut entry.kind {
            for answered in &mut record.answers {
                let (step, question) = (&answered.step, &answered.question);
                match &mut answered.answer {
                    Answer::Text(text) => self.note(step, question, text),
                    Answer::Parts(parts) => {
                        for part in parts {
                            self.note(step, &part.question, &mut part.text);
                        }
                    }
                    _ => {}
                }
            }
        }
        entry
    }
}

impl Writing {
    /// Puts in the words of a note, if there is one to this question.
    fn note(&self, step: &str, question: &str, text: &mut String) {
        let asked = |note: &&Note| note.step == step && note.question == question;
        if let Some(note) = self.notes.iter().find(asked) {
            text.clone_from(&note.text);
        }
    }

    /// A new entry. Where the entry that was to be changed is gone, what was
    /// written in its steps stands in its words.
    fn new_entry(&self, id: EntryId, now: Moment) -> Entry {
        let mut entry = Entry::new(id, now, Kind::Writing(self.prompted.clone()));
        entry.day = self.day;
        entry.check_in = self.check_in.clone();
        entry.text = self.text.clone();
        for note in &self.notes {
            for part in [&note.question, &note.text] {
                entry.text.push_str(if entry.text.is_empty() { "" } else { "\n\n" });
                entry.text.push_str(part);
            }
        }
        entry
    }

    /// Whether there is nothing in it to save.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
            && self.notes.iter().all(|note| note.text.trim().is_empty())
            && self.check_in.as_ref().is_none_or(CheckIn::is_blank)
    }
}

impl Note {
    fn of_answer(answered: &super::entry::Answered) -> Vec<Self> {
        let note = |question: &str, text: &str| Self {
            step: answered.step.clone(),
            question: question.to_owned(),
            text: text.to_owned(),
        };
        match &answered.answer {
            Answer::Text(text) => vec![note(&answered.question, text)],
            Answer::Parts(parts) => {
                parts.iter().map(|part| note(&part.question, &part.text)).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Draft {
    /// Whether there is nothing in it that anybody would miss.
    pub fn is_blank(&self) -> bool {
        match &self.work {
            Work::Writing(writing) => writing.changes.is_none() && writing.is_blank(),
            Work::CheckIn(check_in) => check_in.is_blank(),
            Work::Run(run) => {
                let unanswered = run.answers().is_empty() && run.before() == Default::default();
                unanswered && (run.stage() == Stage::Before || run.follows().is_some())
            }
        }
    }
}
