//! The service worker with its list of files.

use crate::{digest::sha256, error::Error, site::Site};
use std::fmt::Write;

/// Fills the worker's template. Everything put together so far is kept by
/// browsers; what is added later (the page that is one file, sums) is not.
pub fn worker(template: &str, version: &str, site: &Site) -> Result<String, Error> {
    let mut list = String::from("[\n");
    for (name, bytes) in &site.files {
        let _ = writeln!(list, "  ['{name}', '{}'],", sha256(bytes));
    }
    list.push(']');
    let filled = replace_once(template, "{{version}}", version)?;
    replace_once(&filled, "{{files}}", &list)
}

fn replace_once(text: &str, mark: &str, new: &str) -> Result<String, Error> {
    if text.matches(mark).count() != 1 {
        return Err(Error::refused(format!("public/sw.js must say {mark} once")));
    }
    Ok(text.replace(mark, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_stands_with_its_hash() {
        let mut site = Site::default();
        site.files.insert("a.js".to_owned(), Vec::new());
        let script = worker("'{{version}}' {{files}}", "v1", &site).expect("a template");
        let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(script, format!("'v1' [\n  ['a.js', '{hash}'],\n]"));
    }

    #[test]
    fn a_template_without_its_marks_is_refused() {
        assert!(worker("{{version}}", "v1", &Site::default()).is_err());
    }
}
