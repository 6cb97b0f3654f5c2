//! Timers that stop when they are dropped.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// A timer; dropped, it stops.
#[must_use = "dropped, it stops"]
pub struct Timer {
    kind: Kind,
    id: i32,
    _call: Closure<dyn FnMut()>,
}

enum Kind {
    Once,
    Every,
}

/// Calls once, after so many milliseconds.
pub fn after(milliseconds: i32, call: impl FnMut() + 'static) -> Timer {
    start(Kind::Once, milliseconds, Closure::new(call))
}

/// Calls every so many milliseconds.
pub fn every(milliseconds: i32, call: impl FnMut() + 'static) -> Timer {
    start(Kind::Every, milliseconds, Closure::new(call))
}

fn start(kind: Kind, milliseconds: i32, call: Closure<dyn FnMut()>) -> Timer {
    let function = call.as_ref().unchecked_ref();
    let window = super::window();
    let id = match kind {
        Kind::Once => {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)
        }
        Kind::Every => {
            window.set_interval_with_callback_and_timeout_and_arguments_0(function, milliseconds)
        }
    };
    // What still runs in a page that was left may be refused, and has no use
    // for it.
    let id = id.or_else(|why| if super::is_left() { Ok(0) } else { Err(why) });
    Timer { kind, id: super::sure(id, "a page can set timers"), _call: call }
}

impl Drop for Timer {
    fn drop(&mut self) {
        match self.kind {
            Kind::Once => super::window().clear_timeout_with_handle(self.id),
            Kind::Every => super::window().clear_interval_with_handle(self.id),
        }
    }
}

/// Milliseconds since the page began, on a clock that nobody sets.
pub fn running() -> f64 {
    super::window().performance().map_or(0.0, |performance| performance.now())
}

impl Timer {
    /// Lets it run on by itself.
    pub fn leave_running(self) {
        std::mem::forget(self);
    }
}

/// Begins a measure of the program's life, by the browser's User Timing: the
/// bench reads it, and anyone can. One that was begun before begins anew.
pub fn begin(name: &str) {
    if let Some(performance) = super::window().performance() {
        let _ = performance.mark(name);
    }
}

/// Ends a measure, if it was begun.
pub fn end(name: &str) {
    if let Some(performance) = super::window().performance() {
        let _ = performance.measure_with_start_mark(name, name);
        performance.clear_marks_with_mark_name(name);
    }
}

/// Ends a measure that began when the page was asked for.
pub fn end_of_start(name: &str) {
    if let Some(performance) = super::window().performance() {
        let _ = performance.measure(name);
    }
}

/// Calls once the browser has drawn what is shown now, or would have: a page that
/// is out of sight draws nothing.
pub fn after_frame(call: impl FnOnce() + 'static) {
    const AT_MOST_MS: i32 = 500;
    // Whichever comes first calls it.
    let call = Rc::new(Cell::new(Some(Box::new(call) as Box<dyn FnOnce()>)));
    let at_last = call.clone();
    after(AT_MOST_MS, move || once(&at_last)).leave_running();
    // What is called before a frame comes back after it.
    at_frame(move || after(0, move || once(&call)).leave_running());
}

/// Calls before the browser next draws.
pub fn at_frame(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    let _ = super::window().request_animation_frame(call.unchecked_ref());
}

fn once(call: &Cell<Option<Box<dyn FnOnce()>>>) {
    if let Some(call) = call.take() {
        call();
    }
}

/// Waits until the browser has drawn what is shown now, or would have.
pub async fn frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        after_frame(move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
        });
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = super::window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
