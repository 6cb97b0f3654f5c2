//! What was written on this day in earlier years. Nothing leads here by itself.

use crate::browser::{clock, dates};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{journal as journal_words, keeping as words};
use crate::core::entry::Entry;
use crate::core::insight::on_this_day::on_this_day as found;
use crate::core::keeping::Act;
use crate::state::here;
use crate::ui::parts::button::{buttons, quiet_button};
use crate::ui::parts::entry_row::{entry_row, name};
use crate::ui::parts::keeping::{Doing, hard_day_named};
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// On this day.
pub fn on_this_day() -> View {
    let states = here();
    let today = clock::now().day();
    let rows = live(move || {
        let hard = states.settings.kept().hard_days;
        let is_read = states.tending.is_read();
        states.journal.with(|journal| {
            let found = found(journal, &hard, today);
            if found.is_empty() && !is_read {
                return el("p").child(journal_words::READING).into();
            }
            listed(&found, &dates::long(today, LANGUAGE))
        })
    });
    screen(
        words::DAY_TITLE,
        "on-this-day",
        views![rows, el("p").class("on-this-day__never").child(words::DAY_NEVER),],
    )
}

fn listed(found: &[&Entry], today: &str) -> View {
    if found.is_empty() {
        return el("p").child(words::day_none(today)).into();
    }
    let rows: View = found.iter().map(|entry| row(entry)).collect();
    views![el("p").child(words::day_lead(today)), el("ul").class("rows").child(rows)]
}

fn row(entry: &Entry) -> Element {
    let doing = Doing::with(entry.id);
    let leave_out = quiet_button(words::LEAVE_OUT)
        .attr("aria-label", words::leave_out_name(&name(entry)))
        .on_click(move || doing.act(Act::LeaveOut(true), words::LEFT_OUT));
    let ways = buttons(views![leave_out, hard_day_named(entry)]);
    el("li").class("bin__row").child(entry_row(entry)).child(ways)
}
