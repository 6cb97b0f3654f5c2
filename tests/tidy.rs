//! The rules of the house, held by reading its files. Each rule says what to
//! do about it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "tidy/literals.rs"]
mod literals;
#[path = "tidy/named.rs"]
mod named;

use literals::{Literal, literals};
use named::{Named, named};
use std::collections::BTreeSet;
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
        let read = literals(&file.text).into_iter().filter(is_read);
        findings.extend(read.map(|text| format!("{}:{}: {:?}", file.path, text.line, text.text)));
    }
    none(findings, "put the words into content/en/words/ and name them");
}

/// What shows the words that it is given.
const SHOWS: [&str; 7] =
    ["child", "text", "views!", "View::from", "button", "quiet_button", "sun_button"];

/// Attributes that are read aloud, or shown.
const SPOKEN: [&str; 7] = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "title",
    "placeholder",
    "alt",
];

/// Keys by the names that browsers give them.
const KEYS: [&str; 11] = [
    "Enter",
    "Escape",
    "Tab",
    "Control",
    "Alt",
    "Shift",
    "Meta",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
];

/// Whether a person reads a literal: it is given to what shows it, or begins as
/// a sentence does.
fn is_read(literal: &Literal<'_>) -> bool {
    let shown = SHOWS.contains(&literal.given_to())
        || literal.attribute().is_some_and(|name| SPOKEN.contains(&name));
    let begins = literal.text.starts_with(char::is_uppercase)
        && literal.text.chars().nth(1).is_some_and(char::is_lowercase);
    shown && literal.has_letters() || begins && !KEYS.contains(&literal.text)
}

#[test]
fn the_rule_about_words_finds_them() {
    let check = |code: &str, expected: &[&str]| {
        let read = literals(code).into_iter().filter(is_read);
        assert_eq!(read.map(|literal| literal.text).collect::<Vec<_>>(), expected, "{code}");
    };
    check(r#"el("p").class("notice").child("save")"#, &["save"]);
    check(r#"el("p").attr("aria-label", "save").attr("id", "save")"#, &["save"]);
    check("el(\"p\")\n    .child(\n        \"save\",\n    )", &["save"]);
    check(r#".live_attr("title", move || if it.get() { "on" } else { "off" })"#, &["on", "off"]);
    check(r#".text(move || match it.get() { It::Done => words::DONE, _ => "wait" })"#, &["wait"]);
    check(r#"views![one, more.then_some("and more"), el("hr")]"#, &["and more"]);
    check(r#".child(format!("{day}: {said} of it"))"#, &["{day}: {said} of it"]);
    check(r#"plain("chip", "Save")"#, &["Save"]);
    check(r#"Phase::Failed => "That \"did\" not work", // "Save""#, &[r#"That \"did\" not work"#]);
    check(r#".child(" ").child(format!("{day}: {said}")).child(el("p"))"#, &[]);
    check(r#"let quote = '"'; it.on("click", |it: &'a It| it.is("save"))"#, &[]);
    check(r#"matches!(key, "Enter" | " ")"#, &[]);
}

#[test]
fn every_interface_word_is_used() {
    let used: BTreeSet<Named> =
        files(&["src"], &["rs"]).iter().flat_map(|file| named(&file.text)).collect();
    let mut findings = Vec::new();
    for file in files(&["content/en/words"], &["toml"]) {
        let module = Path::new(&file.path).file_stem().unwrap().to_str().unwrap();
        // These are filled into the page and the files around the program.
        if ["page", "manifest", "stop", "away"].contains(&module) {
            continue;
        }
        for (at, line) in file.lines() {
            let Some((key, _)) = line.split_once(" = ") else { continue };
            let items = [key.to_owned(), key.to_uppercase()];
            if !items.into_iter().any(|item| used.contains(&(module.to_owned(), item))) {
                findings.push(format!("{}:{at}: {key}", file.path));
            }
        }
    }
    none(findings, "take the word away, or use it");
}

#[test]
fn an_interface_word_is_found_under_its_modules_name() {
    let check = |code: &str, expected: &[(&str, &str)]| {
        let found = named(code);
        let found: Vec<_> = found.iter().map(|(module, item)| (&**module, &**item)).collect();
        assert_eq!(found, expected, "{code}");
    };
    let one = "use crate::core::content::words::lock as words;\n";
    check(&format!("{one}words::WRONG_CODE"), &[("lock", "WRONG_CODE")]);
    check(&format!("{one}other::words::WRONG; keywords::WRONG"), &[]);
    let two = "use crate::core::content::words::{\n    entry, lock as words,\n};\n";
    let both = [("entry", "rating"), ("lock", "WRONG")];
    check(&format!("{two}entry::rating(words::WRONG)"), &both);
    check("use content::words::shell::LANGUAGE;", &[("shell", "LANGUAGE")]);
    check("f(content::words::entry::rating(1))", &[("entry", "rating")]);
}

/// What makes a field that leaves nothing, beside the attribute itself.
const LEAVES_NOTHING: [&str; 2] = ["written(", "never_kept("];

#[test]
fn fields_leave_nothing_in_the_browsers_own_files() {
    let mut findings = Vec::new();
    for file in files(&["src/ui"], &["rs"]) {
        let found = fields_that_leave(&file.text);
        findings.extend(found.map(|(line, tag)| format!("{}:{line}: {tag}", file.path)));
    }
    none(findings, "say autocomplete=\"off\"");
}

/// Fields whose words a browser may keep: their lines and tags.
fn fields_that_leave(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_field = |literal: &Literal<'_>| {
        literal.given_to() == "el" && ["textarea", "input", "select"].contains(&literal.text)
    };
    let leaves = |field: &Literal<'_>| {
        let statement = field.statement(code);
        !statement.contains(r#".attr("autocomplete", "off")"#)
            && !LEAVES_NOTHING.iter().any(|name| statement.contains(name))
    };
    let fields = literals(code).into_iter().filter(is_field).filter(leaves);
    fields.map(|field| (field.line, field.text)).collect::<Vec<_>>().into_iter()
}

#[test]
fn the_rule_about_fields_finds_them() {
    let check = |code: &str, expected: &[&str]| {
        let found: Vec<_> = fields_that_leave(code).map(|(_, tag)| tag).collect();
        assert_eq!(found, expected, "{code}");
    };
    let off = r#".attr("autocomplete", "off")"#;
    check(&format!(r#"let f = el("input").on("x", |e| {{ a(); }}); g{off};"#), &["input"]);
    check(&format!(r#"g{off}; el("select") }} fn g() {{ h{off} }}"#), &["select"]);
    check(r#"f(el("textarea").attr("autocomplete", "on"))"#, &["textarea"]);
    check(&format!(r#"let f = el("input").on("x", |e| {{ a(); }}){off};"#), &[]);
    check(r#"let f = never_kept(el("input")).class("f"); el("p")"#, &[]);
    check(r#"it.on("input", hear)"#, &[]);
    // Those that stand for the attribute say it.
    let field = fs::read_to_string(root().join("src/ui/parts/field.rs")).unwrap();
    for name in LEAVES_NOTHING {
        let (_, body) = field
            .split_once(&format!("\nfn {name}"))
            .or_else(|| field.split_once(&format!("\npub fn {name}")))
            .unwrap();
        let body = body.split("\n}").next().unwrap();
        assert!(body.contains(off), "{name}…) says nothing");
    }
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
