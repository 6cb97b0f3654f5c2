//! Reading on, and what can wait: both in slices between which the page draws
//! and takes key presses. What another tab wrote comes in here too.

use super::{States, rest};
use crate::browser::slices::{self, Piece};
use crate::browser::{events, timers};
use crate::core::vault::log::{Heard, Reading, SaveError, Tended, Vault};
use crate::state::signals::{RwSignal, StoredValue};

/// Bytes of entries read at a time: about a millisecond.
const PIECE: usize = 6 * 1024;
/// What can wait begins when nothing was saved for so long.
const QUIET_MS: i32 = 3_000;
/// While much waits to be on disk, this is looked at anew.
const DISK_MS: i32 = 20_000;

/// Reading on, and what can wait.
#[derive(Clone, Copy)]
pub struct TendingState {
    read: RwSignal<bool>,
    busy: StoredValue<Busy>,
    timer: StoredValue<Option<timers::Timer>>,
    leave_open: RwSignal<Option<u32>>,
    disk: StoredValue<Option<timers::Timer>>,
}

#[derive(Clone, Copy, Default)]
struct Busy {
    reading: bool,
    tending: bool,
}

impl TendingState {
    pub(super) fn new() -> Self {
        Self {
            read: RwSignal::new(false),
            busy: StoredValue::new(Busy::default()),
            timer: StoredValue::new(None),
            leave_open: RwSignal::new(None),
            disk: StoredValue::new(None),
        }
    }

    /// Whether everything has been read.
    pub(super) fn is_read_now(self) -> bool {
        self.read.get_untracked()
    }

    /// For about how many minutes the browser is better left open, where much was
    /// rewritten; told when that changes.
    pub fn leave_open(self) -> Option<u32> {
        self.leave_open.get()
    }

    /// Whether everything has been read; told when that changes.
    pub fn is_read(self) -> bool {
        self.read.get()
    }
}

impl States {
    /// Takes over what was read, and reads on.
    pub(super) fn load(self, reading: Reading) {
        let done = reading.done;
        self.journal.take(reading.changes);
        self.drafts.take(reading.drafts);
        self.settings.take(reading.settings);
        self.look_at_clock();
        self.vault.add_problems(reading.problems);
        if !done {
            self.read_on();
        }
    }

    /// Reads the blocks that are left.
    fn read_on(self) {
        let started =
            self.tending.busy.update_value(|busy| std::mem::replace(&mut busy.reading, true));
        if started {
            return;
        }
        self.tending.read.set(false);
        // What is on the screen already comes first.
        timers::after_frame(move || slices::run(move || self.read_piece()));
    }

    fn read_piece(self) -> Piece {
        if self.rest.is_ready_now() {
            rest::read_along(self);
        }
        let reading = self.vault.change(|vault| Ok(vault.read_more(PIECE)));
        let done = reading.as_ref().map_or(true, |reading| reading.done);
        if let Ok(reading) = reading {
            self.journal.take(reading.changes);
            self.drafts.take(reading.drafts);
            self.settings.take(reading.settings);
            self.vault.add_problems(reading.problems);
        }
        if !done {
            return Piece::More;
        }
        self.tending.busy.update_value(|busy| busy.reading = false);
        if self.vault.is_open_now() {
            self.tending.read.set(true);
            timers::end("freshet:read");
            self.tend_soon();
        }
        Piece::Done
    }

    /// Does what can wait, once nothing was saved for a while.
    pub fn tend_soon(self) {
        let timer = timers::after(QUIET_MS, move || self.tend());
        self.tending.timer.set_value(Some(timer));
    }

    /// Does what can wait, now.
    pub fn tend(self) {
        if !self.rest.is_ready_now() {
            return self.tend_soon();
        }
        let started =
            self.tending.busy.update_value(|busy| std::mem::replace(&mut busy.tending, true));
        if started {
            return;
        }
        if self.tending.is_read_now() {
            self.keep_start();
        }
        slices::run(move || match self.tend_once() {
            Ok(Tended::More) => Piece::More,
            Ok(Tended::KeptBeside(entry)) => {
                self.journal.take(vec![crate::core::vault::log::Change::Put(entry)]);
                Piece::More
            }
            ended => {
                self.tending.busy.update_value(|busy| busy.tending = false);
                self.vault.tell();
                self.look_at_disk();
                if ended == Err(SaveError::Elsewhere) {
                    self.open_again();
                }
                Piece::Done
            }
        });
    }

    /// Looks for how long the browser is to be left open, and again while it is.
    fn look_at_disk(self) {
        let minutes = self.vault.leave_open();
        if self.tending.leave_open.get_untracked() != minutes {
            self.tending.leave_open.set(minutes);
        }
        let again = minutes.map(|_| timers::after(DISK_MS, move || self.look_at_disk()));
        self.tending.disk.set_value(again);
    }

    /// One piece of what can wait. What can wait long is left where the browser
    /// would write too much in this hour; a passphrase does not wait.
    fn tend_once(self) -> Result<Tended, SaveError> {
        if !self.vault.may_rewrite() && self.vault.chores_now() == 0 {
            return Ok(Tended::Done);
        }
        let before = self.vault.units();
        let tended = self.vault.change(rest::tend);
        self.vault.rewrote(self.vault.units() - before);
        tended
    }

    /// Another tab has turned the passphrase on, off or changed it: what is not
    /// written yet stays in memory, and the vault is opened anew.
    pub(super) fn open_again(self) {
        self.forget_all();
        match self.vault.open_again(&self.drafts.unwritten_now()) {
            // The screen stays, with what it says of this and with its words.
            Some(reading) => {
                self.load(reading);
                self.drafts.write();
            }
            None => self.place.look_again(),
        }
    }

    /// Deletes everything of ours in this browser; other tabs are told by it.
    pub fn delete_everything(self) -> Result<(), SaveError> {
        let deleted = self.vault.change(Vault::delete_everything);
        self.drafts.forget_all();
        self.open_again();
        deleted
    }

    /// Takes over what another tab saves, and follows it when it is locked or
    /// left by quick exit.
    pub(super) fn hear_other_tabs(self) {
        events::on_store_change(move |key| {
            let Some(key) = key else { return self.open_again() };
            let heard = self.vault.change(|vault| Ok(vault.hear(&key)?));
            match heard {
                Ok(Heard::Read(reading)) => self.load(reading),
                Ok(Heard::DraftGone(id)) => self.drafts.hear_gone(id),
                Ok(Heard::Looks(looks)) => self.settings.hear(looks),
                Ok(Heard::Elsewhere) => self.open_again(),
                Ok(Heard::Locked) => self.lock_here(),
                Ok(Heard::Left) => self.leave(),
                Ok(Heard::Nothing) | Err(_) => {}
            }
        });
    }

    /// Writes what can be written, and forgets the rest of what was read.
    pub(super) fn forget_all(self) {
        self.drafts.write();
        self.drafts.forget_written();
        self.journal.forget_all();
        self.rest.forget_all();
        self.settings.forget_all();
        self.lock.renew.set(false);
    }

    /// Forgets everything and asks for the passphrase; what is being written is
    /// kept under seal first.
    pub(super) fn lock_here(self) {
        self.forget_all();
        self.tending.read.set(false);
        self.vault.close(&self.drafts.unwritten_now());
        self.place.look_again();
    }
}
