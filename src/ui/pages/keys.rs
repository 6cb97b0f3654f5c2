//! Shortcuts: each can be changed or switched off.

use crate::core::content::words::settings as words;
use crate::core::settings::{Held, Keys, Shortcut};
use crate::state::keys::{Caught, KeyState};
use crate::state::settings::SettingsState;
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

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
#[component]
pub fn KeysScreen() -> impl IntoView {
    let settings = expect_context::<SettingsState>();
    let exit_on = move || settings.with(|settings| settings.keys.quick_exit);
    let toggle_exit =
        move |_| settings.change(|settings| settings.keys.quick_exit = !settings.keys.quick_exit);
    view! {
        <Screen title=words::KEYS name="keys">
            <p class="lead">{words::KEYS_LEAD}</p>
            <KeyRow which=Which::Settle/>
            <KeyRow which=Which::Save/>
            <section class="key">
                <h2>{words::KEYS_EXIT}</h2>
                <p>{words::KEYS_EXIT_IS}</p>
                <button
                    class="button button--quiet"
                    type="button"
                    aria-label=words::keys_off_name(words::KEYS_EXIT)
                    aria-pressed=move || (!exit_on()).to_string()
                    on:click=toggle_exit
                >
                    {words::KEYS_OFF}
                </button>
            </section>
            <button
                class="button"
                type="button"
                on:click=move |_| settings.change(|settings| settings.keys = Keys::default())
            >
                {words::KEYS_USUAL}
            </button>
        </Screen>
    }
}

#[component]
fn KeyRow(which: Which) -> impl IntoView {
    let settings = expect_context::<SettingsState>();
    let keys = expect_context::<KeyState>();
    let said = RwSignal::new("");
    on_cleanup(move || keys.stop_catching());
    let now = move || settings.with(|settings| which.of(&settings.keys).clone());
    let take = move |caught: Caught| {
        said.set(match caught {
            Caught::Stopped => "",
            Caught::Refused => words::KEYS_REFUSED,
            Caught::Shortcut(shortcut) => {
                let taken = settings.with_now(|settings| {
                    which.other().of(&settings.keys).as_ref() == Some(&shortcut)
                });
                if taken {
                    words::KEYS_TAKEN
                } else {
                    settings.change(|settings| *which.of_mut(&mut settings.keys) = Some(shortcut));
                    ""
                }
            }
        });
    };
    let listen = move |_| {
        said.set(words::KEYS_PRESS);
        keys.catch(Callback::new(take));
    };
    view! {
        <section class="key">
            <h2>{which.name()}</h2>
            <p class="key__now">
                {move || now().map_or(words::KEYS_OFF.to_owned(), |shortcut| in_words(&shortcut))}
            </p>
            <div class="buttons">
                <button
                    class="button"
                    type="button"
                    aria-label=words::keys_change_name(which.name())
                    on:click=listen
                >
                    {words::KEYS_CHANGE}
                </button>
                <button
                    class="button button--quiet"
                    type="button"
                    aria-label=words::keys_off_name(which.name())
                    aria-pressed=move || now().is_none().to_string()
                    on:click=move |_| settings.change(|s| *which.of_mut(&mut s.keys) = None)
                >
                    {words::KEYS_OFF}
                </button>
            </div>
            <p class="key__said" role="status">{move || said.get()}</p>
        </section>
    }
}

fn in_words(shortcut: &Shortcut) -> String {
    let held = match shortcut.held {
        Held::Ctrl => words::CTRL,
        Held::Alt => words::ALT,
    };
    format!("{held} + {}", shortcut.key)
}
