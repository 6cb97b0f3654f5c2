//! The style sheet: the files of `style/`, joined in the order of their names.

use crate::error::Error;
use std::{fs, path::Path};

/// Joins the style sheets of a folder into one.
pub fn join(folder: &Path) -> Result<String, Error> {
    let entries = fs::read_dir(folder).map_err(Error::file("read", folder))?;
    let names = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".css")).collect();
    names.sort();
    let mut joined = String::new();
    for name in names {
        let path = folder.join(name);
        joined.push_str(&fs::read_to_string(&path).map_err(Error::file("read", path))?);
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_joined_by_name_and_nothing_else_is() {
        let folder = std::env::temp_dir().join(format!("xtask-style-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for name in ["b.css", "0-layers.css", "a.css", "notes.md"] {
            fs::write(folder.join(name), format!("{name};")).expect("a file");
        }
        assert_eq!(
            join(&folder).expect("they join"),
            "0-layers.css;a.css;b.css;"
        );
        let _ = fs::remove_dir_all(folder);
    }
}
