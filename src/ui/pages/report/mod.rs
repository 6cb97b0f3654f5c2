//! The page for a doctor or therapist: first what goes in is chosen, then the
//! page is looked at as it will be printed, and only from there it is printed.
//!
//! What was chosen lives in signals of this screen, so that it is gone when the
//! screen is: when it is left, and when the journal is locked.

mod choose;
mod entries;
mod extract;
mod reader;
mod sheet;

use crate::browser::{clock, page, timers};
use crate::core::insight::lens::Range;
use crate::core::journal::Journal;
use crate::core::report::choice::Choice;
use crate::core::report::{NothingIn, Report};
use crate::state::signals::RwSignal;
use crate::ui::view::{View, live};
use leptos::prelude::untrack;

/// The page in the making.
#[derive(Clone, Copy)]
struct Making {
    choice: RwSignal<Choice>,
    /// The person's own words to the reader.
    to_reader: RwSignal<String>,
    range: RwSignal<Range>,
    /// Whether it is looked at as it will be printed.
    looked_at: RwSignal<bool>,
}

/// The page for a doctor or therapist.
pub fn report() -> View {
    let making = Making {
        choice: RwSignal::new(Choice::default()),
        to_reader: RwSignal::new(String::new()),
        range: RwSignal::new(Range::Last(Range::WEEKS)),
        looked_at: RwSignal::new(false),
    };
    live(move || match making.looked_at.get() {
        false => untrack(|| choose::choose(making)),
        true => untrack(|| sheet::sheet(making)),
    })
}

impl Making {
    /// Goes on to looking, or back to choosing.
    fn look(self, at: bool) {
        self.looked_at.set(at);
        timers::after(0, || {
            page::focus_heading();
            page::scroll_to(0.0);
        })
        .leave_running();
    }

    /// What comes of it, with words to the reader or without; told when anything
    /// is chosen.
    fn report(self, with_words: bool, journal: &Journal) -> Result<Report<'_>, NothingIn> {
        let (range, today) = (self.range.get(), clock::now().day());
        self.choice.with(|choice| choice.report(with_words, journal, range, today))
    }
}
