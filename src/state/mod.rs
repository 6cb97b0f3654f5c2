//! Where signals meet the core. One struct a concern; its verbs call the core
//! and the doors to the browser. All of them stand in one context, since each
//! context of its own is 1 KB of program.

pub mod auto_lock;
pub mod backup;
pub mod drafts;
pub mod exit;
pub mod journal;
pub mod keys;
pub mod lock;
pub mod notice;
pub mod place;
pub mod readings;
pub mod run;
pub mod settings;
pub mod signals;
pub mod tending;
pub mod updates;
pub mod vault;

use leptos::prelude::*;

/// Every concern of the program that runs here.
#[derive(Clone, Copy)]
pub struct States {
    /// The open vault.
    pub vault: vault::VaultState,
    /// What has just happened.
    pub notice: notice::NoticeState,
    /// What was begun and not saved.
    pub drafts: drafts::Drafts,
    /// Backups made, checked and brought in.
    pub backup: backup::BackupState,
    /// The journal on the screen.
    pub journal: journal::JournalState,
    /// What a person has set.
    pub settings: settings::SettingsState,
    /// Quick exit, and the cover after it.
    pub exit: exit::ExitState,
    /// Where the person is.
    pub place: place::PlaceState,
    /// The readings.
    pub readings: readings::ReadingsState,
    /// Use with the network off, and a new version.
    pub updates: updates::UpdateState,
    /// Shortcuts.
    pub keys: keys::KeyState,
    /// Locking by itself.
    pub auto_lock: auto_lock::AutoLockState,
    /// The lock.
    pub lock: lock::LockState,
    /// Reading on, and what can wait.
    pub tending: tending::TendingState,
}

/// Every concern, wherever a view is made.
pub fn here() -> States {
    use_context().expect("it was provided at the root")
}

/// Opens the vault and provides every concern. Called once, at the root.
pub fn provide() {
    crate::browser::timers::begin("freshet:read");
    let (vault, reading) = vault::VaultState::open();
    let notice = notice::NoticeState::new();
    let drafts = drafts::Drafts::new(vault);
    let journal = journal::JournalState::new(vault);
    let settings = settings::SettingsState::new(vault);
    let backup = backup::BackupState::new();
    let exit = exit::ExitState::new(vault, drafts, journal, backup);
    let states = States {
        vault,
        notice,
        drafts,
        backup,
        journal,
        settings,
        exit,
        place: place::PlaceState::new(notice),
        readings: readings::ReadingsState::new(),
        updates: updates::UpdateState::new(drafts),
        keys: keys::KeyState::new(settings, exit),
        auto_lock: auto_lock::AutoLockState::new(),
        lock: lock::LockState::new(),
        tending: tending::TendingState::new(),
    };
    provide_context(states);
    states.hear_other_tabs(exit);
    states.watch();
    if let Some(reading) = reading {
        states.load(reading);
    }
}
