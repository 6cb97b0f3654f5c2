//! A file is read back and compared with what is here: only then does it count
//! as a backup.

use super::super::States;
use super::Checked;
use crate::browser::clock;
use crate::browser::files::Chosen;
use crate::core::backup::plan::held_by;
use leptos::prelude::*;

impl States {
    /// Reads a chosen file and compares it.
    pub fn check_backup(self, chosen: Chosen) {
        let state = self.backup;
        state.checked.set(Checked::Reading);
        state.read(chosen, move |read| {
            let checked = match read {
                Err(why) => Checked::NotRead(why),
                Ok((backup, problems)) => {
                    let count = |journal: &crate::core::journal::Journal| {
                        (journal.all().count(), held_by(&backup, journal))
                    };
                    let (here, held) = self.journal.with_now(count);
                    Checked::Compared { here, held, problems }
                }
            };
            if checked.holds_all() {
                let now = clock::now();
                self.settings.change_kept(|settings| settings.backed_up = Some(now));
            }
            state.checked.set(checked);
        });
    }
}
