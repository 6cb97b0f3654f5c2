//! Shortcuts. All of them are held with Ctrl or Alt, but for Esc pressed three
//! times within a second.

use super::exit::ExitState;
use super::settings::SettingsState;
use crate::browser::events::{self, Press, Pressed};
use crate::browser::{location, timers};
use crate::core::route::Route;
use crate::core::settings::Shortcut;
use crate::state::signals::{RwSignal, StoredValue};
use leptos::prelude::{Callable, Callback, on_cleanup};

const WITHIN_MS: f64 = 1_000.0;

/// What the shortcut for saving does on the screen that is shown.
#[derive(Clone, Copy)]
pub struct KeyState {
    save: RwSignal<Option<Callback<()>>>,
    catcher: RwSignal<Option<Callback<Caught>>>,
    escapes: StoredValue<[f64; 2]>,
}

/// A key press that was asked for, to be a shortcut from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caught {
    /// It can be one.
    Shortcut(Shortcut),
    /// It is not held with Ctrl or Alt alone.
    Refused,
    /// Esc: none is wanted.
    Stopped,
}

impl KeyState {
    pub(super) fn new(settings: SettingsState, exit: ExitState) -> Self {
        let state = Self {
            save: RwSignal::new(None),
            catcher: RwSignal::new(None),
            escapes: StoredValue::new([f64::NEG_INFINITY; 2]),
        };
        events::on_key(move |press| state.pressed(&press, settings, exit));
        state
    }

    /// Says what the shortcut for saving does, until the screen is left.
    pub fn on_save(self, save: Callback<()>) {
        self.save.set(Some(save));
        on_cleanup(move || self.save.set(None));
    }

    /// Catches the next key press that is not a modifier alone.
    pub fn catch(self, caught: Callback<Caught>) {
        self.catcher.set(Some(caught));
    }

    /// Catches nothing any more.
    pub fn stop_catching(self) {
        self.catcher.set(None);
    }

    fn pressed(self, press: &Press, settings: SettingsState, exit: ExitState) -> Pressed {
        if press.composing || press.repeated {
            return Pressed::Left;
        }
        let keys = settings.with_now(|settings| settings.keys.clone());
        // The way out comes before all else.
        if press.key == "Escape" && keys.quick_exit && self.third_escape() {
            exit.leave();
            return Pressed::Left;
        }
        if let Some(catcher) = self.catcher.get_untracked() {
            return self.caught(press, catcher);
        }
        let Some(pressed) = Shortcut::of_press(press.ctrl, press.alt, &press.key) else {
            return Pressed::Left;
        };
        if keys.settle.as_ref() == Some(&pressed) {
            location::go(&Route::Steady.to_string());
            return Pressed::Taken;
        }
        match self.save.get_untracked() {
            Some(save) if keys.save.as_ref() == Some(&pressed) => {
                save.run(());
                Pressed::Taken
            }
            _ => Pressed::Left,
        }
    }

    fn caught(self, press: &Press, catcher: Callback<Caught>) -> Pressed {
        let modifier = matches!(press.key.as_str(), "Control" | "Alt" | "Shift" | "Meta");
        if modifier || press.key == "Tab" {
            return Pressed::Left;
        }
        self.catcher.set(None);
        catcher.run(match Shortcut::of_press(press.ctrl, press.alt, &press.key) {
            _ if press.key == "Escape" => Caught::Stopped,
            Some(shortcut) => Caught::Shortcut(shortcut),
            None => Caught::Refused,
        });
        Pressed::Taken
    }

    fn third_escape(self) -> bool {
        let now = timers::running();
        let [first, second] = self.escapes.get_value();
        self.escapes.set_value([second, now]);
        now - first <= WITHIN_MS
    }
}
