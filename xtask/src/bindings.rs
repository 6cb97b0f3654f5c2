//! The generated script and the program know each other by names, each with a
//! hash in it that no compressor can shorten, and each holds what a dependency
//! offers to scripts and nobody here asks for. Both are cut down to what this
//! page uses: a twentieth of all that is fetched.

use crate::{error::Error, program::Pair};
use std::collections::{BTreeMap, BTreeSet};
use walrus::Module;

/// The file that the program says its imports come from.
const FROM: &str = "./freshet_bg.js";
const SHORT_FROM: &str = "f";

/// Cuts a script and its program down to each other, but for the names that
/// another part of the program shares.
pub fn trim(pair: &mut Pair, shared: &BTreeSet<String>) -> Result<(), Error> {
    let mut module = Module::from_buffer(&pair.wasm)
        .map_err(|error| Error::refused(format!("the program cannot be read: {error:#}")))?;
    drop_exports(
        &mut module,
        &words(&pair.script).chain(shared.iter().map(String::as_str)).collect(),
    );
    let before = imports(&module);
    walrus::passes::gc::run(&mut module);
    let after = imports(&module);
    let script = without_functions(&pair.script, &before.difference(&after).collect())?;
    let short = shorten(&mut module, shared);
    pair.script = renamed(&script, &short).replace(FROM, SHORT_FROM);
    pair.wasm = module.emit_wasm();
    Ok(())
}

/// Takes away what the program offers and the script does not name.
fn drop_exports(module: &mut Module, named: &BTreeSet<&str>) {
    let unasked: Vec<_> = module
        .exports
        .iter()
        .filter(|export| !named.contains(export.name.as_str()))
        .map(|export| export.id())
        .collect();
    for id in unasked {
        module.exports.delete(id);
    }
}

fn imports(module: &Module) -> BTreeSet<String> {
    module.imports.iter().map(|import| import.name.clone()).collect()
}

/// Takes the functions out of the script that the program does not call.
fn without_functions(script: &str, unused: &BTreeSet<&String>) -> Result<String, Error> {
    let mut kept = String::with_capacity(script.len());
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        let name = line.trim_start().split_once(": function(").map(|(name, _)| name.to_owned());
        if name.is_some_and(|name| unused.contains(&name)) {
            let end = format!("{}}},", indent(line));
            if !lines.any(|line| line == end) {
                return Err(unexpected("a function without an end"));
            }
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    Ok(kept)
}

/// Gives a short name to whatever has a long one and is not shared, and tells
/// them all.
fn shorten(module: &mut Module, shared: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut short = BTreeMap::new();
    let mut name_of = |long: &str| {
        let next = format!("_{:x}", short.len());
        short.entry(long.to_owned()).or_insert(next).clone()
    };
    for import in module.imports.iter_mut() {
        import.name = name_of(&import.name);
        import.module = SHORT_FROM.to_owned();
    }
    let long = |name: &str| name.contains("__") && !shared.contains(name);
    for export in module.exports.iter_mut().filter(|export| long(&export.name)) {
        export.name = name_of(&export.name);
    }
    short
}

/// The script with other names in place of whole words.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut renamed = String::with_capacity(script.len());
    for piece in script.split_inclusive(|letter| !is_of_name(letter)) {
        let word = piece.trim_end_matches(|letter| !is_of_name(letter));
        renamed.push_str(names.get(word).map_or(word, String::as_str));
        renamed.push_str(&piece[word.len()..]);
    }
    renamed
}

/// What may be a name in a script.
fn words(script: &str) -> impl Iterator<Item = &str> {
    script.split(|letter| !is_of_name(letter)).filter(|word| !word.is_empty())
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

fn unexpected(what: &str) -> Error {
    Error::refused(format!("the generated script is not of the form that is known: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "function imports() {
    return {
        __wbg_log_0a: function(arg0) {
            console.log(arg0);
        },
        __wbg_log_0ab: function(arg0) {
            console.log(arg0);
        },
    };
}
";

    #[test]
    fn functions_nobody_calls_are_taken_out() {
        let name = "__wbg_log_0a".to_owned();
        let bare = without_functions(SCRIPT, &BTreeSet::from([&name])).expect("the known form");
        assert!(!bare.contains("__wbg_log_0a:") && bare.contains("__wbg_log_0ab:"), "{bare}");
        assert_eq!(bare.lines().count() + 3, SCRIPT.lines().count());
    }

    #[test]
    fn only_whole_words_are_renamed() {
        let names = BTreeMap::from([("__wbg_log_0a".to_owned(), "_0".to_owned())]);
        let script = "a.__wbg_log_0a(b); __wbg_log_0ab; x__wbg_log_0a";
        assert_eq!(renamed(script, &names), "a._0(b); __wbg_log_0ab; x__wbg_log_0a");
    }
}
