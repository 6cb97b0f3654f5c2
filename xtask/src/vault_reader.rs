//! Reads the fixtures of the vault by the reader in Python, which knows no more
//! of the format than `docs/vault-format.md` says.

use crate::{browsers, command, error::Error, project::Project};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

const READER: &str = "tests/vault-reader/reader.py";
const PACKAGES: &str = "tests/vault-reader/requirements.txt";
const FIXTURES: &str = "tests/fixtures/vault";

/// How the reader ends where a secret opens nothing.
const REFUSED: i32 = 3;

/// Reads every fixture of every format with every secret of it, and compares.
pub fn run(project: &Project) -> Result<(), Error> {
    let python = set_up(project)?;
    let mut count = 0;
    for format in files(&project.path(FIXTURES))?.into_iter().filter(|path| path.is_dir()) {
        let stores = files(&format)?.into_iter();
        for store in stores.filter(|path| path.extension().is_some_and(|it| it == "json")) {
            let expected = read(&store.with_extension("jsonl"))?;
            let secrets = store.with_extension("secrets");
            let secrets = if secrets.exists() { read(&secrets)? } else { "opens".to_owned() };
            for secret in secrets.lines() {
                check(&python, project, &store, secret, &expected)?;
                count += 1;
            }
        }
    }
    if count == 0 {
        return Err(Error::refused(format!("there are no fixtures in {FIXTURES}")));
    }
    println!("Read as expected, {count} times.");
    Ok(())
}

/// Reads one fixture. A secret is `opens passphrase WORDS`, or `refuses code
/// SIGNS`, or `opens` alone where none is needed.
fn check(
    python: &Path,
    project: &Project,
    store: &Path,
    secret: &str,
    expected: &str,
) -> Result<(), Error> {
    let mut words = secret.splitn(3, ' ');
    let opens = words.next() == Some("opens");
    let mut reader = Command::new(python);
    reader.arg(project.path(READER)).arg(store).args(words.next());
    let output = answer(&mut reader, words.next().unwrap_or_default())?;
    let (code, read) = (output.status.code(), String::from_utf8_lossy(&output.stdout));
    let is_right = if opens { code == Some(0) && read == expected } else { code == Some(REFUSED) };
    if is_right {
        return Ok(());
    }
    let (store, said) = (store.display(), String::from_utf8_lossy(&output.stderr));
    let ended = format!("the reader ended with {code:?} and read:\n{read}{said}");
    Err(Error::refused(format!("{store} is not read as expected by `{secret}`; {ended}")))
}

/// How a program ended that was given this line, and what it printed.
fn answer(command: &mut Command, line: &str) -> Result<Output, Error> {
    let failed = |error| Error::Command {
        line: READER.to_owned(),
        outcome: format!("could not be run: {error}"),
    };
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut reader = command.spawn().map_err(failed)?;
    if let Some(mut stdin) = reader.stdin.take() {
        // A reader that needs no secret may have ended already.
        let _ = writeln!(stdin, "{line}");
    }
    reader.wait_with_output().map_err(failed)
}

/// Python with the reader's packages, in an environment of its own.
fn set_up(project: &Project) -> Result<PathBuf, Error> {
    let folder = project.target("vault-reader");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let wanted = read(&project.path(PACKAGES))?;
    let installed = folder.join("installed.txt");
    if python.exists() && fs::read_to_string(&installed).is_ok_and(|there| there == wanted) {
        return Ok(python);
    }
    let can_make_environments = || {
        let modules = ["-c", "import venv, ensurepip"];
        command::output(Command::new("python3").args(modules)).is_ok()
    };
    if !can_make_environments() {
        browsers::install("Python 3 with venv", &["python3", "python3-venv"])?;
    }
    let environment = ["-m", "venv", "--clear"];
    command::run(Command::new("python3").args(environment).arg(&folder))?;
    println!("Installing the packages of {PACKAGES} by pip.");
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    command::run(Command::new(&python).args(pip).arg(project.path(PACKAGES))).map_err(|_| {
        Error::Missing {
            what: format!("a package of {PACKAGES}"),
            remedy: "connect to where pip installs from, and look at what it said".to_owned(),
        }
    })?;
    fs::write(&installed, wanted).map_err(Error::file("write", installed))?;
    Ok(python)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(Error::file("read", folder))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::file("read", path))
}
