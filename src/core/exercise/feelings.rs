//! Feeling words among the answers of a run.

use super::Run;
use crate::core::answer::Answer;
use crate::core::checkin::{CheckIn, WordRefused};
use crate::core::content::exercises::StepKind;
use crate::core::feeling::Point;

impl Run {
    /// The point of the map that was answered, if one was.
    pub fn point(&self) -> Option<Point> {
        self.answers().find_map(|answered| match &answered.answer {
            Answer::Feelings(check_in) => check_in.point,
            _ => None,
        })
    }

    /// Adds a feeling word that is typed at the step here and not added yet.
    pub fn add_typed(&mut self, typed: &str) -> Result<(), WordRefused> {
        let Some(step) = self.step_here() else { return Ok(()) };
        let StepKind::Words { most, .. } = &step.kind else { return Ok(()) };
        let before = match self.answer(step.id) {
            Some(Answer::Feelings(check_in)) => check_in.clone(),
            _ => CheckIn::default(),
        };
        // The point has a step of its own.
        let mut check_in = CheckIn { point: self.point(), ..before.clone() };
        check_in.add_typed(typed, usize::from(*most))?;
        check_in.point = None;
        if check_in != before {
            self.set_answer(step, Some(Answer::Feelings(check_in)));
        }
        Ok(())
    }
}
