//! The introduction: what people mean by a blockage, what this is and is not,
//! who should not use it alone, and where words are kept.

use crate::core::content::pages::Page;
use crate::core::content::words::begin as words;
use crate::core::route::Route;
use crate::state::here;
use crate::ui::pages::not_found::not_found;
use crate::ui::parts::button::door;
use crate::ui::parts::reading::whole;
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el};
use crate::views;

/// The introduction. Once it has been opened it is not offered again.
pub fn begin() -> View {
    let Some(page) = Page::find("begin") else {
        return not_found();
    };
    let settings = here().settings;
    if !settings.kept_now().introduced {
        // Where that is not kept, it is offered once more.
        let _ = settings.change_kept(|settings| settings.introduced = true);
    }
    let on = el("ul")
        .class("doors__list")
        .child(door(&Route::Support, words::SUPPORT, words::SUPPORT_LINE))
        .child(door(&Route::Home, words::HOME, words::HOME_LINE))
        .child(door(&Route::Themes, words::THEMES, words::THEMES_LINE));
    screen(page.title, "begin", views![whole(page.slug), el("h2").child(words::ON), on])
}
