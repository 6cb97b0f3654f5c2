//! Steady ground: where *Stop and settle* leads from every screen. Opened so,
//! it asks for no rating and leaves no entry.

use crate::browser::{clock, dates};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::steady as words;
use crate::core::draft::Work;
use crate::core::route::Route;
use crate::state::drafts::Drafts;
use crate::ui::parts::radios::{RadioOption, Radios};
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

/// A sense, and how many things it may find.
type Sense = (fn(usize) -> String, usize);

const SENSES: [Sense; 5] = [
    (words::see, 5),
    (words::touch, 4),
    (words::hear, 3),
    (words::smell, 2),
    (words::taste, 1),
];

/// Steady ground.
#[component]
pub fn Steady() -> impl IntoView {
    let today = dates::long(clock::now().day(), LANGUAGE);
    let senses = SENSES.map(|(name, all)| view! { <SenseRow name=name(all) all=all/> });
    view! {
        <Screen title=words::TITLE name="steady">
            <p class="steady__here">{words::here(&today)}</p>
            <p class="lead">{words::LEAD}</p>
            <section>
                <h2>{words::SENSES}</h2>
                <p>{words::SENSES_HELP}</p>
                <ul class="senses">{senses.collect_view()}</ul>
            </section>
            <section>
                <h2>{words::FEET}</h2>
                <p>{words::FEET_TEXT}</p>
            </section>
            <WhereNow/>
            <Next/>
            <p class="steady__limits">{words::LIMITS}</p>
        </Screen>
    }
}

/// A tap for each thing found; nothing needs to be typed.
#[component]
fn SenseRow(name: String, all: usize) -> impl IntoView {
    let found = RwSignal::new(0);
    let said = move || match found.get() {
        found if found == all => words::COUNT_FULL.to_owned(),
        found => words::count_of(&found.to_string(), &all.to_string()),
    };
    let one_more = move |_| found.update(|found| *found = all.min(*found + 1));
    let button = words::count_name(&name);
    view! {
        <li class="sense" data-full=move || (found.get() == all).to_string()>
            <span class="sense__name">{name}</span>
            <span class="sense__count" role="status">{said}</span>
            <button class="sense__more" type="button" aria-label=button on:click=one_more>
                {words::COUNT}
            </button>
        </li>
    }
}

#[component]
fn WhereNow() -> impl IntoView {
    let now = RwSignal::new(None::<String>);
    let option =
        |id: &str, label: &str| RadioOption { id: id.to_owned(), label: label.to_owned() };
    let options = vec![
        option("revved", words::REVVED),
        option("middle", words::MIDDLE),
        option("shut", words::SHUT),
    ];
    let what_helps = move || match now.get().as_deref() {
        Some("revved") => view! {
            <p>{words::REVVED_TEXT}</p>
            <p>
                <a href=Route::Exercise("long-out-breath".to_owned()).to_string()>
                    {words::REVVED_LINK}
                </a>
            </p>
        }
        .into_any(),
        Some("middle") => view! { <p>{words::MIDDLE_TEXT}</p> }.into_any(),
        Some("shut") => view! { <p>{words::SHUT_TEXT}</p> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <section>
            <Radios
                legend=words::WHERE
                name="where"
                options=options
                chosen=now
                on_choose=Callback::new(move |id| now.set(Some(id)))
            />
            <div role="status">{what_helps}</div>
        </section>
    }
}

#[component]
fn Next() -> impl IntoView {
    let drafts = expect_context::<Drafts>();
    let run = drafts.find_now(|draft| matches!(draft.work, Work::Run(_)));
    let run = run.and_then(|draft| match draft.work {
        Work::Run(run) => Some(Route::Exercise(run.slug().to_owned()).to_string()),
        Work::Writing(_) | Work::CheckIn(_) => None,
    });
    view! {
        <section class="steady__next">
            <h2>{words::NEXT}</h2>
            <p>{words::NEXT_REST_TEXT}</p>
            <div class="buttons">
                <a class="button" href=Route::Support.to_string()>{words::NEXT_SUPPORT}</a>
                {run.map(|address| view! { <a class="button" href=address>{words::RUN_ON}</a> })}
                <a class="button button--quiet" href=Route::Home.to_string()>{words::NEXT_ON}</a>
            </div>
        </section>
    }
}
