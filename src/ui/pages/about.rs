//! What this is, and what it is not.

use crate::core::content::words::about as words;
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

/// What this is, and what it is not.
#[component]
pub fn About() -> impl IntoView {
    view! {
        <Screen title=words::TITLE name="about">
            <p>{words::WHAT}</p>
            <p>{words::NOBODY}</p>
            <p>{words::ADULTS}</p>
            <p>{words::HEAVY}</p>
            <p>{words::STOP}</p>
            <h2>{words::KEPT_TITLE}</h2>
            <p>{words::KEPT}</p>
            <h2>{words::TESTED_TITLE}</h2>
            <p>{words::TESTED}</p>
        </Screen>
    }
}
