//! Locking by itself: after a while in which nothing was touched, or out of
//! sight. Judged by the clock at every return as well as by a timer, for
//! timers stand still while a device sleeps.

use super::States;
use crate::browser::{clock, events, page, timers};
use crate::state::signals::{RwSignal, StoredValue};

const LOOK_MS: i32 = 5_000;
/// So many seconds before it locks, it says so.
const WARNING: i64 = 60;
/// The longest that a dialog of the browser's holds it back, in seconds.
const LONGEST_HELD: i64 = 3_600;

/// Locking by itself.
#[derive(Clone, Copy)]
pub struct AutoLockState {
    warns: RwSignal<bool>,
    seen: StoredValue<Seen>,
}

/// What was seen of the person, in seconds since 1970.
#[derive(Clone, Copy)]
struct Seen {
    touched: i64,
    hidden: Option<i64>,
    /// The page itself opened a dialog of the browser's, which hides it.
    held: bool,
}

impl AutoLockState {
    pub(super) fn new() -> Self {
        let touched = clock::now().unix_seconds();
        Self {
            warns: RwSignal::new(false),
            seen: StoredValue::new(Seen { touched, hidden: None, held: false }),
        }
    }

    /// Whether it locks within a minute; told when that changes.
    pub fn warns(self) -> bool {
        self.warns.get()
    }

    /// A dialog of the browser's is opened by the page, to choose a file: it does
    /// not lock until the person is back, or for an hour.
    pub fn hold(self) {
        let now = clock::now().unix_seconds();
        self.seen.update_value(|seen| (seen.touched, seen.held) = (now, true));
    }

    /// Opens the browser's own way to print, and does not lock until the person
    /// is back.
    pub fn print(self) {
        self.hold();
        page::print();
    }

    fn touched(self) {
        let now = clock::now().unix_seconds();
        self.seen.update_value(|seen| {
            seen.touched = now;
            seen.held = false;
        });
        if self.warns.get_untracked() {
            self.warns.set(false);
        }
    }
}

impl States {
    /// Watches for as long as the page lives.
    pub(super) fn watch(self) {
        let auto = self.auto_lock;
        events::on_touch(move || {
            self.lock_if_due();
            auto.touched();
        });
        events::on_hide(move || {
            let now = clock::now().unix_seconds();
            auto.seen.update_value(|seen| seen.hidden = Some(seen.hidden.unwrap_or(now)));
        });
        events::on_show(move || {
            self.look_at_clock();
            self.lock_if_due();
            // A dialog is closed now, if there was one.
            if auto.seen.get_value().held {
                auto.touched();
            }
            auto.seen.update_value(|seen| seen.hidden = None);
        });
        timers::every(LOOK_MS, move || {
            self.look_at_clock();
            self.lock_if_due();
        })
        .leave_running();
    }

    fn lock_if_due(self) {
        if !self.vault.can_lock() {
            return;
        }
        let seen = self.auto_lock.seen.get_value();
        let limits = self.settings.kept_now().auto_lock;
        let now = clock::now().unix_seconds();
        match limits.left(now, seen.touched, seen.hidden) {
            _ if seen.held && now - seen.touched < LONGEST_HELD => {}
            Some(left) if left <= 0 => {
                self.auto_lock.warns.set(false);
                self.lock_here();
            }
            Some(left) => self.warn(left <= WARNING && seen.hidden.is_none()),
            None => self.warn(false),
        }
    }

    fn warn(self, warns: bool) {
        if self.auto_lock.warns.get_untracked() != warns {
            self.auto_lock.warns.set(warns);
        }
    }
}
