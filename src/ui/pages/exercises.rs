//! The exercises.

use crate::core::content::tables::EXERCISES;
use crate::core::content::words::exercise as words;
use crate::core::route::Route;
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

/// The exercises.
#[component]
pub fn Exercises() -> impl IntoView {
    let doors: Vec<_> = EXERCISES
        .iter()
        .map(|exercise| {
            view! {
                <li>
                    <a class="door" href=Route::Exercise(exercise.slug.to_owned()).to_string()>
                        <span class="door__title">{exercise.title}</span>
                        <span class="door__line">{exercise.what} " " {exercise.time}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <Screen title=words::TITLE name="exercises">
            <p class="lead">{words::LEAD}</p>
            <ul class="doors__list">{doors}</ul>
        </Screen>
    }
}
