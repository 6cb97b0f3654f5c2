//! Shortcuts: each can be changed or switched off.

use crate::core::content::words::settings as words;
use crate::core::settings::{Command, Held, Keys, Shortcut};
use crate::state::here;
use crate::state::keys::Caught;
use crate::state::settings::SettingsState;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{button, buttons, quiet_button};
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el};
use crate::views;
use leptos::prelude::{Callback, on_cleanup};

fn name(command: Command) -> &'static str {
    match command {
        Command::Settle => words::KEYS_SETTLE,
        Command::Save => words::KEYS_SAVE,
        Command::Read => words::KEYS_READ,
        Command::Focus => words::KEYS_FOCUS,
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
    let rows: View = Command::ALL.map(key_row).into_iter().collect();
    screen(words::KEYS, "keys", views![lead, rows, exit, usual])
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

fn key_row(command: Command) -> Element {
    let settings = here().settings;
    let keys = here().keys;
    let said = RwSignal::new("");
    on_cleanup(move || keys.stop_catching());
    let now = move || settings.with(|settings| settings.keys.of(command).cloned());
    let change = button(words::KEYS_CHANGE)
        .attr("aria-label", words::keys_change_name(name(command)))
        .on_click(move || {
            said.set(words::KEYS_PRESS);
            keys.catch(Callback::new(move |caught| said.set(take(command, caught, settings))));
        })
        // Walking away from it is a no.
        .on("blur", move |_| {
            keys.stop_catching();
            if said.get_untracked() == words::KEYS_PRESS {
                said.set("");
            }
        });
    let off = off_button(
        name(command),
        move || now().is_none(),
        move || {
            settings.change(|settings| {
                let off = settings.keys.of(command).is_none();
                let usual = Keys::default().of(command).filter(|_| off).cloned();
                settings.keys.set(command, usual);
            });
        },
    );
    let shown = move || now().map_or(words::KEYS_OFF.to_owned(), |shortcut| in_words(&shortcut));
    el("section")
        .class("key")
        .child(el("h2").child(name(command)))
        .child(el("p").class("key__now").text(shown))
        .child(buttons(views![change, off]))
        .child(el("p").class("key__said").attr("role", "status").text(move || said.get()))
}

/// Takes a key that was caught, and says what is wrong with it, if anything is.
fn take(command: Command, caught: Caught, settings: SettingsState) -> &'static str {
    let shortcut = match caught {
        Caught::Stopped => return "",
        Caught::Refused => return words::KEYS_REFUSED,
        Caught::Shortcut(shortcut) => shortcut,
    };
    let other = settings.with_now(|settings| settings.keys.command(&shortcut));
    if other.is_some_and(|other| other != command) {
        return words::KEYS_TAKEN;
    }
    settings.change(|settings| settings.keys.set(command, Some(shortcut)));
    ""
}

fn in_words(shortcut: &Shortcut) -> String {
    let held = match shortcut.held {
        Held::Ctrl => words::CTRL,
        Held::Alt => words::ALT,
    };
    // Any other key is written as the browser names it.
    let key = if shortcut.key == "enter" { words::ENTER } else { &shortcut.key };
    format!("{held} + {key}")
}
