//! Buttons and links.

use crate::core::route::Route;
use crate::ui::view::{Element, View, el};

/// A button.
pub fn button(words: impl Into<View>) -> Element {
    plain("button", words)
}

/// A button for what is done less often.
pub fn quiet_button(words: impl Into<View>) -> Element {
    plain("button button--quiet", words)
}

/// The button for the one thing to do next.
pub fn sun_button(words: impl Into<View>) -> Element {
    plain("button button--sun", words)
}

/// A button of another class.
pub fn plain(class: &'static str, words: impl Into<View>) -> Element {
    el("button").class(class).attr("type", "button").child(words)
}

/// A link to a screen.
pub fn link(route: &Route, words: impl Into<View>) -> Element {
    el("a").attr("href", route.to_string()).child(words)
}

/// A row that leads to a screen, with a line that says what is there.
pub fn door(route: &Route, title: &'static str, line: impl Into<View>) -> Element {
    let title = el("span").class("door__title").child(title);
    let line = el("span").class("door__line").child(line);
    el("li").child(link(route, title).class("door").child(line))
}

/// A row of buttons.
pub fn buttons(buttons: impl Into<View>) -> Element {
    el("div").class("buttons").child(buttons)
}

/// A link that leaves the page, which its words say.
pub fn way_out(address: String, words: impl Into<View>) -> Element {
    el("a")
        .attr("href", address)
        .attr("rel", "noreferrer noopener")
        .attr("target", "_blank")
        .child(words)
}
