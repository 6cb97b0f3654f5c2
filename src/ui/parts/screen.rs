//! The frame of a screen: its heading takes the focus on arrival, and names
//! the page.

use crate::state::here;
use crate::ui::view::{View, el};

/// A screen with its heading, which is never a person's words, and its name
/// for the style.
pub fn screen(title: impl Into<String>, name: &'static str, children: impl Into<View>) -> View {
    let title = title.into();
    here().place.named(title.clone());
    el("article")
        .class(format!("screen screen--{name}"))
        .child(el("h1").class("screen__title").attr("tabindex", "-1").child(title))
        .child(children)
        .into()
}
