//! `cargo xtask index`: puts the content's words into the committed page, so
//! that it says something sensible when it is opened straight from the clone.

use crate::{error::Error, page, project::Project, words::Words};
use std::fs;

/// Writes the words anew.
pub fn run(project: &Project) -> Result<(), Error> {
    let path = project.path("index.html");
    fs::write(&path, filled(project)?).map_err(Error::file("write", path))?;
    println!("index.html holds the words of content/en. Commit it with them.");
    Ok(())
}

fn filled(project: &Project) -> Result<String, Error> {
    let path = project.path("index.html");
    let page = fs::read_to_string(&path).map_err(Error::file("read", path))?;
    page::fill(&page, &Words::read(project)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_page_is_freshly_filled() {
        let project = Project::here();
        let committed = fs::read_to_string(project.path("index.html")).expect("it is there");
        let fresh = filled(&project).expect("the content is whole");
        assert!(committed == fresh, "index.html is behind the content: run `cargo xtask index`");
    }
}
