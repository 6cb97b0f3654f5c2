//! The lines of an entry as they are read: its words, and a list of the rest.

use crate::core::content::exercises::Exercise;
use crate::core::content::words::{entry as entry_words, report as words};
use crate::core::report::line::{Around, Line};
use crate::ui::parts::answers::{body, feelings_in_words, joined, listed, one, ratings_in_words};
use crate::ui::parts::markdown::markdown_below;
use crate::ui::view::{View, el};
use crate::views;

/// Lines in their order, below a heading of this level.
pub(super) fn lines(all: &[Line<'_>], level: usize) -> View {
    let written = all.iter().filter_map(|line| match line {
        Line::Words { question, text } => Some(written(*question, text, level)),
        _ => None,
    });
    let rows = rows(all);
    let rows = (!rows.is_empty()).then(|| el("dl").class("entry__answers").child(listed(rows)));
    views![written.collect::<View>(), rows]
}

fn written(question: Option<&str>, text: &str, level: usize) -> View {
    let question = question.map(|question| {
        el("p").class("entry__question").attr("dir", "auto").child(question.to_owned())
    });
    views![question, markdown_below(text, level)]
}

/// All but the words; where an exercise begins that is not the entry itself, it
/// is named.
fn rows(all: &[Line<'_>]) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut exercise = None;
    for line in all {
        if let Line::Answered { of, .. } = line
            && exercise != *of
        {
            exercise = *of;
            rows.extend(of.map(|slug| (words::EXERCISE.to_owned(), title(slug))));
        }
        rows.extend(row(line));
    }
    rows
}

fn row(line: &Line<'_>) -> Option<(String, String)> {
    let (name, said) = match line {
        Line::Words { .. } => return None,
        Line::Answered { answered, .. } => return Some(one(answered)),
        Line::Feelings(check_in) => (words::FEELINGS, feelings_in_words(check_in)),
        Line::Marks(map) => (entry_words::BODY, body(map)),
        Line::Rated(around, ratings) => (around_in_words(*around), ratings_in_words(*ratings)),
        Line::Theme(theme) => (entry_words::THEME, theme.title.to_owned()),
        Line::Tags(tags) => (entry_words::TAGS, joined(tags.iter().map(str::to_owned))),
    };
    Some((name.to_owned(), said))
}

fn around_in_words(around: Around) -> &'static str {
    match around {
        Around::Beside => entry_words::RATED,
        Around::Before => entry_words::BEFORE,
        Around::After => entry_words::AFTER,
    }
}

fn title(slug: &str) -> String {
    Exercise::find(slug).map_or_else(|| slug.to_owned(), |exercise| exercise.title.to_owned())
}
