//! What is on every screen, always in the same places.

use super::button::{link, plain};
use crate::core::content::words::shell as words;
use crate::core::route::Route;
use crate::state::here;
use crate::ui::view::{Element, el};

/// *Stop and settle*, *Support* and quick exit.
pub fn always() -> Element {
    let states = here();
    let leave = plain("always__leave", words::LEAVE)
        .attr("title", words::LEAVE_HELP)
        .on_click(move || states.leave());
    el("div")
        .class("always")
        .attr("role", "group")
        .attr("aria-label", words::ALWAYS)
        .child(link(&Route::Steady, words::SETTLE).class("always__settle"))
        .child(link(&Route::Support, words::SUPPORT).class("always__support"))
        .child(leave)
}
