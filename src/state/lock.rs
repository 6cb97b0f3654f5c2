//! The lock: opening it, turning it on, changing it, and locking again. Keys
//! are made of a passphrase in a worker; where a browser refuses one, in the
//! page, after a frame that says so.

use super::States;
use super::vault::VaultState;
use crate::browser::key_worker::{self, NoAnswer, Working};
use crate::browser::{random, readings, text, timers};
use crate::core::route::Route;
use crate::core::vault::cipher::DataKey;
use crate::core::vault::keys::{
    DeriveError, Kdf, Kind, Plain, RecoveryCode, Salt, Slot, WrappingKey, request,
};
use crate::core::vault::log::door::Door;
use crate::core::vault::log::{Change, SaveError, Tended, Vault};
use crate::core::vault::passphrase::{self, CommonPasswords, Passphrase, Verdict, WordList};
use crate::state::signals::{RwSignal, StoredValue};

/// More pieces of work than any journal waits for.
const PIECES: usize = 20_000;

/// The lock.
#[derive(Clone, Copy)]
pub struct LockState {
    phase: RwSignal<Phase>,
    working: StoredValue<Option<Working>>,
    /// Raised when work is begun or ended: an answer of work that was ended
    /// meanwhile is dropped.
    turn: StoredValue<u32>,
    pub(super) renew: RwSignal<bool>,
    lists: StoredValue<Option<Lists>>,
}

/// Words for passphrases, and the passphrases that everybody tries first.
struct Lists {
    words: Option<WordList>,
    common: CommonPasswords,
}

/// How far the lock is with what was asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// Nothing is asked.
    Idle,
    /// A key is being made, in a worker.
    Working,
    /// A key is being made in the page, which stands still for it.
    WorkingHere,
    /// It is done.
    Done,
    /// It did not work.
    Failed(LockError),
}

/// Why the lock did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockError {
    /// The passphrase or the code is another one.
    Wrong,
    /// The stored slot asks for more work than is sensible.
    TooCostly,
    /// There is not enough memory to make the key.
    NoMemory,
    /// The stored slot cannot be used.
    Unusable,
    /// It could not be stored.
    NotSaved(SaveError),
}

impl From<DeriveError> for LockError {
    fn from(error: DeriveError) -> Self {
        match error {
            DeriveError::TooCostly => LockError::TooCostly,
            DeriveError::NoMemory => LockError::NoMemory,
            DeriveError::Impossible => LockError::Unusable,
        }
    }
}

/// What is asked of a lock that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Another passphrase is wanted.
    Wanted,
    /// Somebody knows the passphrase, the code, or both.
    Known,
}

impl LockState {
    pub(super) fn new() -> Self {
        Self {
            phase: RwSignal::new(Phase::Idle),
            working: StoredValue::new(None),
            turn: StoredValue::new(0),
            renew: RwSignal::new(false),
            lists: StoredValue::new(None),
        }
    }

    /// How far it is; told when that changes.
    pub fn phase(self) -> Phase {
        self.phase.get()
    }

    /// Whether it was opened by the recovery code, which opens it until it is
    /// changed: a new passphrase and a new code are wanted. Told when it changes.
    pub fn wants_renewal(self) -> bool {
        self.renew.get()
    }

    /// Stops what is being done.
    pub fn cancel(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.working.set_value(None);
        self.phase.set(Phase::Idle);
    }

    /// Makes a key of a passphrase. While a worker makes it, the page has time
    /// for something else.
    async fn derive(
        self,
        passphrase: &Passphrase,
        salt: Salt,
        kdf: Kdf,
        meanwhile: impl FnOnce(),
    ) -> Result<WrappingKey, Ended> {
        let turn = self.turn.get_value();
        let wanted = request::request(passphrase, salt, &kdf);
        let mut answer = Err(NoAnswer);
        if let Some((working, answered)) = key_worker::ask(&wanted) {
            self.working.set_value(Some(working));
            meanwhile();
            answer = answered.await;
            self.go_on(turn)?;
            self.working.set_value(None);
        }
        let answer = match answer {
            Ok(answer) => answer,
            Err(NoAnswer) => {
                self.phase.set(Phase::WorkingHere);
                timers::frame().await;
                self.go_on(turn)?;
                request::answer(&wanted)
            }
        };
        request::read_answer(answer).map_err(|error| Ended::Failed(error.into()))
    }

    /// Whether nobody has stopped it meanwhile.
    fn go_on(self, turn: u32) -> Result<(), Ended> {
        if self.turn.get_value() == turn { Ok(()) } else { Err(Ended::Cancelled) }
    }
}

/// What is asked of the lock.
enum Work {
    Unlock(Passphrase),
    UnlockWithCode(RecoveryCode),
    Check(Passphrase),
    TurnOn(Passphrase, RecoveryCode),
    Change(Passphrase, RecoveryCode, Reason),
    TurnOff,
}

/// Why work ended before it was done.
enum Ended {
    Cancelled,
    Failed(LockError),
}

impl From<SaveError> for Ended {
    fn from(error: SaveError) -> Self {
        Ended::Failed(LockError::NotSaved(error))
    }
}

impl States {
    /// Fetches the lists that choosing a passphrase needs.
    pub fn fetch_lists(self) {
        leptos::task::spawn_local(async move {
            let Ok(text) = readings::text(readings::LISTS).await else { return };
            let (words, common) = text.split_once("\n\n").unwrap_or((&text, ""));
            self.lock.lists.set_value(Some(Lists {
                words: WordList::of_text(words.trim()),
                common: CommonPasswords::of_text(common),
            }));
        });
    }

    /// Whether a new passphrase will do.
    pub fn judge(self, passphrase: &str) -> Verdict {
        let passphrase = text::normalized(passphrase.to_owned());
        let none = CommonPasswords::of_text("");
        self.lock.lists.with_value(|lists| {
            passphrase::judge(&passphrase, lists.as_ref().map_or(&none, |lists| &lists.common))
        })
    }

    /// Six words at random, if the list is there.
    pub fn suggest(self) -> Option<String> {
        let random = random::bytes::<12>();
        let mut numbers = [0; WordList::SUGGESTED];
        for (number, pair) in numbers.iter_mut().zip(random.chunks_exact(2)) {
            *number = u16::from_be_bytes([pair[0], pair[1]]);
        }
        self.lock
            .lists
            .with_value(|lists| Some(lists.as_ref()?.words.as_ref()?.suggest(numbers).to_string()))
    }

    /// Opens the vault with the passphrase.
    pub fn unlock(self, passphrase: String) {
        self.begin(Work::Unlock(text::normalized(passphrase)));
    }

    /// Opens the vault with the recovery code, and asks for a new one.
    pub fn unlock_with_code(self, code: RecoveryCode) {
        self.begin(Work::UnlockWithCode(code));
    }

    /// Whether this passphrase opens the vault: asked before it is changed.
    pub fn check_passphrase(self, passphrase: String) {
        self.begin(Work::Check(text::normalized(passphrase)));
    }

    /// Turns the passphrase on.
    pub fn turn_on(self, passphrase: String, code: RecoveryCode) {
        self.begin(Work::TurnOn(text::normalized(passphrase), code));
    }

    /// Changes the passphrase and the code.
    pub fn change_lock(self, passphrase: String, code: RecoveryCode, reason: Reason) {
        self.begin(Work::Change(text::normalized(passphrase), code, reason));
    }

    /// Takes the passphrase off.
    pub fn turn_off(self) {
        self.begin(Work::TurnOff);
    }

    /// Does one thing, and says how it ended.
    fn begin(self, work: Work) {
        self.lock.cancel();
        self.lock.phase.set(Phase::Working);
        leptos::task::spawn_local(async move {
            match self.work(work).await {
                Ok(()) => self.lock.phase.set(Phase::Done),
                Err(Ended::Failed(error)) => self.lock.phase.set(Phase::Failed(error)),
                Err(Ended::Cancelled) => {}
            }
        });
    }

    async fn work(self, work: Work) -> Result<(), Ended> {
        self.drafts.write();
        let turn = self.lock.turn.get_value();
        let mut door = self.vault.door().ok_or(Ended::Failed(LockError::Unusable))?;
        match work {
            Work::Unlock(passphrase) => {
                timers::begin("freshet:unlock");
                let found = self.lock.key_by_passphrase(&mut door, &passphrase).await?;
                self.enter(door, found);
            }
            Work::UnlockWithCode(code) => {
                let found = key_by_code(&door, &code)?;
                self.enter(door, found);
                self.lock.renew.set(true);
                self.place.go(&Route::Lock);
            }
            Work::Check(passphrase) => {
                self.lock.key_by_passphrase(&mut door, &passphrase).await?;
            }
            Work::TurnOn(passphrase, code) => {
                let key = DataKey::take(&mut random::bytes());
                let slots = self.lock.slots(self.vault, &key, &passphrase, &code).await?;
                self.comes_to_rest(turn).await?;
                self.vault.change(|vault| vault.turn_on(key, &slots))?;
                self.turned();
            }
            Work::Change(passphrase, code, reason) => {
                let new = DataKey::take(&mut random::bytes());
                let now = self.vault.ask(|vault| vault.data_key().map(DataKey::copy)).flatten();
                let now = now.ok_or(SaveError::Locked)?;
                let key = if reason == Reason::Known { &new } else { &now };
                let slots = self.lock.slots(self.vault, key, &passphrase, &code).await?;
                self.comes_to_rest(turn).await?;
                self.vault.change(|vault| match reason {
                    Reason::Wanted => vault.rewrap(&slots),
                    Reason::Known => vault.rekey(new, &slots),
                })?;
                self.lock.renew.set(false);
                self.turned();
            }
            Work::TurnOff => {
                self.comes_to_rest(turn).await?;
                self.vault.change(Vault::turn_off)?;
                self.turned();
            }
        }
        Ok(())
    }

    /// A change of the key begins where everything is read and nothing of an
    /// earlier one is left.
    async fn comes_to_rest(self, turn: u32) -> Result<(), Ended> {
        for _ in 0..PIECES {
            self.lock.go_on(turn)?;
            if self.tending.is_read_now() {
                match self.vault.change(|vault| vault.tend())? {
                    Tended::Done => return Ok(()),
                    Tended::KeptBeside(entry) => self.journal.take(vec![Change::Put(entry)]),
                    Tended::More => {}
                }
            }
            timers::pause(0).await;
        }
        Err(Ended::from(SaveError::Busy))
    }

    /// Goes in by the door whose slot gave the key: where another tab has changed
    /// the key meanwhile, this one does not fit what stands there now.
    fn enter(self, door: Door, (key, generation): (DataKey, u32)) {
        timers::begin("freshet:read");
        let reading = self.vault.unlock(door, key, generation);
        self.load(reading);
        self.drafts.write();
        // The screen is drawn by what is already on its way.
        timers::after(0, || timers::end("freshet:unlock")).leave_running();
    }

    /// Locks this tab and the others.
    pub fn lock_now(self) {
        self.lock_here();
        // A tab that does not hear of it locks by itself after a while.
        let _ = self.vault.tell_locked();
    }

    /// Every value is rewritten in its turn, beginning now.
    fn turned(self) {
        self.vault.tell();
        self.tend();
    }
}

impl LockState {
    async fn key_by_passphrase(
        self,
        door: &mut Door,
        passphrase: &Passphrase,
    ) -> Result<(DataKey, u32), Ended> {
        let mut error = LockError::Unusable;
        let slots: Vec<Slot> = door.slots().into_iter().cloned().collect();
        for slot in slots {
            let Plain { salt, kind: Kind::Passphrase(kdf), generation, .. } = *slot.plain() else {
                continue;
            };
            let key = self.derive(passphrase, salt, kdf, || door.read_ahead()).await?;
            match slot.unwrap(&key) {
                Ok(key) => return Ok((key, generation)),
                Err(_) => error = LockError::Wrong,
            }
        }
        Err(Ended::Failed(error))
    }

    /// Slots of the next generation that hold this key.
    async fn slots(
        self,
        vault: VaultState,
        key: &DataKey,
        passphrase: &Passphrase,
        code: &RecoveryCode,
    ) -> Result<[Slot; 2], Ended> {
        let named = vault.ask(|vault| (vault.header().vault, vault.next_generation()));
        let (vault, generation) = named.ok_or(SaveError::Locked)?;
        let plain = |kind| Plain { vault, generation, salt: Salt(random::bytes()), kind };
        let (by_passphrase, by_code) = (plain(Kind::Passphrase(Kdf::USUAL)), plain(Kind::Recovery));
        let wrapping = self.derive(passphrase, by_passphrase.salt, Kdf::USUAL, || {}).await?;
        Ok([
            Slot::wrap(by_passphrase, &wrapping, key, random::bytes()),
            Slot::wrap(by_code, &code.wrapping_key(by_code.salt), key, random::bytes()),
        ])
    }
}

fn key_by_code(door: &Door, code: &RecoveryCode) -> Result<(DataKey, u32), Ended> {
    let mut error = LockError::Unusable;
    for slot in door.slots() {
        let plain = slot.plain();
        if plain.kind != Kind::Recovery {
            continue;
        }
        match slot.unwrap(&code.wrapping_key(plain.salt)) {
            Ok(key) => return Ok((key, plain.generation)),
            Err(_) => error = LockError::Wrong,
        }
    }
    Err(Ended::Failed(error))
}
