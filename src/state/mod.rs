//! Where signals meet the core. One struct a concern; its verbs call the core
//! and the doors to the browser. All of them stand in one context, since each
//! context of its own is 1 KB of program.

pub mod auto_lock;
pub mod backup;
pub mod clock;
pub mod drafts;
pub mod exit;
pub mod find;
pub mod journal;
pub mod keeping;
pub mod keys;
pub mod lock;
pub mod look_back;
pub mod loops;
pub mod notice;
pub mod place;
pub mod readings;
pub mod rest;
pub mod run;
pub mod search;
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
    /// The journal on the screen.
    pub journal: journal::JournalState,
    /// What a person has set.
    pub settings: settings::SettingsState,
    /// Quick exit, and the cover after it.
    pub exit: exit::ExitState,
    /// Where the person is.
    pub place: place::PlaceState,
    /// The rest of the program.
    pub rest: rest::RestState,
    /// The readings.
    pub readings: readings::ReadingsState,
    /// Use with the network off, and a new version.
    pub updates: updates::UpdateState,
    /// Shortcuts.
    pub keys: keys::KeyState,
    /// The device's clock.
    pub clock: clock::ClockState,
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
    let drafts = drafts::Drafts::new(vault, notice);
    let journal = journal::JournalState::new(vault);
    let readings = readings::ReadingsState::new();
    let rest = rest::RestState::new(readings, journal);
    let settings = settings::SettingsState::new(vault);
    let place = place::PlaceState::new(notice, settings, vault);
    let states = States {
        vault,
        notice,
        drafts,
        journal,
        settings,
        exit: exit::ExitState::new(vault, drafts),
        place,
        rest,
        readings,
        updates: updates::UpdateState::new(drafts),
        keys: keys::KeyState::new(),
        clock: clock::ClockState::new(),
        auto_lock: auto_lock::AutoLockState::new(),
        lock: lock::LockState::new(),
        tending: tending::TendingState::new(),
    };
    provide_context(states);
    states.hear_keys();
    states.hear_other_tabs();
    vault.when_elsewhere(move || states.open_again());
    states.watch();
    if let Some(reading) = reading {
        states.load(reading);
    }
}
