//! The page as it will be printed, and above it what only the screen says. What
//! is printed comes from the report alone.

use super::Making;
use super::choose::why_not;
use super::extract::lines;
use crate::browser::{clock, dates};
use crate::core::content::words::report as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::insight::measure::Measure;
use crate::core::journal::Journal;
use crate::core::report::{Extract, NothingIn, Report};
use crate::state::here;
use crate::ui::pages::look_back::{
    names,
    printed::{printed, rests_on},
};
use crate::ui::parts::answers::joined;
use crate::ui::parts::button::{button, buttons, sun_button};
use crate::ui::parts::entry_row::name_of;
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// What is printed, and the measures that were ticked and have too little.
struct Sheet {
    paper: Element,
    few: Vec<Measure>,
}

pub(super) fn sheet(making: Making) -> View {
    let journal = here().journal;
    let to_reader = making.to_reader.get_untracked().trim().to_owned();
    // Made anew when an entry changes in another tab.
    let shown = live(move || {
        journal.with(|journal| match made(making, journal, &to_reader) {
            Ok(Sheet { paper, few }) => views![above(making, &few), paper],
            Err(why) => views![el("p").child(why_not(why)), buttons(back(making))],
        })
    });
    screen(words::SHEET, "report-sheet", shown)
}

fn made(making: Making, journal: &Journal, to_reader: &str) -> Result<Sheet, NothingIn> {
    let mut report = making.report(!to_reader.is_empty(), journal)?;
    let (mut few, mut drawn) = (Vec::new(), Vec::new());
    for measure in std::mem::take(&mut report.pictures) {
        match printed(measure, &report.ticked, report.tables) {
            Some(section) => {
                drawn.push(section);
                report.pictures.push(measure);
            }
            None => few.push(measure),
        }
    }
    if drawn.is_empty() && report.extracts.is_empty() && to_reader.is_empty() {
        return Err(NothingIn::TooFew);
    }
    let has_pictures = !drawn.is_empty();
    let paper = el("div")
        .class("sheet")
        .child(put_together(&report))
        .child((!to_reader.is_empty()).then(|| words_of(to_reader)))
        .child(about(has_pictures))
        .child(drawn)
        .child(entries(&report.extracts))
        .child(rests_on(&report.pictures));
    Ok(Sheet { paper, few })
}

/// What only the screen says, and the ways on.
fn above(making: Making, few: &[Measure]) -> Element {
    let auto_lock = here().auto_lock;
    let few = (!few.is_empty()).then(|| {
        let names = joined(few.iter().map(|measure| names(*measure).0.to_owned()));
        el("p").child(words::sheet_few(&names))
    });
    let print = sun_button(words::PRINT).on_click(move || auto_lock.print());
    el("div")
        .class("report__above")
        .child(el("p").class("lead").child(words::SHEET_LEAD))
        .child(el("p").class("warning").child(words::SHEET_OUTSIDE))
        .child(few)
        .child(buttons(views![print, back(making)]))
}

fn back(making: Making) -> Element {
    button(words::BACK).on_click(move || making.look(false))
}

/// When it was put together, and of which days.
fn put_together(report: &Report<'_>) -> Element {
    let long = |day| dates::long(day, LANGUAGE);
    let today = long(clock::now().day());
    let said = match report.days() {
        Some((day, last)) if day == last => words::made_day(&today, &long(day)),
        Some((first, last)) => words::made(&today, &long(first), &long(last)),
        None => words::made_words(&today),
    };
    el("p").class("sheet__made").child(said)
}

/// The person's own words, each paragraph by itself.
fn words_of(to_reader: &str) -> Element {
    let paragraphs = to_reader.split("\n\n").map(str::trim).filter(|words| !words.is_empty());
    let paragraphs = paragraphs
        .map(|words| el("p").class("sheet__words").attr("dir", "auto").child(words.to_owned()));
    el("section").child(el("h2").child(words::READER_TITLE)).child(paragraphs.collect::<View>())
}

fn about(has_pictures: bool) -> Element {
    el("section")
        .class("sheet__about")
        .child(el("h2").child(words::ABOUT_TITLE))
        .child(el("p").child(words::ABOUT))
        .child(has_pictures.then(|| el("p").child(words::ABOUT_PICTURES)))
}

fn entries(all: &[Extract<'_>]) -> Option<Element> {
    let entries = all.iter().map(extract).collect::<View>();
    (!all.is_empty())
        .then(|| el("section").child(el("h2").child(words::ENTRIES_TITLE)).child(entries))
}

fn extract(extract: &Extract<'_>) -> Element {
    let name = words::entry(&dates::long(extract.day, LANGUAGE), &name_of(extract.kind));
    el("div").class("sheet__entry").child(el("h3").child(name)).child(lines(&extract.lines, 3))
}
