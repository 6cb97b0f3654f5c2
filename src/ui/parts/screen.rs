//! The frame of a screen: its heading takes the focus on arrival, and names
//! the page.

use crate::browser::page;
use crate::core::content::words::shell as words;
use leptos::prelude::*;

/// A screen with its heading.
#[component]
pub fn Screen(
    /// Its heading; never a person's words.
    #[prop(into)]
    title: String,
    /// Its name for the style.
    name: &'static str,
    children: Children,
) -> impl IntoView {
    page::set_title(&words::title(&title));
    view! {
        <article class=format!("screen screen--{name}")>
            <h1 class="screen__title" tabindex="-1">{title}</h1>
            {children()}
        </article>
    }
}
