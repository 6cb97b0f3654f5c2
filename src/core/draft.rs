//! Drafts: words not saved yet. A draft is never lost, and it is removed at
//! once when its writer says not to keep it.

use super::checkin::CheckIn;
use super::day::{Day, Moment};
use super::entry::{EntryId, Prompted};
use super::exercise::Run;
use super::id::Id;
use serde::{Deserialize, Serialize};

/// The name of a draft.
pub type DraftId = Id;

/// Something begun and not saved yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Work {
    /// Writing.
    Writing(Writing),
    /// A check-in.
    CheckIn(CheckIn),
    /// An exercise.
    Run(Run),
}

/// Writing that is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writing {
    /// The entry it changes, and the revision it began from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<(EntryId, u32)>,
    /// The prompt it began from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompted: Option<Prompted>,
    /// The day it is for.
    pub day: Day,
    /// The words.
    pub text: String,
}

impl Draft {
    /// Whether there is nothing in it that anybody would miss.
    pub fn is_blank(&self) -> bool {
        match &self.work {
            Work::Writing(writing) => writing.changes.is_none() && writing.text.trim().is_empty(),
            Work::CheckIn(check_in) => check_in.is_blank(),
            Work::Run(run) => run.answers().is_empty() && run.before() == Default::default(),
        }
    }
}
