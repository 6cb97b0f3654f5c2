//! The close: one thing noticed, one kept, one person or service to tell. Each
//! opens the editor, or the page is printed and written on.

use crate::core::content::exercises::Exercise;
use crate::core::content::pages::Page;
use crate::core::content::words::close as words;
use crate::core::content::words::report as report_words;
use crate::core::content::words::shell as shell_words;
use crate::core::content::words::support as support_words;
use crate::core::route::Route;
use crate::state::here;
use crate::ui::pages::not_found::not_found;
use crate::ui::parts::button::{button, buttons, link};
use crate::ui::parts::reading::{prompts, whole};
use crate::ui::parts::screen::screen;
use crate::ui::view::View;
use crate::views;

/// The close.
pub fn close() -> View {
    let Some(page) = Page::find("close") else {
        return not_found();
    };
    let auto_lock = here().auto_lock;
    let steady = Exercise::steady_ground();
    let steady = steady.map(|ground| link(&Route::Steady, ground.title).class("button"));
    let ways = views![
        button(words::PRINT).on_click(move || auto_lock.print()),
        link(&Route::Report, report_words::TITLE).class("button"),
        steady,
        link(&Route::Support, support_words::TITLE).class("button"),
        link(&Route::Home, shell_words::HOME).class("button"),
    ];
    let questions = prompts(page.slug, page.prompts);
    screen(page.title, "close", views![whole(page.slug), questions, buttons(ways)])
}
