//! A stored value says its own format, so that old ones stay readable for
//! ever and newer ones are told from damaged ones.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The format this program writes.
pub const FORMAT: u32 = 1;

/// Why a stored value could not be read. It is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordError {
    /// It is cut, changed, or was never ours.
    Damaged,
    /// A newer program wrote it, in this format.
    Newer(u32),
}

#[derive(Serialize)]
struct Written<'a, T> {
    format: u32,
    body: &'a T,
}

#[derive(Deserialize)]
struct Read<T> {
    body: T,
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

/// A value as it is stored.
pub fn encode<T: Serialize>(body: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Written { format: FORMAT, body })
}

/// The value that was stored.
pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T, RecordError> {
    let FormatOnly { format } = serde_json::from_str(text).map_err(|_| RecordError::Damaged)?;
    if format > FORMAT {
        return Err(RecordError::Newer(format));
    }
    let Read { body } = serde_json::from_str(text).map_err(|_| RecordError::Damaged)?;
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<Vec<u8>, RecordError>) {
        assert_eq!(decode::<Vec<u8>>(text), expected, "{text}");
    }

    #[test]
    fn damaged_and_newer_are_told_apart() {
        check(&encode(&vec![1, 2]).unwrap(), Ok(vec![1, 2]));
        check(r#"{"format":1,"body":[1,2"#, Err(RecordError::Damaged));
        check(r#"{"format":1,"body":"other"}"#, Err(RecordError::Damaged));
        check(r#"{"format":2,"form":"unknown"}"#, Err(RecordError::Newer(2)));
        check("nonsense", Err(RecordError::Damaged));
        check("", Err(RecordError::Damaged));
    }
}
