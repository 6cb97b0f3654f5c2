//! The body map: a drawn outline, front and back, whose regions are buttons, and
//! a list of the same regions. A mark can say more or less, how it feels and how
//! strongly. Nothing is read out of it.

use super::answers::joined;
use super::button::{button, plain};
use super::field::line_field;
use super::outline::figure;
use super::radios::{Legend, RadioOption, radios};
use super::rating::rating_scale;
use crate::core::body::{Amount, BodyMap, Mark, REGIONS, Region, Side, Whole};
use crate::core::content::words::{entry as entry_words, exercise as words};
use crate::state::signals::{Memo, RwSignal, StoredValue};
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::untrack;
use std::rc::Rc;

const MORE: &str = "more";
const LESS: &str = "less";

/// What marking needs, for every region on the screen.
#[derive(Clone, Copy)]
pub(super) struct Marking {
    /// The id of the region that is looked at more closely.
    pub(super) open: RwSignal<Option<String>>,
    textures: &'static [&'static str],
    map: Memo<BodyMap>,
    /// Marks whose place a whole answer has taken.
    before: StoredValue<Vec<Mark>>,
    set: StoredValue<Rc<dyn Fn(BodyMap)>>,
}

impl Marking {
    fn change(self, change: impl FnOnce(&mut BodyMap)) {
        let mut map = self.map.get_untracked();
        change(&mut map);
        let set = self.set.get_value();
        set(map);
    }

    /// Marks a region, and looks at it more closely.
    pub(super) fn mark(self, region: &'static Region) {
        self.change(|map| map.add(region));
        self.open.set(Some(region.id.to_owned()));
    }

    /// Looks at no region more closely.
    fn close(self) {
        self.open.set(None);
    }

    /// The mark on a region; told when it changes.
    pub(super) fn now(self, region: &Region) -> Option<Mark> {
        self.map.with(|map| map.mark(region.id).cloned())
    }
}

/// More or less, in a word.
pub(super) fn amount_in_words(amount: Amount) -> &'static str {
    match amount {
        Amount::More => words::BODY_MORE,
        Amount::Less => words::BODY_LESS,
    }
}

/// A body map, with words for how a place can feel.
pub fn body(
    map: Memo<BodyMap>,
    textures: &'static [&'static str],
    set: impl Fn(BodyMap) + 'static,
) -> Element {
    let set = StoredValue::new(Rc::new(set) as Rc<dyn Fn(BodyMap)>);
    let before = StoredValue::new(Vec::new());
    let marking = Marking { open: RwSignal::new(None), textures, map, before, set };
    let figures = el("div")
        .class("body__figures")
        .child(figure(Side::Front, words::BODY_FRONT, marking))
        .child(figure(Side::Back, words::BODY_BACK, marking));
    let closer = live(move || {
        let open = marking.open.get()?;
        untrack(|| mark(region(&open)?, marking))
    });
    let or = el("div")
        .class("check-in__or")
        .attr("role", "group")
        .attr("aria-label", words::BODY_OR)
        .child(el("span").attr("aria-hidden", "true").child(words::BODY_OR))
        .child(whole(words::BODY_CANT_TELL, Whole::CantTell, marking))
        .child(whole(words::BODY_NOTHING, Whole::Nothing, marking));
    el("div")
        .class("body")
        .child(figures)
        .child(closer)
        .child(marked(marking))
        .child(list(marking))
        .child(or)
}

/// The marks there are, each of which can be looked at again.
fn marked(marking: Marking) -> View {
    live(move || {
        let marks = marking.map.with(|map| map.marks.clone());
        let row = |mark: Mark| {
            let chip = plain("chip", el("span").class("chip__word").child(in_words(&mark)));
            el("li").child(chip.on_click(move || marking.open.set(Some(mark.region.clone()))))
        };
        let marks: Vec<Element> = marks.into_iter().map(row).collect();
        let none = marks.is_empty();
        let said = if none { String::new() } else { words::body_marks(marks.len()) };
        let rows = el("ul").class("chips").attr("aria-label", words::BODY_MARKED).child(marks);
        views![
            el("p").class("body__count").attr("role", "status").child(said),
            (!none).then_some(rows),
        ]
    })
}

/// A mark in words: *Chest: more, warm, 6 of 10*.
pub fn in_words(mark: &Mark) -> String {
    let amount = format!("{}: {}", mark.name, amount_in_words(mark.amount));
    let texture = (!mark.texture.is_empty()).then(|| mark.texture.clone());
    let strength = mark.strength.map(|strength| entry_words::rating(&strength.get().to_string()));
    joined([Some(amount), texture, strength].into_iter().flatten())
}

/// All regions once more, as a list.
fn list(marking: Marking) -> Element {
    let side = |side: Side, title: &'static str| {
        let rows = REGIONS.iter().filter(move |region| region.side == side).map(move |region| {
            let button = plain("chip", region.name)
                .live_attr("aria-pressed", move || marking.now(region).is_some())
                .on_click(move || marking.mark(region));
            el("li").child(button)
        });
        let list = el("ul").class("chips").child(rows.collect::<View>());
        el("div").class("picker__group").child(el("h3").child(title)).child(list)
    };
    el("details")
        .class("body__list")
        .child(el("summary").child(words::BODY_LIST))
        .child(side(Side::Front, words::BODY_FRONT))
        .child(side(Side::Back, words::BODY_BACK))
}

fn region(id: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.id == id)
}

/// One mark more closely.
fn mark(region: &'static Region, marking: Marking) -> Option<Element> {
    marking.now(region)?;
    let option = |id: &str, label: &str| RadioOption { id: id.to_owned(), label: label.to_owned() };
    let amount = radios(
        Legend::Shown(words::BODY_AMOUNT.to_owned()),
        "amount",
        vec![option(MORE, words::BODY_MORE), option(LESS, words::BODY_LESS)],
        move || {
            let less = marking.now(region)?.amount == Amount::Less;
            Some(if less { LESS } else { MORE }.to_owned())
        },
        move |id| {
            let amount = if id == LESS { Amount::Less } else { Amount::More };
            marking.change(|map| map.change(region.id, |mark| mark.amount = amount));
        },
    );
    let texture = move || marking.now(region).map_or_else(String::new, |mark| mark.texture);
    let set_texture = move |texture: String| {
        marking.change(|map| map.change(region.id, |mark| mark.texture = texture));
    };
    let texture_radios = radios(
        Legend::Shown(words::BODY_TEXTURE.to_owned()),
        "texture",
        marking.textures.iter().map(|texture| option(texture, texture)).collect(),
        move || Some(texture()),
        set_texture,
    );
    let own = line_field(words::OWN_WORDS, "texture-own", texture, set_texture);
    let strength = rating_scale(
        Legend::Shown(words::BODY_STRENGTH.to_owned()),
        "strength",
        (words::BODY_STRENGTH_LOW, words::BODY_STRENGTH_HIGH),
        move || marking.now(region)?.strength,
        move |strength| {
            marking.change(|map| map.change(region.id, |mark| mark.strength = strength));
        },
    );
    let remove = move || {
        marking.close();
        marking.change(|map| map.remove(region.id));
    };
    Some(
        el("section")
            .class("mark")
            .attr("aria-label", region.name)
            .child(el("h3").child(region.name))
            .child(amount)
            .child(texture_radios)
            .child(own)
            .child(strength)
            .child(button(words::BODY_REMOVE).on_click(remove)),
    )
}

/// A whole answer takes the place of all marks; pressed again, they come back.
fn whole(name: &'static str, said: Whole, marking: Marking) -> Element {
    plain("chip", el("span").class("chip__word").child(name))
        .live_attr("aria-pressed", move || marking.map.with(|map| map.said == Some(said)))
        .on_click(move || {
            marking.close();
            marking.change(|map| match map.said == Some(said) {
                true => *map = BodyMap { said: None, marks: marking.before.get_value() },
                false => {
                    if map.said.is_none() {
                        marking.before.set_value(std::mem::take(&mut map.marks));
                    }
                    map.said = Some(said);
                }
            });
        })
}
