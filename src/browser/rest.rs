//! The rest of the program, which comes after the part that runs at once.

use super::sure;
use js_sys::{Function, Promise, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static MODULE: OnceCell<JsValue> = const { OnceCell::new() };
}

/// The rest did not come, or came broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

/// Fetches the rest and joins it to this part; `again` goes past what the
/// browser may have kept.
pub async fn load(again: bool) -> Result<(), NotLoaded> {
    let load = Reflect::get(&js_sys::global(), &"freshetRest".into());
    let load: Function = sure(load.and_then(JsCast::dyn_into), "the page has a script for it");
    let loading = load.call1(&JsValue::UNDEFINED, &again.into());
    let loading: Promise = sure(loading.and_then(JsCast::dyn_into), "it promises");
    let module = JsFuture::from(loading).await.map_err(|_| NotLoaded)?;
    // Loaded twice, it is the same file.
    MODULE.with(|kept| kept.set(module)).unwrap_or_default();
    Ok(())
}

/// The rest as it was compiled, for a worker; `undefined` before it is there.
pub(super) fn module() -> JsValue {
    MODULE.with(|kept| kept.get().cloned()).unwrap_or_default()
}
