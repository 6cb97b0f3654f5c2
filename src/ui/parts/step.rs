//! What a person does in a step, by its kind.

use crate::core::content::exercises::{Choice, Step, StepKind};
use crate::core::content::words::exercise as words;
use crate::core::entry::{Answer, Chosen};
use crate::core::rating::Rating;
use crate::state::run::RunState;
use crate::ui::parts::breath::breath;
use crate::ui::parts::field::writing_field;
use crate::ui::parts::radios::{Legend, RadioOption, radios};
use crate::ui::parts::rating::rating_scale;
use crate::ui::view::{Element, View};

/// Where the minutes of a breath were not chosen.
const USUAL_MINUTES: u16 = 1;

/// The fields of a step, in the run that it is answered in.
pub fn step_fields(step: &'static Step, run: RunState) -> View {
    match &step.kind {
        StepKind::Read => View::Nothing,
        StepKind::Choice { options } => choice_fields(step, options, run).into(),
        StepKind::Breath { minutes_from, breath_in, breath_out } => {
            let chosen = run.with_now(|run| match run.answer(minutes_from) {
                Some(Answer::Choice(chosen)) => chosen.id.parse().ok(),
                _ => None,
            });
            let seconds = chosen.unwrap_or(USUAL_MINUTES) * 60;
            let breathed = move |answer| run.answer(step, Some(answer));
            breath(seconds, *breath_in, *breath_out, breathed).into()
        }
        StepKind::Rating { low, high } => rating_field(step, (low, high), run).into(),
        StepKind::Text => text_field(step, run).into(),
    }
}

/// The heading of the step shows the question already.
fn legend(step: &'static Step) -> Legend {
    Legend::HeardOnly(step.question.to_owned())
}

fn choice_fields(step: &'static Step, options: &'static [Choice], run: RunState) -> Element {
    let chosen = move || {
        run.with(|run| match run.answer(step.id) {
            Some(Answer::Choice(chosen)) => Some(chosen.id.clone()),
            _ => None,
        })
    };
    let choose = move |id: String| {
        if let Some(option) = options.iter().find(|option| option.id == id) {
            let label = option.label.to_owned();
            run.answer(step, Some(Answer::Choice(Chosen { id, label })));
        }
    };
    let shown = options
        .iter()
        .map(|option| RadioOption { id: option.id.to_owned(), label: option.label.to_owned() });
    radios(legend(step), step.id, shown.collect(), chosen, choose)
}

fn rating_field(step: &'static Step, ends: (&'static str, &'static str), run: RunState) -> Element {
    let value = move || {
        run.with(|run| match run.answer(step.id) {
            Some(Answer::Rating(rating)) => Some(*rating),
            _ => None,
        })
    };
    let rate = move |rating: Option<Rating>| run.answer(step, rating.map(Answer::Rating));
    rating_scale(legend(step), step.id, ends, value, rate)
}

fn text_field(step: &'static Step, run: RunState) -> Element {
    let text = move || {
        run.with(|run| match run.answer(step.id) {
            Some(Answer::Text(text)) => text.clone(),
            _ => String::new(),
        })
    };
    let write = move |text: String| {
        run.answer(step, (!text.trim().is_empty()).then_some(Answer::Text(text)));
    };
    writing_field(words::TEXT_LABEL, step.id, text, write)
}
