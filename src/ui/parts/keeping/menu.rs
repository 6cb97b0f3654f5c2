//! The menu, and what each of its buttons opens below it.

use super::{Doing, merge, put};
use crate::core::content::words::keeping as words;
use crate::core::draft::Writing;
use crate::core::entry::Entry;
use crate::core::keeping::Act;
use crate::core::route::Route;
use crate::state::here;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::button::{buttons, quiet_button};
use crate::ui::view::{Element, View, el, live};
use crate::views;
use std::sync::Arc;

/// What is open below the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tool {
    Seal,
    Move,
    Merge,
}

/// The menu of an entry that is neither in the bin nor put away.
pub fn menu(entry: &Arc<Entry>, doing: Doing) -> Element {
    let tool = RwSignal::new(None::<Tool>);
    let whole = entry.clone();
    let open = live(move || {
        let drawn = tool.get().map(|tool| match tool {
            Tool::Seal => put::seal(doing),
            Tool::Move => put::to_day(&whole, doing),
            Tool::Merge => merge::merge(&whole, doing),
        });
        drawn.map(|drawn| el("div").class("keeping__tool").child(drawn))
    });
    let ways = views![
        pin(entry, doing),
        opens(tool, Tool::Seal, words::SEAL),
        opens(tool, Tool::Move, words::MOVE_DAY),
        opens(tool, Tool::Merge, words::MERGE),
        copy(entry),
        leave_out(entry, doing),
    ];
    el("details")
        .class("keeping")
        .child(el("summary").child(words::MORE))
        .child(buttons(ways))
        .child(open)
}

fn opens(tool: RwSignal<Option<Tool>>, mine: Tool, words: &'static str) -> Element {
    let is_open = Memo::new(move || tool.get() == Some(mine));
    quiet_button(words)
        .live_attr("aria-expanded", move || is_open.get())
        .on_click(move || tool.update(|tool| *tool = (*tool != Some(mine)).then_some(mine)))
}

fn pin(entry: &Entry, doing: Doing) -> Element {
    let (name, said) = match entry.pinned {
        true => (words::UNPIN, words::UNPINNED),
        false => (words::PIN, words::PINNED),
    };
    let pinned = entry.pinned;
    quiet_button(name).on_click(move || doing.act(Act::Pin(!pinned), said))
}

fn leave_out(entry: &Entry, doing: Doing) -> Element {
    let (name, said) = match entry.left_out {
        true => (words::LEAVE_IN, words::LEFT_IN),
        false => (words::LEAVE_OUT, words::LEFT_OUT),
    };
    let left_out = entry.left_out;
    quiet_button(name).on_click(move || doing.act(Act::LeaveOut(!left_out), said))
}

/// A new draft with the same words. It is not an entry before it is saved, so
/// there is nothing to undo.
fn copy(entry: &Arc<Entry>) -> View {
    let states = here();
    let hard = states.settings.kept_now().hard_days;
    if Writing::copy_of(entry, &hard, entry.day).is_none() {
        return View::Nothing;
    }
    let entry = entry.clone();
    let begin = move || {
        if let Some(draft) = states.copy(&entry) {
            states.notice.say(words::COPY_HELP);
            states.place.go(&Route::Draft(draft));
        }
    };
    quiet_button(words::COPY).on_click(begin).into()
}
