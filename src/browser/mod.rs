//! The only doors to the browser. Each is thin, names `web_sys` so that no
//! other room has to, and takes no decisions.

pub mod clock;
pub mod dates;
pub mod dom;
pub mod events;
pub mod files;
pub mod keeping;
pub mod key_worker;
pub mod local_store;
pub mod location;
pub mod page;

pub mod random;
pub mod readings;
pub mod rest;
pub mod slices;
pub mod text;
pub mod timers;
pub mod updates;
pub mod wake;

/// The window. There is always one: the program runs in pages only.
fn window() -> web_sys::Window {
    web_sys::window().expect("a page has a window")
}

/// What a page that runs cannot be refused. The browser's own words for why it
/// was are left out: with them, 1 KB of program and script would come in.
#[track_caller]
fn sure<T>(given: Result<T, wasm_bindgen::JsValue>, why: &'static str) -> T {
    match given {
        Ok(given) => given,
        Err(_) => panic!("{why}"),
    }
}

/// Whether the page was left, and is in no window any more.
fn is_left() -> bool {
    document().default_view().is_none()
}

/// The document.
fn document() -> web_sys::Document {
    window().document().expect("a window has a document")
}
