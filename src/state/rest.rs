//! The rest of the program, fetched as soon as the first part is on the screen,
//! and the verbs that are behind its doors.

use crate::browser::rest::{self, NotLoaded};
use crate::browser::timers;
use crate::core::vault::keys::request;
use crate::core::vault::log::{SaveError, Tended, Vault};
use crate::door::door;
use crate::state::States;
use crate::state::backup::BackupState;
use crate::state::find::FindState;
use crate::state::journal::JournalState;
use crate::state::look_back::LookBackState;
use crate::state::readings::ReadingsState;
use crate::state::search::SearchState;
use crate::state::signals::{RwSignal, StoredValue};

door! {
    /// Does a piece of what can wait.
    2 pub(super) fn tend(vault: &mut Vault) -> Result<Tended, SaveError> => Vault::tend
}

door! {
    /// What the rest begins with.
    3 fn begin(rest: RestState) -> () => RestState::begun
}

door! {
    /// What the worker that makes keys answers.
    4 pub fn answer(request: &[u8]) -> Vec<u8> => request::answer
}

door! {
    /// Goes along with what is read: the latest days first, and so that it can
    /// be found.
    5 pub(super) fn read_along(states: States) -> () => States::read_latest_first
}

door! {
    /// Forgets what only the rest has.
    6 fn forget(late: Late) -> () => Late::forget_all
}

/// The rest of the program.
#[derive(Clone, Copy)]
pub struct RestState {
    loading: RwSignal<Loading>,
    readings: ReadingsState,
    journal: JournalState,
    late: StoredValue<Option<Late>>,
}

/// Concerns that only the rest has, made when it is there.
#[derive(Clone, Copy)]
pub(super) struct Late {
    /// What is looked for in the journal.
    pub(super) find: FindState,
    /// The text of all entries that may be found.
    pub(super) search: SearchState,
    /// Backups made, checked and brought in.
    pub(super) backup: BackupState,
    /// What is looked back at.
    pub(super) look_back: LookBackState,
}

impl Late {
    fn forget_all(self) {
        self.find.forget_all();
        self.search.forget_all();
        self.backup.forget_all();
        self.look_back.forget_all();
    }
}

/// How far the loading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// It is under way.
    Waiting,
    /// It is here.
    Ready,
    /// It did not come.
    Failed,
}

impl RestState {
    pub(super) fn new(readings: ReadingsState, journal: JournalState) -> Self {
        let (loading, late) = (RwSignal::new(Loading::Waiting), StoredValue::new(None));
        let state = Self { loading, readings, journal, late };
        timers::after(0, move || state.load(false)).leave_running();
        state
    }

    /// How far it is; told when that changes.
    pub fn get(self) -> Loading {
        self.loading.get()
    }

    /// Whether it is here.
    pub(super) fn is_ready_now(self) -> bool {
        self.loading.get_untracked() == Loading::Ready
    }

    /// What only it has. Asked by nothing that is not in it.
    pub(super) fn late(self) -> Late {
        self.late.get_value().expect("it began")
    }

    /// Forgets what only it has.
    pub(super) fn forget_all(self) {
        self.late.get_value().into_iter().for_each(forget);
    }

    fn begun(self) {
        let search = SearchState::new(self.journal);
        let find = FindState::new(self.journal, search);
        let (backup, look_back) = (BackupState::new(), LookBackState::new());
        self.late.set_value(Some(Late { find, search, backup, look_back }));
        self.readings.fetch();
        search.take_in_soon();
    }

    /// Asks for it again.
    pub fn load_again(self) {
        self.load(true);
    }

    fn load(self, again: bool) {
        self.loading.set(Loading::Waiting);
        leptos::task::spawn_local(async move {
            match rest::load(again).await {
                Ok(()) => {
                    begin(self);
                    self.loading.set(Loading::Ready);
                }
                Err(NotLoaded) => self.loading.set(Loading::Failed),
            }
        });
    }
}
