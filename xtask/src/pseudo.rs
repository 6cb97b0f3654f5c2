//! The page in a language that nobody speaks, for the tests: see
//! [`freshet_content::pseudo`].

use crate::{
    error::Error,
    folder,
    program::{self, Profile, Shrinking},
    project::Project,
    site::{Purpose, Site},
    words::Words,
};
use std::path::PathBuf;

/// Builds it into a folder of built things, and says which.
pub fn build(project: &Project) -> Result<PathBuf, Error> {
    let words = project.target("pseudo/words");
    freshet_content::pseudo(&project.words(), &words).map_err(Error::file("write", &words))?;
    let project = project.with_words(words);
    let words = Words::read(&project)?;
    let program = program::build(&project, Profile::Serve, Shrinking::Optional)?;
    let site = Site::assemble(&project, &words, &program, Purpose::Release)?;
    let folder = project.target("pseudo/page");
    folder::swap_in(&site.files, &folder)?;
    Ok(folder)
}
