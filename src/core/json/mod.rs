//! JSON (RFC 8259), read and written without a copy of the reader for every
//! type: with `serde_json` and derived readers the program was 178 KB by brotli
//! and is 143 KB without, of the 160 KB that may be fetched before an entry can
//! be written. It is held against `serde_json` in `tests/json.rs`.
//!
//! Numbers are whole: nothing that is stored here has a fraction.

mod read;
mod shape;
mod write;

pub use shape::{Shape, field};
pub(crate) use shape::{as_text, choice, object};

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Names with values, in the order they stand in.
    Object(Vec<(String, Json)>),
}

/// A text that is not JSON, or holds a number with a fraction, or lies deeper
/// than [`Json::DEEPEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotJson;

impl Json {
    /// Values lie at most this many levels within each other: a hostile text
    /// must not use up the stack.
    pub const DEEPEST: usize = 64;

    /// The value of a name in an object; the first, if it stands there twice.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => {
                fields.iter().find(|(other, _)| other == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The only name and value of an object: how a choice with something in it
    /// is written.
    pub fn only(&self) -> Option<(&str, &Json)> {
        match self {
            Json::Object(fields) => match fields.as_slice() {
                [(name, value)] => Some((name, value)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A choice with something in it.
    pub fn tagged(name: &str, value: Json) -> Json {
        Json::Object(vec![(name.to_owned(), value)])
    }

    /// A text.
    pub fn of_text(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}
