//! Use with the network off, and a new version that waits until it is asked
//! for.

use super::drafts::Drafts;
use crate::browser::updates::{self, Offline};
use crate::state::signals::RwSignal;

/// Use with the network off, and a new version.
#[derive(Clone, Copy)]
pub struct UpdateState {
    offline: RwSignal<Offline>,
    waits: RwSignal<bool>,
    drafts: Drafts,
}

impl UpdateState {
    pub(super) fn new(drafts: Drafts) -> Self {
        let state = Self {
            offline: RwSignal::new(updates::offline()),
            waits: RwSignal::new(updates::is_ready()),
            drafts,
        };
        updates::on_offline(move || state.offline.set(updates::offline()));
        updates::on_ready(move || state.waits.set(true));
        state
    }

    /// Whether it opens with the network off.
    pub fn offline(self) -> Offline {
        self.offline.get()
    }

    /// Whether a new version waits.
    pub fn waits(self) -> bool {
        self.waits.get()
    }

    /// Not now: the new version waits for the next start.
    pub fn later(self) {
        self.waits.set(false);
    }

    /// Writes the drafts, then takes the new version. It waits while one cannot
    /// be written.
    pub fn take(self) {
        if self.drafts.write() {
            updates::take();
        }
    }
}
