//! The plain cover that stands after quick exit: nothing on it tells what is
//! behind it.

use crate::browser::page;
use crate::core::content::words::cover as words;
use crate::state::exit::ExitState;
use leptos::prelude::*;

/// The plain cover.
#[component]
pub fn Cover() -> impl IntoView {
    let exit = expect_context::<ExitState>();
    page::set_title(words::TITLE);
    view! {
        <main class="cover">
            <h1 tabindex="-1">{words::TITLE}</h1>
            <button class="button" type="button" on:click=move |_| exit.uncover()>
                {words::OPEN}
            </button>
        </main>
    }
}
