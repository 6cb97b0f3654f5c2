//! What a browser left on the disk: every file of a profile, searched for a
//! word, also where the word is written in another encoding or stands in
//! something compressed.
//!
//! In reading order: `Word` is what is looked for; `unpack` takes a file
//! apart, by `leveldb`, `sqlite` and `mozilla`; `ours` reads the values
//! of a vault without a passphrase.

mod leveldb;
mod mozilla;
pub mod ours;
mod sqlite;
mod word;

use crate::error::Error;
use std::{
    fs,
    path::{Path, PathBuf},
};
use word::Word;

/// A name and its value, as a browser's own store holds them.
type Pair = (Vec<u8>, Vec<u8>);

/// Every place below a folder where a word stands, a line each. What the tests
/// themselves wrote there is left out.
pub fn places_of(word: &str, folder: &Path) -> Result<Vec<String>, Error> {
    const NOT_THE_BROWSERS: [&str; 3] = ["driver.log", "network.json", "Downloads"];
    let word = Word::new(word);
    let mut places = Vec::new();
    for path in files(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path);
        if NOT_THE_BROWSERS.iter().any(|other| name.starts_with(other)) {
            continue;
        }
        // A browser that just ended may take away a file meanwhile.
        let Ok(bytes) = fs::read(&path) else { continue };
        let parts = [("as it is", bytes.clone())].into_iter().chain(unpack(&path, &bytes));
        for (how, part) in parts {
            if let Some(form) = word.stands_in(&part) {
                places.push(format!("{}, {how}, in {form}", name.display()));
            }
        }
    }
    Ok(places)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(Error::system("read the profile"))?;
    for entry in entries.flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&entry.path())?),
            Ok(kind) if kind.is_file() => found.push(entry.path()),
            _ => {}
        }
    }
    Ok(found)
}

/// What a file holds that cannot be seen in its bytes, and how it was found.
fn unpack(path: &Path, bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    if let Some(text) = mozilla::unpack(bytes) {
        return vec![("unpacked by LZ4", text)];
    }
    let (how, pairs) = if sqlite::is_one(bytes) {
        ("a value of SQLite", sqlite::pairs(path))
    } else {
        let pairs = leveldb::of_table(bytes).unwrap_or_else(|| leveldb::of_log(bytes));
        ("a value of LevelDB", pairs)
    };
    let mut parts = Vec::new();
    for (name, value) in pairs {
        parts.extend(ours::body(&name, &value).map(|body| ("an opened value of ours", body)));
        parts.push((how, name));
        parts.push((how, value));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Packed, the word does not stand in it as one: it begins as one before.
    const TEXT: &[u8] = b"the kumq of an old tale, and a kumquat in a bowl with more of its kind";

    #[test]
    fn words_are_found_in_every_wrapping() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, bytes: &[u8]| {
            fs::write(folder.path().join(name), bytes).expect("a file");
        };
        fs::create_dir(folder.path().join("deep")).expect("a folder");
        write("deep/plain", b"..kumquat..");
        write("deep/session.jsonlz4", &mozilla::tests::packed(TEXT));
        write("000003.log", &leveldb::tests::log(&[(b"a", b"b"), (b"key", b"kumquat")]));
        write("000004.ldb", &leveldb::tests::table(&[(b"key", TEXT)]));
        write("driver.log", b"kumquat");
        sqlite::tests::write(&folder.path().join("data.sqlite"), TEXT);
        let mut places = places_of("kumquat", folder.path()).expect("it is read");
        places.sort();
        let expected = [
            "000003.log, a value of LevelDB, in UTF-8",
            "000003.log, as it is, in UTF-8",
            "000004.ldb, a value of LevelDB, in UTF-8",
            "data.sqlite, a value of SQLite, in UTF-8",
            "deep/plain, as it is, in UTF-8",
            "deep/session.jsonlz4, unpacked by LZ4, in UTF-8",
        ];
        assert_eq!(places, expected);
        assert_eq!(places_of("quince", folder.path()).expect("it is read"), [""; 0]);
    }
}
