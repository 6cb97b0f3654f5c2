//! Values of SQLite, in which Firefox keeps what pages store, compressed by
//! Snappy, and both browsers keep their history.

use super::Pair;
use rusqlite::{Connection, Error, types::Value};
use std::path::Path;

const MARK: &[u8] = b"SQLite format 3\0";

/// Whether a file is a database.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

/// All values of all rows, each beside the first text of its row, which is its
/// name where there is one. What cannot be read is left out: its bytes are
/// searched as they are.
pub(super) fn pairs(path: &Path) -> Vec<Pair> {
    let Ok(base) = Connection::open(path) else { return Vec::new() };
    let tables = table_names(&base).unwrap_or_default();
    tables.iter().flat_map(|table| rows(&base, table).unwrap_or_default()).collect()
}

fn table_names(base: &Connection) -> Result<Vec<String>, Error> {
    let mut asked = base.prepare("SELECT name FROM sqlite_master WHERE type = 'table'")?;
    asked.query_map([], |row| row.get(0))?.collect()
}

fn rows(base: &Connection, table: &str) -> Result<Vec<Pair>, Error> {
    let mut asked = base.prepare(&format!("SELECT * FROM \"{}\"", table.replace('"', "\"\"")))?;
    let columns = asked.column_count();
    let mut found = Vec::new();
    let mut rows = asked.query([])?;
    while let Some(row) = rows.next()? {
        let mut name = None;
        for column in 0..columns {
            let bytes = match row.get::<_, Value>(column) {
                Ok(Value::Text(text)) => text.into_bytes(),
                Ok(Value::Blob(bytes)) => bytes,
                Ok(Value::Null | Value::Integer(_) | Value::Real(_)) | Err(_) => continue,
            };
            let name = name.get_or_insert_with(|| bytes.clone()).clone();
            let unpacked = snap::raw::Decoder::new().decompress_vec(&bytes).ok();
            found.extend(unpacked.map(|unpacked| (name.clone(), unpacked)));
            found.push((name, bytes));
        }
    }
    Ok(found)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Writes a database with one value, compressed.
    pub(crate) fn write(path: &Path, value: &[u8]) {
        let base = Connection::open(path).expect("a database");
        base.execute("CREATE TABLE data (key TEXT, size INTEGER, value BLOB)", [])
            .expect("a table");
        let packed = snap::raw::Encoder::new().compress_vec(value).expect("it is packed");
        base.execute("INSERT INTO data VALUES ('freshet:x', 7, ?)", [packed]).expect("a row");
    }

    #[test]
    fn packed_values_are_read_with_their_names() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("data.sqlite");
        write(&path, b"a kumquat");
        assert!(is_one(&std::fs::read(&path).expect("a file")));
        let found = pairs(&path);
        assert!(found.contains(&(b"freshet:x".to_vec(), b"a kumquat".to_vec())), "{found:?}");
        assert_eq!(pairs(&folder.path().join("none/none")), []);
    }
}
