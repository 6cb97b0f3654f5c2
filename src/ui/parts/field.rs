//! The fields that a person writes in. Browsers keep unsaved words in their own
//! session files unless the field says `autocomplete="off"`; some send words
//! to a speller, so that stays off until it is switched on.

use super::button::link;
use crate::core::content::words::write as words;
use crate::core::route::Route;
use crate::state::here;
use crate::ui::view::{Element, el};

/// A field to write in, with the way to Support under it. The id is one that
/// no other field on the screen has.
pub fn writing_field(
    label: impl Into<String>,
    id: impl Into<String>,
    text: impl Fn() -> String + 'static,
    write: impl Fn(String) + 'static,
) -> Element {
    let settings = here().settings;
    let field = written(el("textarea"), Box::new(text), Box::new(write))
        .class("field__words")
        .attr("rows", "6")
        .live_attr("spellcheck", move || settings.kept().spelling);
    let support = el("p").class("field__support").child(link(&Route::Support, words::SUPPORT));
    labelled(label.into(), id.into(), field).child(support)
}

/// A field of one line, which takes as much as is put into it.
pub fn line_field(
    label: impl Into<String>,
    id: impl Into<String>,
    text: impl Fn() -> String + 'static,
    write: impl Fn(String) + 'static,
) -> Element {
    let field = written(el("input"), Box::new(text), Box::new(write))
        .class("field__line")
        .attr("type", "text");
    labelled(label.into(), id.into(), never_kept(field))
}

/// A field with its label over it.
pub fn labelled(label: String, id: String, field: Element) -> Element {
    let label = el("label").class("field__label").attr("for", id.clone()).child(label);
    el("div").class("field").child(label).child(field.attr("id", id))
}

fn written(field: Element, text: Box<dyn Fn() -> String>, write: Box<dyn Fn(String)>) -> Element {
    field
        .attr("autocomplete", "off")
        .attr("autocapitalize", "sentences")
        // Each paragraph runs the way that its first letter says.
        .attr("dir", "auto")
        .value(text)
        .on("input", move |event| write(event.value()))
}

/// A field whose words no browser keeps in files of its own, nor sends to a
/// speller.
pub fn never_kept(field: Element) -> Element {
    field.attr("autocomplete", "off").attr("spellcheck", "false")
}
