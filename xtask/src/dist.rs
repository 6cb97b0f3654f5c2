//! `cargo xtask dist`: the release, in `dist/`.

use crate::{
    compress,
    error::Error,
    folder,
    program::{self, Profile, Shrinking},
    project::Project,
    site::{Purpose, Site},
    sums,
    words::Words,
};
use std::collections::BTreeMap;

/// What may be fetched before an entry can be written, compressed by brotli.
pub const BUDGET: usize = 160 * 1024;

/// Builds the release and puts it in the place of the last one. One that is
/// over the budget stands there too, for a look at what is large.
pub fn run(project: &Project, shrinking: Shrinking) -> Result<(), Error> {
    let Site { files, first } = build(project, shrinking)?;
    hold_to_budget(&files, &first)?;
    println!(
        "The release stands in dist/: copy the folder to any server, or open dist/freshet.html."
    );
    Ok(())
}

/// Puts a release in the place of the last one, whatever its size.
pub(crate) fn build(project: &Project, shrinking: Shrinking) -> Result<Site, Error> {
    let words = Words::read(project)?;
    let program = program::build(project, Profile::Release, shrinking)?;
    let Site { mut files, first } = Site::assemble(project, &words, &program, Purpose::Release)?;
    let tools = sums::tools(project, &program)?;
    files.insert("BUILD.txt".to_owned(), tools.into_bytes());
    refuse_private_folders(project, &files)?;
    compress::add(&mut files)?;
    let sums = sums::sums(&files);
    files.insert("SHA256SUMS".to_owned(), sums.into_bytes());
    folder::swap_in(&files, &project.dist())?;
    Ok(Site { files, first })
}

/// A folder's name says who built it and where, and makes two builds differ.
fn refuse_private_folders(
    project: &Project,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), Error> {
    for (folder, _) in project.private_folders()? {
        let folder = folder.join("").to_string_lossy().into_owned();
        let holds =
            |bytes: &[u8]| bytes.windows(folder.len()).any(|part| part == folder.as_bytes());
        if let Some((name, _)) = files.iter().find(|(_, bytes)| holds(bytes)) {
            return Err(Error::refused(format!("{name} holds the name of the folder {folder}")));
        }
    }
    Ok(())
}

fn hold_to_budget(files: &BTreeMap<String, Vec<u8>>, first: &[String]) -> Result<(), Error> {
    let mut sum = 0;
    for name in first {
        let bytes = files.get(&format!("{name}.br")).or_else(|| files.get(name));
        let length = bytes.map_or(0, Vec::len);
        println!("{length:>8} bytes  {name}");
        sum += length;
    }
    println!("{sum:>8} bytes by brotli before an entry can be written, of {BUDGET}");
    if sum > BUDGET {
        return Err(Error::refused(format!(
            "{sum} bytes are fetched before an entry can be written, and {BUDGET} are allowed"
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_counts_compressed_bytes() {
        let mut files = BTreeMap::from([("a".to_owned(), vec![0; BUDGET + 1])]);
        assert!(hold_to_budget(&files, &["a".to_owned()]).is_err());
        files.insert("a.br".to_owned(), vec![0; BUDGET]);
        assert!(hold_to_budget(&files, &["a".to_owned()]).is_ok());
    }
}
