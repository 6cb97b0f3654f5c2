//! What a person does in a step, by its kind.

use crate::core::content::exercises::{Choice, Step, StepKind};
use crate::core::content::words::exercise as words;
use crate::core::entry::Answer;
use crate::core::rating::Rating;
use crate::state::run::RunState;
use crate::ui::parts::breath::Breath;
use crate::ui::parts::field::WritingField;
use crate::ui::parts::radios::{RadioOption, Radios};
use crate::ui::parts::rating::RatingScale;
use leptos::prelude::*;

/// Where the minutes of a breath were not chosen.
const USUAL_MINUTES: u16 = 1;

/// The fields of a step.
#[component]
pub fn StepFields(
    /// The step.
    step: &'static Step,
    /// The run that it is answered in.
    run: RunState,
) -> impl IntoView {
    match &step.kind {
        StepKind::Read => ().into_any(),
        StepKind::Choice { options } => {
            view! { <ChoiceFields step=step options=options run=run/> }.into_any()
        }
        StepKind::Breath { minutes_from, breath_in, breath_out } => {
            let chosen = run.with_now(|run| match run.answer(minutes_from) {
                Some(Answer::Choice { id, .. }) => id.parse().ok(),
                _ => None,
            });
            view! {
                <Breath
                    seconds=chosen.unwrap_or(USUAL_MINUTES) * 60
                    breath_in=*breath_in
                    breath_out=*breath_out
                    on_breathed=Callback::new(move |answer| run.answer(step, Some(answer)))
                />
            }
            .into_any()
        }
        StepKind::Rating { low, high } => {
            view! { <RatingField step=step low=low high=high run=run/> }.into_any()
        }
        StepKind::Text => view! { <TextField step=step run=run/> }.into_any(),
    }
}

#[component]
fn ChoiceFields(
    step: &'static Step,
    options: &'static [Choice],
    run: RunState,
) -> impl IntoView {
    let chosen = move || {
        run.with(|run| match run.answer(step.id) {
            Some(Answer::Choice { id, .. }) => Some(id.clone()),
            _ => None,
        })
    };
    let choose = move |id: String| {
        if let Some(option) = options.iter().find(|option| option.id == id) {
            let label = option.label.to_owned();
            run.answer(step, Some(Answer::Choice { id, label }));
        }
    };
    let shown = options
        .iter()
        .map(|option| RadioOption { id: option.id.to_owned(), label: option.label.to_owned() });
    view! {
        <Radios
            legend=step.question
            heard_only=true
            name=step.id
            options=shown.collect()
            chosen=Signal::derive(chosen)
            on_choose=Callback::new(choose)
        />
    }
}

#[component]
fn RatingField(
    step: &'static Step,
    low: &'static str,
    high: &'static str,
    run: RunState,
) -> impl IntoView {
    let value = move || {
        run.with(|run| match run.answer(step.id) {
            Some(Answer::Rating(rating)) => Some(*rating),
            _ => None,
        })
    };
    let rate =
        move |rating: Option<Rating>| run.answer(step, rating.map(Answer::Rating));
    view! {
        <RatingScale
            question=step.question
            heard_only=true
            name=step.id
            low=low
            high=high
            value=Signal::derive(value)
            on_rate=Callback::new(rate)
        />
    }
}

#[component]
fn TextField(step: &'static Step, run: RunState) -> impl IntoView {
    let text = move || {
        run.with(|run| match run.answer(step.id) {
            Some(Answer::Text(text)) => text.clone(),
            _ => String::new(),
        })
    };
    let write = move |text: String| {
        run.answer(step, (!text.trim().is_empty()).then_some(Answer::Text(text)));
    };
    view! {
        <WritingField
            label=words::TEXT_LABEL
            id=step.id
            text=Signal::derive(text)
            on_write=Callback::new(write)
        />
    }
}
