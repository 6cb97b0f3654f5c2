//! One theme: its reading in short sections, its questions to write from, what
//! there is to try, and its own look back.

use crate::core::content::pages::Page;
use crate::core::content::themes::Theme;
use crate::core::content::words::themes as words;
use crate::ui::pages::look_back::of_theme;
use crate::ui::pages::not_found::not_found;
use crate::ui::parts::reading::{Parted, page_door, prompts, tries};
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el};
use crate::views;

/// One theme, at a section or, without one, at its opening.
pub fn theme(slug: String, section: Option<String>) -> View {
    let Some(theme) = Theme::find(&slug) else {
        return not_found();
    };
    let parted = Parted {
        slug: theme.slug,
        contents: words::SECTIONS,
        not_found: words::NOT_FOUND,
        after: where_it_goes_on,
    };
    let opening = section.is_none();
    let rest = opening.then(|| {
        views![prompts(theme.slug, theme.prompts), tries(theme.exercises), of_theme(theme.slug)]
    });
    screen(theme.title, "theme", views![parted.part(section), rest])
}

/// A section that has the name of a page leads there.
fn where_it_goes_on(section: &str) -> View {
    Page::find(section).map(|page| el("ul").class("doors__list").child(page_door(page))).into()
}
