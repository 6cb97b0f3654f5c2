//! Settings.

use crate::browser::updates::Offline;
use crate::core::content::tables::PLACES;
use crate::core::content::words::{settings as words, support as support_words};
use crate::core::content::words::trouble as trouble_words;
use crate::core::route::Route;
use crate::core::settings::{Look, Motion, TextSize};
use crate::state::settings::SettingsState;
use crate::state::updates::UpdateState;
use crate::ui::parts::radios::{RadioOption, Radios};
use crate::ui::parts::screen::Screen;
use crate::ui::parts::trouble::Trouble;
use leptos::prelude::*;

/// Settings.
#[component]
pub fn SettingsScreen() -> impl IntoView {
    let settings = expect_context::<SettingsState>();
    view! {
        <Screen title=words::TITLE name="settings">
            <Trouble what=trouble_words::NOT_SAVED error=settings.trouble()/>
            <Choice
                legend=words::LOOK
                options=[
                    (Look::Device, words::LOOK_DEVICE),
                    (Look::Light, words::LOOK_LIGHT),
                    (Look::Dusk, words::LOOK_DUSK),
                ]
                chosen=Signal::derive(move || settings.with(|settings| settings.look))
                on_choose=Callback::new(move |look| settings.change(|s| s.look = look))
            />
            <Choice
                legend=words::SIZE
                options=[
                    (TextSize::Usual, words::SIZE_USUAL),
                    (TextSize::Large, words::SIZE_LARGE),
                    (TextSize::Larger, words::SIZE_LARGER),
                ]
                chosen=Signal::derive(move || settings.with(|settings| settings.text_size))
                on_choose=Callback::new(move |size| settings.change(|s| s.text_size = size))
            />
            <Choice
                legend=words::MOTION
                options=[
                    (Motion::Device, words::MOTION_DEVICE),
                    (Motion::Still, words::MOTION_STILL),
                ]
                chosen=Signal::derive(move || settings.with(|settings| settings.motion))
                on_choose=Callback::new(move |motion| settings.change(|s| s.motion = motion))
            />
            <PlaceChoice label=words::COUNTRY/>
            <section>
                <h2>{words::KEYS}</h2>
                <p><a href=Route::Keys.to_string()>{words::KEYS_SEE}</a></p>
            </section>
            <section>
                <h2>{words::STORAGE}</h2>
                <p><a href=Route::Storage.to_string()>{words::STORAGE_SEE}</a></p>
            </section>
            <OfflineLine/>
            <section>
                <h2>{words::EXIT}</h2>
                <p>{words::EXIT_TEXT}</p>
            </section>
        </Screen>
    }
}

/// One of a few values that a type has.
#[component]
fn Choice<T, const N: usize>(
    legend: &'static str,
    options: [(T, &'static str); N],
    chosen: Signal<T>,
    on_choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let at = move |value: T| options.iter().position(|(option, _)| *option == value);
    let choose = move |id: String| {
        if let Some((value, _)) = id.parse().ok().and_then(|at: usize| options.get(at)) {
            on_choose.run(*value);
        }
    };
    let shown = options.iter().enumerate().map(|(at, (_, label))| RadioOption {
        id: at.to_string(),
        label: (*label).to_owned(),
    });
    view! {
        <Radios
            legend=legend
            name=legend
            options=shown.collect()
            chosen=Signal::derive(move || at(chosen.get()).map(|at| at.to_string()))
            on_choose=Callback::new(choose)
        />
    }
}

/// The place whose support lines come first.
#[component]
pub fn PlaceChoice(
    /// What it is called here.
    label: &'static str,
) -> impl IntoView {
    let settings = expect_context::<SettingsState>();
    let chosen = move || settings.with(|settings| settings.place.clone());
    let options: Vec<_> = PLACES
        .iter()
        .map(|place| {
            let selected = move || chosen().as_deref() == Some(place.id);
            view! { <option value=place.id prop:selected=selected>{place.name}</option> }
        })
        .collect();
    let choose = move |event| {
        let id = event_target_value(&event);
        settings.change(|settings| settings.place = (!id.is_empty()).then_some(id));
    };
    view! {
        <div class="place-choice">
            <label class="field__label" for="place">{label}</label>
            <select id="place" class="field__line" autocomplete="off" on:change=choose>
                <option value="" prop:selected=move || chosen().is_none()>
                    {support_words::PICK_NONE}
                </option>
                {options}
            </select>
            <p class="place-choice__help">{support_words::PICK_HELP}</p>
        </div>
    }
}

#[component]
fn OfflineLine() -> impl IntoView {
    let updates = expect_context::<UpdateState>();
    let said = move || match updates.offline() {
        Offline::Unknown => words::OFFLINE_UNKNOWN,
        Offline::Ready => words::OFFLINE_READY,
        Offline::PlainHttp => words::OFFLINE_HTTP,
        Offline::Unsupported => words::OFFLINE_UNSUPPORTED,
        Offline::Failed => words::OFFLINE_FAILED,
    };
    view! {
        <section>
            <h2>{words::OFFLINE}</h2>
            <p>{said}</p>
        </section>
    }
}
