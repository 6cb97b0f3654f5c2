//! The style sheet: the files of `style/` in one.

use crate::error::Error;
use std::{fs, path::Path};

/// Files that the others rest on, in order; then come the others by name.
const FIRST: [&str; 2] = ["layers.css", "tokens.css"];

/// Joins the style sheets of a folder.
pub fn join(folder: &Path) -> Result<String, Error> {
    let entries = fs::read_dir(folder).map_err(Error::file("read", folder))?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".css")).collect();
    names.sort_by_cached_key(|name| (place(name), name.clone()));
    let mut joined = String::new();
    for name in names {
        let path = folder.join(name);
        joined.push_str(&fs::read_to_string(&path).map_err(Error::file("read", path))?);
    }
    Ok(joined)
}

fn place(name: &str) -> usize {
    FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_rest_on_comes_first() {
        let folder = std::env::temp_dir().join(format!("xtask-style-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for name in ["b.css", "tokens.css", "a.css", "layers.css", "notes.md"] {
            fs::write(folder.join(name), format!("{name};")).expect("a file");
        }
        assert_eq!(join(&folder).expect("they join"), "layers.css;tokens.css;a.css;b.css;");
        let _ = fs::remove_dir_all(folder);
    }
}
