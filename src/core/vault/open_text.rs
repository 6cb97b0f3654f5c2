//! Texts that stand outside the seal: JSON, a space, and a checksum of its name
//! and the JSON in sixteen hexadecimal digits.

use super::checksum::checksum;
use super::record::RecordError;
use std::fmt::Write;

fn digits(name: &str, json: &str) -> String {
    checksum(name, json.as_bytes()).iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The text as it is stored.
pub fn with_check(name: &str, json: &str) -> String {
    format!("{json} {}", digits(name, json))
}

/// The JSON of a stored text, not held against its checksum.
pub fn unchecked(text: &str) -> &str {
    text.rsplit_once(' ').map_or(text, |(json, _)| json)
}

/// The JSON of a stored text.
pub fn checked<'a>(name: &str, text: &'a str) -> Result<&'a str, RecordError> {
    let (json, check) = text.rsplit_once(' ').ok_or(RecordError::Damaged)?;
    if check == digits(name, json) { Ok(json) } else { Err(RecordError::Damaged) }
}
