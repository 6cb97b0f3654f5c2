//! What a person has set, on the screen and in the store.

use super::vault::VaultState;
use crate::browser::page;
use crate::core::settings::{Look, Motion, Settings, TextSize};
use crate::core::vault::log::SaveError;
use leptos::prelude::*;

/// What a person has set.
#[derive(Clone, Copy)]
pub struct SettingsState {
    settings: RwSignal<Settings>,
    trouble: RwSignal<Option<SaveError>>,
    vault: VaultState,
}

impl SettingsState {
    pub(super) fn new(vault: VaultState, settings: Settings) -> Self {
        show(&settings);
        Self { settings: RwSignal::new(settings), trouble: RwSignal::new(None), vault }
    }

    /// Reads a setting, and is told when it changes.
    pub fn with<T>(self, read: impl FnOnce(&Settings) -> T) -> T {
        self.settings.with(read)
    }

    /// Reads a setting as it is now.
    pub fn with_now<T>(self, read: impl FnOnce(&Settings) -> T) -> T {
        self.settings.with_untracked(read)
    }

    /// Why the last change could not be saved, if it could not.
    pub fn trouble(self) -> Signal<Option<SaveError>> {
        self.trouble.into()
    }

    /// Changes something. It holds on the screen even where it cannot be saved.
    pub fn change(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        let saved = self.settings.with_untracked(|settings| {
            show(settings);
            self.vault.with(|vault| vault.save_settings(settings))
        });
        self.trouble.set(saved.err());
    }
}

/// Tells the style.
fn show(settings: &Settings) {
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
}
