//! What can be done with an entry so that it is kept as its writer wants it: a
//! quiet menu under it. Each thing is undone by one tap, or asks first.

mod former;
mod menu;
mod merge;
mod put;

pub use former::former;
pub use menu::menu;

use crate::core::content::words::keeping as words;
use crate::core::day::Day;
use crate::core::entry::{Entry, EntryId};
use crate::core::keeping::{Act, Undo};
use crate::state::keeping::CannotAct;
use crate::state::notice::TakeBack;
use crate::state::{States, here};
use crate::ui::parts::button::quiet_button;
use crate::ui::parts::entry_row;
use crate::ui::parts::trouble::words_of;
use crate::ui::view::{Element, el};

/// What a person does with one entry.
#[derive(Clone, Copy)]
pub struct Doing {
    id: EntryId,
    states: States,
}

impl Doing {
    /// Nothing yet, with this entry.
    pub fn with(id: EntryId) -> Self {
        Self { id, states: here() }
    }

    /// Does it, and says so with a way to take it back.
    pub fn act(self, act: Act, said: impl Into<String>) {
        self.told(self.states.act(self.id, act).map(|undo| vec![undo]), said);
    }

    /// Says that something is done, or why it is not: above the screen, for the
    /// screen itself is made anew by what was saved.
    pub fn told(self, done: Result<Vec<Undo>, CannotAct>, said: impl Into<String>) {
        match done {
            Ok(undo) => self.states.notice.say_with(said, TakeBack::Acts(undo)),
            Err(why) => self.states.notice.say(why_not(&why)),
        }
    }
}

/// Why something was not done with an entry, in words.
pub fn why_not(why: &CannotAct) -> String {
    match why {
        CannotAct::Begun => words::BEGUN.to_owned(),
        CannotAct::InBin => words::MERGE_IN_BIN.to_owned(),
        CannotAct::Save(why) => words_of(why),
    }
}

/// Marks a day as hard with one tap, or takes the mark away; and what that is
/// for.
pub fn hard_day(day: Day) -> Element {
    let help = el("p").class("step__help").child(words::HARD_HELP);
    el("div").class("keeping").child(hard_button(day).child(words::HARD)).child(help)
}

/// The same in a list, where each one names its entry.
pub fn hard_day_named(entry: &Entry) -> Element {
    let name = words::hard_name(&entry_row::name(entry));
    hard_button(entry.day).attr("aria-label", name).child(words::HARD)
}

fn hard_button(day: Day) -> Element {
    let states = here();
    let toggle = move || {
        let hard = !states.settings.kept_now().hard_days.has(day);
        let said = if hard { words::HARD_SET } else { words::HARD_UNSET };
        match states.set_hard(day, hard) {
            Ok(()) => states.notice.say(said),
            Err(why) => states.notice.say(words_of(&why)),
        }
    };
    quiet_button(()).live_attr("aria-pressed", move || states.is_hard(day)).on_click(toggle)
}
