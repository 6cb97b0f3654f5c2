//! Notices changes of the source by asking for the times of its files.
//!
//! Asking is slower than being told, and works the same on every system and
//! every kind of disk; for some hundred files nobody can tell the difference.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

const EVERY: Duration = Duration::from_millis(400);

/// What the watched files looked like at one moment.
#[derive(Debug, PartialEq, Eq)]
pub struct Seen(Vec<(PathBuf, Option<SystemTime>, u64)>);

impl Seen {
    /// Looks at files and at everything in folders.
    pub fn now(paths: &[PathBuf]) -> Seen {
        let mut seen = Vec::new();
        for path in paths {
            look(path, &mut seen);
        }
        seen.sort();
        Seen(seen)
    }

    /// Waits until something differs, and gives back what is there then.
    pub fn wait_for_change(&self, paths: &[PathBuf]) -> Seen {
        loop {
            thread::sleep(EVERY);
            let now = Seen::now(paths);
            if now != *self {
                return settled(now, paths);
            }
        }
    }
}

/// Editors and version control write many files in a row: wait for the last.
fn settled(mut seen: Seen, paths: &[PathBuf]) -> Seen {
    loop {
        thread::sleep(EVERY / 4);
        let now = Seen::now(paths);
        if now == seen {
            return now;
        }
        seen = now;
    }
}

fn look(path: &Path, seen: &mut Vec<(PathBuf, Option<SystemTime>, u64)>) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| look(&entry.path(), seen));
    } else if let Ok(about) = fs::metadata(path) {
        seen.push((path.to_owned(), about.modified().ok(), about.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_a_changed_and_a_removed_file_are_noticed() {
        let folder = std::env::temp_dir().join(format!("xtask-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("below")).expect("a folder");
        let paths = [folder.clone()];
        let empty = Seen::now(&paths);
        fs::write(folder.join("below/a"), "1").expect("a file");
        let one = Seen::now(&paths);
        assert_ne!(empty, one);
        fs::write(folder.join("below/a"), "12").expect("a file");
        assert_ne!(one, Seen::now(&paths));
        fs::remove_file(folder.join("below/a")).expect("it was there");
        assert_eq!(empty, Seen::now(&paths));
        let _ = fs::remove_dir_all(folder);
    }
}
