//! The rules of the house, held by reading its files. Each rule says what to
//! do about it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project, by its path from the root.
struct File {
    path: String,
    text: String,
}

impl File {
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line))
    }

    /// Its lines without comments: rules are about code.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folders: &[&str], endings: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    for folder in folders {
        walk(&root().join(folder), endings, &mut found);
    }
    assert!(!found.is_empty(), "no files in {folders:?}: the rule reads nothing");
    found
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, endings, found);
        } else if endings.iter().any(|ending| path.extension().is_some_and(|e| e == *ending)) {
            let text = fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(root()).unwrap().display().to_string();
            found.push(File { path, text });
        }
    }
}

const OURS: [&str; 5] = ["src", "tests", "xtask/src", "content/src", "style"];

/// Fails with one line a finding.
#[track_caller]
fn none(findings: Vec<String>, what_to_do: &str) {
    assert!(findings.is_empty(), "{what_to_do}\n{}", findings.join("\n"));
}

/// Where code of these folders holds one of these words.
fn naming(folders: &[&str], words: &[&str]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files(folders, &["rs"]) {
        for (at, line) in file.code() {
            findings.extend(
                words
                    .iter()
                    .filter(|word| line.contains(**word))
                    .map(|word| format!("{}:{at}: {word}", file.path)),
            );
        }
    }
    findings
}

#[test]
fn the_core_knows_nothing_of_the_world() {
    let outside = [
        "leptos",
        "web_sys",
        "js_sys",
        "gloo",
        "wasm_bindgen",
        "std::time",
        "SystemTime",
        "Instant::",
        "std::fs",
        "std::env",
        "std::net",
        "crate::browser",
        "crate::state",
        "crate::ui",
        "println!",
    ];
    none(naming(&["src/core"], &outside), "the core does no I/O: let it come in as a value");
}

#[test]
fn arrows_never_point_up() {
    none(naming(&["src/browser"], &["crate::state", "crate::ui"]), "browser knows only the core");
    none(naming(&["src/state"], &["crate::ui"]), "state knows nothing of what is drawn");
}

#[test]
fn only_the_doors_name_the_browser() {
    let doors = ["web_sys", "js_sys", "gloo_storage", "wasm_bindgen"];
    none(naming(&["src/state", "src/ui"], &doors), "make a door in src/browser");
}

#[test]
fn words_are_chosen_where_they_are_shown() {
    none(naming(&["src/state"], &["content::words"]), "give an outcome; ui has the words");
}

#[test]
fn ui_stores_and_encodes_nothing() {
    let rooms = ["serde_json", "local_store", "vault::log::Vault", "vault::memory", "Store::"];
    none(naming(&["src/ui"], &rooms), "make it a verb of a state");
}

#[test]
fn targets_are_told_apart_in_two_files_only() {
    let mut findings = naming(&["src"], &["cfg(target", "cfg(not(target", "cfg!(target"]);
    findings.retain(|at| !at.starts_with("src/lib.rs") && !at.starts_with("src/main.rs"));
    none(findings, "the room says what it is for: no cfg on a target inside it");
}

#[test]
fn no_word_that_a_person_reads_stands_in_the_program() {
    let mut findings = Vec::new();
    for file in files(&["src/ui", "src/state"], &["rs"]) {
        for (at, line) in file.code() {
            if is_text_child(line) || has_text_attribute(line) {
                findings.push(format!("{}:{at}: {}", file.path, line.trim()));
            }
        }
    }
    none(findings, "put the words into content/en/words/ and name them");
}

/// A literal that stands alone where `view!` makes a text of it.
fn is_text_child(line: &str) -> bool {
    let line = line.trim();
    let alone = line.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let within = line.split_once(">\"").map(|(_, rest)| rest.split('"').next().unwrap_or(""));
    [alone, within].into_iter().flatten().any(|text| text.chars().any(char::is_alphabetic))
}

/// An attribute that is read aloud, with a literal.
fn has_text_attribute(line: &str) -> bool {
    ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\"", "aria-valuetext=\""]
        .iter()
        .any(|attribute| line.contains(attribute))
}

#[test]
fn the_rule_about_words_finds_them() {
    assert!(is_text_child("  \"Save\""));
    assert!(is_text_child("<p class=\"x\">\"Save\"</p>"));
    assert!(!is_text_child("\" \""));
    assert!(!is_text_child("name=\"distress\""));
    assert!(has_text_attribute("<a aria-label=\"Save\">"));
}

#[test]
fn every_interface_word_is_used() {
    let program: String = files(&["src"], &["rs"]).into_iter().map(|file| file.text).collect();
    let mut findings = Vec::new();
    for file in files(&["content/en/words"], &["toml"]) {
        // These are filled into the page and the files around the program.
        if ["page", "manifest", "stop", "away"].iter().any(|name| file.path.contains(name)) {
            continue;
        }
        for (at, line) in file.lines() {
            let Some((key, _)) = line.split_once(" = ") else { continue };
            let named = [format!("::{key}"), format!("::{}", key.to_uppercase())];
            if !named.iter().any(|name| program.contains(name.as_str())) {
                findings.push(format!("{}:{at}: {key}", file.path));
            }
        }
    }
    none(findings, "take the word away, or use it");
}

#[test]
fn fields_leave_nothing_in_the_browsers_own_files() {
    let mut findings = Vec::new();
    for file in files(&["src/ui"], &["rs"]) {
        for field in ["<textarea", "<input", "<select"] {
            for (at, _) in file.text.match_indices(field) {
                let tag = &file.text[at..];
                let end = tag.find("\n                >").or_else(|| tag.find("/>"));
                let tag = &tag[..end.unwrap_or(tag.len()).min(tag.len())];
                if !tag.contains("autocomplete=\"off\"") {
                    let line = file.text[..at].lines().count();
                    findings.push(format!("{}:{line}: {field}", file.path));
                }
            }
        }
    }
    none(findings, "say autocomplete=\"off\"");
}

#[test]
fn colours_are_tokens() {
    let mut findings = Vec::new();
    for file in files(&["style"], &["css"]) {
        if file.path.contains("tokens") {
            continue;
        }
        for (at, line) in file.lines() {
            let is_hex = |part: &str| {
                let digits = part.chars().take_while(char::is_ascii_hexdigit).count();
                matches!(digits, 3 | 4 | 6 | 8)
            };
            if line.split('#').skip(1).any(is_hex) && line.contains(':') && !line.contains('{') {
                findings.push(format!("{}:{at}: {}", file.path, line.trim()));
            }
        }
    }
    none(findings, "name the colour in the tokens");
}

#[test]
fn files_are_short_clean_and_finished() {
    let mut findings = Vec::new();
    for file in files(&OURS, &["rs", "css"]) {
        let lines = file.text.lines().count();
        if lines > 400 {
            findings.push(format!("{}: {lines} lines; one idea a file, 400 at most", file.path));
        }
        if !file.text.ends_with('\n') {
            findings.push(format!("{}: its last line has no end", file.path));
        }
        let unfinished = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!(")];
        for (at, line) in file.lines() {
            if line.ends_with([' ', '\t']) {
                findings.push(format!("{}:{at}: white space at the end", file.path));
            }
            if unfinished.iter().any(|mark| line.contains(mark)) {
                findings.push(format!("{}:{at}: unfinished", file.path));
            }
        }
    }
    none(findings, "put these right");
}

#[test]
fn only_doors_to_the_rest_are_unsafe() {
    let findings = naming(&["src"], &["unsafe", "extern \"C\""]);
    let elsewhere = findings.into_iter().filter(|found| !found.starts_with("src/door.rs:"));
    none(elsewhere.collect(), "only the doors to the rest of the program are unsafe: src/door.rs");
}
