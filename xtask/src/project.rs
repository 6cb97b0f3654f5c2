//! Where things stand in the clone.

use crate::{command, error::Error};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// The clone, and the folders the tools write to.
#[derive(Clone, Debug)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    other_words: Option<PathBuf>,
}

impl Project {
    /// The clone this tool was built in.
    pub fn here() -> Project {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = root.parent().unwrap_or(root).to_owned();
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
        Project { target: root.join(target), other_words: None, root }
    }

    /// The same clone, built into another folder.
    pub fn with_target(&self, target: PathBuf) -> Project {
        Project { target, ..self.clone() }
    }

    /// The same clone in the words of another folder.
    pub fn with_words(&self, words: PathBuf) -> Project {
        Project { other_words: Some(words), ..self.clone() }
    }

    /// The folder of the words that a person reads.
    pub fn words(&self) -> PathBuf {
        self.other_words.clone().unwrap_or_else(|| self.path("content/en"))
    }

    /// The folder that holds `Cargo.toml`, or a path below it.
    pub fn path(&self, below: impl AsRef<Path>) -> PathBuf {
        self.root.join(below)
    }

    /// A path in the folder of built things, which git ignores.
    pub fn target(&self, below: impl AsRef<Path>) -> PathBuf {
        self.target.join(below)
    }

    /// The folder of the release.
    pub fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// `cargo`, ready for its arguments, in the root.
    pub fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root);
        if let Some(words) = &self.other_words {
            cargo.env("FRESHET_WORDS", words);
        }
        cargo
    }

    /// Folders of this machine whose names must not reach the page, each with
    /// the name that stands for it there.
    pub fn private_folders(&self) -> Result<Vec<(PathBuf, &'static str)>, Error> {
        let sysroot = command::output(Command::new("rustc").args(["--print", "sysroot"]))?;
        let cargo_home = cargo_home();
        let mut folders = vec![(self.root.clone(), "/freshet"), (sysroot.into(), "/rust")];
        folders.extend(cargo_home.clone().map(|home| (home, "/cargo")));
        // The name of a folder of crates holds a hash of the registry's
        // address, which may differ between machines. The last flag that
        // matches wins, so these stand after the folder that holds them.
        let sources = cargo_home.map(|home| home.join("registry/src"));
        let sources = sources.and_then(|folder| folder.read_dir().ok());
        for source in sources.into_iter().flatten().flatten() {
            folders.push((source.path(), "/crates"));
        }
        Ok(folders)
    }
}

fn cargo_home() -> Option<PathBuf> {
    let home = || env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"));
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| home().map(|home| PathBuf::from(home).join(".cargo")))
}
