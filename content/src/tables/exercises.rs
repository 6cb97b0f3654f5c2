//! The table of exercises.

use super::{literal, slice, text};
use crate::exercises::{Exercise, Exercises, Exit};
use crate::steps::{Count, Step, StepKind};

pub(super) fn source(exercises: &Exercises) -> String {
    format!(
        "/// The exercises, in the order of their numbers.\n\
         pub static EXERCISES: [Exercise; {}] = [\n{}];\n",
        exercises.all.len(),
        exercises.all.iter().map(exercise).collect::<String>()
    )
}

fn exercise(exercise: &Exercise) -> String {
    let frame = &exercise.frame;
    let exits = frame.exits.iter().flat_map(|exits| exits.get_ref()).map(exit);
    let fields = [
        ("slug", literal(&exercise.source.slug())),
        ("version", frame.version.to_string()),
        ("theme", text(&frame.theme)),
        ("title", text(&frame.title)),
        ("time", text(&frame.time)),
        ("what", text(&frame.what)),
        ("what_not", text(&frame.what_not)),
        ("why", text(&frame.why)),
        ("skip_if", text(&frame.skip_if)),
        ("instead", text(&frame.instead)),
        ("exits", slice(exits)),
        ("steps", format!("&[\n{}        ]", exercise.steps.iter().map(step).collect::<String>())),
    ];
    let rows = fields.map(|(name, value)| format!("        {name}: {value},\n"));
    format!("    Exercise {{\n{}    }},\n", rows.concat())
}

fn exit(exit: &Exit) -> String {
    match exit {
        Exit::Settle => "Exit::Settle",
        Exit::Skip => "Exit::Skip",
        Exit::Leave => "Exit::Leave",
    }
    .to_owned()
}

fn step(step: &Step) -> String {
    format!(
        "            Step {{ id: {}, question: {}, help: {}, kind: {} }},\n",
        text(&step.id),
        text(&step.question),
        step.help.as_ref().map_or_else(|| "\"\"".to_owned(), text),
        kind(&step.kind)
    )
}

fn kind(kind: &StepKind) -> String {
    match kind {
        StepKind::Read => "StepKind::Read".to_owned(),
        StepKind::Text => "StepKind::Text".to_owned(),
        StepKind::Choice(options) => {
            let options = options.iter().map(|option| {
                format!("Choice {{ id: {}, label: {} }}", text(&option.id), text(&option.label))
            });
            format!("StepKind::Choice {{ options: {} }}", slice(options))
        }
        StepKind::Breath { minutes_from, breath_in, breath_out } => format!(
            "StepKind::Breath {{ minutes_from: {}, breath_in: {}, breath_out: {} }}",
            text(minutes_from),
            count(*breath_in.get_ref()),
            count(*breath_out.get_ref())
        ),
        StepKind::Rating { low, high } => {
            format!("StepKind::Rating {{ low: {}, high: {} }}", text(low), text(high))
        }
    }
}

fn count(Count { least, usual, most }: Count) -> String {
    format!("Count {{ least: {least}, usual: {usual}, most: {most} }}")
}
