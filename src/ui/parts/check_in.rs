//! The fields of a check-in: the two-way map, the words, and the two whole
//! answers that need neither.

use super::button::plain;
use super::plane::plane;
use super::word_picker::{Words, word_picker};
use crate::core::checkin::{CheckIn, Said};
use crate::core::content::words::checkin as words;
use crate::state::signals::{Memo, RwSignal, StoredValue};
use crate::ui::view::{Element, el};

/// The fields of a check-in. A word that is `typed` and not added yet is for
/// whoever saves it.
pub fn check_in_fields(
    check_in: impl Fn() -> CheckIn + Copy + Send + Sync + 'static,
    typed: RwSignal<String>,
    change: impl Fn(CheckIn) + Copy + 'static,
) -> Element {
    // Told once for all the fields, and only when it is another.
    let now = Memo::new(check_in);
    let set_point = move |point| {
        let mut next = now.get_untracked();
        next.point = point;
        change(next);
    };
    let title = Some(words::WORDS);
    let picked = Words { most: CheckIn::MOST_WORDS, apart: Vec::new(), title, typed };
    el("div")
        .class("check-in")
        .child(plane(move || now.with(|now| now.point), set_point))
        .child(word_picker(now, picked, change))
        .child(whole_answers(now, change))
}

/// The two whole answers that need no word.
pub fn whole_answers(now: Memo<CheckIn>, change: impl Fn(CheckIn) + Copy + 'static) -> Element {
    // What they take the place of comes back when one is pressed again.
    let before = StoredValue::new(Said::default());
    el("div")
        .class("check-in__or")
        .attr("role", "group")
        .attr("aria-label", words::OR)
        .child(el("span").attr("aria-hidden", "true").child(words::OR))
        .child(whole_answer(words::CANT_TELL, Said::CantTell, before, now, change))
        .child(whole_answer(words::NOTHING, Said::Nothing, before, now, change))
}

fn whole_answer(
    name: &'static str,
    said: Said,
    before: StoredValue<Said>,
    now: Memo<CheckIn>,
    change: impl Fn(CheckIn) + Copy + 'static,
) -> Element {
    let mine = said.clone();
    plain("chip", el("span").class("chip__word").child(name))
        .live_attr("aria-pressed", move || now.with(|now| now.said == mine))
        .on_click(move || {
            let mut next = now.get_untracked();
            next.said = match next.said == said {
                true => before.get_value(),
                false => {
                    if matches!(next.said, Said::Words(_)) {
                        before.set_value(next.said);
                    }
                    said.clone()
                }
            };
            change(next);
        })
}
