//! The plain cover that stands after quick exit: nothing on it tells what is
//! behind it.

use crate::browser::page;
use crate::core::content::words::cover as words;
use crate::state::here;
use crate::ui::parts::button::button;
use crate::ui::view::{View, el};

/// The plain cover.
pub fn cover() -> View {
    let exit = here().exit;
    page::set_title(words::TITLE);
    el("main")
        .class("cover")
        .child(el("h1").attr("tabindex", "-1").child(words::TITLE))
        .child(button(words::OPEN).on_click(move || exit.uncover()))
        .into()
}
