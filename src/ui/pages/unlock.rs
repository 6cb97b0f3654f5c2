//! What stands in a screen's place while the journal is locked.

use crate::core::content::words::lock as words;
use crate::core::vault::keys::RecoveryCode;
use crate::core::vault::log::door::Needs;
use crate::state::here;
use crate::state::lock::{LockError, Phase};
use crate::state::signals::RwSignal;
use crate::ui::pages::lock::{code_error, phase_line};
use crate::ui::parts::button::{buttons, quiet_button, sun_button};
use crate::ui::parts::secret::{code_field, passphrase_field};
use crate::ui::parts::stored_file::stored_file;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// The lock screen. The page's name tells nothing of it.
pub fn unlock() -> View {
    let inner = match here().vault.needs() {
        Needs::LostSlots => views![el("p").class("warning").child(words::LOST), save()],
        Needs::Secret | Needs::Nothing => fields(),
    };
    el("article")
        .class("screen screen--unlock")
        .child(el("h1").class("screen__title").attr("tabindex", "-1").child(words::LOCKED))
        .child(inner)
        .into()
}

fn fields() -> View {
    let by_code = RwSignal::new(false);
    let lock = here().lock;
    let swap = move || {
        lock.cancel();
        by_code.update(|by_code| *by_code = !*by_code);
    };
    let other = move || {
        if by_code.get() { words::UNLOCK_BY_PASSPHRASE } else { words::UNLOCK_BY_CODE }
    };
    views![
        el("p").class("lead").child(words::LOCKED_LEAD),
        live(move || if by_code.get() { with_code() } else { with_passphrase() }),
        phase_line(move || if by_code.get() { words::WRONG_CODE } else { words::WRONG }),
        buttons(quiet_button("").text(other).on_click(swap)),
        live(move || {
            let lost = [LockError::TooCostly, LockError::Unusable];
            let is_lost = matches!(lock.phase(), Phase::Failed(error) if lost.contains(&error));
            is_lost.then(save)
        }),
    ]
}

fn with_passphrase() -> Element {
    let states = here();
    let typed = RwSignal::new(String::new());
    let go = move || {
        let passphrase = typed.get_untracked();
        typed.set(String::new());
        states.unlock(passphrase);
    };
    form(go, passphrase_field(words::PASSPHRASE, "unlock", typed))
}

fn with_code() -> Element {
    let states = here();
    let typed = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let go = move || match RecoveryCode::of_text(&typed.get_untracked()) {
        Ok(code) => {
            said.set(String::new());
            states.unlock_with_code(code);
        }
        Err(error) => said.set(code_error(error, &typed.get_untracked())),
    };
    form(go, code_field("unlock", typed))
        .child(el("p").attr("role", "alert").text(move || said.get()))
}

/// Fields that Enter sends, as everywhere.
fn form(go: impl Fn() + Clone + 'static, field: Element) -> Element {
    let by_key = go.clone();
    el("form")
        .attr("autocomplete", "off")
        .on("submit", move |event| {
            event.prevent();
            by_key();
        })
        .child(field)
        .child(buttons(sun_button(words::UNLOCK).on_click(go)))
}

fn save() -> Element {
    el("div").child(stored_file())
}
