//! What a run goes through: an exercise, what an exercise asks on a later day,
//! or the guided path with an exercise in it.

use crate::core::answer::{Answer, Answered};
use crate::core::content::exercises::{Exercise, Exit, Step};
use crate::core::content::sit::Sit;
use crate::core::content::tables::SIT;
use crate::core::entry::EntryId;
use crate::core::json::object;

/// What a run goes through, as it was when it began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Course {
    /// An exercise by itself.
    Exercise(Part),
    /// What an exercise asks on a later day, for this entry.
    FollowUp(Part, EntryId),
    /// The guided path.
    Sit(Sitting),
}

/// An exercise that was begun, and what was answered in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::core) struct Part {
    /// Its slug.
    pub exercise: String,
    /// The version of its steps.
    pub version: u16,
    /// In the order of the steps.
    pub answers: Vec<Answered>,
}

/// The guided path under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::core) struct Sitting {
    /// The version of the path's own steps.
    pub version: u16,
    /// What was answered in them, in their order.
    pub answers: Vec<Answered>,
    /// The exercise that was chosen, if one was.
    pub chosen: Option<Part>,
    /// Exercises that were answered in before another was chosen.
    pub left: Vec<Part>,
}

object!(Part { must exercise, must version, may answers });
object!(Sitting { must version, may answers, may chosen, may left });

/// A course as this program has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known {
    /// The guided path, where it is one.
    pub sit: Option<&'static Sit>,
    /// The exercise; on the guided path, if one was chosen.
    pub exercise: Option<&'static Exercise>,
    /// Whether it is what the exercise asks on a later day.
    pub later: bool,
}

/// Why a stored run cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotGoOn {
    /// There is no such exercise in this program.
    Unknown,
    /// Its steps have changed since.
    Changed,
}

impl Part {
    pub(super) fn new(exercise: &Exercise) -> Self {
        Self { exercise: exercise.slug.to_owned(), version: exercise.version, answers: Vec::new() }
    }

    fn known(&self) -> Result<&'static Exercise, CannotGoOn> {
        let exercise = Exercise::find(&self.exercise).ok_or(CannotGoOn::Unknown)?;
        if exercise.version == self.version { Ok(exercise) } else { Err(CannotGoOn::Changed) }
    }
}

impl Sitting {
    pub(super) fn new() -> Self {
        Self { version: SIT.version, answers: Vec::new(), chosen: None, left: Vec::new() }
    }

    fn known(&self) -> Result<Known, CannotGoOn> {
        let exercise = self.chosen.as_ref().map(Part::known).transpose();
        // The path is there whatever became of an exercise on it.
        let exercise = exercise.map_err(|_| CannotGoOn::Changed)?;
        if self.version != SIT.version {
            return Err(CannotGoOn::Changed);
        }
        Ok(Known { sit: Some(&SIT), exercise, later: false })
    }

    /// Takes an exercise, or none. What was answered in another is kept, and is
    /// there again when that one is chosen again.
    pub(super) fn choose(&mut self, exercise: Option<&'static Exercise>) {
        let same = |part: &Part| Some(part.exercise.as_str()) == exercise.map(|it| it.slug);
        if self.chosen.as_ref().is_some_and(same) {
            return;
        }
        self.left.extend(self.chosen.take().filter(|part| !part.answers.is_empty()));
        let before = self.left.iter().position(same).map(|at| self.left.remove(at));
        self.chosen = exercise.map(|exercise| Part {
            answers: before.map_or_else(Vec::new, |part| part.answers),
            ..Part::new(exercise)
        });
    }
}

impl Course {
    /// The same as this program has it.
    pub(super) fn known(&self) -> Result<Known, CannotGoOn> {
        let exercise =
            |part: &Part, later| Ok(Known { sit: None, exercise: Some(part.known()?), later });
        match self {
            Course::Exercise(part) => exercise(part, false),
            Course::FollowUp(part, _) => exercise(part, true),
            Course::Sit(sitting) => sitting.known(),
        }
    }

    /// The exercise that is gone through.
    pub(super) fn part(&self) -> Option<&Part> {
        match self {
            Course::Exercise(part) | Course::FollowUp(part, _) => Some(part),
            Course::Sit(sitting) => sitting.chosen.as_ref(),
        }
    }

    /// What was answered: that of the path, then of exercises left for another,
    /// then of the one that is gone through.
    pub(super) fn answers(&self) -> impl Iterator<Item = &Answered> {
        let (path, left) = match self {
            Course::Sit(Sitting { answers, left, .. }) => (&answers[..], &left[..]),
            Course::Exercise(_) | Course::FollowUp(..) => (&[][..], &[][..]),
        };
        let parts = left.iter().chain(self.part());
        path.iter().chain(parts.flat_map(|part| &part.answers))
    }

    /// The answer to a step of the path, or of the exercise that is gone through.
    pub(super) fn answer(&self, step: &str) -> Option<&Answer> {
        let path = match self {
            Course::Sit(sitting) => &sitting.answers[..],
            Course::Exercise(_) | Course::FollowUp(..) => &[],
        };
        let part = self.part().into_iter().flat_map(|part| &part.answers);
        let mut all = path.iter().chain(part);
        all.find(|answered| answered.step == step).map(|answered| &answered.answer)
    }

    /// The answers among which that to a step stands.
    pub(super) fn answers_beside(&mut self, step: &Step) -> Option<&mut Vec<Answered>> {
        match self {
            Course::Exercise(part) | Course::FollowUp(part, _) => Some(&mut part.answers),
            Course::Sit(sitting) => match SIT.step(step.id) {
                Some(_) => Some(&mut sitting.answers),
                None => sitting.chosen.as_mut().map(|part| &mut part.answers),
            },
        }
    }
}

impl Known {
    /// The name of it all.
    pub fn title(&self) -> &'static str {
        self.sit.map(|sit| sit.title).or(self.exercise.map(|it| it.title)).unwrap_or_default()
    }

    /// The ways out that stand on every step.
    pub fn exits(&self) -> &'static [Exit] {
        self.sit.map(|sit| sit.exits).or(self.exercise.map(|it| it.exits)).unwrap_or_default()
    }

    /// Whether the exercise is Steady ground, after which comes Support.
    pub fn settles(&self) -> bool {
        self.exercise.is_some_and(|exercise| exercise.settles)
    }

    /// The steps of the exercise, where their conditions hold.
    pub fn steps(&self) -> &'static [Step] {
        let Some(exercise) = self.exercise else { return &[] };
        match (self.later, &exercise.follow_up) {
            (false, _) => exercise.steps,
            (true, Some(follow_up)) => follow_up.steps,
            (true, None) => &[],
        }
    }
}
