//! The themes.

use crate::core::content::tables::THEMES;
use crate::core::content::words::themes as words;
use crate::core::route::Route;
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

/// The themes.
#[component]
pub fn Themes() -> impl IntoView {
    let doors: Vec<_> = THEMES
        .iter()
        .map(|theme| {
            let route = Route::Theme { slug: theme.slug.to_owned(), section: None };
            view! {
                <li>
                    <a class="door" href=route.to_string()>
                        <span class="door__title">{theme.title}</span>
                        <span class="door__line">{theme.line}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <Screen title=words::TITLE name="themes">
            <p class="lead">{words::LEAD}</p>
            <ul class="doors__list">{doors}</ul>
        </Screen>
    }
}
