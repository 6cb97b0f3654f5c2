//! Looking for loops: in slices, between which the page draws and takes key
//! presses.

use super::States;
use crate::browser::slices::{self, Piece};
use crate::browser::{clock, text, timers};
use crate::core::insight::loops::{self, Loop, Passage, Search, Wanted};
use crate::core::search::fold::Folder;

impl States {
    /// Looks through what the journal says now for loops, at most so many, and
    /// tells once what was found; not if that is wanted no more. Whether there
    /// is enough to look through: so many texts.
    pub fn look_for_loops(
        self,
        (least, most): (usize, usize),
        is_wanted: impl Fn() -> bool + 'static,
        tell: impl Fn(Vec<Loop>, &[Passage]) + 'static,
    ) -> bool {
        let today = clock::now().day();
        let passages = self.journal.with_now(|journal| loops::passages(journal, today));
        if passages.len() < least {
            return false;
        }
        timers::begin("freshet:loops");
        let hidden = self.settings.kept_now().hidden_loops;
        let wanted = Wanted { most, hidden };
        let mut search = Search::new(passages, wanted, Folder::new(text::decomposed));
        let mut noted = false;
        slices::run(move || {
            if !is_wanted() {
                return Piece::Done;
            }
            if search.go_on() {
                return Piece::More;
            }
            // Noting it and showing it are a frame's work each.
            if !std::mem::replace(&mut noted, true) {
                timers::end("freshet:loops");
                // Where it is not noted, a second look on this day asks no second question.
                let _ = self.settings.change_kept(|settings| settings.loops_shown = Some(today));
                return Piece::More;
            }
            tell(search.found(), search.passages());
            Piece::Done
        });
        true
    }
}
