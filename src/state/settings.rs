//! What a person has set, on the screen and in the store.

use super::vault::VaultState;
use crate::browser::page;
use crate::core::settings::{Look, Looks, Motion, Settings, TextSize};
use crate::core::vault::log::SaveError;
use crate::state::signals::{RwSignal, Signal, StoredValue};

/// What a person has set.
#[derive(Clone, Copy)]
pub struct SettingsState {
    looks: RwSignal<Looks>,
    kept: StoredValue<Settings>,
    changed: RwSignal<u32>,
    trouble: RwSignal<Option<SaveError>>,
    vault: VaultState,
}

impl SettingsState {
    pub(super) fn new(vault: VaultState) -> Self {
        let looks = vault.looks();
        show(&looks);
        Self {
            looks: RwSignal::new(looks),
            kept: StoredValue::new(Settings::default()),
            changed: RwSignal::new(0),
            trouble: RwSignal::new(None),
            vault,
        }
    }

    /// Reads a setting that stands outside the seal, and is told when it changes.
    pub fn with<T>(self, read: impl FnOnce(&Looks) -> T) -> T {
        self.looks.with(read)
    }

    /// Reads a setting that stands outside the seal, as it is now.
    pub fn with_now<T>(self, read: impl FnOnce(&Looks) -> T) -> T {
        self.looks.with_untracked(read)
    }

    /// Reads a setting that is kept like an entry, and is told when it changes.
    pub fn kept(self) -> Settings {
        self.changed.track();
        self.kept.get_value()
    }

    /// Settings that are kept like an entry, as they are now.
    pub fn kept_now(self) -> Settings {
        self.kept.get_value()
    }

    /// Whether steps are kept out of the browser's history; told when that
    /// changes.
    pub fn hides_steps(self) -> bool {
        let kept = self.kept().out_of_history;
        self.with(|looks| looks.discreet) || kept
    }

    /// Whether they are kept out of it now.
    pub(super) fn hides_steps_now(self) -> bool {
        self.with_now(|looks| looks.discreet) || self.kept_now().out_of_history
    }

    /// Why the last change that is told of here could not be saved, if it could not.
    pub fn trouble(self) -> Signal<Option<SaveError>> {
        self.trouble.into()
    }

    /// Changes something that stands outside the seal, and tells the trouble. It
    /// holds on the screen even where it cannot be saved; on a locked vault it is
    /// saved all the same.
    pub fn change(self, change: impl FnOnce(&mut Looks)) {
        let saved = self.change_looks(change);
        self.trouble.set(saved.err());
    }

    /// Changes it where the trouble is told elsewhere.
    pub(super) fn change_looks(self, change: impl FnOnce(&mut Looks)) -> Result<(), SaveError> {
        self.looks.update(change);
        let looks = self.looks.get_untracked();
        show(&looks);
        self.vault.save_looks(&looks)
    }

    /// Changes something that is kept like an entry, and tells the trouble.
    pub fn set_kept(self, change: impl FnOnce(&mut Settings)) {
        let saved = self.change_kept(change);
        self.trouble.set(saved.err());
    }

    /// Changes something that is kept like an entry, where the trouble is told
    /// elsewhere or not at all. It holds only once it is saved.
    pub fn change_kept(self, change: impl FnOnce(&mut Settings)) -> Result<(), SaveError> {
        self.change_boxed(Box::new(change))
    }

    /// Of one type, so that it stands in the program once.
    fn change_boxed(self, change: Box<dyn FnOnce(&mut Settings) + '_>) -> Result<(), SaveError> {
        let saved = self.vault.change(|vault| vault.change_settings(change));
        let saved = saved.map(|settings| self.kept.set_value(settings));
        // Where it was not saved, what was set on the screen is set back.
        self.changed.update(|changed| *changed += 1);
        saved
    }

    /// Keeps words to a doctor or therapist for the next time, or none.
    pub fn keep_to_reader(self, words: Option<String>) -> Result<(), SaveError> {
        self.change_kept(|settings| settings.to_reader = words)
    }

    /// Takes over settings that were read from the store.
    pub(super) fn take(self, settings: Option<Settings>) {
        if let Some(settings) = settings {
            self.kept.set_value(settings);
            self.changed.update(|changed| *changed += 1);
        }
    }

    /// Takes over what another tab set outside the seal.
    pub(super) fn hear(self, looks: Looks) {
        show(&looks);
        self.looks.set(looks);
    }

    /// Forgets what is kept like an entry.
    pub(super) fn forget_all(self) {
        self.kept.set_value(Settings::default());
        self.changed.update(|changed| *changed += 1);
    }
}

/// Tells the style.
fn show(settings: &Looks) {
    let look = match settings.look {
        Look::Device => "device",
        Look::Light => "light",
        Look::Dusk => "dusk",
    };
    let size = match settings.text_size {
        TextSize::Usual => "usual",
        TextSize::Large => "large",
        TextSize::Larger => "larger",
    };
    let motion = match settings.motion {
        Motion::Device => "device",
        Motion::Still => "still",
    };
    page::set_root("look", look);
    page::set_root("text-size", size);
    page::set_root("motion", motion);
    page::set_plain_icon(settings.discreet);
}
