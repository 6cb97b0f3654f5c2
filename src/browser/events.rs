//! Events of the window and the document, for as long as the page lives.

use crate::core::vault::own::own;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

/// A key that was pressed.
#[derive(Debug)]
pub struct Press {
    /// As the browser names it.
    pub key: String,
    /// Ctrl or Command was held.
    pub ctrl: bool,
    /// Alt or Option was held.
    pub alt: bool,
    /// It belongs to the composing of a letter.
    pub composing: bool,
    /// The key is held down, and this is not its first press.
    pub repeated: bool,
}

/// What to do with a key or a link that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// It was ours: the browser does nothing more with it.
    Taken,
    /// It was not ours.
    Left,
}

/// The hash changed.
pub fn on_hash_change(mut call: impl FnMut() + 'static) {
    listen::<web_sys::Event>(&super::window(), "hashchange", move |_| call());
}

/// A link to another place within the page was followed in this tab: its hash.
pub fn on_link(mut call: impl FnMut(String) -> Pressed + 'static) {
    listen::<web_sys::MouseEvent>(&super::window(), "click", move |event| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if event.default_prevented() || event.button() != 0 || elsewhere || event.alt_key() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='#/']").ok().flatten());
        let hash = link.and_then(|link| link.get_attribute("href"));
        if hash.is_some_and(|hash| call(hash) == Pressed::Taken) {
            event.prevent_default();
        }
    });
}

/// What is heard of the window until it is dropped.
#[must_use = "dropped, it hears nothing more"]
pub struct Hearing {
    names: &'static [&'static str],
    call: Closure<dyn FnMut(JsValue)>,
}

/// The page was scrolled, or the window has another size.
pub fn on_move(mut call: impl FnMut() + 'static) -> Hearing {
    let hearing =
        Hearing { names: &["scroll", "resize"], call: Closure::new(move |_: JsValue| call()) };
    for name in hearing.names {
        let function = hearing.call.as_ref().unchecked_ref();
        let _ = super::window().add_event_listener_with_callback(name, function);
    }
    hearing
}

impl Drop for Hearing {
    fn drop(&mut self) {
        for name in self.names {
            let function = self.call.as_ref().unchecked_ref();
            let _ = super::window().remove_event_listener_with_callback(name, function);
        }
    }
}

/// A key was pressed, anywhere; before anything else on the page sees it.
pub fn on_key(mut call: impl FnMut(Press) -> Pressed + 'static) {
    let listener = Closure::<dyn FnMut(_)>::new(move |event: JsValue| {
        // Autofill sends events of this name that are no key presses.
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else { return };
        let press = Press {
            key: event.key(),
            ctrl: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            composing: event.is_composing(),
            repeated: event.repeat(),
        };
        if call(press) == Pressed::Taken {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    let function = listener.as_ref().unchecked_ref();
    let _ = super::window().add_event_listener_with_callback_and_bool("keydown", function, true);
    listener.forget();
}

/// Another tab changed a value of ours: its name without the prefix, or none
/// where it took everything away.
pub fn on_store_change(mut call: impl FnMut(Option<String>) + 'static) {
    listen::<web_sys::StorageEvent>(&super::window(), "storage", move |event| match event.key() {
        Some(key) => {
            if let Some(own) = own(&key) {
                call(Some(own.to_owned()));
            }
        }
        None => call(None),
    });
}

/// Whether the page is out of sight.
pub fn is_hidden() -> bool {
    super::document().hidden()
}

/// The page is hidden or left: the last moment to write anything.
pub fn on_hide(call: impl Fn() + Clone + 'static) {
    let on_leave = call.clone();
    listen::<web_sys::Event>(&super::window(), "pagehide", move |_| on_leave());
    listen::<web_sys::Event>(&super::document(), "visibilitychange", move |_| {
        if is_hidden() {
            call();
        }
    });
}

/// The page is seen again.
pub fn on_show(call: impl Fn() + Clone + 'static) {
    let on_focus = call.clone();
    listen::<web_sys::Event>(&super::window(), "focus", move |_| on_focus());
    listen::<web_sys::Event>(&super::document(), "visibilitychange", move |_| {
        if !is_hidden() {
            call();
        }
    });
}

/// The person touched the page: a key, a finger, a mouse, a wheel, or a screen
/// reader, whose keys are heard only as clicks. No scrolling, which the page
/// does by itself too. Heard before what is touched acts on it: that may be a
/// dialog, which holds the lock back.
pub fn on_touch(call: impl Fn() + Clone + 'static) {
    for name in ["pointerdown", "keydown", "wheel", "input", "click"] {
        let touched = Closure::<dyn FnMut()>::new(call.clone());
        let function = touched.as_ref().unchecked_ref();
        let _ = super::window().add_event_listener_with_callback_and_bool(name, function, true);
        touched.forget();
    }
}

/// Has the browser ask before the page is closed or left, while there is
/// something to lose by it.
pub fn guard_leaving(has_something: impl Fn() -> bool + 'static) {
    listen::<web_sys::Event>(&super::window(), "beforeunload", move |event| {
        if has_something() {
            event.prevent_default();
            // The older way to say it, which some browsers still want.
            let _ = js_sys::Reflect::set(&event, &"returnValue".into(), &true.into());
        }
    });
}

/// The page came back from the browser's cache, with all it showed.
pub fn on_return_from_cache(mut call: impl FnMut() + 'static) {
    listen::<web_sys::PageTransitionEvent>(&super::window(), "pageshow", move |event| {
        if event.persisted() {
            call();
        }
    });
}

/// An event of our own scripts, by name.
pub(super) fn on_own(name: &str, mut call: impl FnMut() + 'static) {
    listen::<web_sys::Event>(&super::window(), name, move |_| call());
}

/// Tells our own scripts something, by name, with a technical line.
pub(super) fn tell_own(name: &str, detail: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&detail.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = super::window().dispatch_event(&event);
    }
}

/// Tells the plain script that the program is up.
pub fn tell_up() {
    tell_own("freshet:up", "");
}

/// Tells the plain script that the program has stopped, so that it shows its
/// panel and keeps the words on the screen.
pub fn tell_stopped(technical: &str) {
    tell_own("freshet:stopped", technical);
}

fn listen<E: JsCast + 'static>(
    target: &EventTarget,
    name: &str,
    mut call: impl FnMut(E) + 'static,
) {
    let listener = Closure::<dyn FnMut(_)>::new(move |event: web_sys::Event| {
        if let Ok(event) = event.dyn_into::<E>() {
            call(event);
        }
    });
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}
