//! The shell around every screen: what is always there, the way to other
//! screens, and the screen that the address names.

use super::pages;
use super::parts::always::always;
use super::parts::button::link;
use super::parts::notice::notices;
use super::parts::title::title;
use super::rest::{self, Piece};
use crate::browser::{page, timers};
use crate::core::content::words::shell as words;
use crate::core::route::Route;
use crate::core::vault::log::door::Needs;
use crate::state::exit::Shown;
use crate::state::here;
use crate::state::signals::Memo;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::untrack;

/// The program.
pub fn app() -> View {
    crate::state::provide();
    let exit = here().exit;
    live(move || match exit.shown() {
        Shown::Program => untrack(shell),
        Shown::Cover => untrack(pages::cover::cover),
        Shown::Nothing => View::Nothing,
    })
}

fn shell() -> View {
    let place = here().place;
    let skip = el("a")
        .class("skip")
        .attr("href", "#main")
        .child(words::SKIP)
        // The hash holds the route, so the focus is moved by hand.
        .on("click", |event| {
            event.prevent();
            page::focus("#main");
        });
    let vault = here().vault;
    let needs = Memo::new(move || vault.needs());
    if untrack(|| needs.get()) == Needs::Nothing {
        takes_keys();
    }
    // What helps in distress is there without a passphrase, and stays as it is
    // when the journal is locked meanwhile.
    let locked = Memo::new(move || {
        needs.get() != Needs::Nothing && !matches!(place.route(), Route::Steady | Route::Support)
    });
    let top = el("header")
        .class("top")
        .child(link(&Route::Home, words::NAME).class("brand"))
        .child(live(move || (needs.get() == Needs::Nothing).then(ways)))
        .child(always());
    let main = el("main")
        .attr("id", "main")
        .class("main")
        .attr("tabindex", "-1")
        .child(notices())
        // What a screen reads while it is made does not make it anew.
        .child(live(move || {
            let route = place.route();
            if locked.get() {
                untrack(|| rest::screen(Piece::Unlock))
            } else {
                untrack(|| screen(route))
            }
        }));
    let foot = el("footer")
        .class("foot")
        .child(way(Route::Settings, words::SETTINGS))
        .child(way(Route::About, words::ABOUT));
    let address = live(move || place.address_follows());
    views![skip, top, main, foot, address, title()]
}

/// Measures how long it took until a screen takes a key press: it does once
/// what runs now is done. Only the first time counts.
pub fn takes_keys() {
    timers::after(0, || timers::end_of_start("freshet:open")).leave_running();
}

/// The ways to the main screens.
fn ways() -> Element {
    el("nav")
        .class("ways")
        .attr("aria-label", words::NAV)
        .child(way(Route::Home, words::HOME))
        .child(way(Route::Write(None), words::WRITE))
        .child(way(Route::Journal, words::JOURNAL))
        .child(way(Route::Themes, words::THEMES))
        .child(way(Route::Exercises, words::EXERCISES))
}

/// A link to a screen that says whether it is the one shown.
fn way(route: Route, name: &'static str) -> Element {
    let place = here().place;
    link(&route, name)
        .class("way")
        .live_attr("aria-current", move || (place.route() == route).then_some("page"))
}

/// The screen of a route. What writes an entry is here at once.
fn screen(route: Route) -> View {
    match route {
        Route::Home => pages::home::home(),
        Route::Write(None) => pages::write::write_freely(),
        later => rest::screen(Piece::Screen(later)),
    }
}
