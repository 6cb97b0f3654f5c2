//! The drawn outline of a body, no one's in particular, and its regions as
//! buttons: one stop for Tab, and the arrow keys go from one to the next.

use super::body::{Marking, amount_in_words};
use crate::browser::page;
use crate::core::body::{Amount, BodyMap, OUTLINE, REGIONS, Region, Side};
use crate::state::signals::RwSignal;
use crate::ui::view::{Element, View, drawn, el};

/// The right half of the outline, from the top of the head down the outside and
/// up again to the middle; the left half is its mirror.
const HALF: &str = "M50 4C60 4 65 11 64.5 19C64 27 61 32 57 34.5C56.5 38 57 40.5 59 42\
C64 45 73 45 78 50C82 55 82 62 83 68C84.5 78 87 86 88.5 94C90 102 91 107 93 112\
C96 118 96 126 92 130C89 132 86 129 85 124C84 119 83.5 116 82.5 112\
C80 103 77.5 95 75.5 87C74 81 72.5 76 71 71C70.5 80 69 86 69.5 94\
C70 102 72.5 108 72.5 117C72.5 130 70 143 69 154C68.5 163 69.5 169 68 178\
C66.5 187 63.5 194 63.5 202C64 207 68 209 68 213C67.5 217 59 217 55 215.5\
C53 214 53.5 207 53.5 202C53.5 192 53 182 52.5 172C52.2 160 52.5 148 51.5 136\
C51 130 50.5 126 50 123";

const MIRROR: &str = "matrix(-1 0 0 1 100 0)";

/// One side of the body, with its name under it.
pub(super) fn figure(side: Side, name: &'static str, marking: Marking) -> Element {
    let regions = || REGIONS.iter().filter(move |region| region.side == side);
    let first = regions().next().map_or("", |region| region.id);
    let reached = RwSignal::new(Some(first.to_owned()));
    let clip = match side {
        Side::Front => "outline-front",
        Side::Back => "outline-back",
    };
    let buttons: View = regions().map(|it| region(it, clip, reached, marking)).collect();
    let drawing = body(clip).attr("role", "group").attr("aria-label", name).child(buttons);
    el("div")
        .class("body__figure")
        .child(drawing)
        .child(el("p").class("body__side").attr("aria-hidden", "true").child(name))
}

/// Both halves of the outline, of this class.
pub fn halves(class: &'static str) -> View {
    let half = || drawn("path").class(class).attr("d", HALF);
    [half(), half().attr("transform", MIRROR)].into_iter().collect()
}

/// One side of the body, drawn.
fn body(clip: &'static str) -> Element {
    let clip_path = drawn("clipPath").attr("id", clip).child(halves("outline__half"));
    drawn("svg")
        .class("outline")
        .attr("viewBox", format!("0 0 {} {}", OUTLINE[0], OUTLINE[1]))
        .child(drawn("defs").child(clip_path))
        .child(halves("outline__half"))
}

/// What was marked, as a picture of the words beside it; only the sides that
/// have a mark, and none where no place is known.
pub(super) fn picture(map: &BodyMap) -> Option<Element> {
    let side = |side: Side, clip: &'static str| {
        let marked = |region: &'static Region| {
            let amount = map.mark(region.id)?.amount;
            let seen = area(region, "region__seen").attr("clip-path", format!("url(#{clip})"));
            let sign = sign(region).child(amount_sign(Some(amount)));
            let name = amount_name(Some(amount));
            Some(drawn("g").class("region").attr("data-amount", name).child(seen).child(sign))
        };
        let regions = REGIONS.iter().filter(|region| region.side == side);
        let marks: Vec<Element> = regions.filter_map(marked).collect();
        (!marks.is_empty()).then(|| body(clip).child(marks))
    };
    let sides = [side(Side::Front, "outline-front"), side(Side::Back, "outline-back")];
    let sides: Vec<Element> = sides.into_iter().flatten().collect();
    (!sides.is_empty())
        .then(|| el("div").class("body__picture").attr("aria-hidden", "true").child(sides))
}

fn area(region: &Region, class: &'static str) -> Element {
    let [left, top, width, height] = region.area;
    drawn("rect")
        .class(class)
        .attr("x", left.to_string())
        .attr("y", top.to_string())
        .attr("width", width.to_string())
        .attr("height", height.to_string())
}

/// Where the sign of a mark stands.
fn sign(region: &Region) -> Element {
    let [left, top, width, height] = region.area;
    drawn("text")
        .class("region__sign")
        .attr("x", (left + width / 2).to_string())
        .attr("y", (top + height / 2).to_string())
}

fn amount_name(amount: Option<Amount>) -> &'static str {
    match amount {
        Some(Amount::More) => "more",
        Some(Amount::Less) => "less",
        None => "none",
    }
}

fn amount_sign(amount: Option<Amount>) -> &'static str {
    match amount {
        Some(Amount::More) => "+",
        Some(Amount::Less) => "−",
        None => "",
    }
}

/// A region: what is seen keeps within the outline, what is hit does not.
fn region(
    region: &'static Region,
    clip: &'static str,
    reached: RwSignal<Option<String>>,
    marking: Marking,
) -> Element {
    let amount = move || marking.now(region).map(|mark| mark.amount);
    let name = move || match amount() {
        Some(amount) => format!("{}: {}", region.name, amount_in_words(amount)),
        None => region.name.to_owned(),
    };
    let is_at = |place: RwSignal<Option<String>>| {
        move || place.with(|place| place.as_deref() == Some(region.id))
    };
    let is_reached = is_at(reached);
    let reach = move |region: &Region| reached.set(Some(region.id.to_owned()));
    let press = move |key: &str| match key {
        "Enter" | " " => {
            marking.mark(region);
            true
        }
        _ => walk(region, key).is_some_and(|next| {
            reach(next);
            page::focus(&format!("[data-region=\"{}\"]", next.id));
            true
        }),
    };
    drawn("g")
        .class("region")
        .attr("role", "button")
        .attr("data-region", region.id)
        .live_attr("aria-label", name)
        .live_attr("aria-pressed", move || amount().is_some())
        .live_attr("data-amount", move || amount_name(amount()))
        .live_attr("data-open", is_at(marking.open))
        .live_attr("tabindex", move || if is_reached() { "0" } else { "-1" })
        .on("keydown", move |event| {
            if press(&event.key()) {
                event.prevent();
            }
        })
        .on_click(move || {
            reach(region);
            marking.mark(region);
        })
        .child(area(region, "region__seen").attr("clip-path", format!("url(#{clip})")))
        .child(area(region, "region__hit"))
        .child(sign(region).attr("aria-hidden", "true").text(move || amount_sign(amount())))
}

/// The next region in the direction of an arrow key, on the same side: the
/// nearest of those whose middle lies that way.
fn walk(from: &'static Region, key: &str) -> Option<&'static Region> {
    let middle = |region: &Region| {
        let [left, top, width, height] = region.area.map(i32::from);
        (2 * left + width, 2 * top + height)
    };
    let (x, y) = middle(from);
    let (across, down) = match key {
        "ArrowLeft" => (-1, 0),
        "ArrowRight" => (1, 0),
        "ArrowUp" => (0, -1),
        "ArrowDown" => (0, 1),
        _ => return None,
    };
    let far = |region: &&Region| {
        let (there_x, there_y) = middle(region);
        let (dx, dy) = (there_x - x, there_y - y);
        let (along, aside) = if across != 0 { (dx * across, dy) } else { (dy * down, dx) };
        (along > 0).then_some(along + 3 * aside.abs())
    };
    let others = REGIONS.iter().filter(|region| region.side == from.side);
    others.filter(|region| far(region).is_some()).min_by_key(far)
}
