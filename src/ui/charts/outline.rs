//! The outline of a body with how often each place was marked.

use super::frame::Frame;
use super::shapes::{Anchor, text};
use crate::core::body::{OUTLINE, Side};
use crate::core::content::words::exercise as words;
use crate::core::insight::body::Marked;
use crate::ui::parts::outline::halves;
use crate::ui::view::{Element, View, drawn};
use crate::views;

/// How high it is, in lines of text.
pub const LINES: f64 = 25.0;

const FIGURE: f64 = 23.0;

/// Both sides of the body.
pub fn outline(frame: Frame, regions: &[Marked]) -> View {
    views![
        side(frame, Side::Front, words::BODY_FRONT, 0.0, regions),
        side(frame, Side::Back, words::BODY_BACK, 0.5, regions),
    ]
}

fn side(frame: Frame, side: Side, name: &'static str, left: f64, regions: &[Marked]) -> View {
    let (clip, hatch) = match side {
        Side::Front => ("look-front", "look-front-hatch"),
        Side::Back => ("look-back", "look-back-hatch"),
    };
    let stripe = drawn("path").attr("d", "M0 4L4 0").attr("stroke", "currentColor");
    let pattern = drawn("pattern")
        .attr("id", hatch)
        .attr("width", "4")
        .attr("height", "4")
        .attr("patternUnits", "userSpaceOnUse")
        .child(stripe);
    let clip_path = drawn("clipPath").attr("id", clip).child(halves("chart__half"));
    let marked = regions.iter().filter(|marked| marked.region.side == side);
    let drawing = drawn("svg")
        .attr("x", frame.across(left))
        .attr("y", frame.down(0.0))
        .attr("width", frame.across(0.5))
        .attr("height", frame.down(FIGURE))
        .attr("viewBox", format!("0 0 {} {}", OUTLINE[0], OUTLINE[1]))
        .child(drawn("defs").child(clip_path).child(pattern))
        .child(
            drawn("g")
                .attr("fill", "none")
                .attr("stroke", "currentColor")
                .child(halves("chart__half")),
        )
        .child(marked.map(|marked| region(marked, clip, hatch)).collect::<View>());
    views![drawing, text(frame, (left + 0.25, LINES - 0.7), Anchor::Middle, name)]
}

/// A place: full where it was mostly more, hatched where it was not.
fn region(marked: &Marked, clip: &str, hatch: &str) -> Element {
    let [left, top, width, height] = marked.region.area;
    let (more, less) = marked.sums();
    let area = drawn("rect")
        .attr("x", left.to_string())
        .attr("y", top.to_string())
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("clip-path", format!("url(#{clip})"));
    let area = if more > less {
        area.class("chart__more").attr("fill", "currentColor").attr("fill-opacity", "0.25")
    } else {
        area.class("chart__less").attr("fill", format!("url(#{hatch})"))
    };
    let number = drawn("text")
        .class("chart__number")
        .attr("x", (left + width / 2).to_string())
        .attr("y", (top + height / 2 + 3).to_string())
        .attr("font-size", "9")
        .attr("font-weight", "700")
        .attr("text-anchor", "middle")
        .attr("fill", "currentColor")
        .attr("stroke", "white")
        .attr("stroke-width", "2.5")
        .attr("paint-order", "stroke")
        .child((more + less).to_string());
    drawn("g").child(area).child(number)
}
