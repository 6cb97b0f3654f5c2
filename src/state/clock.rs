//! The device's clock, looked at when the journal is opened, at every return and
//! now and then: a doubt is said before anything is done by a date.

use super::States;
use crate::browser::{clock, timers};
use crate::core::clock::{Doubt, Look, at_start, is_to_be_kept};
use crate::core::settings::Settings;
use crate::state::signals::{RwSignal, StoredValue};
use crate::state::vault::Health;

/// The device's clock.
#[derive(Clone, Copy)]
pub struct ClockState {
    doubt: RwSignal<Option<Doubt>>,
    /// The first look of this page, or the one at which the person called it right.
    first: StoredValue<Look>,
}

fn look() -> Look {
    Look { now: clock::now(), running: timers::running() / 1_000.0 }
}

impl ClockState {
    pub(super) fn new() -> Self {
        Self { doubt: RwSignal::new(None), first: StoredValue::new(look()) }
    }

    /// Why it is in doubt, if it is; told when that changes.
    pub fn doubt(self) -> Option<Doubt> {
        self.doubt.get()
    }
}

impl States {
    pub(super) fn look_at_clock(self) {
        let look = look();
        let last = self.settings.kept_now().started;
        let doubt = look.after(self.clock.first.get_value()).or_else(|| at_start(look.now, last));
        if self.clock.doubt.get_untracked() != doubt {
            self.clock.doubt.set(doubt);
        }
    }

    /// Keeps when the journal was opened, once a day, where there is one.
    pub(super) fn keep_start(self) {
        let now = clock::now();
        let believed = self.clock.doubt.get_untracked().is_none();
        let due = is_to_be_kept(now, self.settings.kept_now().started);
        let kept = self.vault.health_now() == Health::Kept
            && self.journal.with_now(|journal| journal.all().next().is_some());
        if believed && due && kept {
            // Where it cannot be kept now, it is once there is more to tend.
            let _ = self.settings.change_kept(|settings| settings.started = Some(now));
        }
    }

    /// The person has looked at the clock, and it is right.
    pub fn believe_clock(self) {
        let look = look();
        self.clock.first.set_value(look);
        let started = Some(look.now);
        if self.settings.change_kept(|settings| settings.started = started).is_err() {
            // While the page is open it holds all the same.
            self.settings.take(Some(Settings { started, ..self.settings.kept_now() }));
        }
        self.look_at_clock();
    }
}
