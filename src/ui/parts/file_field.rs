//! A field to choose a file with: the browser's own, so that it works by
//! keyboard and screen reader everywhere.

use crate::browser::files::Chosen;
use crate::state::here;
use crate::ui::view::{Element, el};

/// A field for a JSON file. The id is one that no other field on the screen
/// has.
pub fn file_field(
    label: &'static str,
    id: &'static str,
    choose: impl Fn(Chosen) + 'static,
) -> Element {
    let auto_lock = here().auto_lock;
    let field = el("input")
        .attr("id", id)
        .class("file-field__input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .attr("autocomplete", "off")
        .on("click", move |event| {
            // The browser's own dialog hides the page, which is not left by that.
            auto_lock.hold();
            event.empty();
        })
        .on("change", move |event| {
            if let Some(chosen) = event.file() {
                choose(chosen);
            }
        });
    el("div")
        .class("file-field")
        .child(el("label").class("field__label").attr("for", id).child(label))
        .child(field)
}
