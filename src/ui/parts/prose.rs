//! Paragraphs with their facts: a badge after the words that rest on one opens
//! what the fact says, how good its evidence is, what it does not say, and
//! where it comes from.

use crate::core::content::readings::{Block, Fact, Mark, Readings, Span, Strength, split_doi};
use crate::core::content::words::facts as words;
use crate::state::readings::{Fetch, ReadingsState};
use leptos::prelude::*;

/// A paragraph or a list.
#[component]
pub fn Prose(
    /// What it says.
    block: Block,
) -> impl IntoView {
    match block {
        Block::Paragraph(spans) => view! { <Paragraph spans=spans/> }.into_any(),
        Block::List(items) => {
            let items: Vec<_> = items
                .into_iter()
                .map(|spans| view! { <li><Paragraph spans=spans/></li> })
                .collect();
            view! { <ul class="prose__list">{items}</ul> }.into_any()
        }
    }
}

/// A paragraph, and under it the fact whose badge was pressed.
#[component]
pub fn Paragraph(
    /// What it says.
    spans: Vec<Span>,
) -> impl IntoView {
    let open = RwSignal::new(None::<String>);
    let mut shown = Vec::new();
    let mut spans = spans.into_iter().peekable();
    while let Some(span) = spans.next() {
        shown.push(match span {
            Span::Text(text) => text.into_any(),
            Span::Emphasis(text) => view! { <em>{text}</em> }.into_any(),
            Span::Fact(id) => {
                let after = match spans.peek_mut() {
                    Some(Span::Text(text)) => take_mark(text),
                    _ => String::new(),
                };
                view! { <Badge id=id after=after open=open/> }.into_any()
            }
        });
    }
    view! {
        <div class="prose">
            <p class="prose__words">{shown}</p>
            {move || open.get().map(|id| view! { <FactPanel id=id open=open/> })}
        </div>
    }
}

/// Takes the mark that a sentence ends with off the words after a badge, so
/// that no line begins with it.
fn take_mark(text: &mut String) -> String {
    let end = text.find(|letter| !matches!(letter, '.' | ',' | ';' | ':' | '!' | '?'));
    let rest = text.split_off(end.unwrap_or(text.len()));
    std::mem::replace(text, rest)
}

#[component]
fn Badge(id: String, after: String, open: RwSignal<Option<String>>) -> impl IntoView {
    let state = expect_context::<ReadingsState>();
    let strength = {
        let id = id.clone();
        move || with_fact(state, &id, |fact| fact.strength).flatten()
    };
    let kind = strength.clone();
    let (shown, named, mine) = (id.clone(), id.clone(), id.clone());
    let name = move || match strength() {
        Some(strength) => words::badge(&named, name_of(strength)),
        None => words::badge_plain(&named),
    };
    let is_open = move || open.with(|open| open.as_ref() == Some(&mine));
    let toggle = move |_| {
        open.update(|open| {
            *open = if open.as_ref() == Some(&id) { None } else { Some(id.clone()) };
        });
    };
    view! {
        " "
        <span class="badge__place">
            <button
                class="badge"
                type="button"
                data-strength=move || kind().map_or("none", slug_of)
                aria-expanded=move || is_open().to_string()
                aria-label=name
                on:click=toggle
            >
                {shown}
            </button>
            {after}
        </span>
    }
}

#[component]
fn FactPanel(id: String, open: RwSignal<Option<String>>) -> impl IntoView {
    let state = expect_context::<ReadingsState>();
    move || {
        let id = id.clone();
        let told = match state.get() {
            Fetch::Ready(readings) => readings.fact(&id).map(told),
            Fetch::Waiting | Fetch::Failed => None,
        };
        view! {
            <aside class="fact" aria-label=words::badge_plain(&id)>
                {told.unwrap_or_else(|| view! { <p>{words::WAITING}</p> }.into_any())}
                <button
                    class="button button--quiet"
                    type="button"
                    on:click=move |_| open.set(None)
                >
                    {words::CLOSE}
                </button>
            </aside>
        }
    }
}

/// What a fact says, and how sure that is.
fn told(fact: &Fact) -> AnyView {
    let limits = (!fact.limits.is_empty()).then(|| {
        view! { <p><strong>{words::LIMITS}</strong> " " {fact.limits.clone()}</p> }
    });
    let references: Vec<_> =
        fact.references.iter().map(|text| view! { <li><Reference text=text.clone()/></li> }).collect();
    let memory = (fact.mark == Mark::Memory).then(|| view! { <p>{words::MEMORY}</p> });
    view! {
        <p class="fact__claim">{fact.claim.clone()}</p>
        {fact.strength.map(|strength| view! { <p class="fact__strength">{meaning_of(strength)}</p> })}
        {limits}
        <p><strong>{words::REFERENCES}</strong></p>
        <ul class="fact__references">{references}</ul>
        {memory}
    }
    .into_any()
}

/// A reference, its DOI as a link that says it leaves the page.
#[component]
fn Reference(text: String) -> impl IntoView {
    let (before, doi, after) = split_doi(&text);
    let link = doi.map(|doi| {
        view! {
            <a href=format!("https://doi.org/{doi}") rel="noreferrer noopener" target="_blank">
                {words::doi(doi)}
            </a>
        }
    });
    view! { {before.to_owned()} {link} {after.to_owned()} }
}

fn with_fact<T>(state: ReadingsState, id: &str, read: impl FnOnce(&Fact) -> T) -> Option<T> {
    match state.get() {
        Fetch::Ready(readings) => Readings::fact(&readings, id).map(read),
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
