//! What could not be read of a chosen file, in words.

use crate::browser::files::NotRead;
use crate::core::backup::Part;
use crate::core::backup::read::{ReadProblem, Why};
use crate::core::content::words::import as words;
use crate::ui::view::{Element, View, el};

/// So many are shown, and the others counted.
const SHOWN: usize = 20;

/// Why a chosen file could not be read at all.
pub fn not_read(why: NotRead) -> &'static str {
    match why {
        NotRead::TooLarge => words::TOO_LARGE,
        NotRead::Refused => words::REFUSED,
    }
}

/// What could not be read, as a part of a screen.
pub fn file_problems(problems: &[ReadProblem]) -> Option<Element> {
    if problems.is_empty() {
        return None;
    }
    let shown = problems.iter().take(SHOWN).map(|problem| el("li").child(in_words(*problem)));
    let more = problems.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| el("li").child(words::problem_more(more)));
    let list = el("ul").class("prose__list").child(shown.collect::<View>()).child(more);
    Some(
        el("section")
            .class("warning")
            .child(el("h3").child(words::PROBLEMS_TITLE))
            .child(list)
            .child(el("p").child(words::PROBLEMS_LEAD)),
    )
}

fn in_words(problem: ReadProblem) -> String {
    match problem {
        ReadProblem::Empty => words::PROBLEM_EMPTY.to_owned(),
        ReadProblem::NotOurs => words::PROBLEM_NOT_OURS.to_owned(),
        ReadProblem::StoredValues => words::PROBLEM_STORED_VALUES.to_owned(),
        ReadProblem::Newer(_) => words::PROBLEM_NEWER.to_owned(),
        ReadProblem::Stops { line } => words::problem_stops(&line.to_string()),
        ReadProblem::Value { part, number, line, why } => words::problem_value(
            what(part),
            &number.to_string(),
            &line.to_string(),
            why_in_words(why),
        ),
        ReadProblem::More(count) => words::problem_more(count),
        ReadProblem::Counts { says, has } => {
            words::problem_counts(&says.entries.to_string(), &has.entries.to_string())
        }
        ReadProblem::Changed => words::PROBLEM_CHANGED.to_owned(),
    }
}

fn what(part: Part) -> &'static str {
    match part {
        Part::Entries => words::WHAT_ENTRY,
        Part::Gone => words::WHAT_GONE,
        Part::Drafts => words::WHAT_DRAFT,
        Part::Made | Part::Counts | Part::Settings | Part::Looks => words::WHAT_HEAD,
    }
}

fn why_in_words(why: Why) -> &'static str {
    match why {
        Why::NotJson => words::WHY_NOT_JSON,
        Why::Id => words::WHY_ID,
        Why::Day => words::WHY_DAY,
        Why::Moment => words::WHY_MOMENT,
        Why::Shape => words::WHY_SHAPE,
        Why::Twice => words::WHY_TWICE,
    }
}
