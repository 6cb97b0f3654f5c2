//! The program in two parts: what writes an entry, and the rest of the screens,
//! which comes after it and runs in its memory.
//!
//! The parts are told apart after linking: what only the rest reaches, functions
//! and data alike, goes with it. Between them are the doors that the program
//! makes by `door!`, in `ui::rest` and `state::rest`.

use crate::{error::Error, offers, project::Project};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use walrus::Module;
use wasm_split_cli_support::{Options, transform};

/// The linker keeps what it knew of who refers to whom.
pub const LINKER: &str = "-Clink-args=--emit-relocs";

/// What the rest imports, it imports from here: from the first part's exports.
pub const SHARED: &str = "__wasm_split";

/// A program in two parts.
#[derive(Debug)]
pub struct Parts {
    /// Where the first part is, not bound to a script yet.
    pub first: PathBuf,
    /// The second part, which needs no script.
    pub rest: Vec<u8>,
}

/// Takes a linked program apart.
pub fn split(project: &Project, linked: &Path) -> Result<Parts, Error> {
    let folder = project.target("bound/parts");
    let first = folder.join("freshet.wasm");
    let bytes = offers::taken_out(&fs::read(linked).map_err(Error::file("read", linked))?)?;
    let mut options = Options::new(&bytes);
    (options.output_dir, options.main_out_path) = (&folder, &first);
    let parts = transform(options)
        .map_err(|error| Error::refused(format!("the program cannot be split: {error:#}")))?;
    match parts.split_modules.as_slice() {
        [rest] => {
            let rest = fs::read(rest).map_err(Error::file("read", rest))?;
            Ok(Parts { first, rest })
        }
        more => Err(Error::refused(format!("a program of two parts was split into {more:?}"))),
    }
}

/// The names that the first part must keep for the rest.
pub fn shared(rest: &[u8]) -> Result<BTreeSet<String>, Error> {
    let module = Module::from_buffer(rest)
        .map_err(|error| Error::refused(format!("the rest cannot be read: {error:#}")))?;
    let (shared, other): (Vec<_>, Vec<_>) =
        module.imports.iter().partition(|import| import.module == SHARED);
    match other.first() {
        None => Ok(shared.into_iter().map(|import| import.name.clone()).collect()),
        Some(import) => Err(Error::refused(format!(
            "the rest imports {}, which the first part cannot give it",
            import.name
        ))),
    }
}
