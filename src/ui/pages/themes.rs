//! The themes, and what there is to read beside them.

use crate::core::content::tables::{PAGES, THEMES};
use crate::core::content::words::themes as words;
use crate::core::route::Route;
use crate::ui::parts::button::door;
use crate::ui::parts::reading::page_door;
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el};
use crate::views;

/// The themes, and the readings that belong to none.
pub fn themes() -> View {
    let doors = THEMES.iter().map(|theme| {
        let route = Route::Theme { slug: theme.slug.to_owned(), section: None };
        door(&route, theme.title, theme.line)
    });
    let lead = el("p").class("lead").child(words::LEAD);
    let doors = el("ul").class("doors__list").child(doors.collect::<View>());
    let pages = el("ul").class("doors__list").child(PAGES.iter().map(page_door).collect::<View>());
    screen(words::TITLE, "themes", views![lead, doors, el("h2").child(words::BESIDE), pages])
}
