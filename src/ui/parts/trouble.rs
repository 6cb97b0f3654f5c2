//! What went wrong with saving, in words, and what to do.

use crate::core::content::words::trouble as words;
use crate::core::vault::log::SaveError;
use leptos::prelude::*;

/// The words for an error.
pub fn words_of(error: &SaveError) -> String {
    match error {
        SaveError::Full => words::FULL.to_owned(),
        SaveError::Denied => words::DENIED.to_owned(),
        SaveError::NotKept => words::NOT_KEPT.to_owned(),
        SaveError::Newer => words::NEWER.to_owned(),
        SaveError::Conflict(_) => words::CONFLICT.to_owned(),
        SaveError::Other(browsers) => words::other(browsers),
    }
}

/// An error beside what could not be saved; said at once.
#[component]
pub fn Trouble(
    /// What could not be done.
    what: &'static str,
    /// Why, if it could not.
    #[prop(into)]
    error: Signal<Option<SaveError>>,
) -> impl IntoView {
    view! {
        <div role="alert">
            {move || error.get().map(|error| view! {
                <p class="warning"><strong>{what}</strong> " " {words_of(&error)}</p>
            })}
        </div>
    }
}
