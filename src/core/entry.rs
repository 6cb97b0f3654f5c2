//! An entry: one dated record of the journal.

use super::body::BodyMap;
use super::checkin::CheckIn;
use super::day::{Day, Moment};
use super::follow_up::Pending;
use super::id::Id;
use super::rating::Ratings;
use super::tags::Tags;
use super::vault::kept;
use crate::core::json::{Json, Shape, choice, object};

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
    /// The content of the version that this one was written over, as
    /// [`Entry::content`] gives it; none at the first.
    pub over: Option<Id>,
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
    /// Marks that stand beside the words.
    pub body: BodyMap,
    /// Distress and energy, where they stand beside the words.
    pub ratings: Ratings,
    /// The slug of the theme that its writer chose for it; see [`Entry::theme`].
    pub theme: Option<String>,
    /// Its tags.
    pub tags: Tags,
    /// The writer's words.
    pub text: String,
    /// When it was put in the bin.
    pub binned: Option<Moment>,
    /// A wish to leave it alone until this day; not a lock.
    pub sealed_until: Option<Day>,
    /// Whether there was such a wish, and it was taken back.
    pub taken_out: bool,
    /// Whether it is kept at the top of the journal.
    pub pinned: bool,
    /// Whether it never comes back as a memory of its day.
    pub left_out: bool,
    /// The version that the last edit took the place of. It holds none itself.
    pub former: Option<Box<Entry>>,
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
    /// The guided path, to its end or to where it was left.
    Sit(SitRecord),
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

/// What is kept of the guided path. What was felt, the marks and the words are
/// those of the entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitRecord {
    /// The version of the path's own steps.
    pub version: u16,
    /// When it was begun.
    pub started: Moment,
    /// When it ended.
    pub finished: Moment,
    /// Whether it was left before its end.
    pub stopped_early: bool,
    /// Distress and energy before.
    pub before: Ratings,
    /// Distress and energy after.
    pub after: Ratings,
    /// What else was answered in the path's own steps, in their order: what this
    /// version asks is all in the entry.
    pub answers: Vec<Answered>,
    /// The exercises that were begun on it, the one it ended with last. Their
    /// ratings are those of the path.
    pub exercises: Vec<ExerciseRecord>,
}

object!(Entry {
    must id,
    must revision,
    may over,
    must day,
    must written,
    must changed,
    must kind,
    may check_in,
    may body,
    may ratings,
    may theme,
    may tags,
    may text,
    may binned,
    may sealed_until,
    may taken_out,
    may pinned,
    may left_out,
    may former,
});
choice!(Kind {
    CheckIn = "check-in";
    Writing(Option<Prompted>) = "writing",
    Exercise(ExerciseRecord) = "exercise",
    Sit(SitRecord) = "sit";
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

object!(SitRecord {
    must version,
    must started,
    must finished,
    may stopped_early,
    may before,
    may after,
    may answers,
    may exercises,
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
            over: None,
            day: now.day(),
            written: now,
            changed: now,
            kind,
            check_in: None,
            body: BodyMap::default(),
            ratings: Ratings::default(),
            theme: None,
            tags: Tags::default(),
            text: String::new(),
            binned: None,
            sealed_until: None,
            taken_out: false,
            pinned: false,
            left_out: false,
            former: None,
        }
    }

    /// Whether its writer wished to leave it alone today.
    pub fn is_sealed(&self, today: Day) -> bool {
        self.sealed_until.is_some_and(|day| today < day)
    }

    /// What is kept of its exercise, if there is one; of several, of the last.
    pub fn exercise(&self) -> Option<&ExerciseRecord> {
        self.exercises().last()
    }

    /// What is kept of its exercises.
    pub fn exercises(&self) -> &[ExerciseRecord] {
        match &self.kind {
            Kind::Exercise(record) => std::slice::from_ref(record),
            Kind::Sit(record) => &record.exercises,
            Kind::Writing(_) | Kind::CheckIn | Kind::Unknown(_) => &[],
        }
    }

    /// What was answered in it: on the guided path itself, and in its exercises.
    pub fn answered(&self) -> impl Iterator<Item = &Answered> {
        let of_path = match &self.kind {
            Kind::Sit(record) => record.answers.as_slice(),
            _ => &[],
        };
        of_path.iter().chain(self.exercises().iter().flat_map(|record| &record.answers))
    }

    /// Its exercises, to be changed.
    pub(super) fn exercises_mut(&mut self) -> &mut [ExerciseRecord] {
        match &mut self.kind {
            Kind::Exercise(record) => std::slice::from_mut(record),
            Kind::Sit(record) => &mut record.exercises,
            Kind::Writing(_) | Kind::CheckIn | Kind::Unknown(_) => &mut [],
        }
    }

    /// A hash of all that it holds: which version of it this is.
    pub fn content(&self) -> Id {
        kept::hash(&self.to_json().to_string())
    }

    /// The next revision, with `change` made to it.
    pub fn changed(&self, now: Moment, change: impl FnOnce(&mut Entry)) -> Entry {
        let mut next = self.clone();
        change(&mut next);
        next.revision = self.revision + 1;
        next.over = Some(self.content());
        next.changed = now;
        next
    }

    /// What a list shows of it: its words, or what was said in its check-in, or
    /// where its marks are, or what was written in its exercise.
    pub fn summary(&self) -> String {
        if !self.text.trim().is_empty() {
            return self.text.clone();
        }
        let words = self.check_in.iter().flat_map(CheckIn::words).map(|word| word.word.as_str());
        let places = self.body.marks.iter().map(|mark| mark.name.as_str());
        for said in [words.collect::<Vec<_>>(), places.collect()] {
            if !said.is_empty() {
                return said.join(", ");
            }
        }
        let written = self.exercises().iter().find_map(ExerciseRecord::written);
        written.unwrap_or_default().to_owned()
    }

    /// The slug of the theme it belongs to: the one that was chosen, else that
    /// of its prompt or its exercise.
    pub fn theme(&self) -> Option<&str> {
        self.theme.as_deref().or_else(|| self.theme_of_kind())
    }

    fn theme_of_kind(&self) -> Option<&str> {
        match &self.kind {
            Kind::Writing(prompted) => prompted.as_ref().map(|prompted| prompted.theme.as_str()),
            Kind::CheckIn | Kind::Unknown(_) => None,
            Kind::Exercise(_) | Kind::Sit(_) => {
                super::content::exercises::Exercise::find(&self.exercise()?.exercise)
                    .map(|found| found.theme)
            }
        }
    }
}
