//! A file is read back and compared with what is here: only then does it count
//! as a backup.

use super::super::States;
use super::{Checked, Read};
use crate::browser::clock;
use crate::browser::files::{Chosen, NotRead};
use crate::core::backup::plan::held_by;
use crate::core::journal::Journal;

impl States {
    /// Reads a chosen file and compares it.
    pub fn check_backup(self, chosen: Chosen) {
        let state = self.backup();
        state.set_checked(Checked::Reading);
        let done = move |read: Result<Read, NotRead>| {
            let checked = match read {
                Err(why) => Checked::NotRead(why),
                Ok((backup, problems)) => {
                    let count =
                        |journal: &Journal| (journal.all().count(), held_by(&backup, journal));
                    let (here, held) = self.journal.with_now(count);
                    Checked::Compared { here, held, problems }
                }
            };
            if checked.holds_all() {
                let now = clock::now();
                // Where it cannot be noted, that is told beside.
                self.settings.set_kept(|settings| settings.backed_up = Some(now));
            }
            state.set_checked(checked);
        };
        state.read(chosen, Box::new(done));
    }
}
