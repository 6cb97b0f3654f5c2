//! Where the person is: the route of the address, and how far down each place
//! in the history was scrolled.
//!
//! A person may keep their steps out of the history: then the address names the
//! first screen whatever is shown, for browsers write every other address to
//! their own list, one that only replaced another too. While the journal is
//! locked it is not known whether that is wanted, so steps are kept out.

use super::notice::NoticeState;
use super::settings::SettingsState;
use super::vault::VaultState;
use crate::browser::events::Pressed;
use crate::browser::{events, location, page, timers};
use crate::core::route::Route;
use crate::core::vault::log::door::Needs;
use crate::state::signals::{RwSignal, StoredValue};

/// Where the person is.
#[derive(Clone, Copy)]
pub struct PlaceState {
    route: RwSignal<Route>,
    /// The name of the screen that is shown.
    screen: RwSignal<String>,
    /// What the address names now, where that is not the route.
    renamed: StoredValue<Option<Route>>,
    /// Whether the address was made to name the first screen whatever is shown.
    bare: StoredValue<bool>,
    history: StoredValue<History>,
    notice: NoticeState,
    settings: SettingsState,
    vault: VaultState,
}

/// How far each place of the history was scrolled, by its number there.
#[derive(Default)]
struct History {
    at: usize,
    scrolled: Vec<f64>,
    moved: bool,
}

impl PlaceState {
    pub(super) fn new(notice: NoticeState, settings: SettingsState, vault: VaultState) -> Self {
        let route = Route::of_hash(&location::hash()).unwrap_or(Route::Home);
        let place = Self {
            route: RwSignal::new(route),
            screen: RwSignal::new(String::new()),
            renamed: StoredValue::new(None),
            bare: StoredValue::new(false),
            history: StoredValue::new(History::default()),
            notice,
            settings,
            vault,
        };
        location::keep_scroll_ourselves();
        location::number_place(0);
        events::on_hash_change(move || place.arrived());
        events::on_link(move |hash| match Route::of_hash(&hash) {
            Some(route) if place.keeps_out() => {
                place.step(route);
                Pressed::Taken
            }
            _ => Pressed::Left,
        });
        place
    }

    /// The route; told when it changes.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The route as it is now.
    pub fn route_now(self) -> Route {
        self.route.get_untracked()
    }

    /// Names the screen that is shown.
    pub fn named(self, screen: String) {
        self.screen.set(screen);
    }

    /// The name of the screen that is shown; told when it changes.
    pub fn screen(self) -> String {
        self.screen.get()
    }

    /// Goes to a route.
    pub fn go(self, route: &Route) {
        match self.keeps_out() {
            true => self.step(route.clone()),
            false => location::go(&route.to_string()),
        }
    }

    /// Goes to a route that takes the place of this one in the history.
    pub fn replace(self, route: &Route) {
        match self.keeps_out() {
            true => self.step(route.clone()),
            false => location::replace(&route.to_string()),
        }
    }

    /// Has a reload come to another route, without going anywhere.
    pub fn rename(self, route: Route) {
        if !self.keeps_out() {
            location::rename(&route.to_string());
        }
        self.renamed.set_value(Some(route));
    }

    /// Takes over what the address was renamed to: what is drawn anew is what it
    /// names.
    pub(super) fn look_again(self) {
        let renamed = self.renamed.with_value(Clone::clone);
        if let Some(route) = renamed.filter(|route| *route != self.route_now()) {
            self.route.set(route);
        }
    }

    /// Whether the person went anywhere since the page was loaded.
    pub fn has_moved(self) -> bool {
        self.history.with_value(|history| history.moved)
    }

    /// Has the address tell what is shown, or nothing where that is wanted. It
    /// hears when one or the other is.
    pub fn address_follows(self) {
        let (hides, needs) = (self.settings.hides_steps(), self.vault.needs());
        if hides {
            self.bare_address();
        } else if needs == Needs::Nothing && self.bare.get_value() {
            self.bare.set_value(false);
            location::rename(&self.reload_to().to_string());
        }
    }

    /// Whether steps are kept out of the history now.
    fn keeps_out(self) -> bool {
        self.settings.hides_steps_now() || self.vault.is_locked_now()
    }

    /// What a reload is to come to.
    fn reload_to(self) -> Route {
        self.renamed.with_value(Clone::clone).unwrap_or_else(|| self.route_now())
    }

    /// Goes to a route without a word to the history.
    fn step(self, route: Route) {
        if route != self.reload_to() {
            self.bare_address();
            self.show(route, 0.0);
        }
    }

    fn bare_address(self) {
        self.bare.set_value(true);
        if !location::hash().is_empty() {
            location::rename(&Route::Home.to_string());
        }
    }

    fn arrived(self) {
        // The skip link and its like fire this event too, and are left alone.
        let Some(route) = Route::of_hash(&location::hash()) else { return };
        let scroll_to = self.history.update_value(History::arrive);
        match self.settings.hides_steps_now() {
            true => self.bare_address(),
            false => self.bare.set_value(false),
        }
        self.show(route, scroll_to);
    }

    fn show(self, route: Route, scroll_to: f64) {
        self.renamed.set_value(None);
        self.history.update_value(|history| history.moved = true);
        self.notice.screen_changed();
        self.route.set(route);
        // The screen is drawn once this event is done with.
        timers::after(0, move || {
            page::focus_heading();
            page::scroll_to(scroll_to);
        })
        .leave_running();
    }
}

impl History {
    /// Notes how far the place left was scrolled, and says how far the place
    /// arrived at was: a place with a number was here before.
    fn arrive(&mut self) -> f64 {
        if self.scrolled.len() <= self.at {
            self.scrolled.resize(self.at + 1, 0.0);
        }
        self.scrolled[self.at] = page::scrolled();
        match location::place_number() {
            Some(number) => {
                self.at = number;
                self.scrolled.get(number).copied().unwrap_or(0.0)
            }
            None => {
                self.at += 1;
                self.scrolled.truncate(self.at);
                location::number_place(self.at);
                0.0
            }
        }
    }
}
