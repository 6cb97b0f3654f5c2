//! The style sheet: the files of `style/`, joined in the order of their names.

use crate::error::Error;
use std::{fs, path::Path};

/// Joins the style sheets of a folder into one.
pub fn join(folder: &Path) -> Result<String, Error> {
    let entries = fs::read_dir(folder).map_err(Error::file("read", folder))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "css"));
    paths.sort();
    let mut joined = String::new();
    for path in paths {
        joined.push_str(&fs::read_to_string(&path).map_err(Error::file("read", path))?);
    }
    Ok(joined)
}
