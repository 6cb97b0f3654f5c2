//! Sets up what a command needs and the clone does not hold.

use crate::{command, error::Error, program::Shrinking, project::Project};
use std::process::Command;

/// The tool that shrinks WebAssembly, as npm installs it.
pub const WASM_OPT: &str = "node_modules/binaryen/bin/wasm-opt";

/// The tool that shortens scripts, as npm installs it.
pub const TERSER: &str = "node_modules/terser/bin/terser";

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the compiler can write WebAssembly.
pub fn wasm_target() -> Result<(), Error> {
    let library = ["--print", "target-libdir", "--target", TARGET];
    let folder = command::output(Command::new("rustc").args(library))?;
    if std::path::Path::new(&folder).is_dir() {
        return Ok(());
    }
    if command::exists("rustup") {
        println!("Adding the compiler's target {TARGET}.");
        return command::run(Command::new("rustup").args(["target", "add", TARGET]));
    }
    Err(Error::Missing {
        what: format!("the compiler's target {TARGET}"),
        remedy: "install Rust by rustup, or the system's package of that target".to_owned(),
    })
}

/// Makes sure of the npm tools at their locked versions.
pub fn npm_tools(project: &Project) -> Result<(), Error> {
    if tools_are_current(project) {
        return Ok(());
    }
    if !command::exists("npm") || !command::exists("node") {
        return Err(Error::Missing {
            what: "Node with npm".to_owned(),
            remedy: "install Node 20 or newer, which brings npm".to_owned(),
        });
    }
    println!("Installing the tools of package-lock.json by npm.");
    let mut npm = Command::new("npm");
    npm.current_dir(project.path("")).args(["ci", "--no-progress", "--loglevel=error"]);
    command::run(&mut npm)
}

/// Whether the tools that shrink programs and scripts are there, after an attempt to
/// install them. Without them the page works and is larger.
pub fn shrinker(project: &Project, shrinking: Shrinking) -> Result<bool, Error> {
    match npm_tools(project) {
        Ok(()) => Ok(true),
        Err(error) if shrinking == Shrinking::Required => Err(error),
        Err(error) => {
            println!("Not shrunk: {error}. The page works and is larger.");
            Ok(false)
        }
    }
}

/// npm keeps a copy of the lock beside what it installed; ours is the newer
/// one after an update of the clone.
fn tools_are_current(project: &Project) -> bool {
    let changed = |path: &str| std::fs::metadata(project.path(path)).and_then(|it| it.modified());
    let (wanted, there) =
        (changed("package-lock.json"), changed("node_modules/.package-lock.json"));
    matches!((wanted, there), (Ok(wanted), Ok(there)) if wanted <= there)
        && [WASM_OPT, TERSER].iter().all(|tool| project.path(tool).is_file())
}

/// Whether a missing part must fail the run rather than be named as skipped.
pub fn must_be_whole() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}
