//! The person's own words to the reader. They are kept only when they say so,
//! and what was kept comes back only when they ask for it.

use super::Making;
use crate::core::content::words::report as words;
use crate::core::vault::log::SaveError;
use crate::state::here;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::button::{button, buttons, quiet_button};
use crate::ui::parts::field::writing_field;
use crate::ui::parts::trouble::trouble;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// What the field holds, and what is kept.
#[derive(Clone, Copy, PartialEq)]
enum Standing {
    /// Nothing is kept.
    Forgotten { blank: bool },
    /// What the field holds is kept.
    Kept,
    /// Something else is kept.
    KeptOthers { blank: bool },
}

/// A field for them, and what can be kept of it.
pub(super) fn words_to(making: Making) -> Element {
    let to_reader = making.to_reader;
    let field = writing_field(
        words::READER,
        "to-reader",
        move || to_reader.get(),
        move |words| to_reader.set(words),
    );
    let error = RwSignal::new(None::<SaveError>);
    el("section")
        .child(el("h2").child(words::OWN))
        .child(el("p").class("step__help").child(words::READER_HELP))
        .child(field)
        .child(keeping(making, error))
        .child(trouble(words::KEPT_NOT, move || error.get()))
}

fn keeping(making: Making, error: RwSignal<Option<SaveError>>) -> View {
    let (settings, notice, to_reader) = (here().settings, here().notice, making.to_reader);
    let standing = Memo::new(move || {
        let kept = settings.kept().to_reader;
        to_reader.with(|words| {
            let blank = words.trim().is_empty();
            match kept {
                None => Standing::Forgotten { blank },
                Some(kept) if kept == *words => Standing::Kept,
                Some(_) => Standing::KeptOthers { blank },
            }
        })
    });
    let keep = move |words: Option<String>, said: &'static str| {
        let kept = settings.keep_to_reader(words);
        if kept.is_ok() {
            notice.say(said);
        }
        error.set(kept.err());
    };
    let keep_these = move || {
        button(words::KEEP).on_click(move || keep(Some(to_reader.get_untracked()), words::KEPT))
    };
    let forget =
        move || quiet_button(words::KEPT_FORGET).on_click(move || keep(None, words::KEPT_GONE));
    let put = move || {
        let kept = move || settings.kept_now().to_reader.unwrap_or_default();
        button(words::KEPT_PUT).on_click(move || to_reader.set(kept()))
    };
    live(move || {
        let said = |said: &'static str| el("p").class("step__help").child(said);
        match standing.get() {
            Standing::Forgotten { blank } => {
                let keep = (!blank).then(|| buttons(keep_these()));
                views![said(words::READER_FORGOTTEN), keep]
            }
            Standing::Kept => views![said(words::KEPT_SAME), buttons(forget())],
            // What was kept does not go over words that stand there.
            Standing::KeptOthers { blank: true } => buttons(views![put(), forget()]).into(),
            Standing::KeptOthers { blank: false } => {
                let ways = buttons(views![keep_these(), forget()]);
                views![said(words::READER_FORGOTTEN), ways]
            }
        }
    })
}
