//! Names have their shapes, nothing is named twice, and no text is empty.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::draft::Draft;
use crate::exercises::Exercise;
use crate::kinds::StepKind;
use crate::problem::{ProblemKind, Problems};
use crate::shelf::{Reading, Shelf};
use crate::sit::Sit;
use crate::source::Source;

/// A name, the file it stands in and the byte it begins at.
type Named<'a> = (String, &'a Source, usize);

/// All files.
pub(super) fn check(draft: &Draft, problems: &mut Problems) {
    check_empty(draft, problems);
    if let Some(feelings) = &draft.feelings {
        let source = &feelings.source;
        unique("family", ids(source, feelings.families.iter().map(|one| &one.id)), problems);
        let all = feelings.families.iter().flat_map(|family| &family.feelings);
        unique("feeling", ids(source, all.map(|feeling| &feeling.id)), problems);
    }
    if let Some(support) = &draft.support {
        let places = ids(&support.source, support.file.places.iter().map(|place| &place.id));
        named(places, "place", is_slug, problems);
    }
    if let Some(facts) = &draft.facts {
        let facts = ids(&facts.source, facts.facts.iter().map(|fact| &fact.id));
        named(facts, "fact", is_fact, problems);
    }
    check_numbers("theme", &draft.themes, problems);
    check_numbers("page", &draft.pages, problems);
    // A prompt is addressed by the slug of its theme or page.
    let slugs = draft.readings().map(|reading| (reading.source.slug(), &*reading.source, 0));
    unique("reading", slugs, problems);
    draft.readings().for_each(|reading| check_reading(reading, problems));
    let exercises = draft.exercises.all.iter();
    let numbers = exercises.clone().map(|one| number(&one.source, &one.frame.number));
    unique("exercise", numbers, problems);
    exercises.for_each(|exercise| check_exercise(exercise, problems));
    if let Some(sit) = &draft.sit {
        check_sit(sit, problems);
    }
}

fn check_numbers(thing: &str, shelf: &Shelf, problems: &mut Problems) {
    let numbers = shelf.all.iter().map(|one| number(&one.source, &one.front.number));
    unique(thing, numbers, problems);
}

fn check_reading(reading: &Reading, problems: &mut Problems) {
    let source = &reading.source;
    named([(source.slug(), &**source, 0)], "reading", is_slug, problems);
    let prompts = reading.front.prompts.iter().map(|prompt| &prompt.id);
    named(ids(source, prompts), "prompt", is_slug, problems);
    let headings = reading.parts.iter().filter_map(|part| part.heading.as_ref());
    named(ids(source, headings.map(|heading| &heading.slug)), "section", is_slug, problems);
    unique("offered exercise", ids(source, &reading.front.exercises), problems);
}

fn check_exercise(exercise: &Exercise, problems: &mut Problems) {
    let source = &exercise.source;
    named([(source.slug(), &**source, 0)], "exercise", is_slug, problems);
    named(ids(source, exercise.all_steps().map(|step| &step.id)), "step", is_slug, problems);
    for step in exercise.all_steps() {
        if let StepKind::Choice { options, .. } = &step.kind {
            named(ids(source, options.iter().map(|one| &one.id)), "option", is_option, problems);
        }
    }
}

fn check_sit(sit: &Sit, problems: &mut Problems) {
    let source = &sit.source;
    named(ids(source, sit.all_steps().map(|step| &step.id)), "step", is_slug, problems);
    let families = sit.file.rows.iter().flat_map(|row| row.families.get_ref());
    unique("family", ids(source, families), problems);
    for row in &sit.file.rows {
        unique("offered exercise", ids(source, &row.exercises), problems);
    }
    unique("offered exercise", ids(source, &sit.file.no_words.get_ref().exercises), problems);
    unique("exercise left out", ids(source, &sit.file.left_out), problems);
}

/// Names of a shape, each once.
fn named<'a>(
    names: impl IntoIterator<Item = Named<'a>>,
    thing: &str,
    has_shape: fn(&str) -> bool,
    problems: &mut Problems,
) {
    let names: Vec<_> = names.into_iter().collect();
    for (name, source, at) in names.iter().filter(|(name, ..)| !has_shape(name)) {
        let what = format!("`{name}` cannot name a {thing}");
        source.problem(*at, ProblemKind::BadName, what, problems);
    }
    unique(thing, names, problems);
}

fn unique<'a>(thing: &str, names: impl IntoIterator<Item = Named<'a>>, problems: &mut Problems) {
    let mut seen: BTreeMap<String, (&Source, usize)> = BTreeMap::new();
    for (name, source, at) in names {
        if let Some((first, there)) = seen.get(&name) {
            let (file, line) = (first.file.display(), first.line(*there));
            let what = format!("the {thing} `{name}` stands in {file}:{line} too");
            source.problem(at, ProblemKind::Duplicate, what, problems);
        } else {
            seen.insert(name, (source, at));
        }
    }
}

fn ids<'a>(
    source: &'a Source,
    ids: impl IntoIterator<Item = &'a Spanned<String>>,
) -> impl Iterator<Item = Named<'a>> {
    ids.into_iter().map(move |id| (id.get_ref().clone(), source, id.span().start))
}

fn number<'a>(source: &'a Source, number: &Spanned<u16>) -> Named<'a> {
    (number.get_ref().to_string(), source, number.span().start)
}

fn check_empty(draft: &Draft, problems: &mut Problems) {
    let unused = draft.facts.iter().flat_map(|facts| {
        facts.facts.iter().filter_map(|fact| Some(facts.source.text(fact.unused.as_ref()?)))
    });
    let rules = draft.rules.iter().flat_map(|rules| rules.texts());
    for text in draft.texts().chain(unused).chain(rules) {
        if text.str().trim().is_empty() {
            let what = "the text is empty".to_owned();
            text.problem(0, ProblemKind::EmptyText, what, problems);
        }
    }
    for reading in draft.readings() {
        for part in reading.parts.iter().filter(|part| part.blocks.is_empty()) {
            let heading = part.heading.as_ref();
            let at = heading.map_or(0, |heading| heading.title.span().start);
            let what = match heading {
                Some(_) => "nothing stands under this heading",
                None => "the reading has no opening",
            };
            reading.source.problem(at, ProblemKind::EmptyText, what.to_owned(), problems);
        }
    }
}

/// `long-out-breath`
fn is_slug(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && is_plain(name)
}

/// `1` or `in-the-chest`, and not `own`, which names a word of one's own.
fn is_option(name: &str) -> bool {
    is_plain(name) && name != "own"
}

fn is_plain(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.chars().all(plain)
}

/// `B7` or `K3b`
fn is_fact(name: &str) -> bool {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let part = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let letters = part.chars().all(|c| c.is_ascii_lowercase());
    name.len() - rest.len() == 1 && rest.len() > part.len() && part.len() <= 1 && letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_their_shapes() {
        assert!(is_slug("e-3") && !is_slug("3") && !is_slug("") && !is_slug("A"));
        assert!(is_option("10") && !is_option("a b"));
        assert!(is_fact("B7") && is_fact("K3b") && is_fact("K10"));
        assert!(!is_fact("B") && !is_fact("7") && !is_fact("KB7") && !is_fact("K3bc"));
    }
}
