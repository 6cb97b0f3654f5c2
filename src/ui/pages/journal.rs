//! All entries, the latest day first, by months.

use crate::browser::dates;
use crate::core::content::words::journal as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::entry::Entry;
use crate::core::route::Route;
use crate::state::here;
use crate::ui::parts::button::link;
use crate::ui::parts::entry_row::entry_row;
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// All entries.
pub fn journal() -> View {
    let journal = here().journal;
    let tending = here().tending;
    let in_bin = move || match journal.with(|journal| journal.binned().len()) {
        0 => words::BIN.to_owned(),
        count => words::bin_count(&count.to_string()),
    };
    let bin = link(&Route::Bin, ()).text(in_bin);
    screen(
        words::TITLE,
        "journal",
        views![
            live(move || {
                (!tending.is_read()).then(|| el("p").attr("role", "status").child(words::READING))
            }),
            live(move || journal.with(|journal| entries(&journal.latest(), tending.is_read()))),
            el("p").class("journal__bin").child(bin),
        ],
    )
}

fn entries(latest: &[&Entry], read: bool) -> View {
    if latest.is_empty() && !read {
        return View::Nothing;
    }
    if latest.is_empty() {
        let bring_in = el("p").child(link(&Route::Import, words::BRING_IN));
        return views![el("p").child(words::EMPTY), el("p").child(words::ELSEWHERE), bring_in];
    }
    let months: View =
        latest.chunk_by(|one, other| month(one) == month(other)).map(of_month).collect();
    views![el("p").class("journal__count").child(words::entries(latest.len())), months]
}

fn of_month(entries: &[&Entry]) -> Element {
    let rows: View = entries.iter().map(|entry| el("li").child(entry_row(entry))).collect();
    el("section")
        .class("journal__month")
        .child(el("h2").child(dates::month(entries[0].day, LANGUAGE)))
        .child(el("ul").class("rows").child(rows))
}

fn month(entry: &Entry) -> (i32, u32) {
    let (year, month, _) = entry.day.ymd();
    (year, month)
}
