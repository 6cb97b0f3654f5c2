//! Where the person is: the route of the address, and how far down each place
//! in the history was scrolled.

use super::notice::NoticeState;
use crate::browser::{events, location, page, timers};
use crate::core::route::Route;
use crate::state::signals::{RwSignal, StoredValue};

/// Where the person is.
#[derive(Clone, Copy)]
pub struct PlaceState {
    route: RwSignal<Route>,
    history: StoredValue<History>,
    notice: NoticeState,
}

/// How far each place of the history was scrolled, by its number there.
#[derive(Default)]
struct History {
    at: usize,
    scrolled: Vec<f64>,
}

impl PlaceState {
    pub(super) fn new(notice: NoticeState) -> Self {
        let route = Route::of_hash(&location::hash()).unwrap_or(Route::Home);
        let place = Self {
            route: RwSignal::new(route),
            history: StoredValue::new(History::default()),
            notice,
        };
        location::keep_scroll_ourselves();
        location::number_place(0);
        events::on_hash_change(move || place.arrived());
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

    /// Goes to a route.
    pub fn go(self, route: &Route) {
        location::go(&route.to_string());
    }

    /// Goes to a route that takes the place of this one in the history.
    pub fn replace(self, route: &Route) {
        location::replace(&route.to_string());
    }

    /// Takes over the address where it was given another hash without going
    /// anywhere: what is drawn anew is what it names.
    pub(super) fn look_again(self) {
        if let Some(route) = Route::of_hash(&location::hash())
            && route != self.route_now()
        {
            self.route.set(route);
        }
    }

    fn arrived(self) {
        // The skip link and its like fire this event too, and are left alone.
        let Some(route) = Route::of_hash(&location::hash()) else { return };
        let scroll_to = self.history.update_value(History::arrive);
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
