//! Work in slices, between which the browser draws and takes key presses. A
//! message channel drives them: timers are held back to 4 ms, and in a hidden
//! tab to a second.

use super::timers;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// No slice takes longer than this, in milliseconds, but by its last piece.
const SLICE_MS: f64 = 5.0;

/// A closure that drops itself when it is done.
type Held = Rc<RefCell<Option<Closure<dyn FnMut()>>>>;

/// Calls `piece` until it says that it is done, in slices.
pub fn run(piece: impl FnMut() -> Piece + 'static) {
    run_boxed(Box::new(piece));
}

/// Of one type, so that it stands in the program once.
fn run_boxed(mut piece: Box<dyn FnMut() -> Piece>) {
    let Ok(channel) = web_sys::MessageChannel::new() else { return };
    let sender = channel.port2();
    let receiver = channel.port1();
    let hold = Held::default();
    let held = hold.clone();
    let again = sender.clone();
    let closing = receiver.clone();
    let slice = Closure::<dyn FnMut()>::new(move || {
        let start = timers::running();
        while timers::running() - start < SLICE_MS {
            if piece() == Piece::Done {
                closing.close();
                // Dropped once this call is over: a closure must not drop itself.
                let done = held.take();
                timers::after(0, move || {
                    let _ = &done;
                })
                .leave_running();
                return;
            }
        }
        let _ = again.post_message(&JsValue::NULL);
    });
    receiver.set_onmessage(Some(slice.as_ref().unchecked_ref()));
    *hold.borrow_mut() = Some(slice);
    let _ = sender.post_message(&JsValue::NULL);
}

/// What a piece of work came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// There is more.
    More,
    /// That was all.
    Done,
}
