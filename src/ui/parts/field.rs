//! The field that a person writes in. Browsers keep unsaved words in their own
//! session files unless the field says `autocomplete="off"`; some send words
//! to a speller, so that stays off.

use super::button::link;
use crate::core::content::words::write as words;
use crate::core::route::Route;
use crate::ui::view::{Element, el};

/// A field to write in, with the way to Support under it. The id is one that
/// no other field on the screen has.
pub fn writing_field(
    label: impl Into<String>,
    id: impl Into<String>,
    text: impl Fn() -> String + 'static,
    write: impl Fn(String) + 'static,
) -> Element {
    let id = id.into();
    let label = el("label").class("field__label").attr("for", id.clone()).child(label.into());
    let field = never_kept(el("textarea"))
        .attr("id", id)
        .class("field__words")
        .attr("rows", "6")
        .attr("autocapitalize", "sentences")
        .value(text)
        .on("input", move |event| write(event.value()));
    let support = el("p").class("field__support").child(link(&Route::Support, words::SUPPORT));
    el("div").class("field").child(label).child(field).child(support)
}

/// A field whose words no browser keeps in files of its own, nor sends to a
/// speller.
pub fn never_kept(field: Element) -> Element {
    field.attr("autocomplete", "off").attr("spellcheck", "false")
}
