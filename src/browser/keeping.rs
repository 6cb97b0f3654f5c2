//! What the browser says of how well it keeps a page's data, and the way in
//! which the page was opened.

use js_sys::{Function, Promise as JsPromise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Whether the browser has promised to keep what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// It has.
    Kept,
    /// It has not.
    NotKept,
    /// It does not say.
    Unknown,
}

/// The way in which the page was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From a disk.
    File,
    /// Over plain http, from another machine.
    PlainHttp,
    /// In a tab of Safari.
    SafariTab,
    /// As an installed app.
    Installed,
    /// As a page.
    Page,
}

/// Asks what was promised.
pub fn promise(told: impl FnOnce(Promise) + 'static) {
    call("persisted", told);
}

/// Asks the browser to promise.
pub fn ask(told: impl FnOnce(Promise) + 'static) {
    call("persist", told);
}

/// Plain http has no such promise, nor a name for it.
fn call(name: &'static str, told: impl FnOnce(Promise) + 'static) {
    let asked = || -> Result<JsPromise, JsValue> {
        let storage = Reflect::get(&super::window().navigator(), &"storage".into())?;
        let function: Function = Reflect::get(&storage, &name.into())?.dyn_into()?;
        function.call0(&storage)?.dyn_into()
    };
    let Ok(asked) = asked() else { return told(Promise::Unknown) };
    spawn_local(async move {
        told(match JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool()) {
            Some(true) => Promise::Kept,
            Some(false) => Promise::NotKept,
            None => Promise::Unknown,
        });
    });
}

/// The way in which the page was opened.
pub fn way() -> Way {
    let window = super::window();
    let secure = Reflect::get(&window, &"isSecureContext".into());
    let standalone = window
        .match_media("(display-mode: standalone)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    if window.location().protocol().is_ok_and(|protocol| protocol == "file:") {
        Way::File
    } else if secure.is_ok_and(|secure| !secure.is_truthy()) {
        Way::PlainHttp
    } else if standalone {
        Way::Installed
    } else if super::local_store::engine() == crate::core::vault::durability::Engine::WebKit {
        Way::SafariTab
    } else {
        Way::Page
    }
}
