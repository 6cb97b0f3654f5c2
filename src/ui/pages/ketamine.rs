//! Ketamine: what is known and what is not, the risks, and what to ask. On
//! each of its pages, what may be urgent stands first, and waits for nothing.

use crate::core::content::pages::Page;
use crate::core::content::words::ketamine as words;
use crate::core::content::words::{companion as companion_words, support as support_words};
use crate::core::route::Route;
use crate::state::here;
use crate::ui::pages::not_found::not_found;
use crate::ui::pages::support::chosen_emergency;
use crate::ui::parts::button::{button, buttons, door, link};
use crate::ui::parts::reading::Parted;
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el};
use crate::views;

/// The page's name in addresses and in the exercises of the companion.
const SLUG: &str = "ketamine";

/// The page, at a section or, without one, at its opening.
pub fn ketamine(section: Option<String>) -> View {
    let Some(page) = Page::find(SLUG) else {
        return not_found();
    };
    let parted = Parted {
        slug: page.slug,
        contents: words::SECTIONS,
        not_found: words::NOT_FOUND,
        after: to_print,
    };
    let companion = section.is_none().then(|| {
        let door = door(&Route::Companion, companion_words::TITLE, companion_words::LINE);
        el("ul").class("doors__list").child(door)
    });
    screen(page.title, "ketamine", views![first(), parted.part(section), companion])
}

/// What stands first on the pages of a theme: there is something for ketamine.
pub fn first_of(theme: &str) -> Option<Element> {
    (theme == SLUG).then(first)
}

/// What stands first on every page about ketamine.
pub fn first() -> Element {
    let support = link(&Route::Support, support_words::TITLE);
    el("aside")
        .class("urgent")
        .attr("aria-label", words::FIRST)
        .child(el("p").child(el("strong").child(words::EMERGENCY)))
        .child(chosen_emergency())
        .child(el("p").child(words::SUICIDE).child(" ").child(support))
        .child(el("p").child(words::BLADDER))
        .child(el("p").child(words::DRIVING))
        .child(el("p").child(words::IMAGE))
}

/// The questions for a clinic can be printed.
fn to_print(section: &str) -> View {
    let auto_lock = here().auto_lock;
    match section {
        "questions" => buttons(button(words::PRINT).on_click(move || auto_lock.print())).into(),
        _ => View::Nothing,
    }
}
