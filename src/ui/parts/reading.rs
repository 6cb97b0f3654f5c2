//! Readings as they come: in whole or a section at a time, with the questions
//! to write from and what there is to try.

use crate::core::content::exercises::Exercise;
use crate::core::content::pages::Page;
use crate::core::content::readings::{Block, Reading, Readings, Section};
use crate::core::content::themes::{Prompt, Theme};
use crate::core::content::words::themes as words;
use crate::core::route::{PromptPlace, Route};
use crate::state::here;
use crate::state::readings::Fetch;
use crate::ui::parts::button::{button, door, link};
use crate::ui::parts::prose::prose;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// A reading that is shown a section at a time, each at an address of its own.
#[derive(Clone, Copy)]
pub struct Parted {
    /// The slug of the theme or the page.
    pub slug: &'static str,
    /// The name of the list of its sections.
    pub contents: &'static str,
    /// What is said where there is no such section.
    pub not_found: &'static str,
    /// What stands after the words of a section, by the section's slug.
    pub after: fn(&str) -> View,
}

/// What is made of the readings, once they are there.
pub fn fetched(make: impl Fn(&Readings) -> View + 'static) -> View {
    let state = here().readings;
    live(move || match state.get() {
        Fetch::Waiting => View::from(el("p").attr("role", "status").child(words::WAITING)),
        Fetch::Failed => {
            let again = button(words::AGAIN).on_click(move || state.fetch());
            views![alert(words::FAILED), again]
        }
        Fetch::Ready(readings) => make(&readings),
    })
}

/// All of a reading, its sections one after the other.
pub fn whole(slug: &'static str) -> View {
    fetched(move |readings| match readings.reading(slug) {
        Some(reading) => {
            let sections = reading.sections.iter().map(|section| {
                views![el("h2").child(section.title.clone()), blocks(&section.blocks)]
            });
            views![blocks(&reading.opening), sections.collect::<View>()]
        }
        None => alert(words::FAILED).into(),
    })
}

impl Parted {
    /// A section or, without one, the opening, and the ways to the others.
    pub fn part(self, section: Option<String>) -> View {
        fetched(move |readings| match readings.reading(self.slug) {
            Some(reading) => self.shown(reading, section.as_deref()),
            None => alert(words::FAILED).into(),
        })
    }

    fn shown(self, reading: &Reading, section: Option<&str>) -> View {
        let contents = self.contents(reading, section);
        let Some(slug) = section else {
            return views![blocks(&reading.opening), contents];
        };
        match reading.section(slug) {
            Some(section) => views![
                section_title(&section.title),
                blocks(&section.blocks),
                (self.after)(slug),
                neighbours(reading, slug),
                contents,
            ],
            None => views![alert(self.not_found), contents],
        }
    }

    fn contents(self, reading: &Reading, shown: Option<&str>) -> Element {
        let row = |section: Option<&Section>, title: View| {
            let slug = section.map(|section| section.slug.as_str());
            let link = link(&route(reading, section), title);
            let link = if slug == shown { link.attr("aria-current", "page") } else { link };
            el("li").child(link)
        };
        let opening = row(None, words::OPENING.into());
        let sections = reading.sections.iter();
        let sections = sections.map(|section| row(Some(section), section.title.clone().into()));
        let rows = el("ol").child(opening).child(sections.collect::<View>());
        el("nav").class("contents").attr("aria-label", self.contents).child(rows)
    }
}

/// The address of a reading, at a section or at its opening. The pages that
/// are shown in whole have one address for all their sections.
pub fn route(reading: &Reading, section: Option<&Section>) -> Route {
    let section = section.map(|section| section.slug.clone());
    match Page::find(&reading.slug) {
        Some(page) => page_route(page, section),
        None => Route::Theme { slug: reading.slug.clone(), section },
    }
}

/// What people call a reading.
pub fn title(reading: &Reading) -> &'static str {
    let theme = Theme::find(&reading.slug).map(|theme| theme.title);
    theme.or_else(|| Page::find(&reading.slug).map(|page| page.title)).unwrap_or_default()
}

/// A row that leads to a page.
pub fn page_door(page: &'static Page) -> Element {
    door(&page_route(page, None), page.title, page.line)
}

fn page_route(page: &Page, section: Option<String>) -> Route {
    match page.slug {
        "begin" => Route::Begin,
        "close" => Route::Close,
        "ketamine" => Route::Ketamine(section),
        _ => Route::NotFound,
    }
}

/// The questions to write from, of a theme or a page.
pub fn prompts(slug: &str, prompts: &'static [Prompt]) -> Element {
    let rows = prompts.iter().map(|prompt| {
        let place = PromptPlace { theme: slug.to_owned(), prompt: prompt.id.into() };
        el("li").child(link(&Route::Write(Some(place)), prompt.text).class("prompt"))
    });
    el("section")
        .class("prompts")
        .child(el("h2").child(words::PROMPTS))
        .child(el("p").child(words::PROMPTS_HELP))
        .child(el("ul").child(rows.collect::<View>()))
}

/// What there is to try, if there is anything.
pub fn tries(exercises: &'static [&'static str]) -> Option<Element> {
    let rows = exercises.iter().filter_map(|slug| Exercise::find(slug)).map(|exercise| {
        door(&Route::Exercise(exercise.slug.to_owned()), exercise.title, exercise.time)
    });
    (!exercises.is_empty()).then(|| {
        el("section")
            .class("tries")
            .child(el("h2").child(words::EXERCISES))
            .child(el("ul").class("doors__list").child(rows.collect::<View>()))
    })
}

fn alert(what: &'static str) -> Element {
    el("p").attr("role", "alert").child(what)
}

/// The heading that takes the focus in place of the screen's, and names the
/// page too: one section is told from the next by it.
fn section_title(title: &str) -> Element {
    here().place.named(title.to_owned());
    el("h2").class("screen__section").attr("tabindex", "-1").child(title.to_owned())
}

fn blocks(blocks: &[Block]) -> View {
    blocks.iter().cloned().map(prose).collect()
}

/// The ways to the section before and the section after.
fn neighbours(reading: &Reading, slug: &str) -> Element {
    let at = reading.sections.iter().position(|section| section.slug == slug).unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| reading.sections.get(at));
    let before_title = before.map_or(words::OPENING, |section| &section.title);
    let next = reading.sections.get(at + 1).map(|section| {
        link(&route(reading, Some(section)), words::next(&section.title)).class("button")
    });
    el("p")
        .class("neighbours")
        .child(link(&route(reading, before), words::before(before_title)))
        .child(next)
}
