//! Something that is on or off: a native box to tick, with its words.

use crate::ui::view::{Element, el};

/// A switch.
pub fn switch(
    label: &'static str,
    on: impl Fn() -> bool + 'static,
    set: impl Fn(bool) + 'static,
) -> Element {
    switch_with(label, on, || false, set)
}

/// A switch that cannot always be moved.
pub fn switch_with(
    label: &'static str,
    on: impl Fn() -> bool + 'static,
    fixed: impl Fn() -> bool + 'static,
    set: impl Fn(bool) + 'static,
) -> Element {
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("autocomplete", "off")
        .flag("checked", on)
        .flag("disabled", fixed)
        .on("change", move |event| set(event.is_checked()));
    el("label").class("switch").child(tick).child(el("span").child(label))
}
