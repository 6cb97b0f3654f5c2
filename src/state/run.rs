//! An exercise under way on the screen: a draft that becomes one entry when it
//! ends, or nothing when it is left without saving.

use super::drafts::Drafts;
use super::here;
use super::journal::JournalState;
use crate::browser::clock;
use crate::core::content::exercises::{Exercise, Step};
use crate::core::draft::{Draft, Work};
use crate::core::entry::{Answer, Entry, EntryId, Kind};
use crate::core::exercise::Run;
use crate::core::vault::log::SaveError;
use crate::state::signals::{RwSignal, Signal};
use leptos::prelude::on_cleanup;

/// An exercise and its run, if one is under way.
#[derive(Clone, Copy)]
pub struct RunState {
    exercise: &'static Exercise,
    draft: RwSignal<Option<Draft>>,
    /// Raised at each move from stage to stage, which then takes the focus.
    moved: RwSignal<u32>,
    trouble: RwSignal<Option<SaveError>>,
    drafts: Drafts,
    journal: JournalState,
}

/// A run that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finished {
    /// The entry that it became.
    pub entry: EntryId,
    /// Whether it is so hard now that Steady ground comes next.
    pub settle: bool,
}

/// What was found of an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// No run of it.
    None,
    /// A run whose steps this program has no more.
    Changed,
    /// A run that goes on.
    UnderWay,
}

fn run_of(draft: &Draft) -> Option<&Run> {
    match &draft.work {
        Work::Run(run) => Some(run),
        Work::Writing(_) | Work::CheckIn(_) => None,
    }
}

impl RunState {
    /// The run of an exercise that is under way, if one is.
    pub fn find(exercise: &'static Exercise) -> Self {
        let drafts = here().drafts;
        let draft =
            drafts.find_now(|draft| run_of(draft).is_some_and(|run| run.slug() == exercise.slug));
        on_cleanup(move || {
            drafts.write();
        });
        Self {
            exercise,
            draft: RwSignal::new(draft),
            moved: RwSignal::new(0),
            trouble: RwSignal::new(None),
            drafts,
            journal: here().journal,
        }
    }

    /// What was found; told when it changes.
    pub fn found(self) -> Found {
        self.draft.with(|draft| match draft.as_ref().and_then(run_of) {
            None => Found::None,
            Some(run) if run.exercise().is_ok() => Found::UnderWay,
            Some(_) => Found::Changed,
        })
    }

    /// Why it could not be saved, if it could not.
    pub fn trouble(self) -> Signal<Option<SaveError>> {
        self.trouble.into()
    }

    /// How often it has moved from stage to stage; told when it does.
    pub fn moved(self) -> u32 {
        self.moved.get()
    }

    /// Begins.
    pub fn begin(self) {
        let draft = self.drafts.begin(Work::Run(Run::begin(self.exercise, clock::now())));
        self.draft.set(Some(draft));
        self.moved.update(|moved| *moved += 1);
    }

    /// Reads the run; told when it changes. Without one, a run not yet begun.
    pub fn with<T>(self, read: impl FnOnce(&Run) -> T) -> T {
        self.draft.with(|draft| self.read(draft.as_ref(), read))
    }

    /// Reads the run as it is now.
    pub fn with_now<T>(self, read: impl FnOnce(&Run) -> T) -> T {
        self.draft.with_untracked(|draft| self.read(draft.as_ref(), read))
    }

    fn read<T>(self, draft: Option<&Draft>, read: impl FnOnce(&Run) -> T) -> T {
        match draft.and_then(run_of) {
            Some(run) => read(run),
            None => read(&Run::begin(self.exercise, clock::now())),
        }
    }

    /// Changes the run; it is written soon.
    pub fn change(self, change: impl FnOnce(&'static Exercise, &mut Run)) {
        let exercise = self.exercise;
        self.draft.update(|draft| {
            if let Some(Draft { work: Work::Run(run), .. }) = draft {
                change(exercise, run);
            }
        });
        if let Some(draft) = self.draft.get_untracked() {
            self.drafts.touch(draft);
        }
    }

    /// Answers a step.
    pub fn answer(self, step: &'static Step, answer: Option<Answer>) {
        self.change(|exercise, run| run.set_answer(exercise, step, answer));
    }

    /// Goes on.
    pub fn go_on(self) {
        self.go(|exercise, run| run.go_on(exercise));
    }

    /// Goes back.
    pub fn go_back(self) {
        self.go(|exercise, run| run.go_back(exercise));
    }

    /// Goes on with nothing answered here.
    pub fn skip(self) {
        self.go(|exercise, run| run.skip(exercise));
    }

    /// Goes to the end from here.
    pub fn finish_here(self) {
        self.go(|_, run| run.finish_here());
    }

    fn go(self, change: impl FnOnce(&'static Exercise, &mut Run)) {
        self.change(change);
        self.drafts.write();
        self.moved.update(|moved| *moved += 1);
    }

    /// Saves it as one entry. Where that cannot be done it stays as it is, and
    /// [`RunState::trouble`] says why.
    pub fn finish(self) -> Option<Finished> {
        let draft = self.draft.get_untracked()?;
        if self.drafts.is_done(draft.id) {
            return None;
        }
        let run = run_of(&draft)?;
        let now = clock::now();
        let entry = Entry::new(draft.id, now, Kind::Exercise(run.record(now)));
        match self.journal.save(entry) {
            Ok(saved) => {
                // A draft that stays behind is told, and can be dropped later.
                let _ = self.drafts.drop(draft.id);
                Some(Finished { entry: saved.id(), settle: run.calls_for_settling() })
            }
            Err(error) => {
                self.trouble.set(Some(error));
                None
            }
        }
    }

    /// Leaves it: nothing is kept, and its draft goes too.
    pub fn leave(self) -> Result<(), SaveError> {
        let Some(draft) = self.draft.get_untracked() else { return Ok(()) };
        self.drafts.drop(draft.id).inspect_err(|error| self.trouble.set(Some(error.clone())))
    }
}
