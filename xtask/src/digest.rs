//! Names and sums made of what a file holds.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The SHA-256 of some bytes in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A file name that changes with what the file holds, so that browsers may
/// keep it for ever: `freshet.js` becomes `freshet-0123456789abcdef.js`.
pub fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{ending}", &sha256(bytes)[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_change_with_the_bytes() {
        assert_eq!(hashed_name("a.b.js", b""), "a.b-e3b0c44298fc1c14.js");
        assert_ne!(hashed_name("a.js", b"1"), hashed_name("a.js", b"2"));
    }
}
