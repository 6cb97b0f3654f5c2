//! The fields of a check-in: the two-way map, the words, and the two whole
//! answers that need neither.

use super::plane::Plane;
use super::word_picker::WordPicker;
use crate::core::checkin::{CheckIn, Said};
use crate::core::content::words::checkin as words;
use leptos::prelude::*;

/// The fields of a check-in.
#[component]
pub fn CheckInFields(
    /// The check-in.
    #[prop(into)]
    check_in: Signal<CheckIn>,
    /// Told it, at every change.
    on_change: Callback<CheckIn>,
) -> impl IntoView {
    let set_point = move |point| {
        let mut next = check_in.get_untracked();
        next.point = point;
        on_change.run(next);
    };
    view! {
        <div class="check-in">
            <Plane
                point=Signal::derive(move || check_in.with(|check_in| check_in.point))
                on_set=Callback::new(set_point)
            />
            <WordPicker check_in=check_in on_change=on_change/>
            <div class="check-in__or" role="group" aria-label=words::OR>
                <span aria-hidden="true">{words::OR}</span>
                <WholeAnswer name=words::CANT_TELL said=Said::CantTell check_in=check_in on_change=on_change/>
                <WholeAnswer name=words::NOTHING said=Said::Nothing check_in=check_in on_change=on_change/>
            </div>
        </div>
    }
}

#[component]
fn WholeAnswer(
    name: &'static str,
    said: Said,
    check_in: Signal<CheckIn>,
    on_change: Callback<CheckIn>,
) -> impl IntoView {
    let mine = said.clone();
    let is_said = move || check_in.with(|check_in| check_in.said == mine);
    let toggle = move |_| {
        let mut next = check_in.get_untracked();
        next.said = if next.said == said { Said::default() } else { said.clone() };
        on_change.run(next);
    };
    view! {
        <button
            class="chip"
            type="button"
            aria-pressed=move || is_said().to_string()
            on:click=toggle
        >
            <span class="chip__word">{name}</span>
        </button>
    }
}
