//! An exercise under way: a state machine without a clock. The frame of
//! evidence §12 is the same for all: ratings, the steps, ratings; distress of
//! 8 or more leads past Steady ground and Support, and never blocks.

use super::content::exercises::{Exercise, Step};
use super::day::Moment;
use super::entry::{Answer, Answered, ExerciseRecord};
use super::rating::Ratings;
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
    /// Distress and energy after.
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
        }
    }

    /// The slug of its exercise.
    pub fn slug(&self) -> &str {
        &self.exercise
    }

    /// Its exercise, if this program still has it as it was.
    pub fn exercise(&self) -> Result<&'static Exercise, CannotGoOn> {
        let exercise = Exercise::find(&self.exercise).ok_or(CannotGoOn::Unknown)?;
        let known_stage = match self.stage {
            Stage::Step(at) => at < exercise.steps.len(),
            Stage::Before | Stage::Heavy | Stage::After => true,
        };
        if exercise.version == self.version && known_stage {
            Ok(exercise)
        } else {
            Err(CannotGoOn::Changed)
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

    /// Distress and energy before.
    pub fn before(&self) -> Ratings {
        self.before
    }

    /// Distress and energy after.
    pub fn after(&self) -> Ratings {
        self.after
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

    /// Answers a step, or with `None` takes its answer back.
    pub fn set_answer(&mut self, exercise: &Exercise, step: &Step, answer: Option<Answer>) {
        self.answers.retain(|answered| answered.step != step.id);
        if let Some(answer) = answer {
            let (step, question) = (step.id.to_owned(), step.question.to_owned());
            let place = |id: &str| exercise.steps.iter().position(|step| step.id == id);
            let at = self.answers.partition_point(|answered| place(&answered.step) < place(&step));
            self.answers.insert(at, Answered { step, question, answer });
        }
    }

    /// Goes on: past the ratings, the offer of Steady ground, or a step.
    pub fn go_on(&mut self, exercise: &Exercise) {
        self.stage = match self.stage {
            Stage::Before if self.before.is_heavy() => Stage::Heavy,
            Stage::Before | Stage::Heavy => step_or_after(exercise, 0),
            Stage::Step(at) => step_or_after(exercise, at + 1),
            Stage::After => Stage::After,
        };
    }

    /// Goes on with nothing answered in this step.
    pub fn skip(&mut self, exercise: &Exercise) {
        match self.stage {
            Stage::Before | Stage::After => self.rate(Ratings::default()),
            Stage::Heavy => {}
            Stage::Step(at) => {
                if let Some(step) = exercise.steps.get(at) {
                    self.set_answer(exercise, step, None);
                }
            }
        }
        self.go_on(exercise);
    }

    /// Goes back one; answers stay.
    pub fn go_back(&mut self, exercise: &Exercise) {
        self.stopped_early = false;
        self.stage = match self.stage {
            Stage::Before | Stage::Heavy | Stage::Step(0) => Stage::Before,
            Stage::Step(at) => Stage::Step(at - 1),
            Stage::After => match exercise.steps.len() {
                0 => Stage::Before,
                steps => Stage::Step(steps - 1),
            },
        };
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

    /// What is kept of it.
    pub fn record(&self, now: Moment) -> ExerciseRecord {
        ExerciseRecord {
            exercise: self.exercise.clone(),
            version: self.version,
            started: self.started,
            finished: now,
            stopped_early: self.stopped_early,
            before: self.before,
            after: self.after,
            answers: self.answers.clone(),
        }
    }

    /// Whether a person who ends it now is led to Steady ground.
    pub fn calls_for_settling(&self) -> bool {
        self.after.calls_for_settling(self.before)
    }
}

fn step_or_after(exercise: &Exercise, at: usize) -> Stage {
    if at < exercise.steps.len() { Stage::Step(at) } else { Stage::After }
}
