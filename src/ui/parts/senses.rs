//! A tap for each thing that a sense finds; nothing needs to be typed.

use super::button::plain;
use crate::core::answer::{Answer, Counted};
use crate::core::content::exercises::{Sense, Step};
use crate::core::content::words::exercise as words;
use crate::state::run::RunState;
use crate::ui::view::{Element, View, el};

/// The senses of a step.
pub fn senses(step: &'static Step, all: &'static [Sense], run: RunState) -> Element {
    let rows: View = all.iter().map(|sense| row(step, all, sense, run)).collect();
    el("ul").class("senses").child(rows)
}

fn found(answer: Option<Answer>, sense: &Sense) -> u8 {
    let Some(Answer::Counts(counts)) = answer else { return 0 };
    counts.iter().find(|counted| counted.name == sense.name).map_or(0, |counted| counted.found)
}

fn row(
    step: &'static Step,
    all: &'static [Sense],
    sense: &'static Sense,
    run: RunState,
) -> Element {
    let name = words::sense(&sense.count.to_string(), sense.name);
    let now = move || found(run.get(step.id), sense);
    let said = move || match now() {
        found if found >= sense.count => words::COUNT_FULL.to_owned(),
        found => words::count_of(&found.to_string(), &sense.count.to_string()),
    };
    let add = move || {
        let before = run.get_now(step.id);
        let counted = |one: &Sense| {
            let more = u8::from(one.name == sense.name);
            let found = one.count.min(found(before.clone(), one) + more);
            Counted { name: one.name.to_owned(), found, of: one.count }
        };
        run.answer(step, Some(Answer::Counts(all.iter().map(counted).collect())));
    };
    let more = plain("sense__more", words::COUNT)
        .attr("aria-label", words::count_name(&name))
        .on_click(add);
    el("li")
        .class("sense")
        .live_attr("data-full", move || now() >= sense.count)
        .child(el("span").class("sense__name").child(name))
        .child(el("span").class("sense__count").attr("role", "status").text(said))
        .child(more)
}
