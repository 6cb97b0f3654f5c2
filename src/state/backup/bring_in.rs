//! A file is read, compared with what is here, and brought in piece by piece.
//! What came in before a stop stays, and the rest can come later.

use super::super::States;
use super::{Bringing, Ended, Preview, Read, Wishes};
use crate::browser::files::{Chosen, NotRead};
use crate::browser::slices::{self, Piece};
use crate::core::backup::plan::{Here, Plan};
use crate::core::draft::Draft;
use crate::core::vault::kept::{Body, Kept};
use crate::core::vault::log::{Change, SaveError};

impl States {
    /// Reads a chosen file and says what bringing it in would do.
    pub fn read_backup(self, chosen: Chosen) {
        let state = self.backup();
        state.set_bringing(Bringing::Reading);
        let done = move |read: Result<Read, NotRead>| {
            let bringing = match read {
                Err(why) => Bringing::NotRead(why),
                Ok((backup, problems)) => {
                    let mut preview = Preview {
                        made: backup.made,
                        entries: backup.entries.len(),
                        says: backup.counts.map(|counts| counts.entries),
                        fates: Default::default(),
                        has_settings: backup.settings.is_some() || backup.looks.is_some(),
                        is_empty_here: self.journal.with_now(|journal| journal.all().count() == 0),
                        problems,
                    };
                    state.change(|inner| inner.file = Some(backup));
                    preview.fates = self.plan().counts;
                    Bringing::Ready(preview)
                }
            };
            state.set_bringing(bringing);
        };
        state.read(chosen, Box::new(done));
    }

    /// What bringing the file in would do now.
    fn plan(self) -> Plan {
        let gone = self.vault.ask(|vault| vault.gone()).unwrap_or_default();
        let drafts = self.drafts.all_now();
        self.backup().with_file(|file| {
            let plan = |file| {
                self.journal.with_now(|journal| {
                    Plan::new(file, Here { journal, gone: &gone, drafts: &drafts })
                })
            };
            file.map(plan).unwrap_or_default()
        })
    }

    /// Brings the file in.
    pub fn bring_in(self, wishes: Wishes) {
        let state = self.backup();
        let turn = state.next_turn();
        let plan = self.plan();
        let drafts = plan.drafts.clone();
        let from_here = plan.from_here.clone();
        let mut records = plan.records(wishes.bring_back);
        let total = records.len();
        let mut came = 0;
        state.set_bringing(Bringing::Coming(0, total));
        slices::run(move || {
            if !state.is_turn(turn) {
                return Piece::Done;
            }
            if records.is_empty() {
                let trouble = self.take_rest(wishes, &drafts).err();
                self.end_bringing(came, wishes, trouble);
                return Piece::Done;
            }
            match self.vault.change(|vault| vault.keep_many(&mut records)) {
                Ok(kept) => {
                    let comes = |kept: &Kept| {
                        matches!(kept, Kept::Entry(_)) && !from_here.contains(&kept.id())
                    };
                    came += kept.iter().filter(|(kept, _)| comes(kept)).count();
                    self.journal.take(kept.into_iter().map(change).collect());
                    state.set_bringing(Bringing::Coming(total - records.len(), total));
                    Piece::More
                }
                Err(why) => {
                    self.end_bringing(came, wishes, Some(why));
                    Piece::Done
                }
            }
        });
    }

    /// Drafts, and settings where they are wished for.
    fn take_rest(self, wishes: Wishes, drafts: &[Draft]) -> Result<(), SaveError> {
        for draft in drafts {
            self.vault.change(|vault| vault.save_draft(draft))?;
            self.drafts.take(vec![draft.clone()]);
        }
        let (settings, looks) = self.backup().with_file(|file| {
            file.map(|file| (file.settings.clone(), file.looks.clone())).unwrap_or_default()
        });
        if let Some(settings) = &settings {
            self.settings.change_kept(|now| now.join(settings))?;
        }
        if !wishes.settings {
            return Ok(());
        }
        if let Some(looks) = looks {
            self.settings.change_looks(|now| *now = looks)?;
        }
        if let Some(settings) = settings {
            self.settings.change_kept(|now| {
                now.introduced |= settings.introduced;
                now.auto_lock = settings.auto_lock;
                now.out_of_history = settings.out_of_history;
            })?;
        }
        Ok(())
    }

    fn end_bringing(self, came: usize, wishes: Wishes, trouble: Option<SaveError>) {
        let plan = self.plan();
        let back = if wishes.bring_back { plan.counts.deleted_here } else { 0 };
        let left = plan.counts.coming() + back;
        if trouble == Some(SaveError::Elsewhere) {
            self.open_again();
        }
        self.backup().set_bringing(Bringing::Ended(Ended { came, left, trouble }));
        self.tend_soon();
    }
}

fn change((kept, _): Body) -> Change {
    match kept {
        Kept::Entry(entry) => Change::Put(entry),
        Kept::Gone(gone) => Change::Gone(gone.gone),
    }
}
