//! The style sheet: the files of `style/`, joined in the order of their names,
//! without what only their readers need.

use crate::error::Error;
use std::{fs, path::Path};

/// Joins the style sheets of a folder into one.
pub fn join(folder: &Path) -> Result<String, Error> {
    let entries = fs::read_dir(folder).map_err(Error::file("read", folder))?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".css")).collect();
    names.sort();
    let mut joined = String::new();
    for name in names {
        let path = folder.join(name);
        joined.push_str(&fs::read_to_string(&path).map_err(Error::file("read", path))?);
    }
    Ok(squeezed(&joined))
}

/// Without comments, indentation and the ends of lines: a quarter less to
/// fetch. Our sheets hold no comment and no line end within a string.
fn squeezed(sheet: &str) -> String {
    let mut left = sheet;
    let mut bare = String::with_capacity(sheet.len());
    while let Some((before, after)) = left.split_once("/*") {
        bare.push_str(before);
        left = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(left);
    let mut squeezed = String::with_capacity(bare.len());
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let runs_on = squeezed.ends_with(['{', '}', ';', ',']) || squeezed.is_empty();
        if !runs_on {
            squeezed.push(' ');
        }
        squeezed.push_str(line);
    }
    squeezed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_squeezed_and_means_the_same() {
        let sheet = "/* why */\n@layer a, b;\n\n.x,\n.y {\n  margin: calc(1px\n    + 2px);\n}\n";
        assert_eq!(squeezed(sheet), "@layer a, b;.x,.y {margin: calc(1px + 2px);}");
    }

    #[test]
    fn sheets_are_joined_by_name_and_nothing_else_is() {
        let folder = std::env::temp_dir().join(format!("xtask-style-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for name in ["b.css", "0-layers.css", "a.css", "notes.md"] {
            fs::write(folder.join(name), format!("{name};")).expect("a file");
        }
        assert_eq!(join(&folder).expect("they join"), "0-layers.css;a.css;b.css;");
        let _ = fs::remove_dir_all(folder);
    }
}
