//! The shapes that charts are made of. Each says how it looks by attributes,
//! which are all that a file has; the style of the page goes over them.

use super::frame::Frame;
use crate::ui::view::{Element, drawn};

/// A place: from 0 to 1 across, and lines of text down.
pub type Place = (f64, f64);

/// Where a text stands to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is in the middle.
    Middle,
    /// It ends there.
    End,
}

/// A full circle, its radius in lines of text.
pub fn dot(frame: Frame, at: Place, radius: f64) -> Element {
    circle(frame, at, radius).class("chart__dot").attr("fill", "currentColor")
}

/// An empty circle.
pub fn ring(frame: Frame, at: Place, radius: f64) -> Element {
    let ring = circle(frame, at, radius).class("chart__ring");
    outlined(ring).attr("stroke-width", "1.5")
}

fn circle(frame: Frame, (x, y): Place, radius: f64) -> Element {
    drawn("circle")
        .attr("cx", frame.across(x))
        .attr("cy", frame.down(y))
        .attr("r", frame.down(radius))
}

/// A line from one place to another.
pub fn line(frame: Frame, from: Place, to: Place) -> Element {
    drawn("line")
        .class("chart__line")
        .attr("x1", frame.across(from.0))
        .attr("y1", frame.down(from.1))
        .attr("x2", frame.across(to.0))
        .attr("y2", frame.down(to.1))
        .attr("stroke", "currentColor")
        .attr("stroke-width", "1.5")
}

/// A line that only helps the eye.
pub fn faint(frame: Frame, from: Place, to: Place) -> Element {
    line(frame, from, to)
        .class("chart__faint")
        .attr("stroke-width", "1")
        .attr("stroke-opacity", "0.4")
}

/// A broken line.
pub fn broken(frame: Frame, from: Place, to: Place) -> Element {
    line(frame, from, to).class("chart__broken").attr("stroke-dasharray", "6 4")
}

/// A full bar: its top left corner, and how wide and high it is.
pub fn bar(frame: Frame, at: Place, size: Place) -> Element {
    rect(frame, at, size).class("chart__bar").attr("fill", "currentColor")
}

/// An empty bar.
pub fn empty_bar(frame: Frame, at: Place, size: Place) -> Element {
    outlined(rect(frame, at, size).class("chart__empty")).attr("stroke-width", "1")
}

/// A band that lies under what else is drawn.
pub fn band(frame: Frame, at: Place, size: Place) -> Element {
    rect(frame, at, size)
        .class("chart__band")
        .attr("fill", "currentColor")
        .attr("fill-opacity", "0.12")
}

fn rect(frame: Frame, (x, y): Place, (width, height): Place) -> Element {
    drawn("rect")
        .attr("x", frame.across(x))
        .attr("y", frame.down(y))
        .attr("width", frame.across(width))
        .attr("height", frame.down(height))
}

fn outlined(element: Element) -> Element {
    element.attr("fill", "none").attr("stroke", "currentColor")
}

/// A text; its place is on its base line.
pub fn text(frame: Frame, (x, y): Place, anchor: Anchor, words: impl Into<String>) -> Element {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    drawn("text")
        .class("chart__text")
        .attr("x", frame.across(x))
        .attr("y", frame.down(y))
        .attr("text-anchor", anchor)
        .attr("fill", "currentColor")
        .child(words.into())
}

/// What is written at both ends of an axis across.
pub fn ends(frame: Frame, down: f64, first: &str, last: &str) -> [Option<Element>; 2] {
    let last = (first != last).then(|| text(frame, (1.0, down), Anchor::End, last));
    [Some(text(frame, (0.0, down), Anchor::Start, first)), last]
}
