//! Shortcuts. All of them are held with Ctrl or Alt, but for Esc pressed three
//! times within a second.

use super::States;
use crate::browser::events::{self, Press, Pressed};
use crate::browser::{page, timers};
use crate::core::route::Route;
use crate::core::settings::{Command, Shortcut};
use crate::state::signals::StoredValue;
use leptos::prelude::{Callable, Callback, on_cleanup};

const WITHIN_MS: f64 = 1_000.0;

/// What keys do on the screen that is shown.
#[derive(Clone, Copy)]
pub struct KeyState {
    screen: StoredValue<Screen>,
    catcher: StoredValue<Option<Callback<Caught>>>,
    escapes: StoredValue<[f64; 2]>,
}

/// What keys do on a screen, until it is left.
#[derive(Default)]
struct Screen {
    commands: Vec<(Command, Callback<()>)>,
    escape: Option<Callback<()>>,
    /// The selector of the field that takes what is typed on its heading.
    field: Option<&'static str>,
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

impl States {
    /// Hears every key, before anything else on the page does.
    pub(super) fn hear_keys(self) {
        events::on_key(move |press| self.keys.pressed(&press, self));
    }
}

impl KeyState {
    pub(super) fn new() -> Self {
        Self {
            screen: StoredValue::new(Screen::default()),
            catcher: StoredValue::new(None),
            escapes: StoredValue::new([f64::NEG_INFINITY; 2]),
        }
    }

    /// Says what the shortcut of a command does, until the screen is left.
    pub fn on(self, command: Command, call: impl Fn() + Send + Sync + 'static) {
        let call = Callback::new(move |()| call());
        self.for_this_screen(|screen| screen.commands.push((command, call)));
    }

    /// Says what Esc pressed once does, until the screen is left.
    pub fn on_escape(self, call: impl Fn() + Send + Sync + 'static) {
        self.for_this_screen(|screen| screen.escape = Some(Callback::new(move |()| call())));
    }

    /// Names the field that takes what a person types on the heading of the
    /// screen, where the focus is when it comes.
    pub fn types_into(self, selector: &'static str) {
        self.for_this_screen(|screen| screen.field = Some(selector));
    }

    fn for_this_screen(self, change: impl FnOnce(&mut Screen)) {
        self.screen.update_value(change);
        on_cleanup(move || self.screen.set_value(Screen::default()));
    }

    /// Catches the next key press that is not a modifier alone.
    pub fn catch(self, caught: Callback<Caught>) {
        self.catcher.set_value(Some(caught));
    }

    /// Catches nothing any more.
    pub fn stop_catching(self) {
        self.catcher.set_value(None);
    }

    fn pressed(self, press: &Press, states: States) -> Pressed {
        if press.composing || press.repeated {
            return Pressed::Left;
        }
        let keys = states.settings.with_now(|settings| settings.keys.clone());
        // The way out comes before all else.
        if press.key == "Escape" && keys.quick_exit && self.third_escape() {
            states.leave();
            return Pressed::Left;
        }
        if let Some(catcher) = self.catcher.get_value() {
            return self.caught(press, catcher);
        }
        if press.key == "Escape"
            && let Some(escape) = self.screen.with_value(|screen| screen.escape)
        {
            escape.run(());
        }
        let Some(pressed) = Shortcut::of_press(press.ctrl, press.alt, &press.key) else {
            self.type_ahead(press);
            return Pressed::Left;
        };
        match keys.command(&pressed) {
            Some(Command::Settle) => {
                states.place.go(&Route::Steady);
                Pressed::Taken
            }
            Some(command) => self.run(command),
            None => Pressed::Left,
        }
    }

    fn run(self, command: Command) -> Pressed {
        let found = self.screen.with_value(|screen| {
            screen.commands.iter().find(|(other, _)| *other == command).map(|(_, call)| *call)
        });
        match found {
            Some(call) => {
                call.run(());
                Pressed::Taken
            }
            None => Pressed::Left,
        }
    }

    /// A letter typed before the field was reached goes into the field.
    fn type_ahead(self, press: &Press) {
        let is_letter = press.key.chars().count() == 1 && press.key != " ";
        let field = self.screen.with_value(|screen| screen.field);
        if let Some(field) = field.filter(|_| is_letter && !press.ctrl && !press.alt)
            && page::heading_has_focus()
        {
            page::focus(field);
        }
    }

    fn caught(self, press: &Press, catcher: Callback<Caught>) -> Pressed {
        let modifier = matches!(press.key.as_str(), "Control" | "Alt" | "Shift" | "Meta");
        if modifier || press.key == "Tab" {
            return Pressed::Left;
        }
        self.catcher.set_value(None);
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
