//! An exercise under way: a state machine without a clock. The frame of
//! evidence §12 is the same for all: ratings, the steps, ratings; distress of
//! 8 or more leads past Steady ground and Support, and never blocks.
//!
//! A follow-up is a run too: of the steps that an exercise asks on a later day,
//! without ratings, for the entry that it belongs to.

use super::answer::{Answer, Answered, Lid};
use super::content::exercises::{Exercise, Step, StepKind};
use super::day::Moment;
use super::entry::EntryId;
use super::rating::Ratings;
use super::route::Route;
use crate::core::json::{choice, object};

/// An exercise under way. It is kept as a draft and goes on after a reload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    exercise: String,
    version: u16,
    started: Moment,
    stage: Stage,
    before: Ratings,
    after: Ratings,
    answers: Vec<Answered>,
    stopped_early: bool,
    follows: Option<EntryId>,
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Distress and energy before.
    Before,
    /// Distress is 8 or more: Steady ground and Support are offered first.
    Heavy,
    /// The step of this number, from 0.
    Step(usize),
    /// Distress and energy after; the end of a follow-up.
    After,
}

object!(Run {
    must exercise,
    must version,
    must started,
    must stage,
    may before,
    may after,
    may answers,
    may stopped_early,
    may follows,
});
choice!(Stage {
    Before = "before", Heavy = "heavy", After = "after";
    Step(usize) = "step",
});

/// Why a stored run cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotGoOn {
    /// There is no such exercise in this program.
    Unknown,
    /// Its steps have changed since.
    Changed,
}

/// Where the end of a run leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// To the entry that it became.
    Entry,
    /// To Steady ground: it is hard now.
    Steady,
    /// To Support: it is hard now, and this was Steady ground.
    Support,
}

impl Run {
    /// Begins an exercise.
    pub fn begin(exercise: &Exercise, now: Moment) -> Self {
        Self {
            exercise: exercise.slug.to_owned(),
            version: exercise.version,
            started: now,
            stage: Stage::Before,
            before: Ratings::default(),
            after: Ratings::default(),
            answers: Vec::new(),
            stopped_early: false,
            follows: None,
        }
    }

    /// Begins the follow-up of an entry.
    pub fn follow(exercise: &Exercise, entry: EntryId, now: Moment) -> Self {
        let mut run = Self { follows: Some(entry), ..Self::begin(exercise, now) };
        run.stage = run.shown_from(exercise, 0);
        run
    }

    /// Begins again with the steps as they are now. What was answered stays.
    pub fn renewed(&self, exercise: &Exercise) -> Self {
        let mut run = Self { answers: self.answers.clone(), ..Self::begin(exercise, self.started) };
        run.follows = self.follows;
        if run.follows.is_some() {
            run.stage = run.shown_from(exercise, 0);
        } else {
            run.before = self.before;
        }
        run
    }

    /// The slug of its exercise.
    pub fn slug(&self) -> &str {
        &self.exercise
    }

    /// The entry that it follows up, if it does.
    pub fn follows(&self) -> Option<EntryId> {
        self.follows
    }

    /// The screen on which it goes on.
    pub fn route(&self) -> Route {
        match self.follows {
            Some(entry) => Route::FollowUp(entry),
            None => Route::Exercise(self.exercise.clone()),
        }
    }

    /// Its exercise, if this program still has it as it was.
    pub fn exercise(&self) -> Result<&'static Exercise, CannotGoOn> {
        let exercise = Exercise::find(&self.exercise).ok_or(CannotGoOn::Unknown)?;
        let known_stage = match self.stage {
            Stage::Step(at) => at < self.steps(exercise).len(),
            Stage::Before | Stage::Heavy | Stage::After => true,
        };
        if exercise.version == self.version && known_stage {
            Ok(exercise)
        } else {
            Err(CannotGoOn::Changed)
        }
    }

    /// The steps that it goes through, where their conditions hold.
    pub fn steps(&self, exercise: &Exercise) -> &'static [Step] {
        match (self.follows, &exercise.follow_up) {
            (None, _) => exercise.steps,
            (Some(_), Some(follow_up)) => follow_up.steps,
            (Some(_), None) => &[],
        }
    }

    /// When it was begun.
    pub fn started(&self) -> Moment {
        self.started
    }

    /// Where it stands.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Where it stands among the steps that are there, and how many they are.
    pub fn place(&self, exercise: &Exercise) -> Option<(usize, usize)> {
        let Stage::Step(at) = self.stage else { return None };
        let steps = self.steps(exercise);
        let shown = |steps: &[Step]| steps.iter().filter(|step| self.is_shown(step)).count();
        Some((shown(&steps[..at.min(steps.len())]) + 1, shown(steps)))
    }

    /// Whether a step is there: it has no condition, or the condition holds.
    pub fn is_shown(&self, step: &Step) -> bool {
        step.only_if.as_ref().is_none_or(|only_if| {
            let answer = self.answer(only_if.step);
            answer.is_some_and(|answer| only_if.is.iter().any(|id| answer.has_chosen(id)))
        })
    }

    /// Distress and energy before.
    pub fn before(&self) -> Ratings {
        self.before
    }

    /// Distress and energy after.
    pub fn after(&self) -> Ratings {
        self.after
    }

    /// Whether it was ended before its last step.
    pub fn stopped_early(&self) -> bool {
        self.stopped_early
    }

    /// The version of the steps it was begun with.
    pub fn version(&self) -> u16 {
        self.version
    }

    /// Whether a lid takes words away for good.
    pub fn takes_words_away(&self) -> bool {
        self.answers.iter().any(|answered| answered.answer == Answer::Lid(Lid::Gone))
    }

    /// What was answered, in the order of the steps.
    pub fn answers(&self) -> &[Answered] {
        &self.answers
    }

    /// The answer to a step.
    pub fn answer(&self, step: &str) -> Option<&Answer> {
        self.answers.iter().find(|answered| answered.step == step).map(|answered| &answered.answer)
    }

    /// Sets the ratings of the stage it stands at; elsewhere nothing changes.
    pub fn rate(&mut self, ratings: Ratings) {
        match self.stage {
            Stage::Before => self.before = ratings,
            Stage::After => self.after = ratings,
            Stage::Heavy | Stage::Step(_) => {}
        }
    }

    /// Answers a step, or with `None` takes its answer back. A lid that is shut
    /// for good takes the words under it away.
    pub fn set_answer(&mut self, exercise: &Exercise, step: &Step, answer: Option<Answer>) {
        if let (StepKind::Lid { over }, Some(Answer::Lid(Lid::Gone))) = (&step.kind, &answer) {
            self.answers.retain(|answered| !over.contains(&answered.step.as_str()));
        }
        self.answers.retain(|answered| answered.step != step.id);
        if let Some(answer) = answer {
            let (step, question) = (step.id.to_owned(), step.question.to_owned());
            let steps = self.steps(exercise);
            let place = |id: &str| steps.iter().position(|step| step.id == id);
            let at = self.answers.partition_point(|answered| place(&answered.step) < place(&step));
            self.answers.insert(at, Answered { step, question, answer });
        }
    }

    /// Goes on: past the ratings, the offer of Steady ground, or a step.
    pub fn go_on(&mut self, exercise: &Exercise) {
        self.stage = match self.stage {
            Stage::Before if self.before.is_heavy() => Stage::Heavy,
            Stage::Before | Stage::Heavy => self.shown_from(exercise, 0),
            Stage::Step(at) => self.shown_from(exercise, at + 1),
            Stage::After => Stage::After,
        };
    }

    /// Goes on with nothing answered in this step.
    pub fn skip(&mut self, exercise: &Exercise) {
        match self.stage {
            Stage::Before | Stage::After => self.rate(Ratings::default()),
            Stage::Heavy => {}
            Stage::Step(at) => {
                if let Some(step) = self.steps(exercise).get(at) {
                    self.set_answer(exercise, step, None);
                }
            }
        }
        self.go_on(exercise);
    }

    /// Goes back one; answers stay.
    pub fn go_back(&mut self, exercise: &Exercise) {
        self.stopped_early = false;
        let steps = self.steps(exercise);
        let from = match self.stage {
            Stage::Before | Stage::Heavy => 0,
            Stage::Step(at) => at.min(steps.len()),
            Stage::After => steps.len(),
        };
        let shown = (0..from).rev().find(|at| self.is_shown(&steps[*at])).map(Stage::Step);
        self.stage = shown.unwrap_or(match self.follows {
            Some(_) => self.stage,
            None => Stage::Before,
        });
    }

    /// Goes to the ratings that end it, from wherever it stands.
    pub fn finish_here(&mut self) {
        self.stopped_early = true;
        self.stage = Stage::After;
    }

    /// The ratings of the stage it stands at.
    pub fn ratings_here(&self) -> Ratings {
        match self.stage {
            Stage::Before | Stage::Heavy | Stage::Step(_) => self.before,
            Stage::After => self.after,
        }
    }

    /// Where it leads when it ends now: to Steady ground when it is as hard as
    /// evidence M12 says, and after Steady ground to Support, never round again.
    pub fn leads_to(&self) -> Next {
        let settles = Exercise::find(&self.exercise).is_some_and(|exercise| exercise.settles);
        match self.after.calls_for_settling(self.before) {
            false => Next::Entry,
            true if settles => Next::Support,
            true => Next::Steady,
        }
    }

    /// The first step from this number on that is there, or the end.
    fn shown_from(&self, exercise: &Exercise, from: usize) -> Stage {
        let steps = self.steps(exercise);
        let shown = (from..steps.len()).find(|at| self.is_shown(&steps[*at]));
        shown.map_or(Stage::After, Stage::Step)
    }
}
