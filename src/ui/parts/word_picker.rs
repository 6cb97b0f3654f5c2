//! Up to three words: those near the point first, then all by family, then a
//! word of one's own. Each has its gloss.

use crate::core::checkin::{CheckIn, Word, WordRefused};
use crate::core::content::words::checkin as words;
use crate::core::feeling::{Family, Feeling, Point};
use leptos::prelude::*;

const NEAR: usize = 6;

/// Picks words into a check-in.
#[component]
pub fn WordPicker(
    /// The check-in.
    #[prop(into)]
    check_in: Signal<CheckIn>,
    /// Told the check-in with a word more or less.
    on_change: Callback<CheckIn>,
) -> impl IntoView {
    let refused = RwSignal::new(None::<WordRefused>);
    let toggle = Callback::new(move |word: Word| {
        let mut next = check_in.get_untracked();
        if next.words().iter().any(|other| other.word == word.word) {
            next.remove(&word.word);
            refused.set(None);
        } else {
            refused.set(next.add(word).err());
        }
        on_change.run(next);
    });
    let point = Signal::derive(move || check_in.with(|check_in| check_in.point));
    view! {
        <section class="picker" aria-label=words::WORDS>
            <h2 class="picker__title">{words::WORDS}</h2>
            <Chosen check_in=check_in toggle=toggle/>
            <p class="picker__refused" role="status">{move || refused.get().map(said)}</p>
            {move || view! { <Near point=point.get() check_in=check_in toggle=toggle/> }}
            <details class="picker__all">
                <summary>{words::ALL}</summary>
                {Family::ALL.map(|family| view! {
                    <Group title=family.name() feelings=family.feelings().collect() check_in=check_in toggle=toggle/>
                }).collect_view()}
            </details>
            <OwnWord check_in=check_in refused=refused toggle=toggle/>
        </section>
    }
}

fn said(refused: WordRefused) -> &'static str {
    match refused {
        WordRefused::Enough => words::ENOUGH,
        WordRefused::Twice => words::OWN_TWICE,
        WordRefused::Unfit => words::OWN_UNFIT,
    }
}

#[component]
fn Chosen(check_in: Signal<CheckIn>, toggle: Callback<Word>) -> impl IntoView {
    let chosen = move || {
        let list = check_in.with(|check_in| check_in.words().to_vec());
        if list.is_empty() {
            return view! { <p class="picker__none">{words::CHOSEN_NONE}</p> }.into_any();
        }
        let list: Vec<_> = list
            .into_iter()
            .map(|word| {
                let name = words::remove(&word.word);
                let shown = word.word.clone();
                view! {
                    <li>
                        <button
                            class="chip chip--chosen"
                            type="button"
                            aria-label=name
                            on:click=move |_| toggle.run(word.clone())
                        >
                            {shown}
                        </button>
                    </li>
                }
            })
            .collect();
        view! { <ul class="chips" aria-label=words::CHOSEN>{list}</ul> }.into_any()
    };
    view! { <div class="picker__chosen">{chosen}</div> }
}

#[component]
fn Near(point: Option<Point>, check_in: Signal<CheckIn>, toggle: Callback<Word>) -> impl IntoView {
    let (title, feelings) = match point {
        Some(point) => (words::NEAR, Feeling::near(point).into_iter().take(NEAR).collect()),
        None => (words::NEAR_NONE, starters()),
    };
    view! { <Group title=title feelings=feelings check_in=check_in toggle=toggle/> }
}

/// A word from each of six families: nothing in it leans one way.
fn starters() -> Vec<&'static Feeling> {
    Family::ALL.iter().step_by(2).filter_map(|family| family.feelings().next()).collect()
}

#[component]
fn Group(
    title: &'static str,
    feelings: Vec<&'static Feeling>,
    check_in: Signal<CheckIn>,
    toggle: Callback<Word>,
) -> impl IntoView {
    let words: Vec<_> = feelings
        .into_iter()
        .map(|feeling| {
            let pressed = move || {
                check_in.with(|check_in| {
                    let mut words = check_in.words().iter();
                    words.any(|word| word.feeling.as_deref() == Some(feeling.id)).to_string()
                })
            };
            view! {
                <li>
                    <button
                        class="chip"
                        type="button"
                        aria-pressed=pressed
                        on:click=move |_| toggle.run(Word::known(feeling))
                    >
                        <span class="chip__word">{feeling.word}</span>
                        <span class="chip__gloss">{feeling.gloss}</span>
                    </button>
                </li>
            }
        })
        .collect();
    view! {
        <div class="picker__group">
            <h3 class="picker__family">{title}</h3>
            <ul class="chips">{words}</ul>
        </div>
    }
}

#[component]
fn OwnWord(
    check_in: Signal<CheckIn>,
    refused: RwSignal<Option<WordRefused>>,
    toggle: Callback<Word>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let known = |word: &str| check_in.with(|c| c.words().iter().any(|w| w.word == word));
        // An own word counts once its writer placed it: the point is its place.
        match Word::own(&text.get_untracked(), check_in.with_untracked(|c| c.point)) {
            Ok(word) if known(&word.word) => refused.set(Some(WordRefused::Twice)),
            Ok(word) => {
                toggle.run(word);
                text.set(String::new());
            }
            Err(why) => refused.set(Some(why)),
        }
    };
    view! {
        <form class="picker__own" on:submit=add>
            <label class="field__label" for="own-word">{words::OWN}</label>
            <input
                id="own-word"
                class="field__line"
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
            <button class="button button--quiet" type="submit">{words::OWN_ADD}</button>
        </form>
    }
}
