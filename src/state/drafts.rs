//! Drafts: written within 2 s of the last key, at least every 10 s while a
//! person types, and at once when the page is hidden or left.

use super::vault::VaultState;
use crate::browser::timers::{self, Timer};
use crate::browser::{clock, events, random};
use crate::core::draft::{Draft, DraftId, Work};
use crate::core::vault::log::SaveError;
use leptos::prelude::*;

const AFTER_LAST_KEY_MS: f64 = 1_500.0;
const WHILE_TYPING_MS: f64 = 9_000.0;

/// What was begun and not saved yet.
#[derive(Clone, Copy)]
pub struct Drafts {
    kept: RwSignal<Vec<Draft>>,
    pending: StoredValue<Option<Pending>, LocalStorage>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
    trouble: RwSignal<Option<SaveError>>,
    vault: VaultState,
}

struct Pending {
    draft: Draft,
    /// When its first unwritten change was made, on the page's clock.
    since: f64,
}

impl Drafts {
    pub(super) fn new(vault: VaultState, kept: Vec<Draft>) -> Self {
        let drafts = Self {
            kept: RwSignal::new(kept),
            pending: StoredValue::new_local(None),
            timer: StoredValue::new_local(None),
            trouble: RwSignal::new(None),
            vault,
        };
        events::on_hide(move || drafts.write());
        drafts
    }

    /// Something newly begun; nothing is written until it is touched.
    pub fn begin(self, work: Work) -> Draft {
        let now = clock::now();
        Draft { id: random::id(), started: now, changed: now, work }
    }

    /// All drafts, the latest first; told when they change.
    pub fn all(self) -> Vec<Draft> {
        self.kept.get()
    }

    /// The draft that `wanted` finds, as it is now.
    pub fn find_now(self, wanted: impl Fn(&Draft) -> bool) -> Option<Draft> {
        self.kept.with_untracked(|kept| kept.iter().find(|draft| wanted(draft)).cloned())
    }

    /// Why the last draft could not be written, if it could not.
    pub fn trouble(self) -> Signal<Option<SaveError>> {
        self.trouble.into()
    }

    /// Takes a change of a draft; it is written soon.
    pub fn touch(self, mut draft: Draft) {
        draft.changed = clock::now();
        let now = timers::running();
        let since = self.pending.with_value(|pending| {
            pending.as_ref().map(|pending| (pending.draft.id, pending.since))
        });
        let since = match since {
            Some((id, since)) if id == draft.id => since,
            Some(_) => {
                self.write();
                now
            }
            None => now,
        };
        self.pending.set_value(Some(Pending { draft, since }));
        let wait = AFTER_LAST_KEY_MS.min((since + WHILE_TYPING_MS - now).max(0.0));
        self.timer.set_value(Some(timers::after(wait as i32, move || self.write())));
    }

    /// Takes a change of a draft and writes it at once.
    pub fn keep(self, draft: Draft) {
        self.touch(draft);
        self.write();
    }

    /// Writes what is pending, at once. On an error it stays pending.
    pub fn write(self) {
        let Some(draft) =
            self.pending.with_value(|pending| pending.as_ref().map(|p| p.draft.clone()))
        else {
            return;
        };
        if draft.is_blank() {
            self.drop(draft.id);
            return;
        }
        match self.vault.with(|vault| vault.save_draft(&draft)) {
            Ok(()) => {
                self.pending.set_value(None);
                self.trouble.set(None);
                self.kept.update(|kept| {
                    kept.retain(|other| other.id != draft.id);
                    kept.insert(0, draft);
                });
            }
            Err(error) => self.trouble.set(Some(error)),
        }
    }

    /// Takes a draft away: it was saved as an entry, or is not to be kept.
    pub fn drop(self, id: DraftId) {
        self.pending.update_value(|pending| {
            if pending.as_ref().is_some_and(|pending| pending.draft.id == id) {
                *pending = None;
            }
        });
        let known = self.kept.with_untracked(|kept| kept.iter().any(|draft| draft.id == id));
        if !known {
            return;
        }
        match self.vault.with(|vault| vault.remove_draft(id)) {
            Ok(()) => self.kept.update(|kept| kept.retain(|draft| draft.id != id)),
            Err(error) => self.trouble.set(Some(error)),
        }
    }

    /// Forgets everything it holds; what is stored stays.
    pub(super) fn forget_all(self) {
        self.pending.set_value(None);
        self.kept.set(Vec::new());
    }
}
