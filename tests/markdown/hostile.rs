//! Texts that somebody made to take long, or to reach deep.

use freshet::core::markdown::{Block, DEEPEST, Inline, parse};
use proptest::prelude::*;

/// How deep a tree is.
fn depth(blocks: &[Block]) -> usize {
    let one = |block: &Block| match block {
        Block::Quote(inner) => 1 + depth(inner),
        Block::List(list) => {
            1 + list.items.iter().map(|item| depth(&item.blocks)).max().unwrap_or(0)
        }
        Block::Heading(..) | Block::Paragraph(_) | Block::Rule => 0,
    };
    blocks.iter().map(one).max().unwrap_or(0)
}

/// All that is read, one after the other.
fn read(blocks: &[Block]) -> String {
    let mut all = String::new();
    for block in blocks {
        match block {
            Block::Quote(inner) => all += &read(inner),
            Block::List(list) => list.items.iter().for_each(|item| all += &read(&item.blocks)),
            Block::Rule => {}
            Block::Heading(_, inlines) | Block::Paragraph(inlines) => {
                for inline in inlines {
                    let words = match inline {
                        Inline::Words(words) => std::slice::from_ref(words),
                        Inline::Link { words, .. } => words,
                    };
                    words.iter().for_each(|words| all += &words.text);
                }
            }
        }
    }
    all
}

/// A text that grows a hundredfold takes about a hundred times as long, and no
/// ten thousand times: these end at once or never.
#[test]
fn a_hundred_thousand_signs_are_read_in_their_turn() {
    const MANY: usize = 100_000;
    let halves = |one: &str, other: &str| format!("{}a{}", one.repeat(MANY), other.repeat(MANY));
    let texts = [
        "*".repeat(MANY),
        "_a".repeat(MANY),
        "**a _b ".repeat(MANY),
        "a**b".repeat(MANY),
        "*a_ ".repeat(MANY),
        halves("*", "*"),
        halves("**a ", " b**"),
        halves("*a **a ", "b** b*"),
        "[".repeat(MANY),
        halves("[", "]"),
        halves("[", "](http://a)"),
        "[a](".repeat(MANY),
        "](\\(".repeat(MANY),
        "[](mailto:a".repeat(MANY),
        "[[a](http://b)".repeat(MANY),
        "[a](http://b) [".repeat(MANY),
        "http://".repeat(MANY),
        "http://a)".repeat(MANY),
        format!("http://a{}", ")".repeat(MANY)),
        ">".repeat(MANY),
        "> ".repeat(MANY),
        "- ".repeat(MANY),
        "1. ".repeat(MANY),
        "- a\n".repeat(MANY),
        format!("{}a", "> - ".repeat(MANY)),
        (0..1_000).map(|deep| format!("{}- a\n", "  ".repeat(deep))).collect(),
        ">".repeat(20) + &"\na".repeat(MANY),
        "#".repeat(MANY),
        "\\".repeat(MANY),
        "\t".repeat(MANY) + "a",
        "\n".repeat(MANY),
        "-".repeat(MANY) + "a",
    ];
    for text in texts {
        let blocks = parse(&text);
        let start: String = text.chars().take(12).collect();
        assert!(depth(&blocks) <= DEEPEST + 1, "{start}… is {} deep", depth(&blocks));
    }
}

#[test]
fn what_lies_too_deep_is_text() {
    let text = ">".repeat(DEEPEST + 3) + "a";
    let blocks = parse(&text);
    assert_eq!((depth(&blocks), read(&blocks).as_str()), (DEEPEST, ">>>a"));
}

const PIECES: &[&str] = &[
    "*",
    "_",
    "[",
    "]",
    "(",
    ")",
    "](http://a)",
    "http://",
    "\\",
    "`",
    "<",
    "&",
    "!",
    "#",
    ">",
    "- ",
    "1. ",
    "[ ] ",
    "- [x] ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "    ",
    "a",
    "é",
    "\u{301}",
    "😀",
    "\u{200d}",
    "\u{0}",
    "\u{2028}",
    "שלום",
    "\u{202e}",
];

proptest! {
    #[test]
    fn any_text_is_read_and_keeps_its_letters(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)
    ) {
        let text = pieces.concat();
        let read = read(&parse(&text));
        let letters = |text: &str| -> String { text.chars().filter(|l| l.is_alphabetic()).collect() };
        // But for those of a link's address and of a ticked box.
        let kept = text.replace("](http://a)", "").replace("[x]", "");
        prop_assume!(!read.contains("](http://a)") && !read.contains("[x]"));
        prop_assert_eq!(letters(&read), letters(&kept));
    }

    #[test]
    fn words_without_signs_stay_as_they_are(text in "[a-zA-Zé🙂.,;:!?’ \n]{0,80}") {
        let lines = |text: &str| -> String {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
        };
        prop_assert_eq!(lines(&read(&parse(&text)).replace('\n', "")), lines(&text));
    }
}
