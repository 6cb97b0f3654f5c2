//! Folders that change as a whole.

use crate::error::Error;
use std::{collections::BTreeMap, fs, path::Path};

/// Writes files into a new folder and puts it in the place of the old one,
/// so that nobody ever sees half of it.
pub fn swap_in(files: &BTreeMap<String, Vec<u8>>, folder: &Path) -> Result<(), Error> {
    let staging = folder.with_added_extension("staging");
    let old = folder.with_added_extension("old");
    remove(&staging)?;
    remove(&old)?;
    fs::create_dir_all(&staging).map_err(Error::file("make", &staging))?;
    for (name, bytes) in files {
        let path = staging.join(name);
        fs::write(&path, bytes).map_err(Error::file("write", path))?;
    }
    if folder.exists() {
        fs::rename(folder, &old).map_err(Error::file("move", folder))?;
    }
    fs::rename(&staging, folder).map_err(Error::file("move", &staging))?;
    remove(&old)
}

/// Removes a folder if it is there.
pub fn remove(folder: &Path) -> Result<(), Error> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Error::file("remove", folder))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_files_are_gone_and_nothing_is_left_beside() {
        let above = std::env::temp_dir().join(format!("xtask-folder-{}", std::process::id()));
        let folder = above.join("dist");
        let one = |name: &str| BTreeMap::from([(name.to_owned(), b"x".to_vec())]);
        fs::create_dir_all(&above).expect("a folder");
        swap_in(&one("a"), &folder).expect("it is written");
        swap_in(&one("b"), &folder).expect("it is written again");
        assert!(folder.join("b").exists() && !folder.join("a").exists());
        assert_eq!(fs::read_dir(&above).expect("a folder").count(), 1);
        let _ = fs::remove_dir_all(above);
    }
}
