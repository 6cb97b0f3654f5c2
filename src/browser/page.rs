//! The document: its title, its root, where the focus is and what is in view.

use wasm_bindgen::JsCast;

/// Names the page.
pub fn set_title(title: &str) {
    super::document().set_title(title);
}

/// Gives the page its usual icon, or a plain one that tells nothing. Both stand
/// in its head.
pub fn set_plain_icon(plain: bool) {
    let link = super::document().query_selector("link[rel=icon]").ok().flatten();
    let icon = |link: &web_sys::Element| {
        link.get_attribute(if plain { "data-plain" } else { "data-usual" })
    };
    if let Some(link) = link
        && let Some(icon) = icon(&link)
    {
        // The name is our own and valid.
        let _ = link.set_attribute("href", &icon);
    }
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
    focus_where(selector, true);
}

/// Puts the focus on the first element that a selector finds, and scrolls to it.
pub fn go_to(selector: &str) {
    focus_where(selector, false);
}

fn focus_where(selector: &str, prevent_scroll: bool) {
    let found = super::document().query_selector(selector).ok().flatten();
    // Parts of a drawing have the same method, and no other type in common.
    if let Some(element) = found {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(prevent_scroll);
        let element: web_sys::HtmlElement = element.unchecked_into();
        let _ = element.focus_with_options(&options);
    }
}

/// Whether the focus is on the heading of the screen, or on nothing.
pub fn heading_has_focus() -> bool {
    let focused = super::document().active_element();
    focused.is_none_or(|element| element.matches("h1, body").unwrap_or(false))
}

/// How far down the page is scrolled, in CSS pixels.
pub fn scrolled() -> f64 {
    super::window().scroll_y().unwrap_or(0.0)
}

/// Scrolls the page to so many CSS pixels from its top.
pub fn scroll_to(top: f64) {
    super::window().scroll_to_with_x_and_y(0.0, top);
}

/// The size of the window, in CSS pixels: across and down.
pub fn window_size() -> (f64, f64) {
    let window = super::window();
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|it| it.as_f64());
    (number(window.inner_width()).unwrap_or(0.0), number(window.inner_height()).unwrap_or(0.0))
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
