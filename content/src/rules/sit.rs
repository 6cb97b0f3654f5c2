//! The guided path asks what a path asks, and its table has a row for each
//! family and nothing that it leaves out.

use toml::Spanned;

use crate::draft::Draft;
use crate::feelings::FAMILIES;
use crate::kinds::{Form, StepKind};
use crate::problem::{ProblemKind, Problems};
use crate::sit::Sit;
use crate::steps::Step;

/// The path, against the exercises.
pub(super) fn check(draft: &Draft, sit: &Sit, problems: &mut Problems) {
    check_steps(draft, sit, problems);
    check_families(sit, problems);
    check_offers(draft, sit, problems);
}

/// First what is felt and where, at last words; nothing that hangs on a choice.
fn check_steps(draft: &Draft, sit: &Sit, problems: &mut Problems) {
    let felt = |kind: &StepKind| match kind {
        StepKind::Words { apart_from, .. } => apart_from.is_none(),
        StepKind::Map | StepKind::Body { .. } => true,
        _ => false,
    };
    let written = |kind: &StepKind| matches!(kind, StepKind::Text { form: Form::Words });
    for step in &sit.steps {
        check_step(sit, step, felt(&step.kind), problems);
    }
    match &sit.words {
        Some(words) => check_step(sit, words, written(&words.kind), problems),
        None => {
            let what = "the path has no place for words".to_owned();
            sit.source.problem(0, ProblemKind::StepOffThePath, what, problems);
        }
    }
    // Both answers stand in one run, under their ids.
    for step in sit.all_steps() {
        let of_exercises = draft.exercises.all.iter().flat_map(|one| one.all_steps());
        if of_exercises.into_iter().any(|other| other.id == step.id) {
            let what = format!("an exercise has a step `{}` too", step.id.get_ref());
            let at = step.id.span().start;
            sit.source.problem(at, ProblemKind::Duplicate, what, problems);
        }
    }
}

fn check_step(sit: &Sit, step: &Step, fits: bool, problems: &mut Problems) {
    let hangs = step.only_if.is_some() || step.echo.is_some() || step.leads_to.is_some();
    if !fits || hangs {
        let what = format!("`{}` is no step of the path", step.id.get_ref());
        let at = step.id.span().start;
        sit.source.problem(at, ProblemKind::StepOffThePath, what, problems);
    }
    for number in step.kind.numbers().into_iter().filter(|number| *number.get_ref() == 0) {
        let at = number.span().start;
        sit.source.problem(at, ProblemKind::Zero, "a zero stands here".to_owned(), problems);
    }
}

/// Each family stands in one row.
fn check_families(sit: &Sit, problems: &mut Problems) {
    let all = || sit.file.rows.iter().flat_map(|row| row.families.get_ref());
    for family in all().filter(|family| !FAMILIES.iter().any(|(id, _)| id == family.get_ref())) {
        let what = format!("the program has no family `{}`", family.get_ref());
        let at = family.span().start;
        sit.source.problem(at, ProblemKind::UnknownFamily, what, problems);
    }
    for (id, _) in FAMILIES {
        if !all().any(|family| family.get_ref() == id) {
            let what = format!("no row is for the family `{id}`");
            sit.source.problem(0, ProblemKind::FamilyWithoutRow, what, problems);
        }
    }
}

/// Something is offered everywhere; it exists, and is not left out.
fn check_offers(draft: &Draft, sit: &Sit, problems: &mut Problems) {
    let mut problem = |slug: &Spanned<String>, kind, what: &str| {
        let what = format!("{what} `{}`", slug.get_ref());
        sit.source.problem(slug.span().start, kind, what, problems);
    };
    for slug in sit.offered().chain(&sit.file.left_out) {
        if !draft.exercises.slugs.contains(slug.get_ref()) {
            problem(slug, ProblemKind::UnknownExercise, "there is no exercise");
        }
    }
    for slug in sit.offered().filter(|slug| sit.file.left_out.iter().any(|out| out == *slug)) {
        problem(slug, ProblemKind::LeftOutOffered, "the path leaves out, and offers,");
    }
    let empty = |exercises: &[Spanned<String>], writing: bool| exercises.is_empty() && !writing;
    let rows = sit.file.rows.iter();
    let rows = rows
        .filter(|row| empty(&row.exercises, row.writing) || row.families.get_ref().is_empty())
        .map(|row| row.families.span().start);
    let last = &sit.file.no_words;
    let last = empty(&last.get_ref().exercises, last.get_ref().writing).then(|| last.span().start);
    for at in rows.chain(last) {
        let what = "the row is for nothing, or offers nothing".to_owned();
        sit.source.problem(at, ProblemKind::EmptyRow, what, problems);
    }
}
