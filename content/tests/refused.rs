//! Each folder of `refused/` breaks the sound words of `sound/` in one way.
//!
//! The folder's name is the verdict: the name of the rule, and after a dot which
//! of its cases. Its files stand in the place of the sound ones, `removed` names
//! those that are taken out, and `expected` says at which file and line the
//! problem is found: that one and no other.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use freshet_content::{Content, Problem, ProblemKind, compile, missing_words};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn sound() -> Content {
    compile(&tests().join("sound")).expect("the sound words break no rule")
}

/// Names of the folders of `refused/`.
fn fixtures() -> Vec<String> {
    let folders = fs::read_dir(tests().join("refused")).unwrap();
    let mut names: Vec<_> =
        folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn rule(fixture: &str) -> &str {
    fixture.split('.').next().unwrap()
}

/// Copies a folder over another, but for the notes of a fixture.
fn overlay(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match entry.file_name().to_str() {
            Some("expected" | "removed") => {}
            _ if from.is_dir() => overlay(&from, &to),
            _ => {
                fs::copy(from, to).unwrap();
            }
        }
    }
}

/// The sound words with a fixture laid over them, in a folder of the test's own.
fn broken(test: &str, fixture: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test).join(fixture);
    let _ = fs::remove_dir_all(&dir);
    let from = tests().join("refused").join(fixture);
    overlay(&tests().join("sound"), &dir);
    overlay(&from, &dir);
    for removed in fs::read_to_string(from.join("removed")).unwrap_or_default().lines() {
        fs::remove_file(dir.join(removed)).unwrap();
    }
    dir
}

/// What is wrong with some words; with sound ones, as those of a second language.
fn problems(dir: &Path) -> Vec<Problem> {
    match compile(dir) {
        Ok(other) => missing_words(&sound(), &other),
        Err(problems) => problems,
    }
}

#[test]
fn sound_words_are_accepted() {
    assert_eq!(missing_words(&sound(), &sound()), []);
}

#[test]
fn each_fixture_is_refused_where_it_is_broken() {
    for fixture in fixtures() {
        let found = problems(&broken("each", &fixture));
        let rules: BTreeSet<_> = found.iter().map(|problem| problem.kind.name()).collect();
        let places: Vec<_> =
            found.iter().map(|one| format!("{}:{}", one.file.display(), one.line)).collect();
        let expected = fs::read_to_string(tests().join("refused").join(&fixture).join("expected"));
        let expected = expected.unwrap();
        assert_eq!(places, expected.lines().collect::<Vec<_>>(), "{fixture}: {found:#?}");
        assert_eq!(rules, BTreeSet::from([rule(&fixture)]), "{fixture}: {found:#?}");
    }
}

#[test]
fn each_rule_has_a_fixture() {
    let fixtures = fixtures();
    let shown: BTreeSet<_> = fixtures.iter().map(|fixture| rule(fixture)).collect();
    let rules: BTreeSet<_> = ProblemKind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(shown, rules);
}

#[test]
fn a_problem_says_where_what_and_what_to_do() {
    let found = problems(&broken("says", "fact-without-strength"));
    assert_eq!(
        found[0].to_string(),
        "facts.toml:17: the fact B2 has no strength; \
         say how good its evidence is: strong, some, thin, mixed or disputed"
    );
}

#[test]
fn all_problems_are_found_at_once() {
    let dir = broken("all", "fact-without-strength");
    for fixture in ["unknown-step-kind", "unconfirmed-hours", "broken-heading"] {
        overlay(&tests().join("refused").join(fixture), &dir);
    }
    assert_eq!(problems(&dir).len(), 4);
}

/// Cuts some bytes out of sound files and puts in what does not belong there:
/// whatever comes of it, it is not a panic.
#[test]
fn nothing_panics() {
    let from = tests().join("sound");
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cut");
    for file in ["facts.toml", "support.toml", "words/journal.toml", "themes/body.md"] {
        overlay(&from, &dir);
        let whole = fs::read(from.join(file)).unwrap();
        for at in (0..whole.len()).step_by(13) {
            for odd in [&b""[..], b"\xff", "é[B1]{*".as_bytes(), b"]\n+++\n"] {
                let cut = [&whole[..at], odd, &whole[(at + at % 5).min(whole.len())..]].concat();
                fs::write(dir.join(file), cut).unwrap();
                let _ = compile(&dir);
            }
        }
    }
    assert!(compile(Path::new("no/such/folder")).is_err());
}
