//! Drafts: words not saved yet. A draft is never lost, and it is removed at
//! once when its writer says not to keep it.

use super::body::BodyMap;
use super::checkin::CheckIn;
use super::day::{Day, Moment};
use super::entry::{Answer, Entry, EntryId, Kind, Prompted};
use super::exercise::Run;
use super::id::Id;
use super::keeping::Begun;
use super::keeping::along::may_come_back;
use super::keeping::hard_days::HardDays;
use super::rating::Ratings;
use super::tags::Tags;
use super::vault::kept;
use crate::core::json::{Shape, choice, object};

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
    /// An exercise, or the guided path.
    Run(Run),
}

/// Writing that is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The entry it changes, and the revision it began from.
    pub changes: Option<(EntryId, u32)>,
    /// A hash of what it began from, as far as it holds that.
    pub over: Option<Id>,
    /// The prompt it began from.
    pub prompted: Option<Prompted>,
    /// The day it is for.
    pub day: Day,
    /// The words.
    pub text: String,
    /// How it was, where the entry says so.
    pub check_in: Option<CheckIn>,
    /// Marks beside the words.
    pub body: BodyMap,
    /// Distress and energy beside the words.
    pub ratings: Ratings,
    /// The slug of the theme that was chosen.
    pub theme: Option<String>,
    /// Tags.
    pub tags: Tags,
    /// What was written in the steps of an exercise.
    pub notes: Vec<Note>,
    /// Whether the entry, where it is a new one, never comes back as a memory of
    /// its day.
    pub left_out: bool,
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
object!(Writing {
    may changes,
    may over,
    may prompted,
    must day,
    may text,
    may check_in,
    may body,
    may ratings,
    may theme,
    may tags,
    may notes,
    may left_out,
});
object!(Note { must step, must question, must text });

impl Writing {
    /// New writing for a day, perhaps from a prompt.
    pub fn new(day: Day, prompted: Option<Prompted>) -> Self {
        Self {
            changes: None,
            over: None,
            prompted,
            day,
            text: String::new(),
            check_in: None,
            body: BodyMap::default(),
            ratings: Ratings::default(),
            theme: None,
            tags: Tags::default(),
            notes: Vec::new(),
            left_out: false,
        }
    }

    /// A change of an entry.
    pub fn of_entry(entry: &Entry) -> Self {
        let held = Self::held(entry);
        Self {
            changes: Some((entry.id, entry.revision)),
            over: Some(held.hash()),
            left_out: entry.left_out,
            ..held
        }
    }

    /// What a change of an entry holds of it.
    fn held(entry: &Entry) -> Self {
        let prompted = match &entry.kind {
            Kind::Writing(prompted) => prompted.clone(),
            Kind::CheckIn | Kind::Exercise(_) | Kind::Sit(_) | Kind::Unknown(_) => None,
        };
        let answers = entry.exercises().iter().flat_map(|record| &record.answers);
        let notes = answers.flat_map(Note::of_answer).collect();
        Self {
            text: entry.text.clone(),
            check_in: entry.check_in.clone(),
            body: entry.body.clone(),
            ratings: entry.ratings,
            theme: entry.theme.clone(),
            tags: entry.tags.clone(),
            notes,
            ..Self::new(entry.day, prompted)
        }
    }

    fn hash(&self) -> Id {
        kept::hash(&self.to_json().to_string())
    }

    /// Whether an entry says what this change of it began from, whatever else was
    /// done with it. What was answered since then in other steps stands beside it.
    fn began_from(&self, entry: &Entry) -> bool {
        let mut held = Self::held(entry);
        held.notes.retain(|note| self.notes.iter().any(|own| own.asks(&note.step, &note.question)));
        self.over == Some(held.hash())
    }

    /// New writing for a day that begins from an entry's words, with its question,
    /// theme and tags. How it was then stays there: no feeling, mark or rating is
    /// counted twice. What does not come back by itself does not do so as a copy.
    /// None where there are no words, and of an exercise or the guided path, which
    /// are rather done again.
    pub fn copy_of(entry: &Entry, hard: &HardDays, day: Day) -> Option<Self> {
        let prompted = match &entry.kind {
            Kind::Writing(prompted) => prompted.clone(),
            Kind::CheckIn => None,
            Kind::Exercise(_) | Kind::Sit(_) | Kind::Unknown(_) => return None,
        };
        (!entry.text.trim().is_empty()).then(|| Self {
            text: entry.text.clone(),
            theme: entry.theme.clone(),
            tags: entry.tags.clone(),
            left_out: !may_come_back(entry, hard),
            ..Self::new(day, prompted)
        })
    }

    /// The entry that saving makes of it: `before` with the changes in, or a
    /// new one named `id`. Where `before` says something else than the change began
    /// from, it is written over what nobody has: so another tab that was faster is
    /// found out.
    pub fn entry(&self, id: EntryId, before: Option<&Entry>, now: Moment) -> Entry {
        let Some(before) = before else { return self.new_entry(id, now) };
        let mut entry = before.changed(now, |entry| self.put_in(entry));
        if !self.began_from(before) {
            entry.over = self.over;
        }
        entry.keeping(before)
    }

    /// Puts in all that it holds.
    fn put_in(&self, entry: &mut Entry) {
        entry.text = self.text.clone();
        self.put_beside(entry);
        for record in entry.exercises_mut() {
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
    }

    /// The slug of the theme it belongs to: the one that was chosen, else that of
    /// its question.
    pub fn theme(&self) -> Option<&str> {
        let asked = self.prompted.as_ref().map(|prompted| prompted.theme.as_str());
        self.theme.as_deref().or(asked)
    }

    /// Puts in all that stands beside the words.
    fn put_beside(&self, entry: &mut Entry) {
        entry.day = self.day;
        entry.check_in = self.check_in.clone().filter(|check_in| !check_in.is_blank());
        entry.body = self.body.clone();
        entry.ratings = self.ratings;
        entry.theme = self.theme.clone();
        entry.tags = self.tags.clone();
    }

    /// Puts in the words of a note, if there is one to this question.
    fn note(&self, step: &str, question: &str, text: &mut String) {
        if let Some(note) = self.notes.iter().find(|note| note.asks(step, question)) {
            text.clone_from(&note.text);
        }
    }

    /// A new entry. Where the entry that was to be changed is gone, what was
    /// written in its steps stands in its words.
    pub fn new_entry(&self, id: EntryId, now: Moment) -> Entry {
        let mut entry = Entry::new(id, now, Kind::Writing(self.prompted.clone()));
        self.put_beside(&mut entry);
        entry.left_out = self.left_out;
        entry.text = self.text.clone();
        for note in &self.notes {
            for part in [&note.question, &note.text] {
                entry.text.push_str(if entry.text.is_empty() { "" } else { "\n\n" });
                entry.text.push_str(part);
            }
        }
        entry
    }

    /// Whether there is nothing in it to save. A day and a theme alone are
    /// nothing.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
            && self.body.is_blank()
            && self.ratings == Ratings::default()
            && self.tags.is_empty()
            && self.notes.iter().all(|note| note.text.trim().is_empty())
            && self.check_in.as_ref().is_none_or(CheckIn::is_blank)
    }
}

impl Note {
    /// Whether it is what was written to this question of a step.
    fn asks(&self, step: &str, question: &str) -> bool {
        self.step == step && self.question == question
    }

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
    /// A hash of what was begun.
    pub fn content(&self) -> Id {
        kept::hash(&self.work.to_json().to_string())
    }

    /// Its name where it stands beside another of the same name.
    pub fn own_name(&self) -> DraftId {
        kept::hash(&self.to_json().to_string())
    }

    /// Whether it was begun of this entry, and is what is meant.
    pub fn is_of(&self, entry: EntryId, begun: Begun) -> bool {
        match &self.work {
            Work::Writing(writing) => writing.changes.is_some_and(|(id, _)| id == entry),
            Work::Run(run) => begun == Begun::Anything && run.follows() == Some(entry),
            Work::CheckIn(_) => false,
        }
    }

    /// Whether there is nothing in it that anybody would miss.
    pub fn is_blank(&self) -> bool {
        match &self.work {
            Work::Writing(writing) => writing.changes.is_none() && writing.is_blank(),
            Work::CheckIn(check_in) => check_in.is_blank(),
            Work::Run(run) => run.is_blank(),
        }
    }
}
