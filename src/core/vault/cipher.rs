//! Seals a value under the data key: XChaCha20-Poly1305
//! (draft-irtf-cfrg-xchacha-03) with a random nonce for each value. At 24 bytes
//! nonces can be drawn at random without a thought of drawing one twice.
//!
//! What is sealed: the nonce (24 bytes), the ciphertext (as long as the plain
//! value), the proof (16 bytes). The header is not in it, but is proven with
//! it: a value that was moved, relabelled or put back under another header
//! does not open. What a header holds is decided by who writes the value.
//!
//! The cipher's own crates wipe the key and its stream; the one-time key of the
//! proof, good for a single value, they do not.

use super::secret::Secret;
use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305};
use zeroize::Zeroizing;

/// How many bytes a nonce has.
pub const NONCE: usize = 24;

/// How many bytes the proof has.
const TAG: usize = 16;

/// How many bytes longer a sealed value is than the plain one.
pub const OVERHEAD: usize = NONCE + TAG;

/// The random key that all values of a vault are sealed under.
#[derive(Debug)]
pub struct DataKey(pub(super) Secret<32>);

impl DataKey {
    /// Takes 32 random bytes, and leaves zeros where they stood.
    pub fn take(random: &mut [u8; 32]) -> Self {
        Self(Secret::take(random))
    }

    /// The key's bytes. Whoever copies them wipes the copy.
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// The same key again, where two must hold it.
    pub fn copy(&self) -> Self {
        Self(Secret::copy(self.expose()))
    }
}

/// Why a sealed value did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CipherError {
    /// It is too short to be one.
    Cut,
    /// The key or the header is another, or the value was changed: by
    /// intention these cannot be told apart.
    Refused,
}

/// Seals a value. A nonce is used once only.
///
/// # Panics
/// Where the value has more than 256 GiB, the cipher's end.
pub fn seal(key: &DataKey, nonce: [u8; NONCE], header: &[u8], plain: &[u8]) -> Vec<u8> {
    seal_under(&key.0, nonce, header, plain)
}

/// Opens a sealed value.
pub fn open(
    key: &DataKey,
    header: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, CipherError> {
    open_under(&key.0, header, sealed)
}

pub(super) fn seal_under(
    key: &Secret<32>,
    nonce: [u8; NONCE],
    header: &[u8],
    plain: &[u8],
) -> Vec<u8> {
    // Its whole room at once: a vector that grows would leave plain words behind.
    let mut sealed = Vec::with_capacity(plain.len() + OVERHEAD);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(plain);
    let tag = XChaCha20Poly1305::new(key.expose().into())
        .encrypt_inout_detached(&nonce.into(), header, (&mut sealed[NONCE..]).into())
        .expect("no value has 256 GiB");
    sealed.extend_from_slice(&tag);
    sealed
}

pub(super) fn open_under(
    key: &Secret<32>,
    header: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, CipherError> {
    let (nonce, rest) = sealed.split_first_chunk::<NONCE>().ok_or(CipherError::Cut)?;
    let (ciphertext, tag) = rest.split_last_chunk::<TAG>().ok_or(CipherError::Cut)?;
    let mut plain = Zeroizing::new(ciphertext.to_vec());
    XChaCha20Poly1305::new(key.expose().into())
        .decrypt_inout_detached(nonce.into(), header, plain.as_mut_slice().into(), &Tag::from(*tag))
        .map_err(|_| CipherError::Refused)?;
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::hex;

    fn key(byte: u8) -> DataKey {
        DataKey::take(&mut [byte; 32])
    }

    fn plain(key: &DataKey, header: &[u8], sealed: &[u8]) -> Result<Vec<u8>, CipherError> {
        open(key, header, sealed).map(|plain| plain.to_vec())
    }

    /// The example of draft-irtf-cfrg-xchacha-03, appendix A.3.1, in our frame.
    #[test]
    fn the_published_example_is_sealed_as_published() {
        let words: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you \
            only one tip for the future, sunscreen would be it.";
        let mut bytes = std::array::from_fn(|at| 0x80 + at as u8);
        let nonce = std::array::from_fn(|at| 0x40 + at as u8);
        let header = hex::decode("50515253c0c1c2c3c4c5c6c7").unwrap();
        let key = DataKey::take(&mut bytes);
        let sealed = seal(&key, nonce, &header, words);
        let expected = "404142434445464748494a4b4c4d4e4f5051525354555657\
            bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb\
            731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452\
            2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
            21f9664c97637da9768812f615c68b13b52e\
            c0875924c1c7987947deafd8780acf49";
        assert_eq!(hex::encode(&sealed), expected);
        assert_eq!(plain(&key, &header, &sealed), Ok(words.to_vec()));
    }

    #[test]
    fn only_the_same_key_and_header_open_it() {
        let sealed = seal(&key(1), [2; NONCE], b"header", b"words");
        assert_eq!(sealed.len(), 5 + OVERHEAD);
        assert_eq!(plain(&key(1), b"header", &sealed), Ok(b"words".to_vec()));
        assert_eq!(plain(&key(2), b"header", &sealed), Err(CipherError::Refused));
        assert_eq!(plain(&key(1), b"Header", &sealed), Err(CipherError::Refused));
    }

    #[test]
    fn every_changed_bit_and_every_cut_is_refused() {
        let sealed = seal(&key(1), [2; NONCE], b"header", b"words");
        for bit in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(plain(&key(1), b"header", &changed), Err(CipherError::Refused), "{bit}");
        }
        for length in 0..sealed.len() {
            let expected = if length < OVERHEAD { CipherError::Cut } else { CipherError::Refused };
            assert_eq!(plain(&key(1), b"header", &sealed[..length]), Err(expected), "{length}");
        }
    }

    #[test]
    fn nothing_is_a_value_too() {
        let sealed = seal(&key(1), [2; NONCE], b"", b"");
        assert_eq!(plain(&key(1), b"", &sealed), Ok(Vec::new()));
    }

    #[test]
    fn a_key_is_not_shown() {
        assert_eq!(format!("{:?}", key(7)), "DataKey(Secret)");
    }
}
