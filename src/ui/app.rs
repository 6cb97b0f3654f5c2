//! The shell around every screen: what is always there, the way to other
//! screens, and the screen that the address names.

use super::pages;
use super::parts::always::Always;
use super::parts::notice::Notices;
use crate::browser::page;
use crate::core::content::words::shell as words;
use crate::core::route::Route;
use crate::state::exit::ExitState;
use crate::state::place::PlaceState;
use leptos::prelude::*;

/// The program.
#[component]
pub fn App() -> impl IntoView {
    crate::state::provide();
    let exit = expect_context::<ExitState>();
    move || match exit.is_covered() {
        true => view! { <pages::cover::Cover/> }.into_any(),
        false => view! { <Shell/> }.into_any(),
    }
}

#[component]
fn Shell() -> impl IntoView {
    let place = expect_context::<PlaceState>();
    let skip = move |event: leptos::ev::MouseEvent| {
        // The hash holds the route, so the focus is moved by hand.
        event.prevent_default();
        page::focus("#main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{words::SKIP}</a>
        <header class="top">
            <a class="brand" href=Route::Home.to_string()>{words::NAME}</a>
            <Ways/>
            <Always/>
        </header>
        <main id="main" class="main" tabindex="-1">
            <Notices/>
            {move || screen(place.route())}
        </main>
        <footer class="foot">
            <Way route=Route::Settings name=words::SETTINGS/>
            <Way route=Route::About name=words::ABOUT/>
        </footer>
    }
}

/// The ways to the main screens.
#[component]
fn Ways() -> impl IntoView {
    view! {
        <nav class="ways" aria-label=words::NAV>
            <Way route=Route::Home name=words::HOME/>
            <Way route=Route::Write(None) name=words::WRITE/>
            <Way route=Route::Journal name=words::JOURNAL/>
            <Way route=Route::Themes name=words::THEMES/>
            <Way route=Route::Exercises name=words::EXERCISES/>
        </nav>
    }
}

/// A link to a screen that says whether it is the one shown.
#[component]
fn Way(
    /// Where it leads.
    route: Route,
    /// What it says.
    name: &'static str,
) -> impl IntoView {
    let place = expect_context::<PlaceState>();
    let address = route.to_string();
    let current = move || (place.route() == route).then_some("page");
    view! { <a class="way" href=address aria-current=current>{name}</a> }
}

/// The screen of a route. Each is erased here, so that no view's type holds
/// all of them.
fn screen(route: Route) -> AnyView {
    use pages::*;
    match route {
        Route::Home => view! { <home::Home/> }.into_any(),
        Route::Write(prompt) => view! { <write::Write prompt=prompt/> }.into_any(),
        Route::Draft(id) => view! { <write::GoOn id=id/> }.into_any(),
        Route::Entry(id) => view! { <entry::EntryScreen id=id/> }.into_any(),
        Route::EditEntry(id) => view! { <write::Edit id=id/> }.into_any(),
        Route::Journal => view! { <journal::JournalScreen/> }.into_any(),
        Route::Bin => view! { <bin::Bin/> }.into_any(),
        Route::Themes => view! { <themes::Themes/> }.into_any(),
        Route::Theme { slug, section } => {
            view! { <theme::ThemeScreen slug=slug section=section/> }.into_any()
        }
        Route::Exercises => view! { <exercises::Exercises/> }.into_any(),
        Route::Exercise(slug) => view! { <exercise::ExerciseScreen slug=slug/> }.into_any(),
        Route::Support => view! { <support::Support/> }.into_any(),
        Route::Steady => view! { <steady::Steady/> }.into_any(),
        Route::Settings => view! { <settings::SettingsScreen/> }.into_any(),
        Route::Keys => view! { <keys::KeysScreen/> }.into_any(),
        Route::Storage => view! { <storage::Storage/> }.into_any(),
        Route::About => view! { <about::About/> }.into_any(),
        Route::NotFound => view! { <not_found::NotFound/> }.into_any(),
    }
}
