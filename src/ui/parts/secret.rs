//! A field for a passphrase or a code. What is typed stays in the field: it is
//! in no draft, and the panel of a stopped program does not show it.

use super::field::never_kept;
use crate::core::content::words::lock as words;
use crate::state::signals::RwSignal;
use crate::ui::view::{Element, el};

/// A field for a passphrase, with a switch that shows what is typed.
pub fn passphrase_field(label: &'static str, id: &'static str, typed: RwSignal<String>) -> Element {
    let shown = RwSignal::new(false);
    let kind = move || Some(if shown.get() { "text" } else { "password" });
    // Phones change what they can see being typed.
    let field = secret(id, typed).live_attr("type", kind).attr("autocapitalize", "none");
    let switch = el("input")
        .attr("type", "checkbox")
        .attr("autocomplete", "off")
        .flag("checked", move || shown.get())
        .on("change", move |_| shown.update(|shown| *shown = !*shown));
    let switch = el("label").class("switch").child(switch).child(words::SHOW);
    labelled(label, id).child(field).child(switch)
}

/// A field for a recovery code, which is meant to be seen.
pub fn code_field(id: &'static str, typed: RwSignal<String>) -> Element {
    let field = secret(id, typed).attr("type", "text").attr("autocapitalize", "characters");
    labelled(words::CODE_FIELD, id).child(field)
}

fn labelled(label: &'static str, id: &'static str) -> Element {
    let label = el("label").class("field__label").attr("for", id).child(label);
    el("div").class("field").child(label)
}

fn secret(id: &'static str, typed: RwSignal<String>) -> Element {
    never_kept(el("input"))
        .attr("autocorrect", "off")
        .attr("id", id)
        .class("field__line")
        .attr("data-secret", "")
        .value(move || typed.get())
        .on("input", move |event| typed.set(event.value()))
}
