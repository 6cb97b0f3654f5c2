//! Quick exit, and the plain cover that stands after it. The screen is emptied
//! first, then the draft is written, the mark *left* set, and the page left.

use super::drafts::Drafts;
use super::journal::JournalState;
use super::rest::RestState;
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

/// What stands on the page, and the way out.
#[derive(Clone, Copy)]
pub struct ExitState {
    shown: RwSignal<Shown>,
    vault: VaultState,
    drafts: Drafts,
    journal: JournalState,
    rest: RestState,
}

impl ExitState {
    pub(super) fn new(
        vault: VaultState,
        drafts: Drafts,
        journal: JournalState,
        rest: RestState,
    ) -> Self {
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
        Self { shown, vault, drafts, journal, rest }
    }

    /// What stands on the page; told when it changes.
    pub fn shown(self) -> Shown {
        self.shown.get()
    }

    /// Takes the cover off.
    pub fn uncover(self) {
        // A mark that cannot be taken away covers again at the next start.
        let _ = self.vault.mark_left(false);
        self.shown.set(Shown::Program);
    }

    /// Leaves at once. The way out never waits for what might fail.
    pub fn leave(self) {
        page::empty();
        self.shown.set(Shown::Nothing);
        let _ = self.vault.mark_left(true);
        self.go_away();
    }

    /// Another tab was left: this one goes too.
    pub(super) fn follow(self) {
        page::empty();
        self.shown.set(Shown::Nothing);
        self.go_away();
    }

    fn go_away(self) {
        self.drafts.write();
        self.vault.forget_memory();
        self.drafts.forget_all();
        self.journal.forget_all();
        self.rest.forget_all();
        location::leave_for(if location::is_single_file() { AWAY_FROM_FILE } else { AWAY });
    }
}
