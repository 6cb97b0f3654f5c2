//! One of a few, or several of them, perhaps with a word of one's own; and one
//! line out of what was written.

use super::radios::{RadioOption, radios};
use super::step::{legend, written};
use crate::core::answer::{Answer, Chosen, lines};
use crate::core::content::exercises::{Choice, Step};
use crate::core::content::words::exercise as words;
use crate::state::run::RunState;
use crate::state::signals::Memo;
use crate::ui::parts::field::line_field;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// The options of a step, at most `several` of them.
pub fn choice(
    step: &'static Step,
    options: &'static [Choice],
    several: usize,
    own: &'static str,
    run: RunState,
) -> Element {
    let mut all: Vec<RadioOption> = options.iter().map(shown).collect();
    if !own.is_empty() {
        all.push(RadioOption { id: Chosen::OWN.to_owned(), label: own.to_owned() });
    }
    let fields = if several > 1 {
        ticks(step, all, several, run)
    } else {
        let chosen = move || chosen(run, step).first().map(|chosen| chosen.id.clone());
        let all_options = all.clone();
        let choose = move |id: String| {
            if let Some(option) = all_options.iter().find(|option| option.id == id) {
                run.answer(step, Some(Answer::Choice(taken(option))));
            }
        };
        radios(legend(step), step.id, all, chosen, choose)
    };
    let has_own = Memo::new(move || chosen(run, step).iter().any(|one| one.id == Chosen::OWN));
    let own_word = live(move || has_own.get().then(|| own_field(step, own, run)));
    el("div").class("choice").child(fields).child(own_word)
}

fn shown(option: &Choice) -> RadioOption {
    RadioOption { id: option.id.to_owned(), label: option.label.to_owned() }
}

fn taken(option: &RadioOption) -> Chosen {
    Chosen { id: option.id.clone(), label: option.label.clone() }
}

fn chosen(run: RunState, step: &'static Step) -> Vec<Chosen> {
    run.get(step.id).map_or_else(Vec::new, |answer| answer.chosen().to_vec())
}

/// Boxes to tick. When there are as many as there may be, the others wait.
fn ticks(step: &'static Step, options: Vec<RadioOption>, most: usize, run: RunState) -> Element {
    let all = options.clone();
    let set = move |id: &str, on: bool| {
        let now = run.get_now(step.id).map_or_else(Vec::new, |answer| answer.chosen().to_vec());
        let next = all.iter().filter_map(|option| {
            let there = now.iter().find(|chosen| chosen.id == option.id).cloned();
            match (option.id == id, on) {
                (false, _) => there,
                (true, true) => Some(taken(option)),
                (true, false) => None,
            }
        });
        let next: Vec<Chosen> = next.collect();
        run.answer(step, (!next.is_empty()).then_some(Answer::Choices(next)));
    };
    let tick = |option: RadioOption| {
        let (mine, other, set, id) = (option.id.clone(), option.id.clone(), set.clone(), option.id);
        let full = move || {
            let now = chosen(run, step);
            now.len() >= most && now.iter().all(|chosen| chosen.id != other)
        };
        let input = el("input")
            .attr("type", "checkbox")
            .attr("autocomplete", "off")
            .flag("checked", move || chosen(run, step).iter().any(|chosen| chosen.id == mine))
            .flag("disabled", full)
            .on("change", move |event| set(&id, event.is_checked()));
        let label = el("span").class("radios__label").child(option.label);
        el("label").class("radios__option").child(input).child(label)
    };
    let ticks: View = options.into_iter().map(tick).collect();
    legend(step)
        .fieldset("radios", "radios__legend")
        .child(el("div").class("radios__options").child(ticks))
}

/// The person's own word for what the list has not. Until there is one, what
/// asks for it stands there.
fn own_field(step: &'static Step, own: &'static str, run: RunState) -> Element {
    let text = move || {
        let mine = chosen(run, step).into_iter().find(|chosen| chosen.id == Chosen::OWN);
        mine.map(|chosen| chosen.label).filter(|label| label != own).unwrap_or_default()
    };
    let write = move |text: String| {
        let label = if text.trim().is_empty() { own.to_owned() } else { text };
        let mut next = run.get_now(step.id);
        match &mut next {
            Some(Answer::Choice(chosen)) => chosen.label = label,
            Some(Answer::Choices(all)) => {
                all.iter_mut().filter(|one| one.id == Chosen::OWN).for_each(|one| {
                    one.label.clone_from(&label);
                });
            }
            _ => {}
        }
        run.answer(step, next);
    };
    line_field(words::OWN_WORDS, format!("{}-own", step.id), text, write)
}

/// A line of what was written in earlier steps, or another.
pub fn pick(step: &'static Step, from: &'static [&'static str], run: RunState) -> View {
    let written_before = from.iter().filter_map(|id| run.get_now(id));
    let written_before: Vec<String> = written_before.map(|answer| answer.in_one()).collect();
    let all: Vec<String> =
        written_before.iter().flat_map(|text| lines(text)).map(str::to_owned).collect();
    let options = all
        .into_iter()
        .map(|line| RadioOption { id: line.clone(), label: line })
        .collect::<Vec<_>>();
    let now = move || run.get(step.id).map_or_else(String::new, |answer| answer.in_one());
    let take = move |text: String| run.answer(step, written(text));
    let list = (!options.is_empty()).then(|| {
        radios(legend(step), step.id, options, move || Some(now()), take).class("radios pick")
    });
    let own = line_field(words::TEXT_LABEL, format!("{}-own", step.id), now, take);
    views![list, own]
}
