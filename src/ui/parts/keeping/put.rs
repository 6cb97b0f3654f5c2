//! An entry put away until a day, or moved to another.

use super::Doing;
use crate::browser::{clock, dates};
use crate::core::content::words::keeping as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::day::Day;
use crate::core::entry::Entry;
use crate::core::keeping::Act;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{button, buttons};
use crate::ui::parts::when::day_field;
use crate::ui::view::{Element, View, el};
use crate::views;

/// Puts it away until a day after today.
pub(super) fn seal(doing: Doing) -> View {
    let refused = RwSignal::new("");
    let day = RwSignal::new(None::<Day>);
    let put = move || {
        let today = clock::now().day();
        match day.get_untracked().filter(|day| today < *day) {
            Some(until) => {
                doing.act(Act::Seal(Some(until)), words::sealed(&dates::long(until, LANGUAGE)))
            }
            None => refused.set(words::SEAL_REFUSED),
        }
    };
    let field = day_field(words::SEAL_DAY, "seal", move || day.get(), move |to| day.set(to));
    let help = el("p").class("step__help").child(words::SEAL_HELP);
    asked(field.child(help), refused, button(words::SEAL_DO).on_click(put))
}

/// Moves it to another day.
pub(super) fn to_day(entry: &Entry, doing: Doing) -> View {
    let refused = RwSignal::new("");
    let day = RwSignal::new(Some(entry.day));
    let go = move || match day.get_untracked() {
        Some(to) => doing.act(Act::Move(to), words::moved(&dates::long(to, LANGUAGE))),
        None => refused.set(words::MOVE_REFUSED),
    };
    let field = day_field(words::MOVE_TO, "move", move || day.get(), move |to| day.set(to));
    asked(field, refused, button(words::MOVE_DO).on_click(go))
}

fn asked(field: Element, refused: RwSignal<&'static str>, go: Element) -> View {
    let status = el("p").attr("role", "status").text(move || refused.get());
    views![field, status, buttons(go)]
}
