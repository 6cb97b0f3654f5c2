//! An exercise under way on the screen: a draft that becomes one entry when it
//! ends, or nothing when it is left without saving.

use super::drafts::Drafts;
use super::here;
use super::journal::JournalState;
use crate::browser::clock;
use crate::core::answer::{Answer, Lid};
use crate::core::content::exercises::{Exercise, Step};
use crate::core::draft::{Draft, Work};
use crate::core::entry::EntryId;
use crate::core::exercise::{Next, Run};
use crate::core::vault::log::SaveError;
use crate::state::signals::{RwSignal, Signal};
use leptos::prelude::on_cleanup;

/// An exercise and its run, if one is under way.
#[derive(Clone, Copy)]
pub struct RunState {
    exercise: &'static Exercise,
    /// The entry whose follow-up it is.
    follows: Option<EntryId>,
    draft: RwSignal<Option<Draft>>,
    keeps: Keeps,
    /// Raised at each move from stage to stage, which then takes the focus.
    moved: RwSignal<u32>,
    trouble: RwSignal<Option<SaveError>>,
    drafts: Drafts,
    journal: JournalState,
}

/// Whether a run is kept as a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeps {
    Draft,
    Nothing,
}

/// A run that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finished {
    /// The entry that it became, or that it belongs to.
    pub entry: EntryId,
    /// Where it leads.
    pub next: Next,
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
        Self::found_in_drafts(exercise, None)
    }

    /// The follow-up of an entry, begun if it was not yet.
    pub fn follow(exercise: &'static Exercise, entry: EntryId) -> Self {
        let state = Self::found_in_drafts(exercise, Some(entry));
        if state.found_now() == Found::None {
            state.set_out();
        }
        state
    }

    /// A run that leaves nothing behind unless it is finished.
    pub fn in_passing(exercise: &'static Exercise) -> Self {
        let state = Self::new(exercise, None, None, Keeps::Nothing);
        state.set_out();
        state
    }

    fn found_in_drafts(exercise: &'static Exercise, follows: Option<EntryId>) -> Self {
        let drafts = here().drafts;
        let draft = drafts.find_now(|draft| {
            run_of(draft).is_some_and(|run| run.slug() == exercise.slug && run.follows() == follows)
        });
        on_cleanup(move || {
            drafts.write();
        });
        Self::new(exercise, follows, draft, Keeps::Draft)
    }

    fn new(
        exercise: &'static Exercise,
        follows: Option<EntryId>,
        draft: Option<Draft>,
        keeps: Keeps,
    ) -> Self {
        Self {
            exercise,
            follows,
            draft: RwSignal::new(draft),
            keeps,
            moved: RwSignal::new(0),
            trouble: RwSignal::new(None),
            drafts: here().drafts,
            journal: here().journal,
        }
    }

    /// The exercise that it is a run of.
    pub fn exercise(self) -> &'static Exercise {
        self.exercise
    }

    /// The entry whose follow-up it is, if it is one.
    pub fn follows(self) -> Option<EntryId> {
        self.follows
    }

    /// What was found; told when it changes.
    pub fn found(self) -> Found {
        self.draft.with(found)
    }

    fn found_now(self) -> Found {
        self.draft.with_untracked(found)
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
        self.set_out();
        self.moved.update(|moved| *moved += 1);
    }

    fn set_out(self) {
        let run = match self.follows {
            Some(entry) => Run::follow(self.exercise, entry, clock::now()),
            None => Run::begin(self.exercise, clock::now()),
        };
        self.draft.set(Some(self.drafts.begin(Work::Run(run))));
    }

    /// Begins again with the steps as they are now, and with what was answered.
    pub fn renew(self) {
        self.go(|exercise, run| *run = run.renewed(exercise));
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

    /// The answer to a step; told when it changes.
    pub fn get(self, step: &str) -> Option<Answer> {
        self.with(|run| run.answer(step).cloned())
    }

    /// The answer to a step as it is now.
    pub fn get_now(self, step: &str) -> Option<Answer> {
        self.with_now(|run| run.answer(step).cloned())
    }

    /// Changes the run; it is written soon.
    pub fn change(self, change: impl FnOnce(&'static Exercise, &mut Run)) {
        let exercise = self.exercise;
        self.draft.update(|draft| {
            if let Some(Draft { work: Work::Run(run), .. }) = draft {
                change(exercise, run);
            }
        });
        if let (Keeps::Draft, Some(draft)) = (self.keeps, self.draft.get_untracked()) {
            self.drafts.touch(draft);
        }
    }

    /// Answers a step. Words that are not to be kept are gone from the draft too
    /// when this returns.
    pub fn answer(self, step: &'static Step, answer: Option<Answer>) {
        let gone = answer == Some(Answer::Lid(Lid::Gone));
        self.change(|exercise, run| run.set_answer(exercise, step, answer));
        if gone {
            self.drafts.write();
        }
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

    /// Saves it as one entry, or into the entry that it follows up. Where that
    /// cannot be done it stays as it is, and [`RunState::trouble`] says why.
    pub fn finish(self) -> Option<Finished> {
        let draft = self.draft.get_untracked()?;
        if self.drafts.is_done(draft.id) {
            return None;
        }
        let run = run_of(&draft)?;
        let now = clock::now();
        let followed = run.follows().and_then(|id| self.journal.get_now(id));
        let entry = match followed {
            Some(entry) => run.answered(&entry, now),
            None => run.entry(draft.id, now),
        };
        let saved = match run.takes_words_away() {
            true => self.journal.save_without_former(entry),
            false => self.journal.save(entry),
        };
        match saved {
            Ok(saved) => {
                // A draft that stays behind is told, and can be dropped later.
                let _ = self.drafts.drop(draft.id);
                Some(Finished { entry: saved.id(), next: run.leads_to() })
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

fn found(draft: &Option<Draft>) -> Found {
    match draft.as_ref().and_then(run_of) {
        None => Found::None,
        Some(run) if run.exercise().is_ok() => Found::UnderWay,
        Some(_) => Found::Changed,
    }
}
