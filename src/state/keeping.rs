//! Keeping safe what was written: merging, copies, hard days, and the bin
//! emptied when a person says so.

use super::States;
use crate::browser::clock;
use crate::browser::slices::{self, Piece};
use crate::core::day::Day;
use crate::core::draft::{Draft, DraftId, Work, Writing};
use crate::core::entry::{Entry, EntryId};
use crate::core::keeping::merge::Merge;
use crate::core::keeping::Undo;
use crate::core::vault::log::SaveError;

impl States {
    /// Puts two entries into one, and the other one into the bin. Gives what undoes
    /// it. The other one goes first: where the joined one cannot be saved then, there
    /// is still room for taking it out again, and nothing is changed.
    pub fn merge(
        self,
        merge: Merge,
        written: &str,
        lines: &[String],
    ) -> Result<Vec<Undo>, SaveError> {
        let (undo, out_again) = (merge.undo(), merge.undo_other());
        let (joined, binned) = merge.done(written, lines, clock::now());
        self.journal.put(binned)?;
        if let Err(why) = self.journal.put(joined) {
            self.journal.undo(&[out_again])?;
            return Err(why);
        }
        Ok(undo)
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

    /// Whether a change of an entry was begun and not saved.
    pub fn is_changing(self, id: EntryId) -> bool {
        self.change_of(id).is_some()
    }

    /// A change of an entry that was begun and not saved.
    fn change_of(self, id: EntryId) -> Option<Draft> {
        let changes = |work: &Work| match work {
            Work::Writing(writing) => writing.changes.is_some_and(|(entry, _)| entry == id),
            Work::Run(run) => run.follows() == Some(id),
            Work::CheckIn(_) => false,
        };
        self.drafts.find_now(|draft| changes(&draft.work))
    }

    /// Takes an entry away for good, with what was begun of a change of it: that
    /// holds its words too.
    pub fn remove(self, id: EntryId) -> Result<(), SaveError> {
        self.journal.remove(id)?;
        match self.change_of(id) {
            Some(draft) => self.drafts.drop(draft.id),
            None => Ok(()),
        }
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
