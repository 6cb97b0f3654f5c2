//! What was found, in the days of a month or of a year. One day of all takes
//! the focus, and the arrow keys go on from it.

use super::button::{buttons, quiet_button};
use super::entry_row::entry_row;
use super::keeping::hard_day;
use super::status::heard;
use super::when::day_field;
use crate::browser::dom::Event;
use crate::browser::{clock, dates, page, timers};
use crate::core::content::words::find as words;
use crate::core::content::words::journal::entries;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::day::Day;
use crate::core::find::calendar::{Step, count};
use crate::core::month::Month;
use crate::state::find::{FindState, Layout};
use crate::state::here;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::untrack;
use std::rc::Rc;

/// How many entries there are of each day, the latest first.
type Counts = Rc<Vec<(Day, usize)>>;

/// More marks than these say nothing more.
const MOST_MARKS: usize = 3;

/// A month, and the entries of the day that is looked at.
pub fn month() -> View {
    let find = here().find();
    let counts = counts(find);
    let shown = Memo::new(move || Month::of(day(find)));
    let grid = live(move || {
        let counts = counts.get();
        let month = shown.get();
        grid(find, month, &counts, ("h2", dates::month(month.first(), LANGUAGE)))
    });
    views![
        ways(find, [words::MONTH_BEFORE, words::MONTH_AFTER], 1),
        keys(find, el("div").class("calendar calendar--month").child(grid)),
        of_day(find),
    ]
}

/// The twelve months of a year.
pub fn year() -> View {
    let find = here().find();
    let counts = counts(find);
    let shown = Memo::new(move || Month::of(day(find)).year());
    let grids = live(move || {
        let counts = counts.get();
        let months = Month::of_year(shown.get());
        let grids = months.map(|month| {
            grid(find, month, &counts, ("h3", dates::month_name(month.first(), LANGUAGE)))
        });
        let title = dates::year(Month::of(day_now(find)).first(), LANGUAGE);
        views![
            el("h2").child(title),
            el("div").class("calendar__months").child(grids.collect::<View>())
        ]
    });
    views![
        ways(find, [words::YEAR_BEFORE, words::YEAR_AFTER], 12),
        keys(find, el("div").class("calendar calendar--year").child(grids)),
    ]
}

fn counts(find: FindState) -> Memo<Counts> {
    Memo::new(move || Rc::new(find.counts()))
}

/// The day that is looked at: today, before one was.
fn day(find: FindState) -> Day {
    find.wanted(|wanted| wanted.day).unwrap_or_else(|| clock::now().day())
}

fn day_now(find: FindState) -> Day {
    find.wanted_now(|wanted| wanted.day).unwrap_or_else(|| clock::now().day())
}

fn look_at(find: FindState, day: Day) {
    find.show(|wanted| wanted.day = Some(day));
}

/// The ways to other months or years, and to a day. The day that they lead to
/// is heard; one that takes the focus says itself what it is.
fn ways(find: FindState, [before, after]: [&'static str; 2], months: i32) -> Element {
    let reached = RwSignal::new(String::new());
    let go = move |day: Day| {
        look_at(find, day);
        reached.set(named(day, untrack(|| count(&find.counts(), day))));
    };
    let turn = move |months: i32| Step::Months(months).from(day_now(find)).into_iter().for_each(go);
    let day = move || find.wanted(|wanted| wanted.day);
    let set = move |day: Option<Day>| day.into_iter().for_each(go);
    el("div")
        .class("calendar__ways")
        .child(buttons(views![
            quiet_button(before).on_click(move || turn(-months)),
            quiet_button(after).on_click(move || turn(months)),
        ]))
        .child(day_field(words::GO_TO, "find-go", day, set))
        .child(heard(move || reached.get()))
}

/// A day, and how many entries it has.
fn named(day: Day, count: usize) -> String {
    let long = dates::long(day, LANGUAGE);
    match count {
        0 => words::day_empty(&long),
        count => words::day(&long, &entries(count)),
    }
}

/// Has keys lead from day to day in what it holds.
fn keys(find: FindState, calendar: Element) -> Element {
    calendar.on("keydown", move |event: Event| {
        let step = Step::of_key(&event.key()).filter(|_| event.is_plain_key());
        let Some(to) = step.and_then(|step| step.from(day_now(find))) else { return };
        event.prevent();
        look_at(find, to);
        // Another month is drawn once this event is done with.
        timers::after(0, move || page::go_to(&format!("[data-day='{to}']"))).leave_running();
    })
}

/// The days of a month in its weeks, under a heading of this kind.
fn grid(
    find: FindState,
    month: Month,
    counts: &Counts,
    (heading, title): (&'static str, String),
) -> Element {
    let weeks = month.weeks();
    let name = format!("month-{}", month.first());
    let monday = month.first().plus_days(7).unwrap_or_else(|| month.first());
    let week = (0..7).filter_map(|nth| Step::WeekStart.from(monday)?.plus_days(nth));
    let heads = week.map(|day| {
        el("th")
            .attr("scope", "col")
            .attr("abbr", dates::weekday(day, LANGUAGE))
            .child(dates::weekday_in_short(day, LANGUAGE))
    });
    let cell = |of_week: Option<Day>| {
        el("td").child(of_week.map(|day| day_button(find, day, count(counts, day))))
    };
    let rows =
        weeks.into_iter().map(|week| el("tr").child(week.into_iter().map(cell).collect::<View>()));
    el("section")
        .class("calendar__grid")
        .child(el(heading).attr("id", name.clone()).child(title))
        .child(
            el("table")
                .attr("role", "grid")
                .attr("aria-labelledby", name)
                .child(el("thead").child(el("tr").child(heads.collect::<View>())))
                .child(el("tbody").child(rows.collect::<View>())),
        )
}

fn day_button(find: FindState, day_of: Day, count: usize) -> Element {
    let (_, _, number) = day_of.ymd();
    let is_looked_at = move || day(find) == day_of;
    let today = clock::now().day() == day_of;
    let press = move || {
        find.show(|wanted| (wanted.day, wanted.layout) = (Some(day_of), Layout::Month));
    };
    let button = el("button")
        .class("calendar__day")
        .attr("type", "button")
        .attr("data-day", day_of.to_string())
        .attr("data-marks", count.min(MOST_MARKS).to_string())
        .attr("aria-label", named(day_of, count))
        .live_attr("tabindex", move || if is_looked_at() { "0" } else { "-1" })
        .live_attr("aria-pressed", is_looked_at)
        .on_click(press)
        .child(number.to_string());
    if today { button.attr("aria-current", "date") } else { button }
}

/// The entries of the day that is looked at.
fn of_day(find: FindState) -> View {
    let journal = here().journal;
    let looked_at = Memo::new(move || find.wanted(|wanted| wanted.day));
    live(move || {
        let found = find.found();
        looked_at.get().map(|day| {
            let rows = journal.with_now(|journal| {
                let entries = found.ids.iter().filter_map(|id| journal.get(*id));
                let rows = entries.filter(|entry| entry.day == day).map(entry_row);
                rows.map(|row| el("li").child(row)).collect::<Vec<_>>()
            });
            el("section")
                .class("calendar__of-day")
                .child(el("p").child(named(day, rows.len())))
                .child(el("ul").class("rows").child(rows))
                .child(hard_day(day))
        })
    })
}
