//! The one drawn motif: a line of ice that opens into water as something goes
//! on. It says nothing that words beside it do not say.

use crate::ui::view::{Element, View, drawn};

const PIECES: usize = 12;
const STEP: usize = 40;

/// Floes as they were drawn: a flat top, a broken underside.
const FLOES: [&str; 4] = [
    "m2 17 17-3 18 2-3 8-12 3-17-3z",
    "m1 15 20 1 17-2-4 10-15 2-14-2z",
    "m3 16 14-3 20 4-5 7-18 2-9-4z",
    "m2 16 22-2 13 1-2 9-20 3-10-5z",
];

/// The fainter piece of wave under every second one.
const UNDER: [&str; 2] = ["m-33 11q7-4 14 0t13-1", ""];

/// The line, thawed from 0 to 1.
pub fn water(thawed: impl Fn() -> f64 + Copy + 'static) -> Element {
    let piece = |at: usize| {
        let state = move || {
            if thawed() * PIECES as f64 > at as f64 { "water" } else { "ice" }
        };
        drawn("g")
            .class("water__piece")
            .live_attr("data-state", state)
            .child(drawn("path").class("water__ice").attr("d", ice(at)))
            .child(drawn("path").class("water__wave").attr("d", wave(at)))
    };
    let pieces: View = (0..PIECES).map(piece).collect();
    drawn("svg")
        .class("water")
        .attr("viewBox", format!("0 0 {} 36", PIECES * STEP))
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(pieces)
}

/// A floe, none like its neighbours, with a gap on either side.
fn ice(at: usize) -> String {
    format!("M{} 0{}", at * STEP, FLOES[at % FLOES.len()])
}

/// A piece of one wave that runs on through all of them, with a fainter one
/// under every second piece.
fn wave(at: usize) -> String {
    let (left, bend) = (at * STEP, [7, 5, 8, 6][at % 4]);
    format!("M{left} 20q10-{bend} 20 0t20 0{}", UNDER[at % 2])
}
