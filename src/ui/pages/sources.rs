//! Every fact: where it comes from, how good its evidence is, whether it was
//! looked up, and where it is used.

use crate::core::content::readings::{Fact, Mark, Readings};
use crate::core::content::tables::SIT;
use crate::core::content::uses::{Use, uses};
use crate::core::content::words::{look_back as look_back_words, sources as words};
use crate::core::route::Route;
use crate::ui::pages::look_back::names;
use crate::ui::parts::button::link;
use crate::ui::parts::prose::{STRENGTH_MEANINGS, name, told};
use crate::ui::parts::reading::{fetched, route, title};
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el};
use crate::views;

/// The letters of the facts, and what the facts of each are about.
const GROUPS: [(char, &str); 8] = [
    ('K', words::KETAMINE),
    ('S', words::SHUTDOWN),
    ('B', words::BODY),
    ('L', words::LOOPS),
    ('M', words::MEMORIES),
    ('P', words::GUARD),
    ('F', words::RANGE),
    ('G', words::GENERAL),
];

/// Every fact and its source.
pub fn sources() -> View {
    let meanings = STRENGTH_MEANINGS.map(|meaning| el("li").child(meaning));
    screen(
        words::TITLE,
        "sources",
        views![
            el("p").class("lead").child(words::TESTED),
            el("p").child(words::HOW),
            el("ul").class("prose__list").child(meanings.into_iter().collect::<View>()),
            el("p").child(words::NONE),
            fetched(all),
        ],
    )
}

fn all(readings: &Readings) -> View {
    let known = |letter: char| GROUPS.iter().any(|(group, _)| *group == letter);
    let within = |fact: &&Fact, letter| fact.id.starts_with(letter);
    let groups = GROUPS.iter().map(|(letter, name)| {
        group(readings, name, readings.facts.iter().filter(|fact| within(fact, *letter)))
    });
    let others = readings.facts.iter().filter(|fact| !fact.id.starts_with(known));
    let groups: View = groups.collect();
    views![groups, group(readings, words::OTHERS, others)]
}

/// Facts under the name of what they are about, if there are any.
fn group<'a>(
    readings: &Readings,
    name: &'static str,
    facts: impl Iterator<Item = &'a Fact>,
) -> View {
    let rows: Vec<Element> = facts.map(|fact| source(readings, fact)).collect();
    if rows.is_empty() {
        return View::Nothing;
    }
    views![el("h2").child(name), rows.into_iter().collect::<View>()]
}

fn source(readings: &Readings, fact: &Fact) -> Element {
    let checked = (fact.mark == Mark::Checked).then(|| el("p").child(words::CHECKED));
    let places = uses(readings, &fact.id).into_iter().map(|place| el("li").child(used(place)));
    el("section")
        .class("fact")
        .child(el("h3").child(name(&fact.id, fact.strength)))
        .child(told(fact))
        .child(checked)
        .child(el("p").child(el("strong").child(words::USED)))
        .child(el("ul").class("fact__references").child(places.collect::<View>()))
}

fn used(place: Use<'_>) -> Element {
    match place {
        Use::Reading(reading, Some(section)) => {
            let name = words::part(title(reading), &section.title);
            link(&route(reading, Some(section)), name)
        }
        Use::Reading(reading, None) => link(&route(reading, None), title(reading)),
        Use::Exercise(exercise) => {
            link(&Route::Exercise(exercise.slug.to_owned()), words::exercise(exercise.title))
        }
        Use::LookBack(measure) => {
            let name = words::part(look_back_words::TITLE, names(measure).0);
            link(&Route::LookBack(Some(measure)), name)
        }
        Use::Sit => link(&Route::Sit, SIT.title),
    }
}
