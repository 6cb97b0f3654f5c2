//! The document: its title, its root, where the focus is and what is in view.

use wasm_bindgen::JsCast;

/// Names the page.
pub fn set_title(title: &str) {
    super::document().set_title(title);
}

/// Sets `data-<name>` on the root, where the style looks for it.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = super::document().document_element() {
        // The names are our own and valid.
        let _ = root.set_attribute(&format!("data-{name}"), value);
    }
}

/// What a `meta` of this name in the page's head holds.
pub(super) fn meta(name: &str) -> Option<String> {
    let found = super::document().query_selector(&format!("meta[name={name}]")).ok().flatten()?;
    found.get_attribute("content")
}

/// Puts the focus on the heading of what is shown: of its section where it is
/// one of several, else of the screen.
pub fn focus_heading() {
    focus("h1");
    focus(".screen__section");
}

/// Puts the focus on the first element that a selector finds.
pub fn focus(selector: &str) {
    let found = super::document().query_selector(selector).ok().flatten();
    // Parts of a drawing have the same method, and no other type in common.
    if let Some(element) = found {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let element: web_sys::HtmlElement = element.unchecked_into();
        let _ = element.focus_with_options(&options);
    }
}

/// How far down the page is scrolled, in CSS pixels.
pub fn scrolled() -> f64 {
    super::window().scroll_y().unwrap_or(0.0)
}

/// Scrolls the page to so many CSS pixels from its top.
pub fn scroll_to(top: f64) {
    super::window().scroll_to_with_x_and_y(0.0, top);
}

/// Opens the browser's own way to print what is shown.
pub fn print() {
    // Where there is no printing, nothing happens.
    let _ = super::window().print();
}

/// Takes everything off the screen, at once.
pub fn empty() {
    if let Some(body) = super::document().body() {
        while let Some(child) = body.first_child() {
            let _ = body.remove_child(&child);
        }
    }
    set_title("");
}

/// Whether the person has asked the device for less motion.
pub fn wants_less_motion() -> bool {
    super::window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// Selects the words of the field that a selector finds and copies them; the
/// clipboard of newer browsers is not there on plain http. Whether that was
/// allowed.
pub fn copy(selector: &str) -> bool {
    let found = super::document().query_selector(selector).ok().flatten();
    if let Some(Ok(field)) = found.map(|it| it.dyn_into::<web_sys::HtmlTextAreaElement>()) {
        let _ = field.focus();
        field.select();
    }
    let document = super::document().dyn_into::<web_sys::HtmlDocument>();
    document.is_ok_and(|document| document.exec_command("copy").unwrap_or(false))
}
