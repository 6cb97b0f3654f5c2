//! The data keys that a slot guards.

use crate::core::vault::cipher::{self, CipherError, DataKey};
use crate::core::vault::secret::Secret;
use zeroize::Zeroizing;

/// The data key; and, while all values are being rewritten under a new one,
/// the one before, for then values under both exist.
#[derive(Debug)]
pub struct Keyring {
    /// What is sealed from now on is sealed under this one.
    pub current: DataKey,
    /// What is not rewritten yet is sealed under this one.
    pub previous: Option<DataKey>,
}

impl Keyring {
    /// Opens a value that is sealed under either key.
    pub fn open(&self, header: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, CipherError> {
        match (cipher::open(&self.current, header, sealed), &self.previous) {
            (Err(CipherError::Refused), Some(previous)) => cipher::open(previous, header, sealed),
            (opened, _) => opened,
        }
    }

    /// One key after the other.
    pub(super) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        // Its whole room at once: a vector that grows would leave a key behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(64));
        let keys = [Some(&self.current), self.previous.as_ref()];
        for key in keys.into_iter().flatten() {
            bytes.extend_from_slice(key.0.expose());
        }
        bytes
    }

    /// The keys that stand in these bytes, one or two.
    pub(super) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let (keys, rest) = bytes.as_chunks::<32>();
        let key = |bytes: &[u8; 32]| DataKey(Secret::copy(bytes));
        match (keys, rest) {
            ([current], []) => Some(Self { current: key(current), previous: None }),
            ([current, previous], []) => {
                Some(Self { current: key(current), previous: Some(key(previous)) })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> DataKey {
        DataKey::take(&mut [byte; 32])
    }

    #[test]
    fn values_under_either_key_open() {
        let both = Keyring { current: key(2), previous: Some(key(1)) };
        let opened = |key: DataKey| {
            let sealed = cipher::seal(&key, [0; cipher::NONCE], b"header", b"words");
            both.open(b"header", &sealed).map(|plain| plain.to_vec())
        };
        assert_eq!(opened(key(1)), Ok(b"words".to_vec()));
        assert_eq!(opened(key(2)), Ok(b"words".to_vec()));
        assert_eq!(opened(key(3)), Err(CipherError::Refused));
        assert_eq!(both.open(b"", b"short").map(|_| ()), Err(CipherError::Cut));
    }

    #[test]
    fn only_one_or_two_keys_are_a_keyring() {
        for length in 0..130 {
            let keyring = Keyring::of_bytes(&vec![1; length]);
            assert_eq!(keyring.is_some(), matches!(length, 32 | 64), "{length}");
        }
        let both = Keyring { current: key(2), previous: Some(key(1)) };
        assert_eq!(both.to_bytes().as_slice(), [[2; 32], [1; 32]].concat());
    }
}
