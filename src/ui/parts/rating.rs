//! A rating from 0 to 10 as a row of radio buttons rather than a slider: it
//! can stay unanswered, and needs a tap and never a drag.

use crate::core::content::words::exercise as words;
use crate::core::rating::Rating;
use leptos::prelude::*;

/// A scale from 0 to 10.
#[component]
pub fn RatingScale(
    /// The question.
    #[prop(into)]
    question: String,
    /// Whether a heading above shows the question already: then it is heard
    /// and not seen.
    #[prop(optional)]
    heard_only: bool,
    /// A name that no other scale on the screen has.
    name: &'static str,
    /// What 0 means.
    low: &'static str,
    /// What 10 means.
    high: &'static str,
    /// The answer, if there is one.
    #[prop(into)]
    value: Signal<Option<Rating>>,
    /// Told the answer.
    on_rate: Callback<Option<Rating>>,
) -> impl IntoView {
    let stones = (0..=Rating::MOST).filter_map(|number| Rating::try_from(number).ok());
    let stones: Vec<_> = stones
        .map(|rating| {
            let label = match rating.get() {
                0 => format!("0, {low}"),
                Rating::MOST => format!("10, {high}"),
                number => number.to_string(),
            };
            view! {
                <label class="scale__stone">
                    <input
                        type="radio"
                        name=name
                        aria-label=label
                        autocomplete="off"
                        prop:checked=move || value.get() == Some(rating)
                        on:change=move |_| on_rate.run(Some(rating))
                    />
                    <span class="scale__number" aria-hidden="true">{rating.get()}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="scale" data-heard-only=heard_only.then_some("")>
            <legend class="scale__question">{question}</legend>
            <div class="scale__stones">{stones}</div>
            <div class="scale__ends" aria-hidden="true">
                <span>{low}</span>
                <span>{high}</span>
            </div>
            {move || value.get().is_some().then(|| view! {
                <button
                    class="button button--quiet scale__unset"
                    type="button"
                    on:click=move |_| on_rate.run(None)
                >
                    {words::UNSET}
                </button>
            })}
        </fieldset>
    }
}
