//! `cargo xtask test`: everything that must hold, one check after another.

use crate::{
    browsers::{self, Engine},
    command, dist,
    error::Error,
    program::Shrinking,
    project::Project,
    pseudo, setup, vault_reader,
};
use std::{
    fs,
    process::{Command, ExitCode},
};

/// Which checks to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    Whole,
    /// Those that need no browser.
    Native,
    /// The built page in browsers.
    Browsers,
    /// The page in a language that nobody speaks.
    Words,
}

/// What the user asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Which checks.
    pub part: Part,
    /// One engine alone.
    pub engine: Option<Engine>,
    /// Every combination, which takes long.
    pub long: bool,
}

enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

/// The checks so far.
struct Checks(Vec<(String, Outcome)>);

impl Checks {
    /// Runs one. Whether it passed.
    fn run(&mut self, name: &str, check: impl FnOnce() -> Result<(), Error>) -> bool {
        println!("\n== {name}");
        let outcome = match check() {
            Ok(()) => Outcome::Passed,
            Err(error @ Error::Missing { .. }) if !setup::must_be_whole() => {
                Outcome::Skipped(error.to_string())
            }
            Err(error) => Outcome::Failed(error.to_string()),
        };
        let passed = matches!(outcome, Outcome::Passed);
        self.0.push((name.to_owned(), outcome));
        passed
    }

    fn skip(&mut self, name: &str, why: &str) {
        self.0.push((name.to_owned(), Outcome::Skipped(why.to_owned())));
    }

    /// Says how it went, in a line a check, and the sum alone on the last.
    fn end(&self) -> ExitCode {
        println!();
        for (name, outcome) in &self.0 {
            match outcome {
                Outcome::Passed => println!("passed   {name}"),
                Outcome::Failed(why) => println!("FAILED   {name}: {why}"),
                Outcome::Skipped(why) => println!("skipped  {name}: {why}"),
            }
        }
        let count = |wanted: fn(&Outcome) -> bool| {
            self.0.iter().filter(|(_, outcome)| wanted(outcome)).count()
        };
        let passed = count(|outcome| matches!(outcome, Outcome::Passed));
        let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
        println!("{passed} passed, {failed} failed");
        ExitCode::from(u8::from(failed > 0))
    }
}

/// Runs the checks. A failed one is told in its line, and in the exit code.
pub fn run(project: &Project, options: Options) -> ExitCode {
    let mut checks = Checks(Vec::new());
    let wants = |part| options.part == Part::Whole || options.part == part;
    if wants(Part::Native) {
        native(project, &mut checks, options.long);
    }
    // What stands in `dist/` from before is never taken for this release.
    let released =
        options.part != Part::Words && checks.run("release", || dist::run(project, shrinking()));
    let mut built_again = || checks.run("release, built again elsewhere", || same_bytes(project));
    let released = released && (!options.long || built_again());
    if wants(Part::Browsers) {
        match released {
            true => in_browsers(project, &mut checks, options),
            false => checks.skip("browsers", "there is no release for them"),
        }
    }
    if wants(Part::Words) {
        checks.run("words that nobody speaks", || in_other_words(project));
    }
    checks.end()
}

fn shrinking() -> Shrinking {
    if setup::must_be_whole() { Shrinking::Required } else { Shrinking::Optional }
}

fn native(project: &Project, checks: &mut Checks, long: bool) {
    const WASM: [&str; 3] = ["--package=freshet", "--target", "wasm32-unknown-unknown"];
    let cargo = |words: &[&str]| command::run(project.cargo().args(words));
    checks.run("formatting", || cargo(&["fmt", "--all", "--check"]));
    checks.run("lints", || {
        cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
    });
    checks.run("lints for the browser", || {
        setup::wasm_target()?;
        let mut clippy = project.cargo();
        clippy.arg("clippy").args(WASM).args(["--lib", "--bins", "--", "-D", "warnings"]);
        command::run(&mut clippy)
    });
    checks.run("native tests", || {
        let mut test = project.cargo();
        test.args(["test", "--workspace", "--exclude", "browser-tests", "--no-fail-fast"]);
        if long {
            // The seeds that are drawn, and what came of each.
            test.env("FRESHET_LONG", "1").args(["--", "--show-output"]);
        }
        command::run(&mut test)?;
        cargo(&["test", "--package", "browser-tests", "--lib", "--bins"])
    });
    checks.run("the vault's format, by a reader in Python", || vault_reader::run(project));
    checks.run("documentation", || {
        document(project, &["--workspace"])?;
        document(project, &WASM)
    });
}

fn document(project: &Project, words: &[&str]) -> Result<(), Error> {
    let mut doc = project.cargo();
    doc.args(["doc", "--no-deps"]).args(words);
    command::run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Builds the release again with nothing of the first build at hand.
fn same_bytes(project: &Project) -> Result<(), Error> {
    let read = || {
        let path = project.dist().join("SHA256SUMS");
        fs::read_to_string(&path).map_err(Error::file("read", path))
    };
    let first = read()?;
    let again = project.with_target(project.target("again"));
    dist::run(&again, shrinking())?;
    if first == read()? { Ok(()) } else { Err(Error::refused("two builds differ in their bytes")) }
}

/// Runs the tests of the page in other words, for which one engine will do.
fn in_other_words(project: &Project) -> Result<(), Error> {
    browsers::set_up(Engine::Chromium)?;
    let page = pseudo::build(project)?;
    command::run(journeys(project, "pseudo", Engine::Chromium).env("FRESHET_DIST", page))
}

/// The command for some tests of a built page in one engine.
fn journeys(project: &Project, tests: &str, engine: Engine) -> Command {
    let mut test = project.cargo();
    test.args(["test", "--package", "browser-tests", "--test", tests]);
    test.env("FRESHET_ENGINES", engine.name());
    test
}

fn in_browsers(project: &Project, checks: &mut Checks, options: Options) {
    let engines = Engine::ALL.into_iter();
    for engine in engines.filter(|engine| options.engine.is_none_or(|only| only == *engine)) {
        let name = format!("browser {}", engine.name());
        checks.run(&name, || in_browser(project, engine, options.long));
    }
}

/// Runs the tests of the built page in one engine.
fn in_browser(project: &Project, engine: Engine, long: bool) -> Result<(), Error> {
    browsers::set_up(engine)?;
    setup::npm_tools(project)?;
    let mut test = journeys(project, "journeys", engine);
    test.env("FRESHET_DIST", project.dist());
    if long {
        test.env("FRESHET_LONG", "1");
    }
    command::run(&mut test)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_or_could_not_be_tried_did_not_pass() {
        let mut checks = Checks(Vec::new());
        let missing =
            || Error::Missing { what: "a browser".to_owned(), remedy: "install it".to_owned() };
        assert!(checks.run("fine", || Ok(())));
        assert!(!checks.run("broken", || Err(Error::refused("no"))));
        assert!(!checks.run("not here", || Err(missing())));
    }
}
