//! An exercise or the guided path under way on the screen: a draft that becomes
//! one entry when it ends or is left, or nothing when it is left without saving.

use super::drafts::Drafts;
use super::here;
use super::journal::JournalState;
use super::keeping::CannotAct;
use crate::browser::clock;
use crate::core::answer::{Answer, Lid};
use crate::core::checkin::WordRefused;
use crate::core::content::exercises::{Exercise, Step};
use crate::core::day::Moment;
use crate::core::draft::{Draft, DraftId, Work};
use crate::core::entry::EntryId;
use crate::core::exercise::{Known, Next, Run};
use crate::core::keeping::Begun;
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::signals::{RwSignal, Signal};
use leptos::prelude::on_cleanup;

/// A course and its run, if one is under way.
#[derive(Clone, Copy)]
pub struct RunState {
    course: Course,
    draft: RwSignal<Option<Draft>>,
    keeps: Keeps,
    /// Raised at each move from stage to stage, which then takes the focus.
    moved: RwSignal<u32>,
    /// A feeling word that is typed at this step and not added yet.
    typed: RwSignal<String>,
    trouble: RwSignal<Option<CannotAct>>,
    drafts: Drafts,
    journal: JournalState,
}

/// What a run on this screen goes through.
#[derive(Debug, Clone, Copy)]
enum Course {
    Exercise(&'static Exercise),
    FollowUp(&'static Exercise, EntryId),
    Sit,
}

impl Course {
    fn begin(self, now: Moment) -> Run {
        match self {
            Course::Exercise(exercise) => Run::begin(exercise, now),
            Course::FollowUp(exercise, entry) => Run::follow(exercise, entry, now),
            Course::Sit => Run::sit(now),
        }
    }

    /// Whether a run is one of this course.
    fn is_of(self, run: &Run) -> bool {
        match self {
            Course::Exercise(exercise) => run.route() == Route::Exercise(exercise.slug.to_owned()),
            Course::FollowUp(_, entry) => run.follows() == Some(entry),
            Course::Sit => run.is_sit(),
        }
    }
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
        Self::found_in_drafts(Course::Exercise(exercise))
    }

    /// The guided path that is under way, if it is.
    pub fn sit() -> Self {
        Self::found_in_drafts(Course::Sit)
    }

    /// The follow-up of an entry, begun if it was not yet.
    pub fn follow(exercise: &'static Exercise, entry: EntryId) -> Self {
        let state = Self::found_in_drafts(Course::FollowUp(exercise, entry));
        if state.found_now() == Found::None {
            state.set_out();
        }
        state
    }

    /// A run that leaves nothing behind unless it is finished.
    pub fn in_passing(exercise: &'static Exercise) -> Self {
        let state = Self::new(Course::Exercise(exercise), None, Keeps::Nothing);
        state.set_out();
        state
    }

    fn found_in_drafts(course: Course) -> Self {
        let drafts = here().drafts;
        let draft = drafts.find_now(|draft| run_of(draft).is_some_and(|run| course.is_of(run)));
        on_cleanup(move || {
            drafts.write();
        });
        Self::new(course, draft, Keeps::Draft)
    }

    fn new(course: Course, draft: Option<Draft>, keeps: Keeps) -> Self {
        Self {
            course,
            draft: RwSignal::new(draft),
            keeps,
            moved: RwSignal::new(0),
            typed: RwSignal::new(String::new()),
            trouble: RwSignal::new(None),
            drafts: here().drafts,
            journal: here().journal,
        }
    }

    /// The entry whose follow-up it is, if it is one.
    pub fn follows(self) -> Option<EntryId> {
        match self.course {
            Course::FollowUp(_, entry) => Some(entry),
            Course::Exercise(_) | Course::Sit => None,
        }
    }

    /// Whether it is the guided path.
    pub fn is_sit(self) -> bool {
        matches!(self.course, Course::Sit)
    }

    /// What it goes through as it is now, while it can go on.
    pub fn known_now(self) -> Option<Known> {
        self.with_now(|run| run.known().ok())
    }

    /// What was found; told when it changes.
    pub fn found(self) -> Found {
        self.draft.with(found)
    }

    fn found_now(self) -> Found {
        self.draft.with_untracked(found)
    }

    /// Why it could not be saved, if it could not.
    pub fn trouble(self) -> Signal<Option<CannotAct>> {
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
        let run = self.course.begin(clock::now());
        self.draft.set(Some(self.drafts.begin(Work::Run(run))));
    }

    /// Begins again with the steps as they are now, and with what was answered.
    pub fn renew(self) {
        self.go(|run| *run = run.renewed());
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
            None => read(&self.course.begin(clock::now())),
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
    pub fn change(self, change: impl FnOnce(&mut Run)) {
        self.draft.update(|draft| {
            if let Some(Draft { work: Work::Run(run), .. }) = draft {
                change(run);
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
        self.change(|run| run.set_answer(step, answer));
        if gone {
            self.drafts.write();
        }
    }

    /// A feeling word that is typed at this step and not added yet. Whichever way is
    /// gone from it, it is added.
    pub fn typed(self) -> RwSignal<String> {
        self.typed
    }

    /// Goes on, unless a word that is typed cannot be added.
    pub fn go_on(self) -> Result<(), WordRefused> {
        self.add_typed()?;
        self.go(Run::go_on);
        Ok(())
    }

    /// Adds the word that is typed, if one is. One that cannot be added stays in its
    /// field.
    pub fn add_typed(self) -> Result<(), WordRefused> {
        let typed = self.typed.get_untracked();
        if typed.trim().is_empty() {
            return Ok(());
        }
        let mut added = Ok(());
        self.change(|run| added = run.add_typed(&typed));
        if added.is_ok() {
            self.typed.set(String::new());
        }
        added
    }

    /// Goes back.
    pub fn go_back(self) {
        self.go(Run::go_back);
    }

    /// Goes on with nothing answered here.
    pub fn skip(self) {
        self.go(Run::skip);
    }

    /// Goes to the end from here.
    pub fn finish_here(self) {
        self.go(Run::finish_here);
    }

    /// Takes an exercise on the guided path, or none, and goes on.
    pub fn choose(self, exercise: Option<&'static Exercise>) {
        self.go(|run| run.choose(exercise));
    }

    fn go(self, change: impl FnOnce(&mut Run)) {
        // Nobody is held back from another way than on.
        let _ = self.add_typed();
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
        match self.save(draft.id, run) {
            Ok(entry) => {
                // A draft that stays behind is told, and can be dropped later.
                let _ = self.drafts.drop(draft.id);
                if run.takes_words_away() {
                    let _ = self.drafts.drop_of(entry);
                }
                Some(Finished { entry, next: run.leads_to() })
            }
            Err(error) => {
                self.trouble.set(Some(error));
                None
            }
        }
    }

    /// What follows up an entry is not kept beside it where another tab was faster:
    /// it can be saved again, into what is there then. What is put away is not to be
    /// read in a begun change either: that is saved or dropped first.
    fn save(self, id: DraftId, run: &Run) -> Result<EntryId, CannotAct> {
        let now = clock::now();
        let followed = run.follows().map(|id| self.journal.get_to_change(id)).transpose()?;
        let Some(entry) = followed.flatten() else {
            return Ok(self.journal.save(run.entry(id, now))?.id());
        };
        let answered = run.answered(&entry, now);
        let change = || self.drafts.find_now(|draft| draft.is_of(entry.id, Begun::Change));
        if answered.is_sealed(now.day()) && change().is_some() {
            return Err(CannotAct::Begun);
        }
        match run.takes_words_away() {
            true => self.journal.put_without_former(answered)?,
            false => self.journal.put(answered)?,
        }
        Ok(entry.id)
    }

    /// Leaves it, and says so: nothing is kept, and its draft goes too.
    pub fn leave(self, said: &str) -> Result<(), SaveError> {
        let Some(draft) = self.draft.get_untracked() else { return Ok(()) };
        let back = self.with_now(Run::route);
        self.drafts
            .discard(draft.id, said, back)
            .inspect_err(|error| self.trouble.set(Some(error.clone().into())))
    }
}

fn found(draft: &Option<Draft>) -> Found {
    match draft.as_ref().and_then(run_of) {
        None => Found::None,
        Some(run) if run.known().is_ok() => Found::UnderWay,
        Some(_) => Found::Changed,
    }
}
