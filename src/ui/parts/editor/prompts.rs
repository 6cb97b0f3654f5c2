//! Questions to write from, beside the words.

use super::Editing;
use super::page::FIELD_SELECTOR;
use crate::browser;
use crate::core::content::tables::THEMES;
use crate::core::content::themes::{Prompt, Theme};
use crate::core::content::words::themes as theme_words;
use crate::core::content::words::write as words;
use crate::core::entry::Prompted;
use crate::state::signals::Memo;
use crate::ui::parts::button::{plain, quiet_button};
use crate::ui::view::{Element, View, el, live};

/// The question that it begins from; of something new it can be taken away.
pub(super) fn prompted(editing: Editing) -> View {
    let writing = editing.writing;
    let prompted = Memo::new(move || writing.with(|writing| writing.prompted.clone()));
    let changes = writing.with_untracked(|writing| writing.changes.is_some());
    live(move || {
        prompted.get().map(|prompted| {
            let none = (!changes).then(|| {
                quiet_button(words::PROMPT_NONE).on_click(move || {
                    editing.change(|writing| writing.prompted = None);
                    browser::page::focus(FIELD_SELECTOR);
                })
            });
            let question = el("p")
                .class("quoted")
                .child(el("span").class("prompted__why").child(words::PROMPT))
                .child(el("span").class("prompted__question").child(prompted.question));
            el("div").class("editor__prompted").child(question).child(none)
        })
    })
}

/// All questions, by theme. They are made when they are first looked at.
pub(super) fn prompts(editing: Editing) -> Element {
    let open = move |theme: &'static Theme| group(theme, editing);
    super::beside::opened(theme_words::PROMPTS, String::new, false, move || {
        THEMES.iter().map(open).collect()
    })
    .class("attached editor__prompts")
}

fn group(theme: &'static Theme, editing: Editing) -> Element {
    let rows: View = theme.prompts.iter().map(|prompt| row(theme, prompt, editing)).collect();
    el("div")
        .class("picker__group")
        .child(el("h3").class("picker__family").child(theme.title))
        .child(el("ul").class("editor__questions").child(rows))
}

fn row(theme: &'static Theme, prompt: &'static Prompt, editing: Editing) -> Element {
    let take = move || {
        let prompted = Prompted {
            theme: theme.slug.to_owned(),
            prompt: prompt.id.to_owned(),
            question: prompt.text.to_owned(),
        };
        editing.change(|writing| writing.prompted = Some(prompted));
        browser::page::focus(FIELD_SELECTOR);
    };
    el("li").child(plain("editor__question", prompt.text).on_click(take))
}
