//! Drafts: written within 2 s of the last key, at least every 10 s while a
//! person types, and at once when the page is hidden or left. One that could
//! not be written stays here, is listed like the others, and is tried again.

use super::notice::{NoticeState, TakeBack};
use super::vault::VaultState;
use crate::browser::timers::{self, Timer};
use crate::browser::{clock, events, random};
use crate::core::draft::{Draft, DraftId, Work};
use crate::core::entry::EntryId;
use crate::core::keeping::Begun;
use crate::core::route::Route;
use crate::core::sorted;
use crate::core::vault::log::SaveError;
use crate::state::signals::{RwSignal, Signal, StoredValue};

const AFTER_LAST_KEY_MS: f64 = 1_500.0;
const WHILE_TYPING_MS: f64 = 9_000.0;

/// What was begun and not saved yet.
#[derive(Clone, Copy)]
pub struct Drafts {
    /// The latest first, written or not.
    kept: RwSignal<Vec<Draft>>,
    writing: StoredValue<Writing>,
    trouble: RwSignal<Option<SaveError>>,
    vault: VaultState,
    notice: NoticeState,
}

/// What is still to be written.
#[derive(Default)]
struct Writing {
    unwritten: Vec<DraftId>,
    /// When the first unwritten change was made, on the page's clock.
    since: Option<f64>,
    timer: Option<Timer>,
    /// Saved or not to be kept: a key pressed meanwhile does not bring it back.
    taken_away: Vec<DraftId>,
}

impl Drafts {
    pub(super) fn new(vault: VaultState, notice: NoticeState) -> Self {
        let drafts = Self {
            kept: RwSignal::new(Vec::new()),
            writing: StoredValue::new(Writing::default()),
            trouble: RwSignal::new(None),
            vault,
            notice,
        };
        events::on_hide(move || {
            drafts.write();
        });
        events::guard_leaving(move || drafts.has_unwritten() || vault.holds_in_memory());
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

    /// All drafts, as they are now.
    pub(super) fn all_now(self) -> Vec<Draft> {
        self.kept.get_untracked()
    }

    /// The draft that `wanted` finds, as it is now.
    pub fn find_now(self, wanted: impl Fn(&Draft) -> bool) -> Option<Draft> {
        self.kept.with_untracked(|kept| kept.iter().find(|draft| wanted(draft)).cloned())
    }

    /// Why a draft could not be written, if one could not.
    pub fn trouble(self) -> Signal<Option<SaveError>> {
        self.trouble.into()
    }

    /// Takes a change of a draft; it is written soon.
    pub fn touch(self, mut draft: Draft) {
        let id = draft.id;
        if self.is_done(id) {
            return;
        }
        draft.changed = clock::now();
        let blank = draft.is_blank();
        self.kept.update(|kept| {
            kept.retain(|other| other.id != id);
            if !blank {
                kept.insert(0, draft);
            }
        });
        let now = timers::running();
        self.writing.update_value(|writing| {
            if !writing.unwritten.contains(&id) {
                writing.unwritten.push(id);
            }
            let since = *writing.since.get_or_insert(now);
            let wait = AFTER_LAST_KEY_MS.min((since + WHILE_TYPING_MS - now).max(0.0));
            writing.timer = Some(timers::after(wait as i32, move || {
                self.write();
            }));
        });
    }

    /// Writes what is not written yet, at once. What cannot be written stays
    /// to be tried again. Whether all is written now.
    pub fn write(self) -> bool {
        let ids = self.writing.update_value(|writing| {
            writing.since = None;
            std::mem::take(&mut writing.unwritten)
        });
        let mut trouble = None;
        for id in ids {
            let written = match self.find_now(|draft| draft.id == id) {
                Some(draft) => self.vault.change(|vault| vault.save_draft(&draft)),
                // It has become blank.
                None => self.vault.change(|vault| vault.remove_draft(id)),
            };
            if let Err(error) = written {
                trouble = Some(error);
                self.writing.update_value(|writing| writing.unwritten.push(id));
            }
        }
        let all = trouble.is_none();
        self.say(trouble);
        all
    }

    /// Whether it was saved or taken away already.
    pub fn is_done(self, id: DraftId) -> bool {
        self.writing.with_value(|writing| writing.taken_away.contains(&id))
    }

    /// Whether something is not written yet.
    pub fn has_unwritten(self) -> bool {
        self.writing.with_value(|writing| !writing.unwritten.is_empty())
    }

    /// What is not written yet.
    pub(super) fn unwritten_now(self) -> Vec<DraftId> {
        self.writing.with_value(|writing| writing.unwritten.clone())
    }

    /// Takes a draft away: it was saved as an entry, or is not to be kept.
    pub fn drop(self, id: DraftId) -> Result<(), SaveError> {
        self.writing.update_value(|writing| {
            writing.unwritten.retain(|other| *other != id);
            writing.taken_away.push(id);
        });
        self.kept.update(|kept| kept.retain(|draft| draft.id != id));
        let removed = self.vault.change(|vault| vault.remove_draft(id));
        self.say(removed.clone().err());
        removed
    }

    /// Takes away all that was begun of an entry, for its words are not to be kept.
    pub(super) fn drop_of(self, id: EntryId) -> Result<(), SaveError> {
        let mut dropped = Ok(());
        while let Some(draft) = self.find_now(|draft| draft.is_of(id, Begun::Anything)) {
            dropped = dropped.and(self.drop(draft.id));
        }
        dropped
    }

    /// Takes away what is not to be kept, and says so. Until that line goes, it
    /// can be brought back, to go on where `back` leads.
    pub fn discard(self, id: DraftId, said: &str, back: Route) -> Result<(), SaveError> {
        let draft = self.find_now(|draft| draft.id == id);
        self.drop(id)?;
        match draft {
            Some(draft) => self.notice.say_with(said, TakeBack::Draft(Box::new(draft), back)),
            None => self.notice.say(said),
        }
        Ok(())
    }

    /// Brings back what was not to be kept.
    pub fn bring_back(self, draft: Draft) {
        self.writing.update_value(|writing| writing.taken_away.retain(|id| *id != draft.id));
        self.touch(draft);
        self.write();
    }

    /// Takes over drafts that were read from the store. One that was touched
    /// here and is not written yet stays as it is here.
    pub(super) fn take(self, drafts: Vec<Draft>) {
        if drafts.is_empty() {
            return;
        }
        let unwritten = self.unwritten_now();
        self.kept.update(|kept| {
            for draft in drafts {
                if unwritten.contains(&draft.id) || self.is_done(draft.id) {
                    continue;
                }
                kept.retain(|other| other.id != draft.id);
                kept.push(draft);
            }
            let changed = |draft: &Draft| draft.changed.unix_seconds();
            *kept = sorted::by(kept.drain(..), |a, b| changed(b).cmp(&changed(a)));
        });
    }

    /// Another tab took a draft away.
    pub(super) fn hear_gone(self, id: DraftId) {
        if !self.writing.with_value(|writing| writing.unwritten.contains(&id)) {
            self.kept.update(|kept| kept.retain(|draft| draft.id != id));
        }
    }

    /// Forgets what is written already; what is not is kept until the vault is
    /// open again.
    pub(super) fn forget_written(self) {
        let unwritten = self.unwritten_now();
        self.kept.update(|kept| kept.retain(|draft| unwritten.contains(&draft.id)));
        self.notice.clear();
    }

    /// Forgets everything it holds; what is stored stays.
    pub(super) fn forget_all(self) {
        self.writing.set_value(Writing::default());
        self.kept.set(Vec::new());
        self.notice.clear();
    }

    /// Tells the trouble, if it is another than before.
    fn say(self, trouble: Option<SaveError>) {
        if self.trouble.with_untracked(|now| *now != trouble) {
            self.trouble.set(trouble);
        }
    }
}
