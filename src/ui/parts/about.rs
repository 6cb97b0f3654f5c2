//! What stands before the start of an exercise or of the guided path.

use super::prose::paragraph;
use crate::browser::clock;
use crate::core::content::exercises::Exercise;
use crate::core::content::readings::spans;
use crate::core::content::words::exercise as words;
use crate::state::here;
use crate::state::signals::Memo;
use crate::ui::view::{View, el};
use crate::views;

/// What a person reads before the start.
pub struct About {
    /// What it is.
    pub what: &'static str,
    /// How long it takes, in words.
    pub time: &'static str,
    /// What it is not.
    pub what_not: &'static str,
    /// Why it may help, with the facts it rests on.
    pub why: &'static str,
    /// Who should leave it out.
    pub skip_if: &'static str,
    /// What to do in its place.
    pub instead: &'static str,
}

impl About {
    /// All of it around the start; *leave it out if* comes first.
    pub fn before(self, start: View) -> View {
        let lead = el("p").class("lead").child(self.what).child(" ").child(self.time);
        let skip_if = el("section")
            .class("skip-if")
            .child(el("h2").child(words::SKIP_IF))
            .child(paragraph(spans(self.skip_if)))
            .child(el("h3").child(words::INSTEAD))
            .child(el("p").child(self.instead));
        let what_not = el("section")
            .child(el("h2").child(words::WHAT_NOT))
            .child(el("p").child(self.what_not));
        let why = el("section").child(el("h2").child(words::WHY)).child(paragraph(spans(self.why)));
        views![lead, skip_if, start, what_not, why]
    }
}

/// Why it is wise to wait with it, where it is. The last time may stand in a part
/// of the journal that is still being read.
pub fn limit(exercise: &'static Exercise) -> Memo<Option<&'static str>> {
    let (journal, today) = (here().journal, clock::now().day());
    Memo::new(move || {
        journal.with(|journal| journal.holds_back(exercise, today).map(|limit| limit.why))
    })
}
