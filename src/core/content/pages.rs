//! Readings that belong to no theme: their names, prompts and exercises. What
//! they say is in [`super::readings`].

use super::themes::{Prompt, Theme};
use crate::core::route::PromptPlace;

/// A reading that belongs to no theme.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name in prompts and in the readings file; never changes. No theme has it.
    pub slug: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// One line that says what it is about.
    pub line: &'static str,
    /// Questions to write from.
    pub prompts: &'static [Prompt],
    /// Slugs of its exercises, in the order they are offered.
    pub exercises: &'static [&'static str],
}

impl Page {
    /// The page with this slug, if there is one.
    pub fn find(slug: &str) -> Option<&'static Page> {
        super::tables::PAGES.iter().find(|page| page.slug == slug)
    }
}

/// The prompt at a place, of a theme or a page.
pub fn prompt(place: &PromptPlace) -> Option<&'static Prompt> {
    let prompts = match Theme::find(&place.theme) {
        Some(theme) => theme.prompts,
        None => Page::find(&place.theme)?.prompts,
    };
    prompts.iter().find(|prompt| prompt.id == place.prompt)
}
