//! A new passphrase and the recovery code that goes with it, in three small
//! steps: choose, keep the code, type it back.

use super::button::{button, buttons, quiet_button, sun_button};
use super::secret::{code_field, passphrase_field};
use crate::browser::{page, random, timers};
use crate::core::content::words::lock as words;
use crate::core::vault::keys::RecoveryCode;
use crate::core::vault::passphrase::Verdict;
use crate::state::signals::RwSignal;
use crate::state::{States, here};
use crate::ui::pages::lock::same_code;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::{Callable, Callback};

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Choose,
    Keep,
    TypeBack,
}

#[derive(Clone, Copy)]
struct Making {
    states: States,
    step: RwSignal<u32>,
    passphrase: RwSignal<String>,
    again: RwSignal<String>,
    code: RwSignal<String>,
    typed: RwSignal<String>,
    said: RwSignal<String>,
    done: Callback<()>,
}

/// The steps; `done` has the passphrase and the code, once both are known to be
/// kept.
pub fn new_secret(
    last: &'static str,
    done: impl Fn(String, RecoveryCode) + Send + Sync + 'static,
) -> Element {
    let text = || RwSignal::new(String::new());
    let (passphrase, code, typed, said) = (text(), text(), text(), text());
    let finish = move |()| match same_code(&typed.get_untracked(), &code.get_untracked()) {
        Ok(recovery) => {
            let chosen = passphrase.get_untracked();
            passphrase.set(String::new());
            done(chosen, recovery);
        }
        Err(why) => said.set(why),
    };
    let making = Making {
        states: here(),
        step: RwSignal::new(0),
        passphrase,
        again: text(),
        code,
        typed,
        said,
        done: Callback::new(finish),
    };
    let shown = live(move || match making.step.get() {
        0 => making.choose(),
        1 => making.keep(),
        _ => making.type_back(last),
    });
    let said = el("p").class("new-secret__said").attr("role", "alert").text(move || said.get());
    el("div").class("new-secret").child(shown).child(said)
}

impl Making {
    fn go(self, step: Step) {
        self.said.set(String::new());
        self.step.set(step as u32);
        // The step is drawn once this event is done with.
        timers::after(0, || page::go_to(".new-secret h2")).leave_running();
    }

    fn choose(self) -> View {
        views![
            heading(words::CHOOSE),
            el("p").child(words::CHOOSE_HELP),
            passphrase_field(words::PASSPHRASE, "passphrase", self.passphrase),
            passphrase_field(words::AGAIN, "again", self.again),
            suggestion(self),
            buttons(sun_button(words::GO_ON).on_click(move || self.judge())),
        ]
    }

    fn judge(self) {
        let chosen = self.passphrase.get_untracked();
        let verdict = self.states.judge(&chosen);
        match verdict {
            Verdict::TooShort(count) => self.said.set(words::too_short(count)),
            Verdict::Common => self.said.set(words::COMMON.to_owned()),
            Verdict::Fine if chosen != self.again.get_untracked() => {
                self.said.set(words::NOT_SAME.to_owned());
            }
            Verdict::Fine => {
                let code = RecoveryCode::take(&mut random::bytes());
                self.code.set(code.to_text().to_string());
                self.go(Step::Keep);
            }
        }
    }

    fn keep(self) -> View {
        views![
            heading(words::CODE),
            el("p").class("new-secret__code").child(self.code.get_untracked()),
            el("p").child(words::CODE_HELP),
            buttons(views![
                sun_button(words::CODE_KEPT).on_click(move || self.go(Step::TypeBack)),
                button(words::CODE_PRINT).on_click(move || self.states.auto_lock.print()),
                quiet_button(words::BACK).on_click(move || self.go(Step::Choose)),
            ]),
        ]
    }

    fn type_back(self, last: &'static str) -> View {
        views![
            heading(words::CODE_BACK),
            el("p").child(words::CODE_BACK_HELP),
            code_field("code", self.typed),
            buttons(views![
                sun_button(last).on_click(move || self.done.run(())),
                quiet_button(words::BACK).on_click(move || self.go(Step::Keep)),
            ]),
        ]
    }
}

fn heading(words: &'static str) -> Element {
    el("h2").attr("tabindex", "-1").child(words)
}

/// Six words at random, for whoever wants some.
fn suggestion(making: Making) -> Element {
    let suggested = RwSignal::new(String::new());
    let draw = move || {
        let words = making.states.suggest();
        suggested.set(words.unwrap_or_else(|| words::NO_LISTS.to_owned()));
    };
    let take = move || {
        making.passphrase.set(suggested.get_untracked());
        making.again.set(suggested.get_untracked());
    };
    let shown = live(move || {
        let text = suggested.get();
        if text.is_empty() {
            return View::Nothing;
        }
        if text == words::NO_LISTS {
            return el("p").child(text).into();
        }
        views![
            el("p").class("new-secret__words").child(text),
            el("p").class("field__support").child(words::SUGGESTED_HELP),
            button(words::SUGGESTED_TAKE).on_click(take),
        ]
    });
    el("div")
        .class("new-secret__suggestion")
        .child(quiet_button(words::SUGGEST).on_click(draw))
        .child(el("div").attr("role", "status").child(shown))
}
