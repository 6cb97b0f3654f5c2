//! What went wrong with saving, in words, and what to do.

use crate::core::content::words::trouble as words;
use crate::core::vault::log::SaveError;
use crate::ui::view::{Element, el, live};

/// The words for an error.
pub fn words_of(error: &SaveError) -> String {
    match error {
        SaveError::Full => words::FULL.to_owned(),
        SaveError::Denied => words::DENIED.to_owned(),
        SaveError::NotKept => words::NOT_KEPT.to_owned(),
        SaveError::Newer => words::NEWER.to_owned(),
        SaveError::Gone => words::GONE.to_owned(),
        SaveError::Conflict => words::CONFLICT.to_owned(),
        SaveError::Elsewhere => words::ELSEWHERE.to_owned(),
        SaveError::Busy => words::BUSY.to_owned(),
        SaveError::Locked => words::LOCKED.to_owned(),
        SaveError::Other(browsers) => words::other(browsers),
    }
}

/// What could not be done and why, said at once, beside what it is about.
pub fn trouble(what: &'static str, error: impl Fn() -> Option<SaveError> + 'static) -> Element {
    told(what, move || error().as_ref().map(words_of))
}

/// The same, with the words for why.
pub fn told(what: &'static str, why: impl Fn() -> Option<String> + 'static) -> Element {
    let line = live(move || {
        why().map(|why| {
            el("p").class("warning").child(el("strong").child(what)).child(" ").child(why)
        })
    });
    el("div").attr("role", "alert").child(line)
}
