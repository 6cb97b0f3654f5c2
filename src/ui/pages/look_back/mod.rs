//! Looking back: what there is to look at, and a page a measure. Each says in
//! words what is seen, how many entries are behind it and what it does not
//! mean; below the least evidence it says *not enough yet*.

mod body;
mod calendar;
mod families;
mod guards;
mod lids;
mod loops;
mod mood;
mod pairs;
mod picker;
pub mod printed;
mod said;
mod seen;
mod steps;
mod variety;

use crate::browser::clock;
use crate::core::content::readings::spans;
use crate::core::content::words::{look_back as words, report as report_words};
use crate::core::insight::lens::{Backwards, Lens};
use crate::core::insight::measure::Measure;
use crate::core::journal::Journal;
use crate::core::route::Route;
use crate::state::here;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{door, link, quiet_button};
use crate::ui::parts::prose::paragraph;
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use seen::{Looked, Seen};

/// What there is to look back at, or one of it.
pub fn look_back(measure: Option<Measure>) -> View {
    match measure {
        None => all(),
        Some(Measure::Lids) => page(Measure::Lids, lids::lids()),
        Some(Measure::Loops) => page(Measure::Loops, loops::loops()),
        Some(measure) => page(measure, drawn(measure)),
    }
}

fn all() -> View {
    let doors = el("ul").class("doors__list").child(doors(&Measure::ALL));
    let lead = el("p").class("lead").child(words::LEAD);
    let report = door(&Route::Report, report_words::TITLE, report_words::LINE);
    let report = el("ul").class("doors__list").child(report);
    let checking = el("p").child(words::CHECKING);
    screen(words::TITLE, "look-back", views![lead, doors, checking, report])
}

/// The doors to what a theme looks back at, if there is anything.
pub fn of_theme(slug: &str) -> Option<Element> {
    let measures = Measure::of_theme(slug);
    (!measures.is_empty()).then(|| {
        el("section")
            .class("tries")
            .child(el("h2").child(words::OF_THEME))
            .child(el("ul").class("doors__list").child(doors(measures)))
    })
}

fn doors(measures: &[Measure]) -> View {
    let one = |measure: &Measure| {
        let (title, line) = names(*measure);
        door(&Route::LookBack(Some(*measure)), title, line)
    };
    measures.iter().map(one).collect()
}

/// What a measure is called, and what it is.
pub fn names(measure: Measure) -> (&'static str, &'static str) {
    match measure {
        Measure::Mood => (words::MOOD_TITLE, words::MOOD_LINE),
        Measure::Families => (words::FAMILIES_TITLE, words::FAMILIES_LINE),
        Measure::Variety => (words::VARIETY_TITLE, words::VARIETY_LINE),
        Measure::Body => (words::BODY_TITLE, words::BODY_LINE),
        Measure::BeforeAfter => (words::PAIRS_TITLE, words::PAIRS_LINE),
        Measure::Calendar => (words::CALENDAR_TITLE, words::CALENDAR_LINE),
        Measure::Steps => (words::STEPS_TITLE, words::STEPS_LINE),
        Measure::Guards => (words::GUARDS_TITLE, words::GUARDS_LINE),
        Measure::Lids => (words::LIDS_TITLE, words::LIDS_LINE),
        Measure::Loops => (words::LOOPS_TITLE, words::LOOPS_LINE),
    }
}

/// What would be drawn from.
fn fills(measure: Measure) -> &'static str {
    match measure {
        Measure::Mood => words::MOOD_FILLS,
        Measure::Families | Measure::Variety => words::FAMILIES_FILLS,
        Measure::Body => words::BODY_FILLS,
        Measure::BeforeAfter => words::PAIRS_FILLS,
        Measure::Steps => words::STEPS_FILLS,
        Measure::Guards => words::GUARDS_FILLS,
        Measure::Calendar | Measure::Lids | Measure::Loops => words::CALENDAR_FILLS,
    }
}

/// The page of a measure, with what it does not mean.
fn page(measure: Measure, content: View) -> View {
    let (title, line) = names(measure);
    let limits = el("section")
        .class("look-back__limits")
        .child(el("h2").child(words::LIMITS))
        .child(paragraph(spans(measure.limits())));
    let back = el("p").class("look-back__back").child(link(&Route::LookBack(None), words::BACK));
    let lead = el("p").class("lead").child(line);
    screen(title, "look-back", views![lead, content, limits, back])
}

/// What is picked to be looked at, and what is seen in it.
fn drawn(measure: Measure) -> View {
    let (journal, tending, lens) = (here().journal, here().tending, here().look_back());
    let counted = RwSignal::new(String::new());
    let seen = live(move || {
        let looked = journal.with(|journal| look(measure, lens.get(), journal));
        let Ok((seen, outside)) = looked else {
            counted.set(words::BACKWARDS.to_owned());
            return View::Nothing;
        };
        counted.set(match seen.entries {
            0 => format!("{} {}", words::NONE, fills(measure)),
            _ => seen.counted(),
        });
        views![(outside > 0).then(|| further(outside)), seen.view()]
    });
    let reading = live(move || {
        (!tending.is_read()).then(|| el("p").attr("role", "status").child(words::READING))
    });
    let counted =
        el("p").class("look-back__counted").attr("role", "status").text(move || counted.get());
    views![picker::picker(measure), reading, counted, seen]
}

/// What is seen through a lens and, where that is not enough, how many entries
/// lie outside it.
fn look(measure: Measure, lens: Lens, journal: &Journal) -> Result<(Seen, usize), Backwards> {
    let today = clock::now().day();
    let entries = lens.entries(journal, today)?;
    let before = lens.range.before(today).map(|range| Lens { range, ..lens });
    let before = before.and_then(|before| before.entries(journal, today).ok());
    let seen = see(measure, Looked { entries: &entries, before: before.as_deref() });
    if seen.is_enough() {
        return Ok((seen, 0));
    }
    let all = Lens::ALL.entries(journal, today)?;
    let all = see(measure, Looked { entries: &all, before: None }).entries;
    let outside = all.saturating_sub(seen.entries);
    Ok((seen, outside))
}

/// Entries that were not looked at, and the way to them.
fn further(outside: usize) -> View {
    let lens = here().look_back();
    let all =
        quiet_button(words::OUTSIDE_ALL).on_click(move || lens.change(|lens| *lens = Lens::ALL));
    views![el("p").child(words::outside(outside)), all]
}

fn see(measure: Measure, looked: Looked<'_>) -> Seen {
    match measure {
        Measure::Mood => mood::see(looked),
        Measure::Families => families::see(looked),
        Measure::Variety => variety::see(looked),
        Measure::Body => body::see(looked),
        Measure::BeforeAfter => pairs::see(looked),
        Measure::Calendar => calendar::see(looked),
        Measure::Steps => steps::see(looked),
        Measure::Guards => guards::see(looked),
        // Lists, shown by pages of their own, with nothing to draw.
        Measure::Lids | Measure::Loops => Seen::default(),
    }
}
