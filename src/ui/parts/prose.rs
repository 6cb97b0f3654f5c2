//! Paragraphs with their facts: a badge after the words that rest on one opens
//! what the fact says, how good its evidence is, what it does not say, and
//! where it comes from.

use crate::core::content::readings::{Block, Fact, Mark, Span, Strength, split_doi};
use crate::core::content::words::facts as words;
use crate::core::content::words::themes as theme_words;
use crate::state::here;
use crate::state::readings::{Fetch, ReadingsState};
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{button, plain, quiet_button, way_out};
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// A paragraph or a list.
pub fn prose(block: Block) -> View {
    match block {
        Block::Paragraph(spans) => paragraph(spans),
        Block::List(items) => {
            let items = items.into_iter().map(|spans| el("li").child(paragraph(spans)));
            el("ul").class("prose__list").child(items.collect::<View>()).into()
        }
    }
}

/// A paragraph, and under it the fact whose badge was pressed.
pub fn paragraph(spans: Vec<Span>) -> View {
    let open = RwSignal::new(None::<String>);
    let mut shown = Vec::new();
    let mut spans = spans.into_iter().peekable();
    while let Some(span) = spans.next() {
        shown.push(match span {
            Span::Text(text) => View::from(text),
            Span::Emphasis(text) => View::from(el("em").child(text)),
            Span::Fact(id) => {
                let after = match spans.peek_mut() {
                    Some(Span::Text(text)) => take_mark(text),
                    _ => String::new(),
                };
                views![" ", badge(id, after, open)]
            }
        });
    }
    el("div")
        .class("prose")
        .child(el("p").class("prose__words").child(View::Many(shown)))
        .child(live(move || open.get().map(|id| fact_panel(&id, open))))
        .into()
}

/// Takes the mark that a sentence ends with off the words after a badge, so
/// that no line begins with it.
fn take_mark(text: &mut String) -> String {
    let end = text.find(|letter| !matches!(letter, '.' | ',' | ';' | ':' | '!' | '?'));
    let rest = text.split_off(end.unwrap_or(text.len()));
    std::mem::replace(text, rest)
}

fn badge(id: String, after: String, open: RwSignal<Option<String>>) -> Element {
    let state = here().readings;
    let (kind, named, mine) = (id.clone(), id.clone(), id.clone());
    let kind = move || strength_of(state, &kind).map_or("none", slug_of);
    let name = move || name(&named, strength_of(state, &named));
    let is_open = move || open.with(|open| open.as_ref() == Some(&mine));
    let button = plain("badge", id.clone())
        .live_attr("data-strength", kind)
        .live_attr("aria-expanded", is_open)
        .live_attr("aria-label", name)
        .on_click(move || {
            open.update(|open| {
                *open = if open.as_ref() == Some(&id) { None } else { Some(id.clone()) };
            });
        });
    el("span").class("badge__place").child(button).child(after)
}

/// Made anew when the readings come.
fn fact_panel(id: &str, open: RwSignal<Option<String>>) -> Element {
    let state = here().readings;
    let told = match state.get() {
        Fetch::Ready(readings) => readings.fact(id).map_or_else(failed, told),
        Fetch::Waiting => el("p").child(words::WAITING).into(),
        Fetch::Failed => {
            let again = button(theme_words::AGAIN).on_click(move || state.fetch());
            views![failed(), again]
        }
    };
    el("aside")
        .class("fact")
        .attr("aria-label", words::badge_plain(id))
        .child(told)
        .child(quiet_button(words::CLOSE).on_click(move || open.set(None)))
}

fn failed() -> View {
    el("p").attr("role", "alert").child(theme_words::FAILED).into()
}

/// What a fact says, how sure that is, and where it comes from.
pub fn told(fact: &Fact) -> View {
    let strength =
        fact.strength.map(|strength| el("p").class("fact__strength").child(meaning_of(strength)));
    let limits = (!fact.limits.is_empty())
        .then(|| el("p").child(strong(words::LIMITS)).child(" ").child(fact.limits.clone()));
    let references = fact.references.iter().map(|text| el("li").child(reference(text)));
    let memory = (fact.mark == Mark::Memory).then(|| el("p").child(words::MEMORY));
    views![
        el("p").class("fact__claim").child(fact.claim.clone()),
        strength,
        limits,
        el("p").child(strong(words::REFERENCES)),
        el("ul").class("fact__references").child(references.collect::<View>()),
        memory,
    ]
}

fn strong(what: &'static str) -> Element {
    el("strong").child(what)
}

/// A reference, its DOI as a link that says it leaves the page.
fn reference(text: &str) -> View {
    let (before, doi, after) = split_doi(text);
    let link = doi.map(|doi| way_out(format!("https://doi.org/{doi}"), words::doi(doi)));
    views![before.to_owned(), link, after.to_owned()]
}

/// What each strength means, from the best to the most doubtful.
pub const STRENGTH_MEANINGS: [&str; 5] = [
    words::STRONG_MEANS,
    words::SOME_MEANS,
    words::THIN_MEANS,
    words::MIXED_MEANS,
    words::DISPUTED_MEANS,
];

/// What a fact is called: its id, and how good its evidence is.
pub fn name(id: &str, strength: Option<Strength>) -> String {
    match strength {
        Some(strength) => words::badge(id, name_of(strength)),
        None => words::badge_plain(id),
    }
}

fn strength_of(state: ReadingsState, id: &str) -> Option<Strength> {
    match state.get() {
        Fetch::Ready(readings) => readings.fact(id)?.strength,
        Fetch::Waiting | Fetch::Failed => None,
    }
}

fn name_of(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => words::STRONG,
        Strength::Some => words::SOME,
        Strength::Thin => words::THIN,
        Strength::Mixed => words::MIXED,
        Strength::Disputed => words::DISPUTED,
    }
}

fn meaning_of(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => words::STRONG_MEANS,
        Strength::Some => words::SOME_MEANS,
        Strength::Thin => words::THIN_MEANS,
        Strength::Mixed => words::MIXED_MEANS,
        Strength::Disputed => words::DISPUTED_MEANS,
    }
}

/// The name that the style tells strengths apart by: by shape, not by colour.
fn slug_of(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "strong",
        Strength::Some => "some",
        Strength::Thin => "thin",
        Strength::Mixed => "mixed",
        Strength::Disputed => "disputed",
    }
}
