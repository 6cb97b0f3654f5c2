//! Shortcuts: each can be changed or switched off.

use crate::core::content::words::settings as words;
use crate::core::settings::{Held, Keys, Shortcut};
use crate::state::here;
use crate::state::keys::Caught;
use crate::state::settings::SettingsState;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{button, buttons, quiet_button};
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el};
use crate::views;
use leptos::prelude::{Callback, on_cleanup};

/// A shortcut that can be another key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Settle,
    Save,
}

impl Which {
    fn name(self) -> &'static str {
        match self {
            Which::Settle => words::KEYS_SETTLE,
            Which::Save => words::KEYS_SAVE,
        }
    }

    fn of(self, keys: &Keys) -> &Option<Shortcut> {
        match self {
            Which::Settle => &keys.settle,
            Which::Save => &keys.save,
        }
    }

    fn of_mut(self, keys: &mut Keys) -> &mut Option<Shortcut> {
        match self {
            Which::Settle => &mut keys.settle,
            Which::Save => &mut keys.save,
        }
    }

    fn other(self) -> Which {
        match self {
            Which::Settle => Which::Save,
            Which::Save => Which::Settle,
        }
    }
}

/// Shortcuts.
pub fn keys() -> View {
    let settings = here().settings;
    let exit_off = move || settings.with(|settings| !settings.keys.quick_exit);
    let exit = el("section")
        .class("key")
        .child(el("h2").child(words::KEYS_EXIT))
        .child(el("p").child(words::KEYS_EXIT_IS))
        .child(off_button(words::KEYS_EXIT, exit_off, move || {
            settings.change(|settings| settings.keys.quick_exit = !settings.keys.quick_exit);
        }));
    let usual = button(words::KEYS_USUAL)
        .on_click(move || settings.change(|settings| settings.keys = Keys::default()));
    let lead = el("p").class("lead").child(words::KEYS_LEAD);
    let rows = views![lead, key_row(Which::Settle), key_row(Which::Save), exit, usual];
    screen(words::KEYS, "keys", rows)
}

fn off_button(
    what: &'static str,
    is_off: impl Fn() -> bool + 'static,
    press: impl Fn() + 'static,
) -> Element {
    quiet_button(words::KEYS_OFF)
        .attr("aria-label", words::keys_off_name(what))
        .live_attr("aria-pressed", is_off)
        .on_click(press)
}

fn key_row(which: Which) -> Element {
    let settings = here().settings;
    let keys = here().keys;
    let said = RwSignal::new("");
    on_cleanup(move || keys.stop_catching());
    let now = move || settings.with(|settings| which.of(&settings.keys).clone());
    let change = button(words::KEYS_CHANGE)
        .attr("aria-label", words::keys_change_name(which.name()))
        .on_click(move || {
            said.set(words::KEYS_PRESS);
            keys.catch(Callback::new(move |caught| said.set(take(which, caught, settings))));
        })
        // Walking away from it is a no.
        .on("blur", move |_| {
            keys.stop_catching();
            if said.get_untracked() == words::KEYS_PRESS {
                said.set("");
            }
        });
    let off = off_button(
        which.name(),
        move || now().is_none(),
        move || {
            let usual = which.of(&Keys::default()).clone();
            settings.change(|settings| {
                let key = which.of_mut(&mut settings.keys);
                *key = if key.is_none() { usual } else { None };
            });
        },
    );
    let shown = move || now().map_or(words::KEYS_OFF.to_owned(), |shortcut| in_words(&shortcut));
    el("section")
        .class("key")
        .child(el("h2").child(which.name()))
        .child(el("p").class("key__now").text(shown))
        .child(buttons(views![change, off]))
        .child(el("p").class("key__said").attr("role", "status").text(move || said.get()))
}

/// Takes a key that was caught, and says what is wrong with it, if anything is.
fn take(which: Which, caught: Caught, settings: SettingsState) -> &'static str {
    let shortcut = match caught {
        Caught::Stopped => return "",
        Caught::Refused => return words::KEYS_REFUSED,
        Caught::Shortcut(shortcut) => shortcut,
    };
    let other = which.other();
    if settings.with_now(|settings| other.of(&settings.keys).as_ref() == Some(&shortcut)) {
        return words::KEYS_TAKEN;
    }
    settings.change(|settings| *which.of_mut(&mut settings.keys) = Some(shortcut));
    ""
}

fn in_words(shortcut: &Shortcut) -> String {
    let held = match shortcut.held {
        Held::Ctrl => words::CTRL,
        Held::Alt => words::ALT,
    };
    format!("{held} + {}", shortcut.key)
}
