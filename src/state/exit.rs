//! Quick exit, and the plain cover that stands after it. The screen is emptied
//! first, then the draft is written, all that was read forgotten, the vault
//! locked, the mark *left* set, and the page left.

use super::States;
use super::drafts::Drafts;
use super::vault::VaultState;
use crate::browser::{events, location, page};
use crate::state::signals::RwSignal;

const AWAY: &str = "away.html";
const AWAY_FROM_FILE: &str = "about:blank";

/// What stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The program.
    Program,
    /// A plain cover, since the page was left in a hurry.
    Cover,
    /// Nothing: it is being left.
    Nothing,
}

/// What stands on the page.
#[derive(Clone, Copy)]
pub struct ExitState {
    shown: RwSignal<Shown>,
    vault: VaultState,
}

impl ExitState {
    pub(super) fn new(vault: VaultState, drafts: Drafts) -> Self {
        // What came back from the browser's cache may be days old, or be the
        // page of somebody who left it in a hurry: it starts again, unless
        // words would go by that.
        events::on_return_from_cache(move || {
            if !drafts.has_unwritten() && !vault.holds_in_memory() {
                page::empty();
                location::reload();
            }
        });
        let shown = RwSignal::new(if vault.left() { Shown::Cover } else { Shown::Program });
        Self { shown, vault }
    }

    /// What stands on the page; told when it changes.
    pub fn shown(self) -> Shown {
        self.shown.get()
    }

    /// Takes the cover off.
    pub fn uncover(self) {
        // A mark that cannot be taken away covers again at the next start.
        let _ = self.vault.come_back();
        self.shown.set(Shown::Program);
    }
}

impl States {
    /// Leaves at once, or follows another tab that was left. The way out never
    /// waits for what might fail.
    pub fn leave(self) {
        page::empty();
        self.exit.shown.set(Shown::Nothing);
        // A key that is still being made would open the vault again.
        self.lock.cancel();
        self.forget_all();
        // What could not be written would hold the page back.
        self.drafts.forget_all();
        self.vault.leave();
        location::leave_for(if location::is_single_file() { AWAY_FROM_FILE } else { AWAY });
    }
}
