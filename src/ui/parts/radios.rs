//! One of a few, as native radio buttons: one tap, arrow keys, nothing chosen
//! until something is.

use leptos::prelude::*;

/// One of the few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RadioOption {
    /// Its value.
    pub id: String,
    /// What it says.
    pub label: String,
}

/// A group of radio buttons.
#[component]
pub fn Radios(
    /// The question.
    #[prop(into)]
    legend: String,
    /// Whether a heading above shows the question already: then it is heard
    /// and not seen.
    #[prop(optional)]
    heard_only: bool,
    /// A name that no other group on the screen has.
    #[prop(into)]
    name: String,
    /// What can be taken.
    options: Vec<RadioOption>,
    /// What is taken.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// Told what is taken.
    on_choose: Callback<String>,
) -> impl IntoView {
    let options = options.into_iter().map(|option| {
        let RadioOption { id, label } = option;
        let (value, mine, name) = (id.clone(), id.clone(), name.clone());
        view! {
            <label class="radios__option">
                <input
                    type="radio"
                    name=name
                    value=value
                    autocomplete="off"
                    prop:checked=move || chosen.with(|chosen| chosen.as_ref() == Some(&mine))
                    on:change=move |_| on_choose.run(id.clone())
                />
                <span class="radios__label">{label}</span>
            </label>
        }
    });
    let options: Vec<_> = options.collect();
    view! {
        <fieldset class="radios" data-heard-only=heard_only.then_some("")>
            <legend class="radios__legend">{legend}</legend>
            <div class="radios__options">{options}</div>
        </fieldset>
    }
}
