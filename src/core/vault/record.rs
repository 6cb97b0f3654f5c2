//! A stored value says its own format, so that old ones stay readable for
//! ever and newer ones are told from damaged ones.

use crate::core::json::{Json, Shape};

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

/// A value as it is stored.
pub fn encode<T: Shape>(body: &T) -> String {
    let field = |name: &str, value| (name.to_owned(), value);
    Json::Object(vec![field("format", FORMAT.to_json()), field("body", body.to_json())]).to_string()
}

/// The value that was stored.
pub fn decode<T: Shape>(text: &str) -> Result<T, RecordError> {
    T::of_json(&body(text)?).ok_or(RecordError::Damaged)
}

fn body(text: &str) -> Result<Json, RecordError> {
    let json: Json = text.parse().map_err(|_| RecordError::Damaged)?;
    match json.get("format").and_then(u32::of_json) {
        Some(format) if format > FORMAT => Err(RecordError::Newer(format)),
        Some(_) => json.get("body").cloned().ok_or(RecordError::Damaged),
        None => Err(RecordError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<Vec<u8>, RecordError>) {
        assert_eq!(decode::<Vec<u8>>(text), expected, "{text}");
    }

    #[test]
    fn damaged_and_newer_are_told_apart() {
        check(&encode(&vec![1_u8, 2]), Ok(vec![1, 2]));
        check(r#"{"format":1,"body":[1,2"#, Err(RecordError::Damaged));
        check(r#"{"format":1,"body":"other"}"#, Err(RecordError::Damaged));
        check(r#"{"format":2,"form":"unknown"}"#, Err(RecordError::Newer(2)));
        check("nonsense", Err(RecordError::Damaged));
        check("", Err(RecordError::Damaged));
    }
}
