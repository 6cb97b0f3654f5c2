//! The two-way map: a tap for the pointer, two labelled sliders for the
//! keyboard and for screen readers. It is a picture of the sliders, so it is
//! hidden from screen readers itself.

use crate::browser::pointer;
use crate::core::content::words::checkin as words;
use crate::core::feeling::Point;
use leptos::prelude::*;

const ACROSS: [&str; 5] =
    [words::FAR_LEFT, words::LEFT, words::MIDDLE_ACROSS, words::RIGHT, words::FAR_RIGHT];
const UP: [&str; 5] =
    [words::FAR_DOWN, words::DOWN, words::MIDDLE_UP, words::UP, words::FAR_UP];

/// The map and its sliders.
#[component]
pub fn Plane(
    /// The point, if one was set.
    #[prop(into)]
    point: Signal<Option<Point>>,
    /// Told where the point is put, or that it is taken away.
    on_set: Callback<Option<Point>>,
) -> impl IntoView {
    let tapped = move |event: leptos::ev::MouseEvent| {
        if let Some((across, down)) = pointer::place_in(&event) {
            on_set.run(Some(Point::new(axis(across), axis(1.0 - down))));
        }
    };
    let at = move |read: fn(Point) -> i8| point.get().map_or(0, read);
    let set_valence = move |valence| on_set.run(Some(Point::new(valence, at(Point::arousal))));
    let set_arousal = move |arousal| on_set.run(Some(Point::new(at(Point::valence), arousal)));
    view! {
        <div class="plane">
            <p class="plane__help">{words::MAP_HELP}</p>
            <div class="plane__map" aria-hidden="true" on:click=tapped>
                <span class="plane__label plane__label--up">{words::LABEL_UP}</span>
                <span class="plane__label plane__label--down">{words::LABEL_DOWN}</span>
                <span class="plane__label plane__label--left">{words::LABEL_LEFT}</span>
                <span class="plane__label plane__label--right">{words::LABEL_RIGHT}</span>
                {move || point.get().map(|point| view! {
                    <span
                        class={"plane__point"}
                        style:left=percent(point.valence())
                        style:bottom=percent(point.arousal())
                    ></span>
                })}
            </div>
            <AxisSlider
                name=words::PLEASANT
                value=Signal::derive(move || point.get().map(Point::valence))
                in_words=&ACROSS
                on_set=Callback::new(set_valence)
            />
            <AxisSlider
                name=words::ENERGY
                value=Signal::derive(move || point.get().map(Point::arousal))
                in_words=&UP
                on_set=Callback::new(set_arousal)
            />
            <p class="plane__said">
                {move || point.get().map(|point| in_words(point))}
            </p>
            {move || point.get().is_some().then(|| view! {
                <button
                    class="button button--quiet"
                    type="button"
                    on:click=move |_| on_set.run(None)
                >
                    {words::CLEAR}
                </button>
            })}
        </div>
    }
}

#[component]
fn AxisSlider(
    /// What it sets.
    name: &'static str,
    /// Where it stands, if it was set.
    value: Signal<Option<i8>>,
    /// What its fifths say.
    in_words: &'static [&'static str; 5],
    /// Told where it is put.
    on_set: Callback<i8>,
) -> impl IntoView {
    let said = move || value.get().map_or(words::UNSET, |value| fifth(value, in_words));
    let moved = move |event| {
        if let Ok(value) = event_target_value(&event).parse() {
            on_set.run(value);
        }
    };
    view! {
        <label class="slider">
            <span class="slider__name">{name}</span>
            <input
                class="slider__range"
                type="range"
                min="-100"
                max="100"
                step="5"
                autocomplete="off"
                data-set=move || value.get().is_some().to_string()
                prop:value=move || value.get().unwrap_or(0).to_string()
                aria-valuetext=said
                on:input=moved
            />
        </label>
    }
}

/// A point in words: *unpleasant, low energy*.
pub fn in_words(point: Point) -> String {
    format!("{}, {}", fifth(point.valence(), &ACROSS), fifth(point.arousal(), &UP))
}

fn fifth(value: i8, words: &[&'static str; 5]) -> &'static str {
    match value {
        ..=-61 => words[0],
        -60..=-16 => words[1],
        -15..=15 => words[2],
        16..=60 => words[3],
        61.. => words[4],
    }
}

/// From 0…1 to −100…100, in steps of 5 as the sliders have them.
fn axis(part: f64) -> i8 {
    ((part * 40.0).round() as i8 - 20) * 5
}

fn percent(value: i8) -> String {
    format!("{}%", (i16::from(value) + 100) / 2)
}
