//! Questions on memories ask for nothing that may not have been.

use super::{Rules, first_of};
use crate::draft::Draft;
use crate::kinds::StepKind;
use crate::problem::{ProblemKind, Problems};
use crate::source::Text;
use crate::steps::Step;
use crate::tokens::Phrase;

/// The theme that this is about.
const MEMORIES: &str = "memories";

/// Prompts of the theme, and what its exercises ask.
pub(super) fn check(draft: &Draft, rules: &Rules, problems: &mut Problems) {
    let phrases: Vec<_> = rules.lists.leading.iter().map(|words| Phrase::new(words)).collect();
    for theme in draft.themes.all.iter().filter(|theme| theme.source.slug() == MEMORIES) {
        for prompt in &theme.front.prompts {
            check_text(theme.source.text(&prompt.text), &phrases, problems);
        }
    }
    for exercise in &draft.exercises.all {
        if exercise.frame.theme.get_ref() != MEMORIES {
            continue;
        }
        let asks = |step: &&Step| !matches!(step.kind, StepKind::Read { .. });
        for words in exercise.all_steps().filter(asks).flat_map(Step::texts) {
            check_text(exercise.source.text(words), &phrases, problems);
        }
    }
}

fn check_text(text: Text<'_>, phrases: &[Phrase], problems: &mut Problems) {
    if let Some((at, words)) = first_of(text.str(), phrases) {
        let what = format!("“{words}” leads in a question on memories");
        text.problem(at, ProblemKind::LeadingQuestion, what, problems);
    }
}
