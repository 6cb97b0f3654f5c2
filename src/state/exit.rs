//! Quick exit, and the plain cover that stands after it. The screen is emptied
//! first, then the draft is written, the mark *left* set, and the page left.

use super::drafts::Drafts;
use super::journal::JournalState;
use super::vault::VaultState;
use crate::browser::{events, location, page};
use leptos::prelude::*;

const AWAY: &str = "away.html";
const AWAY_FROM_FILE: &str = "about:blank";

/// Whether the page stands covered.
#[derive(Clone, Copy)]
pub struct ExitState {
    covered: RwSignal<bool>,
    vault: VaultState,
    drafts: Drafts,
    journal: JournalState,
}

impl ExitState {
    pub(super) fn new(
        vault: VaultState,
        drafts: Drafts,
        journal: JournalState,
        left: bool,
    ) -> Self {
        // What came back from the browser's cache may be days old, or be the
        // page of somebody who left it in a hurry: it starts again.
        events::on_return_from_cache(location::reload);
        Self { covered: RwSignal::new(left), vault, drafts, journal }
    }

    /// Whether the plain cover stands, since the page was left in a hurry.
    pub fn is_covered(self) -> bool {
        self.covered.get()
    }

    /// Takes the cover off.
    pub fn uncover(self) {
        // A mark that cannot be taken away covers again at the next start.
        let _ = self.vault.with(|vault| vault.mark_left(false));
        self.covered.set(false);
    }

    /// Leaves at once. The way out never waits for what might fail.
    pub fn leave(self) {
        page::empty();
        self.drafts.write();
        let _ = self.vault.with(|vault| vault.mark_left(true));
        self.go_away();
    }

    /// Another tab was left: this one goes too.
    pub(super) fn follow(self) {
        page::empty();
        self.drafts.write();
        self.go_away();
    }

    fn go_away(self) {
        self.drafts.forget_all();
        self.journal.forget_all();
        location::leave_for(if location::is_file() { AWAY_FROM_FILE } else { AWAY });
    }
}
