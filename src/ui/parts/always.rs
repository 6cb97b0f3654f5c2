//! What is on every screen, always in the same places.

use crate::core::content::words::shell as words;
use crate::core::route::Route;
use crate::state::exit::ExitState;
use leptos::prelude::*;

/// *Stop and settle*, *Support* and quick exit.
#[component]
pub fn Always() -> impl IntoView {
    let exit = expect_context::<ExitState>();
    view! {
        <div class="always" role="group" aria-label=words::ALWAYS>
            <a class="always__settle" href=Route::Steady.to_string()>{words::SETTLE}</a>
            <a class="always__support" href=Route::Support.to_string()>{words::SUPPORT}</a>
            <button
                class="always__leave"
                type="button"
                title=words::LEAVE_HELP
                on:click=move |_| exit.leave()
            >
                {words::LEAVE}
            </button>
        </div>
    }
}
