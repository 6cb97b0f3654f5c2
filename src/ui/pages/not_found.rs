//! An address that leads nowhere.

use crate::core::content::words::trouble as words;
use crate::core::route::Route;
use crate::ui::parts::button::link;
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el};
use crate::views;

/// An address that leads nowhere.
pub fn not_found() -> View {
    let home = link(&Route::Home, words::NOT_FOUND_HOME);
    let said = views![el("p").child(words::NOT_FOUND_TEXT), el("p").child(home)];
    screen(words::NOT_FOUND, "not-found", said)
}
