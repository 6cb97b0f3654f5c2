//! One theme: its reading in short sections, its questions to write from, and
//! what there is to try.

use crate::core::content::exercises::Exercise;
use crate::core::content::readings::{Block, Reading};
use crate::core::content::themes::Theme;
use crate::core::content::words::themes as words;
use crate::core::route::{PromptPlace, Route};
use crate::state::readings::{Fetch, ReadingsState};
use crate::ui::pages::not_found::NotFound;
use crate::ui::parts::prose::Prose;
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

/// One theme, at its opening or at a section.
#[component]
pub fn ThemeScreen(
    /// The theme's slug.
    slug: String,
    /// The section's slug; none is the opening.
    section: Option<String>,
) -> impl IntoView {
    let Some(theme) = Theme::find(&slug) else {
        return view! { <NotFound/> }.into_any();
    };
    let opening = section.is_none();
    view! {
        <Screen title=theme.title name="theme">
            <ReadingPart theme=theme section=section/>
            {opening.then(|| view! { <Prompts theme=theme/> <Tries theme=theme/> })}
        </Screen>
    }
    .into_any()
}

/// The reading is fetched; questions and exercises do not wait for it.
#[component]
fn ReadingPart(theme: &'static Theme, section: Option<String>) -> impl IntoView {
    let state = expect_context::<ReadingsState>();
    move || match state.get() {
        Fetch::Waiting => view! { <p role="status">{words::WAITING}</p> }.into_any(),
        Fetch::Failed => view! {
            <p role="alert">{words::FAILED}</p>
            <button class="button" type="button" on:click=move |_| state.fetch()>
                {words::AGAIN}
            </button>
        }
        .into_any(),
        Fetch::Ready(readings) => match readings.reading(theme.slug) {
            Some(reading) => shown(reading, section.as_deref()),
            None => view! { <p role="alert">{words::FAILED}</p> }.into_any(),
        },
    }
}

fn shown(reading: &Reading, section: Option<&str>) -> AnyView {
    let contents = contents(reading, section);
    match section {
        None => view! { {prose(&reading.opening)} {contents} }.into_any(),
        Some(slug) => match reading.section(slug) {
            Some(section) => view! {
                <h2>{section.title.clone()}</h2>
                {prose(&section.blocks)}
                {neighbours(reading, slug)}
                {contents}
            }
            .into_any(),
            None => view! { <p role="alert">{words::NOT_FOUND}</p> {contents} }.into_any(),
        },
    }
}

fn prose(blocks: &[Block]) -> Vec<impl IntoView + use<>> {
    blocks.iter().map(|block| view! { <Prose block=block.clone()/> }).collect()
}

fn address(reading: &Reading, section: Option<&str>) -> String {
    let section = section.map(str::to_owned);
    Route::Theme { slug: reading.slug.clone(), section }.to_string()
}

fn contents(reading: &Reading, shown: Option<&str>) -> impl IntoView + use<> {
    let opening = (None, words::OPENING.to_owned());
    let sections = reading.sections.iter().map(|s| (Some(s.slug.as_str()), s.title.clone()));
    let rows: Vec<_> = std::iter::once(opening)
        .chain(sections)
        .map(|(slug, title)| {
            let current = (slug == shown).then_some("page");
            view! { <li><a href=address(reading, slug) aria-current=current>{title}</a></li> }
        })
        .collect();
    view! {
        <nav class="contents" aria-label=words::SECTIONS>
            <ol>{rows}</ol>
        </nav>
    }
}

/// The ways to the section before and the section after.
fn neighbours(reading: &Reading, slug: &str) -> impl IntoView + use<> {
    let at = reading.sections.iter().position(|section| section.slug == slug).unwrap_or(0);
    let before = match at {
        0 => (None, words::OPENING),
        _ => reading.sections.get(at - 1).map_or((None, words::OPENING), |section| {
            (Some(section.slug.as_str()), section.title.as_str())
        }),
    };
    let next = reading.sections.get(at + 1).map(|section| {
        let address = address(reading, Some(&section.slug));
        view! { <a class="button" href=address>{words::next(&section.title)}</a> }
    });
    view! {
        <p class="neighbours">
            <a href=address(reading, before.0)>{words::before(before.1)}</a>
            {next}
        </p>
    }
}

#[component]
fn Prompts(theme: &'static Theme) -> impl IntoView {
    let rows: Vec<_> = theme
        .prompts
        .iter()
        .map(|prompt| {
            let place = PromptPlace { theme: theme.slug.into(), prompt: prompt.id.into() };
            let address = Route::Write(Some(place)).to_string();
            view! { <li><a class="prompt" href=address>{prompt.text}</a></li> }
        })
        .collect();
    view! {
        <section class="prompts">
            <h2>{words::PROMPTS}</h2>
            <p>{words::PROMPTS_HELP}</p>
            <ul>{rows}</ul>
        </section>
    }
}

#[component]
fn Tries(theme: &'static Theme) -> impl IntoView {
    let rows: Vec<_> = theme
        .exercises
        .iter()
        .filter_map(|slug| Exercise::find(slug))
        .map(|exercise| {
            let address = Route::Exercise(exercise.slug.to_owned()).to_string();
            view! {
                <li>
                    <a class="door" href=address>
                        <span class="door__title">{exercise.title}</span>
                        <span class="door__line">{exercise.time}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <section class="tries">
            <h2>{words::EXERCISES}</h2>
            <ul class="doors__list">{rows}</ul>
        </section>
    }
}
