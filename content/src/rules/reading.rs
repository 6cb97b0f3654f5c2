//! Nothing is harder to read than it may be.

use toml::Spanned;

use super::Rules;
use crate::draft::Draft;
use crate::grade::{Size, TwoSyllables, hardest};
use crate::markdown::Part;
use crate::problem::{ProblemKind, Problems};
use crate::shelf::Reading;
use crate::source::Text;

/// A text of the interface, an exercise or the guided path is graded when it has more words:
/// the formula says little of a label.
const SHORT: usize = 20;

/// Readings, their sections, exercises and interface words.
pub(super) fn check(draft: &Draft, rules: &Rules, problems: &mut Problems) {
    let two = TwoSyllables::new(&rules.lists.two_syllables);
    let grade = &rules.lists.grade;
    for reading in draft.readings() {
        check_whole(reading, grade.theme, &two, problems);
        for part in &reading.parts {
            check_section(reading, part, grade.section, &two, problems);
        }
    }
    let words = draft.words.iter().flat_map(|module| module.texts());
    let exercises = draft.exercises.all.iter().flat_map(|exercise| exercise.texts());
    let sit = draft.sit.iter().flat_map(|sit| sit.texts());
    for text in words.chain(exercises).chain(sit) {
        let size = Size::of(text.str(), &two);
        if size.words > SHORT && size.grade() > grade.section {
            let what = too_hard("the text", size, grade.section, &[text.str()], &two);
            text.problem(0, ProblemKind::TextOverGrade, what, problems);
        }
    }
}

fn check_whole(reading: &Reading, most: f64, two: &TwoSyllables, problems: &mut Problems) {
    let texts: Vec<_> = reading.parts.iter().flat_map(Part::paragraphs).map(plain).collect();
    let size = texts.iter().map(|text| Size::of(text, two)).sum::<Size>();
    if size.grade() > most {
        let what = too_hard("the reading", size, most, &texts, two);
        let at = reading.front.title.span().start;
        reading.source.problem(at, ProblemKind::ThemeOverGrade, what, problems);
    }
}

fn check_section(
    reading: &Reading,
    part: &Part,
    most: f64,
    two: &TwoSyllables,
    problems: &mut Problems,
) {
    let texts: Vec<_> = part.paragraphs().map(plain).collect();
    let size = texts.iter().map(|text| Size::of(text, two)).sum::<Size>();
    let heading = part.heading.as_ref().map(|heading| &heading.title);
    let Some(first) = heading.or_else(|| part.paragraphs().next()) else {
        return;
    };
    if size.grade() > most {
        let what = too_hard("the section", size, most, &texts, two);
        let first: Text<'_> = reading.source.text(first);
        first.problem(0, ProblemKind::SectionOverGrade, what, problems);
    }
}

fn plain(words: &Spanned<String>) -> &str {
    words.get_ref()
}

fn too_hard(what: &str, size: Size, most: f64, texts: &[&str], two: &TwoSyllables) -> String {
    let hardest = hardest(texts, two).unwrap_or_default();
    let grade = size.grade();
    format!("{what} reads at grade {grade:.2}, over {most}; its hardest sentence is “{hardest}”")
}
