//! Steps name each other: what is named stands before, and is of a kind that
//! fits. Nothing is counted to zero, and a follow-up has its day.

use toml::Spanned;

use crate::draft::Draft;
use crate::exercises::{Exercise, FollowUp};
use crate::kinds::StepKind;
use crate::problem::{ProblemKind, Problems};
use crate::steps::{OnlyIf, Step};

/// All exercises.
pub(super) fn check(draft: &Draft, problems: &mut Problems) {
    for exercise in &draft.exercises.all {
        let all: Vec<_> = exercise.all_steps().collect();
        for (number, step) in all.iter().enumerate() {
            // A run of the follow-up holds its own answers; only a lid reaches
            // over all that was written.
            let first = if number < exercise.steps.len() { 0 } else { exercise.steps.len() };
            let (before, all) = (&all[first..number], &all[..number]);
            Reader { exercise, before, all, problems }.step(step);
            if let Some(slug) = &step.leads_to
                && !draft.exercises.slugs.contains(slug.get_ref())
            {
                let what = format!("there is no exercise `{}`", slug.get_ref());
                let at = slug.span().start;
                exercise.source.problem(at, ProblemKind::UnknownExercise, what, problems);
            }
        }
        if let Some(limit) = &exercise.frame.limit {
            check_number(exercise, &limit.days, problems);
        }
        if let Some(later) = &exercise.frame.follow_up {
            check_follow_up(exercise, later, problems);
        }
    }
}

/// Holds a step to those before it.
struct Reader<'a> {
    exercise: &'a Exercise,
    before: &'a [&'a Step],
    all: &'a [&'a Step],
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn step(&mut self, step: &Step) {
        if let Some(only_if) = &step.only_if {
            self.only_if(only_if);
        }
        for id in step.echo.iter().flat_map(|echo| &echo.steps) {
            self.named(id, StepKind::is_written);
        }
        match &step.kind {
            StepKind::Pick { from } => {
                from.iter().for_each(|id| self.named(id, StepKind::is_written));
            }
            StepKind::Lid { over } => {
                self.before = self.all;
                over.iter().for_each(|id| self.named(id, StepKind::is_written));
            }
            StepKind::Words { apart_from: Some(id), .. } => {
                self.named(id, |kind| matches!(kind, StepKind::Words { .. }));
            }
            StepKind::When { words_from: Some(id), .. } => self.named(id, StepKind::is_written),
            _ => {}
        }
        for number in step.kind.numbers() {
            check_number(self.exercise, number, self.problems);
        }
    }

    fn only_if(&mut self, only_if: &OnlyIf) {
        let is_choice = |kind: &StepKind| matches!(kind, StepKind::Choice { .. });
        self.named(&only_if.step, is_choice);
        let step = self.before.iter().find(|step| step.id == only_if.step);
        let Some(StepKind::Choice { options, .. }) = step.map(|step| &step.kind) else { return };
        for id in only_if.is.iter().filter(|id| !options.iter().any(|one| one.id == **id)) {
            let what = format!("`{}` has no option `{}`", only_if.step.get_ref(), id.get_ref());
            let at = id.span().start;
            self.exercise.source.problem(at, ProblemKind::UnknownOption, what, self.problems);
        }
    }

    /// A step that stands before and is of a kind that fits.
    fn named(&mut self, id: &Spanned<String>, fits: fn(&StepKind) -> bool) {
        if !self.before.iter().any(|step| step.id == *id && fits(&step.kind)) {
            let what = format!("`{}` is no earlier step that fits here", id.get_ref());
            let at = id.span().start;
            self.exercise.source.problem(at, ProblemKind::UnknownStep, what, self.problems);
        }
    }
}

fn check_number(exercise: &Exercise, number: &Spanned<u8>, problems: &mut Problems) {
    if *number.get_ref() == 0 {
        let at = number.span().start;
        exercise.source.problem(at, ProblemKind::Zero, "a zero stands here".to_owned(), problems);
    }
}

fn check_follow_up(exercise: &Exercise, later: &FollowUp, problems: &mut Problems) {
    if let Some(days) = &later.days {
        check_number(exercise, days, problems);
    }
    let at = later.line.span().start;
    if later.days.is_none() && later.day_from.is_none() {
        let what = "nothing gives the follow-up a day".to_owned();
        exercise.source.problem(at, ProblemKind::FollowUpWithoutDay, what, problems);
    }
    if exercise.later.is_empty() {
        let what = "the follow-up asks nothing".to_owned();
        exercise.source.problem(at, ProblemKind::FollowUpWithoutDay, what, problems);
    }
    let before: Vec<_> = exercise.steps.iter().collect();
    let mut reader = Reader { exercise, before: &before, all: &before, problems };
    if let Some(id) = &later.day_from {
        reader.named(id, StepKind::is_dated);
    }
    for id in &later.shows {
        reader.named(id, StepKind::is_written);
    }
}
