//! The table of exercises.

use toml::Spanned;

use super::{literal, slice, text};
use crate::exercises::{Exercise, Exercises, Exit, FollowUp, Limit};
use crate::kinds::{Choice, Count, Form, StepKind};
use crate::steps::Step;

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
        ("exits", exits(frame.exits.as_ref())),
        ("settles", frame.settles.to_string()),
        ("limit", option(frame.limit.as_ref().map(limit))),
        ("follow_up", option(frame.follow_up.as_ref().map(|later| follow_up(later, exercise)))),
        ("steps", steps(&exercise.steps)),
    ];
    let rows = fields.map(|(name, value)| format!("        {name}: {value},\n"));
    format!("    Exercise {{\n{}    }},\n", rows.concat())
}

pub(super) fn exits(exits: Option<&Spanned<Vec<Exit>>>) -> String {
    slice(exits.into_iter().flat_map(|exits| exits.get_ref()).map(exit))
}

fn exit(exit: &Exit) -> String {
    match exit {
        Exit::Settle => "Exit::Settle",
        Exit::Skip => "Exit::Skip",
        Exit::Leave => "Exit::Leave",
    }
    .to_owned()
}

fn limit(limit: &Limit) -> String {
    format!("Limit {{ days: {}, why: {} }}", limit.days.get_ref(), text(&limit.why))
}

fn follow_up(later: &FollowUp, exercise: &Exercise) -> String {
    format!(
        "FollowUp {{ line: {}, days: {}, day_from: {}, shows: {}, steps: {} }}",
        text(&later.line),
        option(later.days.as_ref().map(|days| days.get_ref().to_string())),
        option(later.day_from.as_ref().map(text)),
        slice(later.shows.iter().map(text)),
        steps(&exercise.later),
    )
}

pub(super) fn steps(steps: &[Step]) -> String {
    let rows = steps.iter().map(|one| format!("            {},\n", step(one)));
    format!("&[\n{}        ]", rows.collect::<String>())
}

pub(super) fn step(step: &Step) -> String {
    let only_if = step.only_if.as_ref().map(|only_if| {
        let (step, is) = (text(&only_if.step), slice(only_if.is.iter().map(text)));
        format!("OnlyIf {{ step: {step}, is: {is} }}")
    });
    let echo = step.echo.as_ref();
    format!(
        "Step {{ id: {}, question: {}, help: {}, only_if: {}, echo: {}, lead_in: {}, \
         leads_to: {}, kind: {} }}",
        text(&step.id),
        text(&step.question),
        or_empty(step.help.as_ref()),
        option(only_if),
        slice(echo.iter().flat_map(|echo| &echo.steps).map(text)),
        or_empty(echo.and_then(|echo| echo.lead_in.as_ref())),
        option(step.leads_to.as_ref().map(text)),
        kind(&step.kind)
    )
}

fn kind(kind: &StepKind) -> String {
    let named = match kind {
        StepKind::Read { today } => format!("Read {{ today: {today} }}"),
        StepKind::Choice { options, several, own } => format!(
            "Choice {{ options: {}, several: {}, own: {} }}",
            slice(options.iter().map(choice)),
            several.as_ref().map_or(1, |several| *several.get_ref()),
            or_empty(own.as_ref())
        ),
        StepKind::Pick { from } => format!("Pick {{ from: {} }}", slice(from.iter().map(text))),
        StepKind::Rating { low, high } => {
            format!("Rating {{ low: {}, high: {} }}", text(low), text(high))
        }
        StepKind::Map => "Map".to_owned(),
        StepKind::Words { most, apart_from } => {
            let apart_from = or_empty(apart_from.as_ref());
            format!("Words {{ most: {}, apart_from: {apart_from} }}", most.get_ref())
        }
        StepKind::Body { textures } => {
            format!("Body {{ textures: {} }}", slice(textures.iter().map(text)))
        }
        StepKind::Breath { minutes_from, breath_in, breath_out } => format!(
            "Breath {{ minutes_from: {}, breath_in: {}, breath_out: {} }}",
            text(minutes_from),
            count(*breath_in.get_ref()),
            count(*breath_out.get_ref())
        ),
        StepKind::Senses { senses } => {
            let senses = senses.iter().map(|sense| {
                format!("Sense {{ name: {}, count: {} }}", text(&sense.name), sense.count.get_ref())
            });
            format!("Senses {{ senses: {} }}", slice(senses))
        }
        StepKind::Text { form } => format!("Text {{ form: Form::{} }}", form_name(*form)),
        StepKind::Timed { minutes, prompts } => format!(
            "Timed {{ minutes: {}, prompts: {} }}",
            minutes.get_ref(),
            slice(prompts.iter().map(text))
        ),
        StepKind::Plan { after, will } => {
            format!("Plan {{ after: {}, will: {} }}", text(after), text(will))
        }
        StepKind::When { minutes, words_from } => {
            let words_from = or_empty(words_from.as_ref());
            format!("When {{ minutes: {}, words_from: {words_from} }}", minutes.get_ref())
        }
        StepKind::Lid { over } => format!("Lid {{ over: {} }}", slice(over.iter().map(text))),
    };
    format!("StepKind::{named}")
}

fn choice(option: &Choice) -> String {
    format!("Choice {{ id: {}, label: {} }}", text(&option.id), text(&option.label))
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Line => "Line",
        Form::Words => "Words",
        Form::Letter => "Letter",
    }
}

fn count(Count { least, usual, most }: Count) -> String {
    format!("Count {{ least: {least}, usual: {usual}, most: {most} }}")
}

/// A text that may be left out is empty where it is.
fn or_empty(words: Option<&Spanned<String>>) -> String {
    words.map_or_else(|| "\"\"".to_owned(), text)
}

fn option(value: Option<String>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}
