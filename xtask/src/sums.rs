//! What a release says about itself: sums, and the tools that made it.

use crate::{command, digest::sha256, error::Error, program::Program, project::Project};
use std::{collections::BTreeMap, fmt::Write, fs, process::Command};

/// The libraries that shape what is written, by their names in `Cargo.lock`.
const LIBRARIES: [&str; 5] =
    ["wasm-bindgen-cli-support", "wasm_split_cli_support", "walrus", "brotli", "flate2"];

/// The sums of all files, as `sha256sum -c` reads them.
pub fn sums(files: &BTreeMap<String, Vec<u8>>) -> String {
    files.iter().fold(String::new(), |mut text, (name, bytes)| {
        let _ = writeln!(text, "{}  {name}", sha256(bytes));
        text
    })
}

/// The versions of the tools: with the same ones, the same source gives the
/// same bytes.
pub fn tools(project: &Project, program: &Program) -> Result<String, Error> {
    let rustc = command::output(Command::new("rustc").arg("--version"))?;
    let rustc = rustc.split(' ').nth(1).unwrap_or_default().to_owned();
    let cargo_lock = read(project, "Cargo.lock")?;
    let mut text = format!("rustc {rustc}\n");
    for name in LIBRARIES {
        let _ = writeln!(text, "{name} {}", locked(&cargo_lock, name)?);
    }
    let package_lock = read(project, "package-lock.json")?;
    for name in ["binaryen", "terser"] {
        let version = match program.shrunk {
            true => npm_version(&package_lock, name)?,
            false => "not used".to_owned(),
        };
        let _ = writeln!(text, "{name} {version}");
    }
    Ok(text)
}

/// The version of a package in `Cargo.lock`.
fn locked(lock: &str, name: &str) -> Result<String, Error> {
    let (_, after) = lock
        .split_once(&format!("name = \"{name}\"\nversion = \""))
        .ok_or_else(|| Error::refused(format!("Cargo.lock does not name {name}")))?;
    Ok(after.split('"').next().unwrap_or_default().to_owned())
}

/// The version of a package in `package-lock.json`.
fn npm_version(lock: &str, name: &str) -> Result<String, Error> {
    let missing = || Error::refused(format!("package-lock.json does not name {name}"));
    let lock: serde_json::Value = serde_json::from_str(lock).map_err(|_| missing())?;
    let version = lock["packages"][format!("node_modules/{name}")]["version"].as_str();
    version.map(str::to_owned).ok_or_else(missing)
}

fn read(project: &Project, name: &str) -> Result<String, Error> {
    let path = project.path(name);
    fs::read_to_string(&path).map_err(Error::file("read", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_sha256sum() {
        let files = BTreeMap::from([("empty".to_owned(), Vec::new())]);
        let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sums(&files), format!("{hash}  empty\n"));
    }

    #[test]
    fn versions_are_read_from_the_locks() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";
        assert_eq!(locked(lock, "b").expect("there"), "2.0.0");
        assert!(locked(lock, "c").is_err());
        let ours = read(&Project::here(), "Cargo.lock").expect("it is here");
        assert!(LIBRARIES.iter().all(|name| locked(&ours, name).is_ok()));
        let lock = r#"{"packages":{"node_modules/x":{"version":"3.0.0"}}}"#;
        assert_eq!(npm_version(lock, "x").expect("there"), "3.0.0");
        assert!(npm_version("{}", "x").is_err());
    }
}
