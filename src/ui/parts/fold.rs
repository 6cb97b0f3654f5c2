//! Something that opens under a line: what is in it is made when it is first
//! opened.

use crate::state::signals::RwSignal;
use crate::ui::view::{Element, View, el, live};
use leptos::prelude::untrack;

/// What opens under this line, and whether it begins open.
pub fn fold<V: Into<View>>(
    summary: Element,
    begins_open: bool,
    make: impl Fn() -> V + 'static,
) -> Element {
    let opened = RwSignal::new(begins_open);
    el("details")
        .flag("open", move || begins_open)
        .on("toggle", move |_| {
            if !opened.get_untracked() {
                opened.set(true);
            }
        })
        .child(summary)
        .child(live(move || if opened.get() { untrack(|| make().into()) } else { View::Nothing }))
}
