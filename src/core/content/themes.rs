//! The six themes: their names, prompts and exercises. Their readings are in
//! [`super::readings`].

use super::exercises::Exercise;
use super::tables::{EXERCISES, THEMES};

/// One of the six themes.
#[derive(Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name in addresses and records; never changes.
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

/// A question to write from.
#[derive(Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Stable within its theme.
    pub id: &'static str,
    /// The question.
    pub text: &'static str,
}

impl Theme {
    /// The theme with this slug, if there is one.
    pub fn find(slug: &str) -> Option<&'static Theme> {
        THEMES.iter().find(|theme| theme.slug == slug)
    }
}

/// The exercises that belong to a theme, in their order. Those of a page are
/// for some people only, and stand on that page.
pub fn exercises() -> impl Iterator<Item = &'static Exercise> {
    EXERCISES.iter().filter(|exercise| Theme::find(exercise.theme).is_some())
}
