//! All entries: searched as a person types, filtered, and laid out one below
//! the other by months, in the days of a month or of a year.

use crate::browser::{dates, page, timers};
use crate::core::content::words::find as find_words;
use crate::core::content::words::journal as words;
use crate::core::content::words::report as report_words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::find::rows::AT_ONCE;
use crate::core::journal::Journal;
use crate::core::route::Route;
use crate::core::search::query::Misread;
use crate::core::vault::log::ReadBack;
use crate::state::find::{FindState, Found, Layout, Wanted};
use crate::state::here;
use crate::state::journal::JournalState;
use crate::state::signals::Memo;
use crate::ui::parts::button::{link, quiet_button};
use crate::ui::parts::calendar::{month, year};
use crate::ui::parts::entry_list::entry_list;
use crate::ui::parts::entry_row::entry_row;
use crate::ui::parts::find_tools::{MISREAD, find_tools};
use crate::ui::parts::pinned::{on_this_day, pinned};
use crate::ui::parts::screen::screen;
use crate::ui::parts::status::{status, status_of};
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// The first entry of the list.
const FIRST_ROW: &str = ".rows--long a";

/// What the journal holds, as far as it was read.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Nothing,
    NothingYet,
    Entries,
}

/// All entries.
pub fn journal() -> View {
    let (journal, tending, find) = (here().journal, here().tending, here().find());
    // What is listed follows the journal while this screen is open.
    let follow = live(move || {
        journal.with(|_| ());
        find.look_again(tending.is_read());
        View::Nothing
    });
    // Not made anew with each entry that is read: somebody may be typing in it.
    let holds = Memo::new(move || match journal.with(Journal::is_empty) {
        false => Holds::Entries,
        true if tending.is_read() => Holds::Nothing,
        true => Holds::NothingYet,
    });
    let in_bin = move || match binned(find, journal) {
        0 => words::BIN.to_owned(),
        count => words::bin_count(&count.to_string()),
    };
    let bin = link(&Route::Bin, ()).text(in_bin);
    let entries = live(move || match holds.get() {
        Holds::Entries => entries(find),
        Holds::Nothing => nothing(),
        Holds::NothingYet => View::Nothing,
    });
    let reading = live(move || {
        (!tending.is_read()).then(|| el("p").class("find__reading").text(move || read_back(find)))
    });
    screen(
        words::TITLE,
        "journal",
        views![
            follow,
            reading,
            pinned(),
            entries,
            on_this_day(),
            el("p").child(link(&Route::Report, report_words::TITLE)),
            el("p").class("journal__bin").child(bin),
        ],
    )
}

/// How many entries are in the bin; looked up as often as what is listed.
fn binned(find: FindState, journal: JournalState) -> usize {
    find.found();
    journal.with_now(|journal| journal.binned().len())
}

fn nothing() -> View {
    let bring_in = el("p").child(link(&Route::Import, words::BRING_IN));
    views![el("p").child(words::EMPTY), el("p").child(words::ELSEWHERE), bring_in]
}

/// How far back what is listed and searched goes, while there is more.
fn read_back(find: FindState) -> String {
    match find.found().read_back {
        ReadBack::To(day) => find_words::read_back(&dates::long(day, LANGUAGE)),
        ReadBack::Unknown | ReadBack::All => words::READING.to_owned(),
    }
}

fn entries(find: FindState) -> View {
    let layout = Memo::new(move || find.wanted(|wanted| wanted.layout));
    let laid_out = live(move || match layout.get() {
        Layout::List => views![in_parts(find), entry_list(), turn_pages(find)],
        Layout::Month => month(),
        Layout::Year => year(),
    });
    let said = status(move || count(find)).class("journal__count");
    let misread = live(move || {
        let misread = &find.found().misread;
        misread.iter().map(|what| el("p").class("find__misread").child(say(what))).collect::<View>()
    });
    let misread = status_of(misread).attr("id", MISREAD);
    views![find_tools(), said, show_all(find), misread, laid_out, put_away(find)]
}

/// The way out of a search or a filter of some time ago, whose fields may be
/// out of sight.
fn show_all(find: FindState) -> View {
    let everything = Memo::new(move || find.wanted(|wanted| wanted.is_everything()));
    let show = move || find.change(Wanted::want_everything);
    live(move || (!everything.get()).then(|| quiet_button(find_words::SHOW_ALL).on_click(show)))
}

fn count(find: FindState) -> String {
    let found = find.found();
    match (found.ids.len(), find.wanted(|wanted| wanted.is_everything())) {
        (count, true) => words::entries(count),
        (0, false) => find_words::NONE.to_owned(),
        (count, false) => find_words::found(count),
    }
}

fn say(misread: &Misread) -> String {
    match misread {
        Misread::Date(typed) => find_words::misread_day(typed),
        Misread::Nothing(typed) => find_words::misread_nothing(typed),
        Misread::TooMany(typed) => find_words::misread_many(typed),
    }
}

/// A long list is in the page by parts only: this switch has so many shown at a
/// time, all of them in the page.
fn in_parts(find: FindState) -> View {
    let is_long = Memo::new(move || find.found().ids.len() > AT_ONCE);
    live(move || {
        is_long.get().then(|| {
            let tick = el("input")
                .attr("type", "checkbox")
                .attr("autocomplete", "off")
                .flag("checked", move || find.wanted(|wanted| wanted.in_parts))
                .on("change", move |event| {
                    let on = event.is_checked();
                    find.show(|wanted| (wanted.in_parts, wanted.part) = (on, 0));
                });
            let label = el("span").child(find_words::IN_PARTS);
            let label = el("label").class("switch").child(tick).child(label);
            let help = el("p").class("find__help").child(find_words::IN_PARTS_HELP);
            let whole = move || !find.wanted(|wanted| wanted.in_parts);
            let on_paper = live(move || {
                whole().then(|| el("p").class("find__on-paper").child(find_words::ON_PAPER))
            });
            views![el("div").class("find__parts").child(label).child(help), on_paper]
        })
    })
}

/// The way to the parts before and behind.
fn turn_pages(find: FindState) -> View {
    let part = Memo::new(move || {
        let count = find.found().ids.len();
        find.wanted(|wanted| (wanted.in_parts && count > AT_ONCE).then(|| wanted.shown(count)))
    });
    live(move || part.get().map(|shown| pages(find, shown.start, shown.end)))
}

fn pages(find: FindState, first: usize, end: usize) -> Element {
    let count = find.found_now().ids.len();
    let turn = move |by: isize| {
        find.show(|wanted| wanted.part = wanted.part.saturating_add_signed(by));
        // The rows are drawn once this event is done with.
        timers::after(0, || page::go_to(FIRST_ROW)).leave_running();
    };
    let (before, behind) = (first > 0, end < count);
    let said = find_words::part(&(first + 1).to_string(), &end.to_string(), &count.to_string());
    el("nav")
        .class("find__pages")
        .attr("aria-label", find_words::PARTS)
        .child(before.then(|| quiet_button(find_words::PART_BEFORE).on_click(move || turn(-1))))
        .child(el("p").child(said))
        .child(behind.then(|| quiet_button(find_words::PART_AFTER).on_click(move || turn(1))))
}

/// What is put away stands apart, where nothing is looked for.
fn put_away(find: FindState) -> View {
    let journal = here().journal;
    let sealed = Memo::new(move || {
        let found: &Found = &find.found();
        let everything = find.wanted(|wanted| wanted.is_everything());
        if everything { found.sealed.clone() } else { Vec::new() }
    });
    live(move || {
        let sealed = sealed.get();
        (!sealed.is_empty()).then(|| {
            let rows = sealed.iter().filter_map(|id| journal.get_now(*id));
            let rows: View = rows.map(|entry| el("li").child(entry_row(&entry))).collect();
            el("details")
                .class("journal__sealed")
                .child(el("summary").child(find_words::sealed(sealed.len())))
                .child(el("ul").class("rows").child(rows))
        })
    })
}
