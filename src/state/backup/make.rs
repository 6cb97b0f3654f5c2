//! The whole journal becomes one file.

use super::super::States;
use super::Made;
use crate::browser::slices::{self, Piece};
use crate::browser::{clock, files};
use crate::core::backup::write::{Rest, Writer};
use crate::core::journal::Journal;

/// Entries between which it is told how far it is.
const TOLD_EACH: usize = 64;

impl States {
    /// Makes a file of everything, and hands it to the browser. `about` is a
    /// line for whoever opens it.
    pub fn make_backup(self, about: &str) {
        let state = self.backup();
        let turn = state.next_turn();
        let now = clock::now();
        let rest = Rest {
            made: now,
            about: about.to_owned(),
            gone: self.vault.ask(|vault| vault.gone()).unwrap_or_default(),
            drafts: self.drafts.all_now(),
            settings: self.settings.kept_now(),
            looks: self.settings.with_now(Clone::clone),
        };
        let ids = self.journal.with_now(Journal::ids);
        let total = ids.len();
        let mut writer = Some(Writer::new(rest, total));
        let mut left = ids.into_iter().enumerate();
        state.set_made(Made::Writing(0, total));
        slices::run(move || {
            if !state.is_turn(turn) {
                return Piece::Done;
            }
            if let (Some(writer), Some((at, id))) = (&mut writer, left.next()) {
                if let Some(entry) = self.journal.get_now(id) {
                    writer.entry(&entry);
                }
                if at % TOLD_EACH == 0 {
                    state.set_made(Made::Writing(at, total));
                }
                return Piece::More;
            }
            if let Some(text) = writer.take().map(Writer::finish) {
                let name = format!("freshet-{}.json", now.day());
                let offered = files::offer(&name, "application/json", &text);
                state.set_made(offered.map_or(Made::Refused, |()| Made::Offered(total)));
            }
            Piece::Done
        });
    }
}
