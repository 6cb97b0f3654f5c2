//! A tree in one line, for tests: `h2(…)`, `p(…)`, `q(…)`, `ul(li(…))`,
//! `ol3(li(…))`, `hr`; `[x]` before what a ticked item holds; words between
//! `<e>`, `<s>` or `<es>` and `</>`; links as `{address|words}`.

use freshet::core::markdown::{Block, Inline, Item, Style, Words};

pub(crate) fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(level, inlines) => format!("h{level}({})", all(inlines)),
        Block::Paragraph(inlines) => format!("p({})", all(inlines)),
        Block::Quote(inner) => format!("q({})", blocks(inner)),
        Block::List(list) => {
            let items: String = list.items.iter().map(item).collect();
            match list.start {
                Some(start) => format!("ol{start}({items})"),
                None => format!("ul({items})"),
            }
        }
        Block::Rule => "hr".to_owned(),
    }
}

fn item(item: &Item) -> String {
    let tick = match item.tick {
        Some(tick) if tick.done => "[x]",
        Some(_) => "[ ]",
        None => "",
    };
    format!("li({tick}{})", blocks(&item.blocks))
}

fn all(inlines: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Words(one) => words(one),
        Inline::Link { address, words: inner } => {
            format!("{{{address}|{}}}", inner.iter().map(words).collect::<String>())
        }
    };
    inlines.iter().map(one).collect()
}

pub(crate) fn words(words: &Words) -> String {
    styled(&words.text, words.style)
}

pub(crate) fn styled(text: &str, style: Style) -> String {
    let name = match (style.emphasis, style.strong) {
        (false, false) => return text.to_owned(),
        (true, false) => "e",
        (false, true) => "s",
        (true, true) => "es",
    };
    format!("<{name}>{text}</>")
}
