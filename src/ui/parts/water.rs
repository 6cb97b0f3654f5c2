//! The one drawn motif: a line of ice that opens into water as something goes
//! on. It says nothing that words beside it do not say.

use leptos::prelude::*;

const PIECES: usize = 12;
const WIDTH: usize = 240;

/// The line, thawed from 0 to 1.
#[component]
pub fn Water(
    /// How far it has thawed.
    #[prop(into)]
    thawed: Signal<f64>,
) -> impl IntoView {
    let pieces: Vec<_> = (0..PIECES)
        .map(|at| {
            let water = move || thawed.get() * PIECES as f64 > at as f64;
            let state = move || if water() { "water" } else { "ice" };
            view! {
                <g class="water__piece" data-state=state>
                    <path class="water__ice" d=ice(at)></path>
                    <path class="water__wave" d=wave(at)></path>
                </g>
            }
        })
        .collect();
    view! {
        <svg
            class="water"
            viewBox=format!("0 0 {WIDTH} 24")
            aria-hidden="true"
            focusable="false"
            preserveAspectRatio="none"
        >
            {pieces}
        </svg>
    }
}

/// A broken floe: straight edges, none alike.
fn ice(at: usize) -> String {
    let step = WIDTH / PIECES;
    let (left, right) = (at * step + 1, (at + 1) * step - 1);
    let tilt = [0, 2, 1, 3][at % 4];
    format!("M{left} {} L{} {} L{right} {} L{right} 13 L{left} {}", 11 - tilt, left + 7, 8 + tilt, 10 - tilt / 2, 14 - tilt / 2)
}

/// A piece of one wave that runs on through all of them.
fn wave(at: usize) -> String {
    let step = WIDTH / PIECES;
    let left = at * step;
    let bend = if at.is_multiple_of(2) { 5 } else { 19 };
    format!("M{left} 12 Q{} {bend} {} 12", left + step / 2, left + step)
}
