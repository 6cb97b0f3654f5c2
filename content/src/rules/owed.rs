//! Where a fact is owed, one is cited.

use toml::Spanned;

use super::{Rules, figure, first_of};
use crate::draft::Draft;
use crate::markdown::{Block, Part, cited, without_citations};
use crate::problem::{ProblemKind, Problems};
use crate::source::{Source, Text};
use crate::tokens::Phrase;

/// All readings, and every *why*.
pub(super) fn check(draft: &Draft, rules: &Rules, problems: &mut Problems) {
    let lists = [&rules.lists.owing, &rules.lists.drugs, &rules.lists.diagnoses];
    let owing: Vec<_> = lists.into_iter().flatten().map(|words| Phrase::new(words)).collect();
    for reading in draft.readings() {
        for part in &reading.parts {
            check_part(&reading.source, part, &owing, problems);
        }
    }
    for why in draft.whys() {
        check_text(why, false, &owing, problems);
    }
}

fn check_part(source: &Source, part: &Part, owing: &[Phrase], problems: &mut Problems) {
    let owes = part.heading.as_ref().is_some_and(|heading| heading.kind.owes_facts());
    for block in &part.blocks {
        match block {
            Block::Paragraph(words) => check_text(source.text(words), owes, owing, problems),
            Block::List(points) => check_list(source, points, owes, owing, problems),
        }
    }
}

/// A list owes a fact as a whole, and each point what its own words owe.
fn check_list(
    source: &Source,
    points: &[Spanned<String>],
    owes: bool,
    owing: &[Phrase],
    problems: &mut Problems,
) {
    let cites = points.iter().any(|point| cited(point.get_ref()).next().is_some());
    for (number, point) in points.iter().enumerate() {
        let for_all = owes && !cites && number == 0;
        check_text(source.text(point), for_all, owing, problems);
    }
}

fn check_text(text: Text<'_>, owes: bool, owing: &[Phrase], problems: &mut Problems) {
    if cited(text.str()).next().is_some() {
        return;
    }
    let plain = without_citations(text.str());
    let (at, what) = if let Some(at) = figure(&plain) {
        (at, "a figure stands here without a fact".to_owned())
    } else if let Some((at, words)) = first_of(&plain, owing) {
        (at, format!("“{words}” stands here without a fact"))
    } else if owes {
        (0, "a section of this kind cites a fact in every paragraph and list".to_owned())
    } else {
        return;
    };
    text.problem(at, ProblemKind::ParagraphWithoutFact, what, problems);
}
