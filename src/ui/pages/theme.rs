//! One theme: its reading in short sections, its questions to write from, and
//! what there is to try.

use crate::browser::page;
use crate::core::content::exercises::Exercise;
use crate::core::content::readings::{Block, Reading};
use crate::core::content::themes::Theme;
use crate::core::content::words::shell as shell_words;
use crate::core::content::words::themes as words;
use crate::core::route::{PromptPlace, Route};
use crate::state::here;
use crate::state::readings::Fetch;
use crate::ui::pages::not_found::not_found;
use crate::ui::parts::button::{button, door, link};
use crate::ui::parts::prose::prose;
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// One theme, at a section or, without one, at its opening.
pub fn theme(slug: String, section: Option<String>) -> View {
    let Some(theme) = Theme::find(&slug) else {
        return not_found();
    };
    let opening = section.is_none();
    let rest = opening.then(|| views![prompts(theme), tries(theme)]);
    screen(theme.title, "theme", views![reading_part(theme, section), rest])
}

/// The reading is fetched; questions and exercises do not wait for it.
fn reading_part(theme: &'static Theme, section: Option<String>) -> View {
    let state = here().readings;
    live(move || match state.get() {
        Fetch::Waiting => View::from(el("p").attr("role", "status").child(words::WAITING)),
        Fetch::Failed => {
            let again = button(words::AGAIN).on_click(move || state.fetch());
            views![alert(words::FAILED), again]
        }
        Fetch::Ready(readings) => match readings.reading(theme.slug) {
            Some(reading) => shown(reading, section.as_deref()),
            None => View::from(alert(words::FAILED)),
        },
    })
}

fn alert(what: &'static str) -> Element {
    el("p").attr("role", "alert").child(what)
}

fn shown(reading: &Reading, section: Option<&str>) -> View {
    let contents = contents(reading, section);
    let Some(slug) = section else {
        return views![blocks(&reading.opening), contents];
    };
    match reading.section(slug) {
        Some(section) => views![
            section_title(&section.title),
            blocks(&section.blocks),
            neighbours(reading, slug),
            contents,
        ],
        None => views![alert(words::NOT_FOUND), contents],
    }
}

/// The heading that takes the focus in place of the theme's, and names the page
/// too: one section is told from the next by it.
fn section_title(title: &str) -> Element {
    page::set_title(&shell_words::title(title));
    el("h2").class("screen__section").attr("tabindex", "-1").child(title.to_owned())
}

fn blocks(blocks: &[Block]) -> View {
    blocks.iter().cloned().map(prose).collect()
}

fn route(reading: &Reading, section: Option<&str>) -> Route {
    Route::Theme { slug: reading.slug.clone(), section: section.map(str::to_owned) }
}

fn contents(reading: &Reading, shown: Option<&str>) -> Element {
    let row = |slug: Option<&str>, title: View| {
        let link = link(&route(reading, slug), title);
        let link = if slug == shown { link.attr("aria-current", "page") } else { link };
        el("li").child(link)
    };
    let opening = row(None, words::OPENING.into());
    let sections = reading.sections.iter();
    let sections = sections.map(|section| row(Some(&section.slug), section.title.clone().into()));
    let rows = el("ol").child(opening).child(sections.collect::<View>());
    el("nav").class("contents").attr("aria-label", words::SECTIONS).child(rows)
}

/// The ways to the section before and the section after.
fn neighbours(reading: &Reading, slug: &str) -> Element {
    let at = reading.sections.iter().position(|section| section.slug == slug).unwrap_or(0);
    let before = match at {
        0 => (None, words::OPENING),
        _ => reading.sections.get(at - 1).map_or((None, words::OPENING), |section| {
            (Some(section.slug.as_str()), section.title.as_str())
        }),
    };
    let next = reading.sections.get(at + 1).map(|section| {
        link(&route(reading, Some(&section.slug)), words::next(&section.title)).class("button")
    });
    el("p")
        .class("neighbours")
        .child(link(&route(reading, before.0), words::before(before.1)))
        .child(next)
}

fn prompts(theme: &'static Theme) -> Element {
    let rows = theme.prompts.iter().map(|prompt| {
        let place = PromptPlace { theme: theme.slug.into(), prompt: prompt.id.into() };
        el("li").child(link(&Route::Write(Some(place)), prompt.text).class("prompt"))
    });
    el("section")
        .class("prompts")
        .child(el("h2").child(words::PROMPTS))
        .child(el("p").child(words::PROMPTS_HELP))
        .child(el("ul").child(rows.collect::<View>()))
}

fn tries(theme: &'static Theme) -> Element {
    let exercises = theme.exercises.iter().filter_map(|slug| Exercise::find(slug));
    let rows = exercises.map(|exercise| {
        door(&Route::Exercise(exercise.slug.to_owned()), exercise.title, exercise.time)
    });
    el("section")
        .class("tries")
        .child(el("h2").child(words::EXERCISES))
        .child(el("ul").class("doors__list").child(rows.collect::<View>()))
}
