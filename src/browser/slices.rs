//! Work in slices, between which the browser draws and takes key presses. A
//! message channel drives them: timers are held back to 4 ms, and in a hidden
//! tab to a second.

use super::events;
use super::timers::{self, Timer};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessagePort;

/// No slice takes longer than this, in milliseconds, but by its last piece.
const SLICE_MS: f64 = 5.0;

/// Where nothing was drawn for so long, a slice waits until it is. Gecko draws
/// nothing between messages: 75 ms were seen.
const UNDRAWN_MS: f64 = 25.0;

/// It waits no longer: a page that has just gone out of sight draws nothing.
const WAIT_MS: i32 = 200;

/// Later than any time: nothing is waited for.
const NOT_WAITED_FOR: f64 = f64::INFINITY;

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
    let pace = Pace::new(sender.clone());
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
        pace.next();
    });
    receiver.set_onmessage(Some(slice.as_ref().unchecked_ref()));
    *hold.borrow_mut() = Some(slice);
    let _ = sender.post_message(&JsValue::NULL);
}

/// When the next slice comes.
struct Pace {
    sender: MessagePort,
    /// When something was drawn last. Once patience ran out, the next drawing is
    /// not waited for: a page behind another window draws about once a second.
    drawn: Rc<Cell<f64>>,
    /// Whether it will be told when something is drawn.
    asked: Cell<bool>,
    /// Whether the next slice waits for that,
    waiting: Rc<Cell<bool>>,
    /// and the end of its patience.
    patience: RefCell<Option<Timer>>,
}

impl Pace {
    fn new(sender: MessagePort) -> Rc<Self> {
        Rc::new(Self {
            sender,
            drawn: Rc::new(Cell::new(timers::running())),
            asked: Cell::default(),
            waiting: Rc::default(),
            patience: RefCell::default(),
        })
    }

    fn next(self: &Rc<Self>) {
        if !self.asked.replace(true) {
            let pace = self.clone();
            timers::at_frame(move || {
                pace.asked.set(false);
                pace.drawn.set(timers::running());
                go_on(&pace.waiting, &pace.sender);
            });
        }
        self.waiting.set(true);
        if timers::running() - self.drawn.get() < UNDRAWN_MS || events::is_hidden() {
            return go_on(&self.waiting, &self.sender);
        }
        let (waiting, sender) = (self.waiting.clone(), self.sender.clone());
        let drawn = self.drawn.clone();
        let patience = timers::after(WAIT_MS, move || {
            if waiting.get() {
                drawn.set(NOT_WAITED_FOR);
            }
            go_on(&waiting, &sender);
        });
        *self.patience.borrow_mut() = Some(patience);
    }
}

/// Has the next slice come, once.
fn go_on(waiting: &Cell<bool>, sender: &MessagePort) {
    if waiting.replace(false) {
        let _ = sender.post_message(&JsValue::NULL);
    }
}

/// What a piece of work came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// There is more.
    More,
    /// That was all.
    Done,
}
