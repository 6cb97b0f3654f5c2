//! Where the matches of a query lie in a text as it was written, and the piece
//! of a long text that shows them best. Only what is shown is looked at.

use super::fold::Folder;
use super::query::Query;
use super::term::Needle;
use std::ops::Range;

/// A part of a text, and the matches in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// Which bytes of the text, from the beginning of a word to the end of one
    /// where words are not longer than the excerpt.
    pub range: Range<usize>,
    /// The matches within it, in bytes of the whole text, in order and apart.
    pub marks: Vec<Range<usize>>,
}

/// At most so many matches are marked in one text.
pub const MOST_MARKS: usize = 2_000;

/// The matches in a text, in order and apart, as ranges of its bytes. A match
/// takes in the accents of its last letter, however they were typed.
pub fn marks(text: &str, query: &Query, folder: &mut Folder) -> Vec<Range<usize>> {
    if query.wanted.is_empty() {
        return Vec::new();
    }
    let mapped = folder.map(text);
    let mut found = Vec::new();
    for needle in query.wanted.iter().map(Needle::new) {
        let mut from = 0;
        while let Some(place) = needle.find(&mapped.folded, from)
            && found.len() < MOST_MARKS
        {
            from = place.at + needle.length();
            found.push(original(text, &mapped.origin, place.at, from));
        }
    }
    // In the order of their beginnings; as numbers, which sort by the same code
    // as the entries found.
    let mut order: Vec<u64> =
        found.iter().zip(0..).map(|(mark, nth)| (mark.start as u64) << 32 | nth).collect();
    order.sort_unstable();
    apart(order.into_iter().map(|key| found[key as u32 as usize].clone()))
}

/// The letters that folded bytes come from.
fn original(text: &str, origin: &[usize], start: usize, end: usize) -> Range<usize> {
    let start = origin[start];
    // One letter can be folded to two: what ends within it takes in all of it.
    let last = origin[end - 1];
    let letter = text.get(last..).unwrap_or_default().chars().next().map_or(0, char::len_utf8);
    start..origin[end].max(last + letter)
}

/// Those that touch made one, of ranges in the order of their beginnings.
fn apart(sorted: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut apart: Vec<Range<usize>> = Vec::new();
    for mark in sorted {
        match apart.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => apart.push(mark),
        }
    }
    apart
}

/// The part of a text, about `length` bytes long, that holds the most matches,
/// the first of them a quarter in; the beginning of the text if there are none.
pub fn excerpt(text: &str, marks: &[Range<usize>], length: usize) -> Excerpt {
    let held = |from: usize| {
        marks[from..]
            .iter()
            .take_while(|mark| mark.end <= marks[from].start + length * 3 / 4)
            .count()
    };
    // Of parts with as many, the first.
    let best = (0..marks.len()).max_by_key(|from| (held(*from), std::cmp::Reverse(*from)));
    let anchor = best.map_or(0, |at| marks[at].start.saturating_sub(length / 4));
    let start =
        if anchor == 0 { 0 } else { word_edge(text, anchor, best.map_or(0, |at| marks[at].start)) };
    let limit = (start + length).max(best.map_or(0, |at| marks[at].end)).min(text.len());
    let end = last_edge(text, start, limit);
    let end = best.map_or(end, |at| end.max(marks[at].end));
    let within = |mark: &&Range<usize>| mark.start >= start && mark.end <= end;
    Excerpt { range: start..end, marks: marks.iter().filter(within).cloned().collect() }
}

/// The first beginning of a word from here on, or the limit.
fn word_edge(text: &str, from: usize, limit: usize) -> usize {
    let from = text.ceil_char_boundary(from);
    let blank = text
        .get(from..limit.max(from))
        .unwrap_or_default()
        .char_indices()
        .find(|(_, letter)| letter.is_whitespace());
    blank.map_or(limit.max(from), |(at, letter)| from + at + letter.len_utf8())
}

/// The last end of a word up to the limit, or the limit.
fn last_edge(text: &str, from: usize, limit: usize) -> usize {
    let limit = text.floor_char_boundary(limit);
    if limit == text.len()
        || text.get(limit..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
    {
        return limit;
    }
    text.get(from..limit)
        .unwrap_or_default()
        .rfind(char::is_whitespace)
        .map_or(limit, |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn folder() -> Folder {
        Folder::new(|letter| letter.nfd().collect())
    }

    fn marked(text: &str, typed: &str) -> String {
        let query = Query::parse(typed, &mut folder()).query;
        let mut shown = text.to_owned();
        for mark in marks(text, &query, &mut folder()).into_iter().rev() {
            shown.insert(mark.end, ']');
            shown.insert(mark.start, '[');
        }
        shown
    }

    #[track_caller]
    fn check(text: &str, typed: &str, expected: &str) {
        assert_eq!(marked(text, typed), expected, "{typed}");
    }

    #[test]
    fn matches_lie_in_the_words_as_they_were_written() {
        check("Nothing to mark", "-mark", "Nothing to mark");
        check("Été d’été", "ete", "[Été] d’[été]");
        check("une\u{301} e\u{301}te\u{301}.", "ete", "une\u{301} [e\u{301}te\u{301}].");
        check("Straße", "as", "Str[aß]e");
        check("at  the\n end", "\"at the end\"", "[at  the\n end]");
        check("walk, walking, sidewalk", "walk", "[walk], [walk]ing, side[walk]");
        check("walk, walking, sidewalk", "\"walk\"", "[walk], walking, sidewalk");
        check("walkway", "walk way", "[walkway]");
        check("I don’t… know", "don't...", "I [don’t…] know");
    }

    #[test]
    fn an_excerpt_holds_the_most_matches_and_whole_words() {
        let text = "One rose. ".to_owned()
            + &"Nothing here at all. ".repeat(30)
            + "A rose is a rose is a rose. And on it goes, for ever.";
        let query = Query::parse("rose", &mut folder()).query;
        let excerpt = excerpt(&text, &marks(&text, &query, &mut folder()), 60);
        assert_eq!(excerpt.marks.len(), 3);
        assert_eq!(&text[excerpt.range], "at all. A rose is a rose is a rose. And on it goes, for");
    }

    proptest! {
        #[test]
        fn marks_and_excerpts_fit_any_text(text in "(\\PC|[ae \u{301}ß]){0,80}", typed in "[a-eß]{1,2}", length in 0_usize..90) {
            let query = Query::parse(&typed, &mut folder()).query;
            let marks = marks(&text, &query, &mut folder());
            prop_assert!(marks.iter().all(|mark| text.get(mark.clone()).is_some()));
            prop_assert!(marks.windows(2).all(|pair| pair[0].end < pair[1].start));
            let excerpt = excerpt(&text, &marks, length);
            prop_assert!(text.get(excerpt.range.clone()).is_some());
            prop_assert_eq!(marks.is_empty(), excerpt.marks.is_empty());
        }
    }
}
