//! The two-way map: a tap for the pointer, two labelled sliders for the
//! keyboard and for screen readers. It is a picture of the sliders, so it is
//! hidden from screen readers itself.

use super::button::quiet_button;
use crate::core::content::words::checkin as words;
use crate::core::feeling::Point;
use crate::ui::view::{Element, el, live};

/// The fifths of the map across, from unpleasant to pleasant.
pub const ACROSS: [&str; 5] =
    [words::FAR_LEFT, words::LEFT, words::MIDDLE_ACROSS, words::RIGHT, words::FAR_RIGHT];
/// The fifths of the map upwards, from low to high energy.
pub const UP: [&str; 5] =
    [words::FAR_DOWN, words::DOWN, words::MIDDLE_UP, words::UP, words::FAR_UP];

/// The map and its sliders.
pub fn plane(
    point: impl Fn() -> Option<Point> + Copy + 'static,
    set: impl Fn(Option<Point>) + Copy + 'static,
) -> Element {
    let at = move |read: fn(Point) -> i8| point().map_or(0, read);
    let set_valence = move |valence| set(Some(Point::new(valence, at(Point::arousal))));
    let set_arousal = move |arousal| set(Some(Point::new(at(Point::valence), arousal)));
    let across = axis_slider(
        "valence",
        words::PLEASANT,
        &ACROSS,
        move || point().map(Point::valence),
        Box::new(set_valence),
    );
    let up = axis_slider(
        "arousal",
        words::ENERGY,
        &UP,
        move || point().map(Point::arousal),
        Box::new(set_arousal),
    );
    let clear =
        live(move || point().map(|_| quiet_button(words::CLEAR).on_click(move || set(None))));
    el("div")
        .class("plane")
        .child(el("p").class("plane__help").child(words::MAP_HELP))
        .child(map(point, set))
        .child(across)
        .child(up)
        .child(
            // One slider sets the other too, the first time.
            el("p")
                .class("plane__said")
                .attr("role", "status")
                .text(move || point().map_or_else(String::new, in_words)),
        )
        .child(clear)
}

fn map(
    point: impl Fn() -> Option<Point> + Copy + 'static,
    set: impl Fn(Option<Point>) + Copy + 'static,
) -> Element {
    let label = |class: &'static str, words: &'static str| el("span").class(class).child(words);
    let stone = live(move || {
        point().map(|point| {
            el("span")
                .class("plane__point")
                .style("left", move || percent(point.valence()))
                .style("bottom", move || percent(point.arousal()))
        })
    });
    el("div")
        .class("plane__map")
        .attr("aria-hidden", "true")
        .on("click", move |event| {
            if let Some((across, down)) = event.place() {
                set(Some(Point::new(axis(across), axis(1.0 - down))));
            }
        })
        .child(label("plane__label plane__label--up", words::LABEL_UP))
        .child(label("plane__label plane__label--down", words::LABEL_DOWN))
        .child(label("plane__label plane__label--left", words::LABEL_LEFT))
        .child(label("plane__label plane__label--right", words::LABEL_RIGHT))
        .child(stone)
}

/// A slider of one axis; its fifths are said in words.
fn axis_slider(
    id: &'static str,
    name: &'static str,
    fifths: &'static [&'static str; 5],
    value: impl Fn() -> Option<i8> + Copy + 'static,
    set: Box<dyn Fn(i8)>,
) -> Element {
    let range = el("input")
        .attr("id", id)
        .class("slider__range")
        .attr("type", "range")
        .attr("min", "-100")
        .attr("max", "100")
        .attr("step", "5")
        .attr("autocomplete", "off")
        .live_attr("data-set", move || value().is_some())
        .live_attr("aria-valuetext", move || value().map_or(words::UNSET, |v| fifths[fifth(v)]))
        .value(move || value().unwrap_or(0).to_string())
        .on("input", move |event| {
            if let Ok(value) = event.value().parse() {
                set(value);
            }
        });
    // Beside the field and not around it: WebKit would read its value as its name.
    let label = el("label").class("slider__name").attr("for", id).child(name);
    el("div").class("slider").child(label).child(range)
}

/// A point in words: *unpleasant, low energy*.
pub fn in_words(point: Point) -> String {
    format!("{}, {}", ACROSS[fifth(point.valence())], UP[fifth(point.arousal())])
}

/// The fifth that a number from −100 to 100 lies in, from 0.
pub fn fifth(value: i8) -> usize {
    match value {
        ..=-61 => 0,
        -60..=-16 => 1,
        -15..=15 => 2,
        16..=60 => 3,
        61.. => 4,
    }
}

/// From 0…1 to −100…100, in steps of 5 as the sliders have them.
fn axis(part: f64) -> i8 {
    ((part * 40.0).round() as i8 - 20) * 5
}

fn percent(value: i8) -> String {
    format!("{}%", (i16::from(value) + 100) / 2)
}
