//! The field that a person writes in. Browsers keep unsaved words in their own
//! session files unless the field says `autocomplete="off"`; some send words
//! to a speller, so that stays off.

use crate::core::content::words::write as words;
use crate::core::route::Route;
use leptos::prelude::*;

/// A field to write in, with the way to Support under it.
#[component]
pub fn WritingField(
    /// What it is for.
    #[prop(into)]
    label: String,
    /// A name that no other field on the screen has.
    #[prop(into)]
    id: String,
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// Told the words at every change.
    on_write: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <textarea
                id=id
                class="field__words"
                rows="6"
                autocomplete="off"
                autocapitalize="sentences"
                spellcheck="false"
                prop:value=move || text.get()
                on:input=move |event| on_write.run(event_target_value(&event))
            ></textarea>
            <p class="field__support">
                <a href=Route::Support.to_string()>{words::SUPPORT}</a>
            </p>
        </div>
    }
}
