//! One of a few, as native radio buttons: one tap, arrow keys, nothing chosen
//! until something is.

use crate::ui::view::{Element, View, el};
use std::rc::Rc;

/// One of the few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RadioOption {
    /// Its value.
    pub id: String,
    /// What it says.
    pub label: String,
}

/// The question of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Legend {
    /// Seen and heard.
    Shown(String),
    /// Heard: a heading above shows it already.
    HeardOnly(String),
}

impl Legend {
    /// A group of fields with this question.
    pub fn fieldset(self, class: &'static str, legend_class: &'static str) -> Element {
        let set = el("fieldset").class(class);
        let (set, question) = match self {
            Legend::Shown(question) => (set, question),
            Legend::HeardOnly(question) => (set.attr("data-heard-only", ""), question),
        };
        set.child(el("legend").class(legend_class).child(question))
    }
}

/// A group of radio buttons. The name is one that no other group on the screen
/// has.
pub fn radios(
    legend: Legend,
    name: impl Into<String>,
    options: Vec<RadioOption>,
    chosen: impl Fn() -> Option<String> + 'static,
    choose: impl Fn(String) + 'static,
) -> Element {
    made(legend, name.into(), options, Rc::new(chosen), Rc::new(choose))
}

/// Compiled once, whatever is chosen from.
fn made(
    legend: Legend,
    name: String,
    options: Vec<RadioOption>,
    chosen: Rc<dyn Fn() -> Option<String>>,
    choose: Rc<dyn Fn(String)>,
) -> Element {
    let option = |option: RadioOption| {
        let RadioOption { id, label } = option;
        let (chosen, choose, mine) = (chosen.clone(), choose.clone(), id.clone());
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name.clone())
            .attr("value", id.clone())
            .attr("autocomplete", "off")
            .flag("checked", move || chosen().as_ref() == Some(&mine))
            .on("change", move |_| choose(id.clone()));
        el("label")
            .class("radios__option")
            .child(input)
            .child(el("span").class("radios__label").child(label))
    };
    let options: View = options.into_iter().map(option).collect();
    legend
        .fieldset("radios", "radios__legend")
        .child(el("div").class("radios__options").child(options))
}
