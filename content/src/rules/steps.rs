//! Readings and exercises name each other, and breaths know how long they last.

use toml::Spanned;

use crate::draft::Draft;
use crate::exercises::Exercise;
use crate::kinds::{Count, StepKind};
use crate::problem::{ProblemKind, Problems};
use crate::steps::Step;

/// All readings and exercises.
pub(super) fn check(draft: &Draft, problems: &mut Problems) {
    for reading in draft.readings() {
        for slug in &reading.front.exercises {
            if !draft.exercises.slugs.contains(slug.get_ref()) {
                let what = format!("there is no exercise `{}`", slug.get_ref());
                let at = slug.span().start;
                reading.source.problem(at, ProblemKind::UnknownExercise, what, problems);
            }
        }
    }
    for exercise in &draft.exercises.all {
        let theme = &exercise.frame.theme;
        let slugs = draft.themes.slugs.iter().chain(&draft.pages.slugs);
        if !slugs.into_iter().any(|slug| slug == theme.get_ref()) {
            let what = format!("there is no theme or page `{}`", theme.get_ref());
            let at = theme.span().start;
            exercise.source.problem(at, ProblemKind::UnknownTheme, what, problems);
        }
        for (number, step) in exercise.steps.iter().enumerate() {
            check_breath(exercise, &exercise.steps[..number], step, problems);
        }
    }
}

fn check_breath(exercise: &Exercise, before: &[Step], step: &Step, problems: &mut Problems) {
    let StepKind::Breath { minutes_from, breath_in, breath_out } = &step.kind else {
        return;
    };
    if !before.iter().any(|step| step.id == *minutes_from && says_minutes(step)) {
        let what = format!("`{}` is no earlier choice of minutes", minutes_from.get_ref());
        let at = minutes_from.span().start;
        exercise.source.problem(at, ProblemKind::BreathWithoutMinutes, what, problems);
    }
    for count in [breath_in, breath_out] {
        check_count(exercise, count, problems);
    }
}

fn says_minutes(step: &Step) -> bool {
    let minutes = |id: &Spanned<String>| id.get_ref().parse().is_ok_and(|minutes: u8| minutes > 0);
    matches!(&step.kind, StepKind::Choice { options, several: None, own: None }
        if options.iter().all(|one| minutes(&one.id)))
}

fn check_count(exercise: &Exercise, count: &Spanned<Count>, problems: &mut Problems) {
    let Count { least, usual, most } = *count.get_ref();
    if !(1 <= least && least <= usual && usual <= most) {
        let what = format!("the counts {least}, {usual}, {most} are out of order");
        let at = count.span().start;
        exercise.source.problem(at, ProblemKind::CountsOutOfOrder, what, problems);
    }
}
