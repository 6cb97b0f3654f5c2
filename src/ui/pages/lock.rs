//! The passphrase: turned on, changed, off, and when it locks.

use crate::core::content::words::{lock as words, trouble as trouble_words};
use crate::core::vault::keys::{CodeError, RecoveryCode};
use crate::state::here;
use crate::state::lock::{LockError, Phase, Reason};
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::button::{button, buttons, quiet_button};
use crate::ui::parts::new_secret::new_secret;
use crate::ui::parts::radios::{Legend, RadioOption, radios};
use crate::ui::parts::screen::screen;
use crate::ui::parts::secret::passphrase_field;
use crate::ui::parts::status::{status, status_of};
use crate::ui::parts::trouble;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::untrack;

/// Minutes that can be chosen.
const MINUTES: [u8; 5] = [1, 5, 15, 30, 60];

/// The passphrase.
pub fn lock() -> View {
    let vault = here().vault;
    let lock = here().lock;
    lock.cancel();
    here().fetch_lists();
    let on = Memo::new(move || vault.has_passphrase());
    let renew = Memo::new(move || lock.wants_renewal());
    let inner = live(move || match (on.get(), renew.get()) {
        (false, _) => untrack(off),
        (true, true) => untrack(renewal),
        (true, false) => untrack(settings),
    });
    screen(words::TITLE, "lock", views![inner, phase_line(|| words::WRONG), progress()])
}

fn off() -> View {
    let states = here();
    views![
        el("p").class("lead").child(words::LEAD),
        el("p").child(words::LEAD_LOST),
        new_secret(words::TURN_ON, move |passphrase, code| states.turn_on(passphrase, code)),
    ]
}

/// It was opened by the code: a new passphrase and a new code are wanted.
fn renewal() -> View {
    let states = here();
    views![
        el("p").class("warning").child(words::RENEW),
        new_secret(words::CHANGE, move |passphrase, code| {
            states.change_lock(passphrase, code, Reason::Wanted);
        }),
    ]
}

fn settings() -> View {
    let states = here();
    views![
        el("p").class("lead").child(words::IS_ON),
        buttons(button(words::LOCK_NOW).on_click(move || states.lock_now())),
        el("h2").child(words::AUTO),
        trouble::trouble(trouble_words::NOT_SAVED, move || states.settings.trouble().get()),
        minutes(words::IDLE, "idle", |lock| &mut lock.idle),
        minutes(words::HIDDEN, "hidden", |lock| &mut lock.hidden),
        changes(),
    ]
}

/// After how many minutes it locks by itself.
fn minutes(
    label: &'static str,
    id: &'static str,
    which: fn(&mut crate::core::settings::AutoLock) -> &mut Option<u8>,
) -> Element {
    let settings = here().settings;
    let now = move || *which(&mut settings.kept().auto_lock);
    let option = |minutes: Option<u8>| {
        let name = minutes.map_or(words::NEVER.to_owned(), |count| words::minutes(count.into()));
        let value = minutes.map_or(String::new(), |count| count.to_string());
        el("option").attr("value", value).child(name).flag("selected", move || now() == minutes)
    };
    let options = MINUTES.iter().map(|count| option(Some(*count))).chain([option(None)]);
    let select = el("select")
        .attr("id", id)
        .class("field__line")
        .attr("autocomplete", "off")
        .child(options.collect::<View>())
        .on("change", move |event| {
            let minutes = event.value().parse().ok();
            // Where it is not kept, that is told above.
            settings.set_kept(|settings| *which(&mut settings.auto_lock) = minutes);
        });
    let label = el("label").class("field__label").attr("for", id).child(label);
    el("div").class("field").child(label).child(select)
}

/// What is changed only by somebody who knows the passphrase.
fn changes() -> View {
    let states = here();
    let lock = states.lock;
    let typed = RwSignal::new(String::new());
    let reason = RwSignal::new(Some("wanted".to_owned()));
    // What is done once the passphrase was found right.
    let wanted = RwSignal::new("");
    let ask = move |what: &'static str| {
        wanted.set(what);
        let passphrase = typed.get_untracked();
        typed.set(String::new());
        states.check_passphrase(passphrase);
    };
    let checked = Memo::new(move || lock.phase() == Phase::Done);
    let option = |id: &str, label: &str| RadioOption { id: id.into(), label: label.into() };
    let reasons =
        vec![option("wanted", words::REASON_WANTED), option("known", words::REASON_KNOWN)];
    let why = move || match reason.get_untracked().as_deref() {
        Some("known") => Reason::Known,
        _ => Reason::Wanted,
    };
    live(move || match (checked.get(), wanted.get()) {
        (true, "change") => new_secret(words::CHANGE, move |passphrase, code| {
            wanted.set("");
            states.change_lock(passphrase, code, why());
        })
        .into(),
        (true, "off") => {
            wanted.set("");
            states.turn_off();
            View::Nothing
        }
        _ => views![
            el("h2").child(words::CHANGE),
            el("p").child(words::CHANGE_HELP),
            radios(
                Legend::Shown(words::REASON.to_owned()),
                "reason",
                reasons.clone(),
                move || reason.get(),
                move |id| reason.set(Some(id)),
            ),
            el("p").class("field__support").child(words::REASON_KNOWN_HELP),
            passphrase_field(words::NOW, "now", typed),
            buttons(views![
                button(words::CHANGE).on_click(move || ask("change")),
                quiet_button(words::TURN_OFF).on_click(move || ask("off")),
            ]),
            el("p").class("field__support").child(words::TURN_OFF_HELP),
        ],
    })
}

/// How far the lock is, and a way to stop it.
pub fn phase_line(wrong: impl Fn() -> &'static str + 'static) -> Element {
    let lock = here().lock;
    let cancel = move || quiet_button(words::CANCEL).on_click(move || lock.cancel());
    let line = live(move || match lock.phase() {
        Phase::Idle | Phase::Done => View::Nothing,
        Phase::Working => views![el("p").child(words::WORKING), cancel()],
        Phase::WorkingHere => el("p").child(words::WORKING_HERE).into(),
        Phase::Failed(error) => el("p").class("warning").child(error_words(&error, wrong())).into(),
    });
    status_of(line)
}

fn error_words(error: &LockError, wrong: &'static str) -> String {
    match error {
        LockError::Wrong => wrong.to_owned(),
        LockError::TooCostly => words::TOO_COSTLY.to_owned(),
        LockError::NoMemory => words::NO_MEMORY.to_owned(),
        LockError::Unusable => words::UNUSABLE.to_owned(),
        LockError::NotSaved(error) => {
            format!("{} {}", trouble_words::NOT_SAVED, trouble::words_of(error))
        }
    }
}

/// How many values are still to be rewritten. Only the start and the end are
/// heard by themselves: a line that spoke at each value would never be quiet.
fn progress() -> View {
    let vault = here().vault;
    let lock = here().lock;
    let said = move || match (vault.chores(), lock.phase() == Phase::Done, vault.has_passphrase()) {
        (0, true, true) => words::TURNED,
        (0, true, false) => words::TURNED_OFF,
        (0, false, _) => "",
        _ => words::TURNING,
    };
    let left = move || match vault.chores() {
        0 => None,
        count => Some(el("p").child(words::turning_left(count))),
    };
    views![status(said), live(left)]
}

/// What is wrong with a code.
pub fn code_error(error: CodeError, typed: &str) -> String {
    match error {
        CodeError::NotInCodes(at) => {
            let sign = typed.chars().nth(at).map(String::from).unwrap_or_default();
            words::code_letter(&sign)
        }
        CodeError::TooShort(count) | CodeError::TooLong(count) => words::code_short(count),
        CodeError::Slip => words::CODE_SLIP.to_owned(),
    }
}

/// Whether a typed code is the one that was shown.
pub fn same_code(typed: &str, shown: &str) -> Result<RecoveryCode, String> {
    let code = RecoveryCode::of_text(typed).map_err(|error| code_error(error, typed))?;
    if code.to_text().as_str() == shown { Ok(code) } else { Err(words::CODE_OTHER.to_owned()) }
}
