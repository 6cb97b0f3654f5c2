//! What this is, and what it is not.

use crate::core::content::words::about as words;
use crate::core::route::Route;
use crate::ui::parts::button::link;
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el};
use crate::views;

/// What this is, and what it is not.
pub fn about() -> View {
    let p = |words: &'static str| el("p").child(words);
    let h2 = |words: &'static str| el("h2").child(words);
    screen(
        words::TITLE,
        "about",
        views![
            p(words::WHAT),
            p(words::NOBODY),
            p(words::ADULTS),
            p(words::HEAVY),
            p(words::STOP),
            h2(words::KEPT_TITLE),
            p(words::KEPT),
            h2(words::TESTED_TITLE),
            p(words::TESTED),
            el("p").child(link(&Route::Sources, words::SOURCES)),
            el("p").child(link(&Route::Begin, words::BEGIN)),
        ],
    )
}
