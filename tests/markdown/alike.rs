//! Texts made of signs, read alike by both.

use crate::{peer, shown};
use freshet::core::markdown::parse;
use proptest::prelude::*;

/// Texts of some pieces in any order.
fn made_of(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 1..most).prop_map(|all| all.concat())
}

/// What may stand in a paragraph: no line begins with a sign of a block.
const IN_A_LINE: &[&str] = &[
    "*",
    "**",
    "***",
    "_",
    "__",
    "a",
    "b",
    " ",
    ".",
    "é",
    "😀",
    "“",
    "\\",
    "[",
    "]",
    "](mailto:a)",
    "](mailto:a\\)b)",
    "(",
    ")",
    "a\na",
    "*a",
    "a*",
];

/// What lines may begin with, and what follows.
const SIGNS: &[&str] = &[
    "", "", " ", "  ", "   ", ">", "> ", "> > ", "- ", "* ", "+ ", "1. ", "1) ", "2. ", "10. ",
    "-", "# ", "## ", "#", "- - ", "1. - ", "> - ", "- > ", "* * *", "- [ ] a ", "- [x] ",
];
const WORDS: &[&str] = &["", "a", "b c", "*a*", "a\\", "1", "a #"];

fn line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(WORDS);
    (made_of(SIGNS, 4), words).prop_map(|(signs, words)| signs + words)
}

/// Whether something stands in it that only the peer knows: code by its indent
/// and headings by the line under them.
fn is_beyond_ours(text: &str) -> bool {
    text.lines().any(|line| {
        let inner = line.trim_start_matches(|sign: char| " >-+*().0123456789".contains(sign));
        let signs = &line[..line.len() - inner.len()];
        let rest = line.trim_matches([' ', '>', '\t']);
        signs.contains("    ") || (!rest.is_empty() && rest.bytes().all(|byte| byte == b'-'))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn lines_are_read_alike(text in made_of(IN_A_LINE, 24)) {
        // A letter first, so that it is a paragraph.
        let text = format!("a{text}");
        // A link to nowhere is text here.
        prop_assume!(text.matches("](").count() == text.matches("](mailto").count());
        prop_assert_eq!(shown::blocks(&parse(&text)), peer::blocks(&text));
    }

    #[test]
    fn blocks_are_read_alike(lines in prop::collection::vec(line(), 1..8)) {
        let text = lines.join("\n");
        prop_assume!(!is_beyond_ours(&text));
        prop_assert_eq!(shown::blocks(&parse(&text)), peer::blocks(&text));
    }
}
