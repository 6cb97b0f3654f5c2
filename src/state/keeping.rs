//! Keeping safe what was written: acts that wait for what was begun, merging,
//! copies, hard days, and the bin emptied when a person says so.

use super::States;
use super::journal::{JournalState, Saved};
use crate::browser::clock;
use crate::browser::slices::{self, Piece};
use crate::core::day::Day;
use crate::core::draft::{DraftId, Work, Writing};
use crate::core::entry::{Entry, EntryId};
use crate::core::keeping::merge::Merge;
use crate::core::keeping::{Act, Begun, Undo};
use crate::core::markdown::Tick;
use crate::core::vault::log::SaveError;
use crate::door::door;

/// Why something was not done with an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannotAct {
    /// A change of it was begun, and is to be saved or dropped first.
    Begun,
    /// Two could not be put into one, nor could the other one be taken out of the bin
    /// again.
    InBin,
    /// It could not be saved.
    Save(SaveError),
}

impl From<SaveError> for CannotAct {
    fn from(why: SaveError) -> Self {
        CannotAct::Save(why)
    }
}

door! {
    /// Saves a change of an entry, unless the entry is gone and nothing is left to
    /// save. Whoever has begun one has the rest.
    8 pub fn save_change(
        journal: JournalState,
        id: EntryId,
        writing: &Writing
    ) -> Result<Option<Saved>, SaveError> => put_over
}

fn put_over(
    journal: JournalState,
    id: EntryId,
    writing: &Writing,
) -> Result<Option<Saved>, SaveError> {
    let before = journal.get_to_change(id)?;
    if before.is_none() && writing.is_blank() {
        return Ok(None);
    }
    journal.save(writing.entry(id, before.as_ref(), clock::now())).map(Some)
}

impl States {
    /// Does something with an entry, and says what undoes it.
    pub fn act(self, id: EntryId, act: Act) -> Result<Undo, CannotAct> {
        match act.bars() {
            Some(begun) if self.has_begun(id, begun) => Err(CannotAct::Begun),
            _ => self.journal.act(id, act).map_err(CannotAct::Save),
        }
    }

    /// Undoes what was done, one thing after the other; nothing where one of them
    /// cannot be done yet.
    pub fn undo(self, all: &[Undo]) -> Result<(), CannotAct> {
        let barred = |undo: &Undo| undo.act.bars().is_some_and(|it| self.has_begun(undo.entry, it));
        match all.iter().any(barred) {
            true => Err(CannotAct::Begun),
            false => self.journal.undo(all).map_err(CannotAct::Save),
        }
    }

    /// Puts two entries into one, and the other one into the bin. Gives what undoes
    /// it. The other one goes first: where the joined one cannot be saved then, it is
    /// taken out again, and nothing is changed. Where even that cannot be saved, it
    /// stays in the bin, whole.
    pub fn merge(
        self,
        merge: Merge,
        written: &str,
        lines: &[String],
    ) -> Result<Vec<Undo>, CannotAct> {
        if merge.both().into_iter().any(|id| self.has_begun(id, Begun::Change)) {
            return Err(CannotAct::Begun);
        }
        let (undo, out_again) = (merge.undo(), merge.undo_other());
        let (joined, binned) = merge.done(written, lines, clock::now());
        self.journal.put(binned)?;
        if let Err(why) = self.journal.put(joined) {
            let out = self.journal.undo(&[out_again]);
            return Err(out.map_or(CannotAct::InBin, |()| why.into()));
        }
        Ok(undo)
    }

    /// Takes the version before of an entry away for good.
    pub fn let_go(self, id: EntryId) -> Result<(), SaveError> {
        let entry = self.journal.get_now(id).ok_or(SaveError::Gone)?;
        self.journal.put_without_former(entry.letting_go(clock::now()))
    }

    /// Ticks a box in the words of an entry, or not.
    pub fn tick(self, id: EntryId, tick: Tick, done: bool) -> Result<(), CannotAct> {
        if self.has_begun(id, Begun::Change) {
            return Err(CannotAct::Begun);
        }
        let entry = self.journal.get_now(id).ok_or(SaveError::Gone)?;
        let text = tick.set(&entry.text, done).ok_or(SaveError::Gone)?;
        Ok(self.journal.put(entry.changed(clock::now(), |entry| entry.text = text))?)
    }

    /// Waves away what an entry asks, if it does.
    pub fn wave_away(self, id: EntryId) -> Result<(), SaveError> {
        match self.journal.get_to_change(id)?.filter(|entry| entry.waiting().is_some()) {
            Some(entry) => self.journal.put(entry.waved_away(clock::now())),
            None => Ok(()),
        }
    }

    /// Begins a new draft from an entry's words.
    pub fn copy(self, entry: &Entry) -> Option<DraftId> {
        let hard = self.settings.kept_now().hard_days;
        let writing = Writing::copy_of(entry, &hard, clock::now().day())?;
        let draft = self.drafts.begin(Work::Writing(writing));
        let id = draft.id;
        self.drafts.touch(draft);
        self.drafts.write();
        Some(id)
    }

    fn has_begun(self, id: EntryId, begun: Begun) -> bool {
        self.drafts.find_now(|draft| draft.is_of(id, begun)).is_some()
    }

    /// Takes an entry away for good, with all that was begun of it: that holds its
    /// words too.
    pub fn remove(self, id: EntryId) -> Result<(), SaveError> {
        self.journal.remove(id)?;
        self.drafts.drop_of(id)
    }

    /// Whether a day is marked as hard; told when that changes.
    pub fn is_hard(self, day: Day) -> bool {
        self.settings.kept().hard_days.has(day)
    }

    /// Marks a day as hard, or takes the mark away.
    pub fn set_hard(self, day: Day, hard: bool) -> Result<(), SaveError> {
        self.settings.change_kept(|settings| settings.hard_days.set(day, hard))
    }

    /// Takes entries away for good, one after the other, and says how many went
    /// and what stopped it, if anything did.
    pub fn remove_all(
        self,
        mut ids: Vec<EntryId>,
        done: impl Fn(usize, Option<SaveError>) + 'static,
    ) {
        let mut gone = 0;
        slices::run(move || {
            let Some(id) = ids.pop() else {
                done(gone, None);
                return Piece::Done;
            };
            match self.remove(id) {
                Ok(()) => {
                    gone += 1;
                    Piece::More
                }
                Err(why) => {
                    done(gone, Some(why));
                    Piece::Done
                }
            }
        });
    }
}
