//! Puts interface words into a template: `{{page.title}}`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::problem::{Problem, ProblemKind, Problems};

/// Replaces each `{{page.title}}` of a template by its word.
///
/// The words go in as they are: what a page or a manifest needs escaped, the
/// caller escapes in `words` beforehand. All unknown keys are named, each with
/// the template's name and line.
pub fn fill(
    template_name: &str,
    template_text: &str,
    words: &BTreeMap<String, String>,
) -> Result<String, Vec<Problem>> {
    let mut problems = Problems::default();
    let mut filled = String::with_capacity(template_text.len());
    let mut rest = template_text;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let read = template_text.len() - after.len();
        let line = template_text[..read].matches('\n').count() + 1;
        // A key stands on one line: what does not close there is no key.
        let key = after.lines().next().and_then(|line| line.split_once("}}")).map(|(key, _)| key);
        let word = key.and_then(|key| words.get(key.trim()));
        let (kind, what) = match (key, word) {
            (Some(key), Some(word)) => {
                filled.push_str(word);
                rest = &after[key.len() + 2..];
                continue;
            }
            (Some(key), None) => {
                (ProblemKind::UnknownWord, format!("there is no word `{}`", key.trim()))
            }
            (None, _) => (ProblemKind::BrokenPlaceholder, "`{{` is not closed".to_owned()),
        };
        problems.add(PathBuf::from(template_name), line, kind, what);
        rest = after;
    }
    filled.push_str(rest);
    match problems.into_sorted() {
        problems if problems.is_empty() => Ok(filled),
        problems => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> BTreeMap<String, String> {
        BTreeMap::from([("page.title".to_owned(), "Freshet {day}".to_owned())])
    }

    #[test]
    fn words_are_put_in() {
        let text = "<title>{{page.title}}</title> { } {{ page.title }}";
        let filled = fill("index.html", text, &words());
        assert_eq!(filled.unwrap(), "<title>Freshet {day}</title> { } Freshet {day}");
    }

    #[test]
    fn every_unknown_key_is_named_with_its_line() {
        let problems = fill("index.html", "{{a.b}}\n\n{{page.title}}{{c", &words()).unwrap_err();
        let lines: Vec<_> = problems.iter().map(|problem| (problem.line, problem.kind)).collect();
        let unclosed = (3, ProblemKind::BrokenPlaceholder);
        assert_eq!(lines, [(1, ProblemKind::UnknownWord), unclosed]);
        assert!(problems[0].to_string().starts_with("index.html:1: there is no word `a.b`;"));
    }
}
