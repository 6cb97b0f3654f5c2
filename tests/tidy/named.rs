//! Which interface words a file of the program names, through the names under
//! which it brings their modules in.

use std::collections::BTreeSet;

/// A module of `content::words`, and an item in it.
pub(crate) type Named = (String, String);

const WORDS: &str = "content::words::";

/// Every interface word that a file names.
pub(crate) fn named(code: &str) -> BTreeSet<Named> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(WORDS) {
        let rest = &code[at + WORDS.len()..];
        let brought = match rest.strip_prefix('{') {
            Some(several) => several.split('}').next().unwrap_or_default(),
            None => rest.split([';', ',', '(', ')']).next().unwrap_or_default(),
        };
        for one in brought.split(',').map(str::trim).filter(|one| !one.is_empty()) {
            let (path, alias) = one.split_once(" as ").unwrap_or((one, one));
            match path.split_once("::") {
                Some((module, item)) => {
                    found.insert((module.to_owned(), name(item).to_owned()));
                }
                None => found
                    .extend(items_of(code, alias).map(|item| (path.to_owned(), item.to_owned()))),
            }
        }
    }
    found
}

/// What is named of a module that goes by this name.
fn items_of<'a>(code: &'a str, alias: &str) -> impl Iterator<Item = &'a str> {
    let path = format!("{alias}::");
    let places: Vec<usize> = code.match_indices(&path).map(|(at, _)| at).collect();
    let begins = |at: &usize| !code[..*at].ends_with(|c: char| is_of_name(c) || c == ':');
    places.into_iter().filter(begins).map(move |at| name(&code[at + path.len()..]))
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    text.split(|c: char| !is_of_name(c)).next().unwrap_or_default()
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
