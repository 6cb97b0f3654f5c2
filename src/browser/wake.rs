//! Keeps the screen awake while a person breathes with it, where the browser
//! can. `web_sys` has these names behind an unstable flag only.

use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The screen stays awake until this is dropped.
#[must_use = "dropped, the screen may sleep"]
pub struct Awake {
    held: Rc<RefCell<Held>>,
}

enum Held {
    Asked,
    Got(JsValue),
    Dropped,
}

/// Asks for the screen to stay awake. Where that cannot be had, nothing happens.
pub fn keep_awake() -> Awake {
    let held = Rc::new(RefCell::new(Held::Asked));
    let kept = held.clone();
    spawn_local(async move {
        let Some(asked) = call(&lock_of_screen(), "request", &"screen".into()) else { return };
        let Ok(sentinel) = JsFuture::from(asked).await else { return };
        if matches!(*held.borrow(), Held::Dropped) {
            release(&sentinel);
        } else {
            *held.borrow_mut() = Held::Got(sentinel);
        }
    });
    Awake { held: kept }
}

impl Drop for Awake {
    fn drop(&mut self) {
        if let Held::Got(sentinel) = self.held.replace(Held::Dropped) {
            release(&sentinel);
        }
    }
}

fn lock_of_screen() -> JsValue {
    Reflect::get(&super::window().navigator(), &"wakeLock".into()).unwrap_or_default()
}

fn release(sentinel: &JsValue) {
    let _ = call(sentinel, "release", &JsValue::UNDEFINED);
}

fn call(on: &JsValue, method: &str, with: &JsValue) -> Option<Promise> {
    if !on.is_object() {
        return None;
    }
    let function = Reflect::get(on, &method.into()).ok()?.dyn_into::<Function>().ok()?;
    function.call1(on, with).ok()?.dyn_into().ok()
}
