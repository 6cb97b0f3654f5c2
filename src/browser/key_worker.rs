//! The worker that makes a key of a passphrase: the same program, in a thread
//! of its own. It is ended when it has answered, or is not wanted any more, and
//! its 64 MiB go with it.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::future::Future;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What is asked of the worker, as bytes.
const REQUEST: &str = "request";

/// A worker at work. Dropped, it is ended, and has no answer.
pub struct Working {
    worker: JsValue,
    /// Gives an answer in the worker's place.
    resolve: JsValue,
    /// The address of a script that stands in the page, freed at the end.
    blob: Option<String>,
}

/// The worker was refused by the browser, or has stopped or was ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAnswer;

/// Starts a worker with a request.
pub fn ask(request: &[u8]) -> Option<(Working, impl Future<Output = Result<Vec<u8>, NoAnswer>>)> {
    let (address, blob) = address()?;
    let trusted = call(&js_sys::global(), "freshetScript", &address.into()).ok()?;
    let class: Function =
        Reflect::get(&js_sys::global(), &"Worker".into()).ok()?.dyn_into().ok()?;
    let worker = Reflect::construct(&class, &Array::of1(&trusted)).ok()?;
    let mut resolve = JsValue::NULL;
    let answer = Promise::new(&mut |resolve_it, _| resolve = resolve_it.into());
    set(&worker, "onmessage", &resolve);
    set(&worker, "onerror", &resolve);
    let working = Working { worker, resolve, blob };
    let message = Object::new();
    set(&message, "module", &wasm_bindgen::module());
    set(&message, "rest", &super::rest::module());
    set(&message, "script", &script_address());
    set(&message, REQUEST, &Uint8Array::from(request));
    call(&working.worker, "postMessage", &message).ok()?;
    Some((working, async move {
        let event = JsFuture::from(answer).await.map_err(|_| NoAnswer)?;
        let data = Reflect::get(&event, &"data".into()).map_err(|_| NoAnswer)?;
        data.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| NoAnswer)
    }))
}

impl Drop for Working {
    fn drop(&mut self) {
        let _ = call(&self.worker, "terminate", &JsValue::UNDEFINED);
        if let Some(resolve) = self.resolve.dyn_ref::<Function>() {
            let _ = resolve.call1(&JsValue::UNDEFINED, &Object::new());
        }
        if let Some(blob) = &self.blob {
            let _ = web_sys::Url::revoke_object_url(blob);
        }
    }
}

/// Whether this program runs in a worker, where there is no page.
pub fn is_worker() -> bool {
    web_sys::window().is_none()
}

/// Answers requests: what `main` does in a worker.
pub fn serve(answer: impl Fn(&[u8]) -> Vec<u8> + 'static) {
    let global = js_sys::global();
    let scope = global.clone();
    let on_request = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
        let request = Reflect::get(&event, &"data".into())
            .and_then(|data| Reflect::get(&data, &REQUEST.into()))
            .ok()
            .and_then(|request| request.dyn_into::<Uint8Array>().ok());
        let answered = request.map_or(JsValue::NULL, |request| {
            Uint8Array::from(answer(&request.to_vec()).as_slice()).into()
        });
        let _ = call(&scope, "postMessage", &answered);
    });
    set(&global, "onmessage", on_request.as_ref());
    on_request.forget();
}

/// Where the worker's script is: a file beside the page, or, in the page that
/// is one file, its own scripts as a blob.
fn address() -> Option<(String, Option<String>)> {
    if let Some(file) = super::page::meta("freshet-key-worker") {
        let base = super::document().base_uri().ok()??;
        return Some((web_sys::Url::new_with_base(&file, &base).ok()?.href(), None));
    }
    let text = |id: &str| super::document().get_element_by_id(id)?.text_content();
    let parts =
        Array::of3(&text("program-script")?.into(), &"\n".into(), &text("key-worker")?.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    Some((address.clone(), Some(address)))
}

fn script_address() -> JsValue {
    let script = super::document().get_element_by_id("program");
    script.and_then(|script| Reflect::get(&script, &"href".into()).ok()).unwrap_or(JsValue::NULL)
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Setting a field of an object of ours cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

fn call(object: &JsValue, name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    function.call1(object, argument)
}
