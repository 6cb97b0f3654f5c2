//! Up to three words: those near the point first, then all by family, then a
//! word of one's own. Each has its gloss.

use super::button::{plain, quiet_button};
use crate::core::checkin::{CheckIn, Word, WordRefused};
use crate::core::content::words::checkin as words;
use crate::core::feeling::{Family, Feeling, Point};
use crate::state::signals::{Memo, RwSignal};
use crate::ui::view::{Element, View, el, live};
use crate::views;
use std::rc::Rc;

const NEAR: usize = 6;

/// Which words there may be.
pub struct Words {
    /// How many at most.
    pub most: usize,
    /// Families that are left out.
    pub apart: Vec<Family>,
    /// The heading, where there is none above.
    pub title: Option<&'static str>,
    /// The word of one's own that is typed and not added yet.
    pub typed: RwSignal<String>,
}

/// What picking needs, for every word on the screen.
#[derive(Clone)]
struct Picking {
    most: usize,
    apart: Rc<[Family]>,
    now: Memo<CheckIn>,
    refused: RwSignal<Option<WordRefused>>,
    change: Rc<dyn Fn(CheckIn)>,
}

impl Picking {
    /// Takes a word in, or out where it is there already.
    fn toggle(&self, word: Word) {
        let mut next = self.now.get_untracked();
        if next.words().iter().any(|other| other.word == word.word) {
            next.remove(&word.word);
            self.refused.set(None);
        } else {
            self.refused.set(next.add_up_to(word, self.most).err());
        }
        (self.change)(next);
    }

    /// Takes a word of one's own in. It counts once its writer placed it: the
    /// point is its place.
    fn add_own(&self, text: &str) -> Result<(), WordRefused> {
        let now = self.now.get_untracked();
        let word = Word::own(text, now.point)?;
        if now.words().iter().any(|other| other.word == word.word) {
            return Err(WordRefused::Twice);
        }
        self.toggle(word);
        self.refused.get_untracked().map_or(Ok(()), Err)
    }
}

/// Picks words into a check-in.
pub fn word_picker(
    now: Memo<CheckIn>,
    words: Words,
    change: impl Fn(CheckIn) + 'static,
) -> Element {
    let Words { most, apart, title, typed } = words;
    let (refused, change) = (RwSignal::new(None), Rc::new(change));
    let picking = Picking { most, apart: apart.into(), now, refused, change };
    let point = Memo::new(move || now.with(|now| now.point));
    let near = {
        let picking = picking.clone();
        live(move || near(point.get(), &picking))
    };
    let families = Family::ALL
        .iter()
        .filter(|family| !picking.apart.contains(family))
        .map(|family| group(family.name(), family.feelings().collect(), &picking));
    let all = el("details")
        .class("picker__all")
        .child(el("summary").child(words::ALL))
        .child(families.collect::<View>());
    el("section")
        .class("picker")
        .attr("aria-label", title.unwrap_or(words::PICKER))
        .child(title.map(|title| el("h2").class("picker__title").child(title)))
        .child(el("div").class("picker__chosen").child(chosen(&picking)))
        .child(
            el("p")
                .class("picker__refused")
                .attr("role", "status")
                .text(move || refused.get().map_or("", said)),
        )
        .child(near)
        .child(all)
        .child(own_word(picking, typed))
}

/// Why a word was not taken.
pub fn said(refused: WordRefused) -> &'static str {
    match refused {
        WordRefused::Enough => words::ENOUGH,
        WordRefused::Twice => words::OWN_TWICE,
        WordRefused::Unfit => words::OWN_UNFIT,
    }
}

fn chosen(picking: &Picking) -> View {
    let picking = picking.clone();
    live(move || -> View {
        let list = picking.now.with(|now| now.words().to_vec());
        if list.is_empty() {
            return el("p").class("picker__none").child(words::CHOSEN_NONE).into();
        }
        let chip = |word: Word| {
            let (picking, shown) = (picking.clone(), word.word.clone());
            let chip = plain("chip chip--chosen", shown)
                .attr("aria-label", words::remove(&word.word))
                .on_click(move || picking.toggle(word.clone()));
            el("li").child(chip)
        };
        let chips: View = list.into_iter().map(chip).collect();
        el("ul").class("chips").attr("aria-label", words::CHOSEN).child(chips).into()
    })
}

fn near(point: Option<Point>, picking: &Picking) -> Element {
    match point {
        Some(point) => {
            let mut near = Feeling::nearest(point, usize::MAX);
            near.retain(|feeling| !picking.apart.contains(&feeling.family));
            near.truncate(NEAR);
            group(words::NEAR, near, picking)
        }
        None => group(words::NEAR_NONE, starters(&picking.apart), picking),
    }
}

/// A word from each of some families: nothing in it leans one way.
fn starters(apart: &[Family]) -> Vec<&'static Feeling> {
    let families = Family::ALL.iter().step_by(2).filter(|family| !apart.contains(family));
    families.filter_map(|family| family.feelings().next()).collect()
}

fn group(title: &'static str, feelings: Vec<&'static Feeling>, picking: &Picking) -> Element {
    let chips: View = feelings.into_iter().map(|feeling| chip(feeling, picking.clone())).collect();
    el("div")
        .class("picker__group")
        .child(el("h3").class("picker__family").child(title))
        .child(el("ul").class("chips").child(chips))
}

fn chip(feeling: &'static Feeling, picking: Picking) -> Element {
    let now = picking.now;
    let is_in = move || {
        now.with(|now| now.words().iter().any(|word| word.feeling.as_deref() == Some(feeling.id)))
    };
    let said = views![
        el("span").class("chip__word").child(feeling.word),
        el("span").class("chip__gloss").child(feeling.gloss),
    ];
    let button = plain("chip", said)
        .live_attr("aria-pressed", is_in)
        .on_click(move || picking.toggle(Word::known(feeling)));
    el("li").child(button)
}

fn own_word(picking: Picking, text: RwSignal<String>) -> Element {
    let add = move || match picking.add_own(&text.get_untracked()) {
        Ok(()) => text.set(String::new()),
        Err(why) => picking.refused.set(Some(why)),
    };
    let field = el("input")
        .attr("id", "own-word")
        .class("field__line")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .value(move || text.get())
        .on("input", move |event| text.set(event.value()));
    el("form")
        .class("picker__own")
        .on("submit", move |event| {
            event.prevent();
            add();
        })
        .child(el("label").class("field__label").attr("for", "own-word").child(words::OWN))
        .child(field)
        .child(quiet_button(words::OWN_ADD).attr("type", "submit"))
}
