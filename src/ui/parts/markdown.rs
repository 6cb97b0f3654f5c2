//! A text as it is read: its headings, lists, quotes, emphasis and links, as
//! nodes. Links leave the page, and say so.

use super::button::way_out;
use crate::core::content::words::entry as words;
use crate::core::markdown::{Block, Inline, Item, List, Style, Tick, Words, parse};
use crate::ui::view::{Element, View, el};
use crate::views;
use std::rc::Rc;

/// What is done when a box is ticked or not.
pub type OnTick = Rc<dyn Fn(Tick, bool)>;

/// Headings in a text stand below that of the screen.
const HEADINGS: [&str; 6] = ["h2", "h3", "h4", "h5", "h6", "h6"];

/// What drawing needs.
struct Drawing {
    /// How far below the usual its headings stand.
    below: usize,
    /// The levels of headings that occur, from the highest on: none is left out
    /// between two of them on the screen.
    levels: Vec<u8>,
    on_tick: Option<OnTick>,
}

/// A text as it is read. Without something to do, boxes cannot be ticked.
pub fn markdown(text: &str, on_tick: Option<OnTick>) -> Element {
    drawn(text, 0, on_tick)
}

/// A text within a part of the screen that has a heading of this level, from 1
/// for that of the screen.
pub fn markdown_below(text: &str, level: usize) -> Element {
    drawn(text, level - 1, None)
}

fn drawn(text: &str, below: usize, on_tick: Option<OnTick>) -> Element {
    let read = parse(text);
    let mut levels = Vec::new();
    find_levels(&read, &mut levels);
    levels.sort_unstable();
    levels.dedup();
    let drawing = Drawing { below, levels, on_tick };
    // Each block lies the way its first letter says. A list or a quote is asked
    // as a whole, for browsers pass over parts that are asked themselves.
    let blocks = read.into_iter().map(|block| drawing.block(block).attr("dir", "auto"));
    el("div").class("read").child(blocks.collect::<View>())
}

fn find_levels(blocks: &[Block], levels: &mut Vec<u8>) {
    for block in blocks {
        match block {
            Block::Heading(level, _) => levels.push(*level),
            Block::Quote(inner) => find_levels(inner, levels),
            Block::List(list) => {
                list.items.iter().for_each(|item| find_levels(&item.blocks, levels));
            }
            Block::Paragraph(_) | Block::Rule => {}
        }
    }
}

impl Drawing {
    fn blocks(&self, blocks: Vec<Block>) -> View {
        blocks.into_iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: Block) -> Element {
        match block {
            Block::Heading(level, inside) => {
                let rank = self.levels.iter().position(|other| *other == level);
                let at = (self.below + rank.unwrap_or_default()).min(HEADINGS.len() - 1);
                el(HEADINGS[at]).child(inlines(inside))
            }
            Block::Paragraph(inside) => el("p").child(inlines(inside)),
            Block::Quote(inner) => el("blockquote").child(self.blocks(inner)),
            Block::List(list) => self.list(list),
            Block::Rule => el("hr"),
        }
    }

    fn list(&self, list: List) -> Element {
        let items: View = list.items.into_iter().map(|item| self.item(item)).collect();
        match list.start {
            None => el("ul").child(items),
            Some(start) => el("ol").attr("start", start.to_string()).child(items),
        }
    }

    fn item(&self, item: Item) -> Element {
        let Item { tick, blocks } = item;
        let Some(tick) = tick else { return el("li").child(self.blocks(blocks)) };
        let mut rest = blocks.into_iter().peekable();
        let named = rest.next_if(|block| matches!(block, Block::Paragraph(_)));
        let input = self.tick(tick);
        let label = match named {
            Some(Block::Paragraph(inside)) => {
                el("label").child(input).child(el("span").child(inlines(inside)))
            }
            _ => el("label").child(input.attr("aria-label", words::TICK)),
        };
        let rest: View = rest.map(|block| self.block(block)).collect();
        el("li").class("read__task").child(label.class("switch")).child(rest)
    }

    fn tick(&self, tick: Tick) -> Element {
        let input = el("input")
            .attr("type", "checkbox")
            .attr("autocomplete", "off")
            .attr("data-tick", tick.at().to_string())
            .flag("checked", move || tick.done);
        match self.on_tick.clone() {
            Some(on_tick) => input.on("change", move |event| on_tick(tick, event.is_checked())),
            None => input.flag("disabled", || true),
        }
    }
}

fn inlines(inlines: Vec<Inline>) -> View {
    inlines
        .into_iter()
        .map(|inline| match inline {
            Inline::Words(words) => styled(words),
            Inline::Link { address, words } => link(address, words).into(),
        })
        .collect()
}

fn styled(words: Words) -> View {
    let Words { text, style: Style { emphasis, strong } } = words;
    let text = View::from(text);
    let text = if emphasis { el("em").child(text).into() } else { text };
    if strong { el("strong").child(text).into() } else { text }
}

fn link(address: String, inside: Vec<Words>) -> Element {
    let read: View = if inside.is_empty() {
        address.clone().into()
    } else {
        inside.into_iter().map(styled).collect()
    };
    way_out(address, views![read, " ", el("small").child(words::LEAVES)])
}
