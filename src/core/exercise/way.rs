//! The stages that a run goes through, one after another, as its answers and
//! ratings have it.

use super::Run;
use super::course::{Course, Known};
use crate::core::content::exercises::{Step, StepKind};
use crate::core::json::choice;
use crate::core::rating::Ratings;

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The path's own step of this number, from 0.
    Opening(usize),
    /// Distress and energy before.
    Before,
    /// Distress is 8 or more: Steady ground and Support are offered first.
    Heavy,
    /// The path offers what fits.
    Offer,
    /// The exercise's step of this number, from 0.
    Step(usize),
    /// Distress and energy after; the end of a follow-up.
    After,
    /// It is hard after the exercise: Steady ground and Support are offered
    /// before the path goes on.
    Settle,
    /// Words, at the end of the path.
    Words,
}

choice!(Stage {
    Before = "before",
    Heavy = "heavy",
    Offer = "offer",
    After = "after",
    Settle = "settle",
    Words = "words";
    Opening(usize) = "opening",
    Step(usize) = "step",
});

/// A stretch of the guided path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leg {
    /// What is felt.
    Feeling,
    /// Where it is in the body.
    Body,
    /// How strong it is.
    Rating,
    /// What fits, and its steps.
    Exercise,
    /// How strong it is now.
    RatingAfter,
    /// Words.
    Words,
}

impl Leg {
    /// All of them, in their order after an exercise.
    const WITH_EXERCISE: [Leg; 6] =
        [Leg::Feeling, Leg::Body, Leg::Rating, Leg::Exercise, Leg::RatingAfter, Leg::Words];
    /// Without one, the second rating comes after the words.
    const WITHOUT: [Leg; 6] =
        [Leg::Feeling, Leg::Body, Leg::Rating, Leg::Exercise, Leg::Words, Leg::RatingAfter];
}

impl Stage {
    /// Whether the steps that are known now have this stage.
    pub(super) fn is_in(self, known: Known) -> bool {
        let path = known.sit.is_some();
        match self {
            Stage::Opening(at) => known.sit.is_some_and(|sit| at < sit.steps.len()),
            Stage::Step(at) => at < known.steps().len(),
            Stage::Offer | Stage::Settle | Stage::Words => path,
            Stage::Before | Stage::Heavy | Stage::After => true,
        }
    }

    /// The order of all stages. What was done is rated after it was done: after
    /// the exercise, or where there is none, after the words.
    fn rank(self, known: Known) -> (u8, usize) {
        match self {
            Stage::Opening(at) => (0, at),
            Stage::Before => (1, 0),
            Stage::Heavy => (2, 0),
            Stage::Offer => (3, 0),
            Stage::Step(at) => (4, at),
            Stage::Words if known.exercise.is_none() => (5, 0),
            Stage::After => (6, 0),
            Stage::Settle => (7, 0),
            Stage::Words => (8, 0),
        }
    }

    /// Whether it only offers help.
    fn is_help(self) -> bool {
        matches!(self, Stage::Heavy | Stage::Settle)
    }
}

impl Run {
    /// The stages in their order.
    fn way(&self, known: Known) -> Vec<Stage> {
        let mut way = Vec::new();
        way.extend((0..known.sit.map_or(0, |sit| sit.steps.len())).map(Stage::Opening));
        if !known.later {
            way.push(Stage::Before);
        }
        if self.before.is_heavy() {
            way.push(Stage::Heavy);
        } else if known.sit.is_some() {
            way.push(Stage::Offer);
        }
        let steps = known.steps();
        way.extend((0..steps.len()).filter(|at| self.is_shown(&steps[*at])).map(Stage::Step));
        way.push(Stage::After);
        if known.sit.is_some() {
            if known.exercise.is_some() && self.after.calls_for_settling(self.before) {
                way.push(Stage::Settle);
            }
            way.push(Stage::Words);
        }
        way.sort_unstable_by_key(|stage| stage.rank(known));
        way
    }

    /// Whether there is nothing in it that anybody would miss.
    pub fn is_blank(&self) -> bool {
        let unanswered = self.answers().next().is_none() && self.before == Ratings::default();
        // The steps themselves are not asked for: who only keeps drafts has none.
        let at_first = match self.course {
            Course::Exercise(_) => self.stage == Stage::Before,
            Course::FollowUp(..) => true,
            Course::Sit(_) => self.stage == Stage::Opening(0),
        };
        unanswered && at_first
    }

    /// The stage that it begins at.
    pub(super) fn first_stage(&self) -> Stage {
        let known = self.course.known();
        known.ok().and_then(|known| self.way(known).first().copied()).unwrap_or(Stage::Before)
    }

    /// The stage after this one; at the end it is the same.
    pub(super) fn stage_after(&self, known: Known) -> Stage {
        let here = self.stage.rank(known);
        let later = |stage: &Stage| stage.rank(known) > here;
        self.way(known).into_iter().find(later).unwrap_or(self.stage)
    }

    /// The stage before this one, past what only offers help; at the start it is
    /// the same.
    pub(super) fn stage_before(&self, known: Known) -> Stage {
        let here = self.stage.rank(known);
        let before = |stage: &Stage| !stage.is_help() && stage.rank(known) < here;
        self.way(known).into_iter().rfind(before).unwrap_or(self.stage)
    }

    /// Whether nothing comes before where it stands.
    pub fn is_at_start(&self) -> bool {
        self.course.known().is_ok_and(|known| self.stage_before(known) == self.stage)
    }

    /// Whether nothing comes after where it stands.
    pub fn is_at_end(&self) -> bool {
        self.course.known().is_ok_and(|known| self.stage_after(known) == self.stage)
    }

    /// The step that it stands at, of the path or of the exercise.
    pub fn step_here(&self) -> Option<&'static Step> {
        let known = self.course.known().ok()?;
        match self.stage {
            Stage::Opening(at) => known.sit?.steps.get(at),
            Stage::Words => known.sit.map(|sit| &sit.words),
            Stage::Step(at) => known.steps().get(at),
            _ => None,
        }
    }

    /// Where it stands among the steps of its exercise that are there, and how
    /// many they are.
    pub fn place(&self) -> Option<(usize, usize)> {
        let Stage::Step(_) = self.stage else { return None };
        let way = self.way(self.course.known().ok()?);
        let steps = || way.iter().filter(|stage| matches!(stage, Stage::Step(_)));
        let at = steps().position(|stage| *stage == self.stage)?;
        Some((at + 1, steps().count()))
    }

    /// The stretches of the guided path in their order, and at which of them it
    /// stands; none for other runs.
    pub fn legs(&self) -> Option<([Leg; 6], usize)> {
        let known = self.course.known().ok()?;
        known.sit?;
        let legs = if known.exercise.is_some() { Leg::WITH_EXERCISE } else { Leg::WITHOUT };
        let here = self.leg(self.stage, known);
        Some((legs, legs.iter().position(|leg| *leg == here)?))
    }

    /// How far it has come, from 0 to 1.
    pub fn thawed(&self) -> f64 {
        match (self.legs(), self.stage, self.place()) {
            (Some((legs, at)), ..) => (at as f64 + self.share_of_leg()) / legs.len() as f64,
            (None, Stage::Before | Stage::Heavy, _) => 0.0,
            (None, _, Some((at, all))) => at as f64 / (all + 1) as f64,
            (None, _, None) => 1.0,
        }
    }

    /// How much of its stretch of the path it has come, where it stands counted.
    /// An offer is nothing yet: how many steps come depends on what is chosen.
    fn share_of_leg(&self) -> f64 {
        let Ok(known) = self.course.known() else { return 0.0 };
        let here = self.leg(self.stage, known);
        let way = self.way(known).into_iter();
        let is_step = |stage: &Stage| !matches!(stage, Stage::Heavy | Stage::Offer);
        let leg = way.filter(|stage| is_step(stage) && self.leg(*stage, known) == here);
        let leg: Vec<_> = leg.collect();
        let at = leg.iter().position(|stage| *stage == self.stage);
        at.map_or(0.0, |at| (at + 1) as f64 / leg.len() as f64)
    }

    fn leg(&self, stage: Stage, known: Known) -> Leg {
        match stage {
            Stage::Opening(at) => {
                let step = known.sit.and_then(|sit| sit.steps.get(at));
                match step.map(|step| &step.kind) {
                    Some(StepKind::Body { .. }) => Leg::Body,
                    _ => Leg::Feeling,
                }
            }
            Stage::Before => Leg::Rating,
            Stage::Heavy | Stage::Offer | Stage::Step(_) => Leg::Exercise,
            Stage::After | Stage::Settle => Leg::RatingAfter,
            Stage::Words => Leg::Words,
        }
    }
}
