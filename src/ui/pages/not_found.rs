//! An address that leads nowhere.

use crate::core::content::words::trouble as words;
use crate::core::route::Route;
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

/// An address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Screen title=words::NOT_FOUND name="not-found">
            <p>{words::NOT_FOUND_TEXT}</p>
            <p><a href=Route::Home.to_string()>{words::NOT_FOUND_HOME}</a></p>
        </Screen>
    }
}
