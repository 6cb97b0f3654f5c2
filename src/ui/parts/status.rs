//! What is said as it comes. Its place is always in the page: screen readers
//! hear what changes in a place that they know, and miss one that comes with
//! its words.

use crate::ui::view::{Element, View, el};
use std::borrow::Cow;

/// A line, empty until there is something to say.
pub fn status<W: Into<Cow<'static, str>>>(words: impl Fn() -> W + 'static) -> Element {
    el("p").attr("role", "status").text(words)
}

/// A line that is only heard, for what is seen elsewhere.
pub fn heard<W: Into<Cow<'static, str>>>(words: impl Fn() -> W + 'static) -> Element {
    status(words).class("heard")
}

/// A place for more than a line.
pub fn status_of(view: impl Into<View>) -> Element {
    el("div").attr("role", "status").child(view)
}
