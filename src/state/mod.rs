//! Where signals meet the core. One struct a concern, each a newtype in
//! context; its verbs call the core and the doors to the browser.

pub mod drafts;
pub mod exit;
pub mod journal;
pub mod keys;
pub mod notice;
pub mod place;
pub mod readings;
pub mod run;
pub mod settings;
pub mod updates;
pub mod vault;

use leptos::prelude::*;

/// Opens the vault and provides every concern. Called once, at the root.
pub fn provide() {
    let (vault, opened) = vault::VaultState::open();
    let notice = notice::NoticeState::new();
    let drafts = drafts::Drafts::new(vault, opened.drafts);
    let journal = journal::JournalState::new(vault, opened.journal);
    let settings = settings::SettingsState::new(vault, opened.settings);
    let exit = exit::ExitState::new(vault, drafts, journal, opened.left);
    let place = place::PlaceState::new(notice);
    provide_context(vault);
    provide_context(notice);
    provide_context(drafts);
    provide_context(journal);
    provide_context(settings);
    provide_context(exit);
    provide_context(place);
    provide_context(readings::ReadingsState::new());
    provide_context(updates::UpdateState::new(drafts));
    provide_context(keys::KeyState::new(settings, exit));
    vault.hear_other_tabs(journal, exit);
}
