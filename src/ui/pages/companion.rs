//! Notes for people who are treated with ketamine: before, the day after, the
//! weeks after.

use crate::core::content::pages::Page;
use crate::core::content::words::companion as words;
use crate::core::route::Route;
use crate::ui::pages::ketamine::first;
use crate::ui::pages::not_found::not_found;
use crate::ui::parts::button::link;
use crate::ui::parts::reading::tries;
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el};
use crate::views;

/// The companion.
pub fn companion() -> View {
    let Some(page) = Page::find("ketamine") else {
        return not_found();
    };
    screen(
        words::TITLE,
        "companion",
        views![
            first(),
            el("p").class("lead").child(words::LEAD),
            el("p").child(words::WHAT_NOT),
            tries(page.exercises),
            el("p").child(link(&Route::Ketamine(None), words::BACK)),
        ],
    )
}
