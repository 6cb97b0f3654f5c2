//! Every stored value ends in a checksum, encrypted or not, so that *damaged*
//! is told from *wrong passphrase* before any key is tried.
//!
//! It is the beginning of BLAKE2b, which the passphrase needs in any case
//! (Argon2 is built from it): a CRC would be code beside it, and would let a
//! changed value pass once in four billion. Eight bytes let one pass once in
//! 2⁶⁴, and cost a value little room.
//!
//! Anyone can make it anew, so it guards against accidents and not against
//! people; a sealed value has its own proof for those ([`super::cipher`]). It is
//! made of what is stored, never of the words under a cipher, for then it
//! would let guesses at them be tried.

use blake2::{Blake2b512, Digest};

/// How many bytes a checksum has.
pub const LENGTH: usize = 8;

/// Keeps these sums apart from any other use of the same function.
const DOMAIN: &[u8] = b"freshet checksum";

/// The checksum of a value under its name in the store. The name is in it so
/// that two values which were swapped are found, in a vault without a
/// passphrase too.
pub fn checksum(name: &str, bytes: &[u8]) -> [u8; LENGTH] {
    let mut hasher = Blake2b512::new();
    hasher.update(DOMAIN);
    // The length keeps a name's end apart from the beginning of the value.
    hasher.update((name.len() as u64).to_be_bytes());
    hasher.update(name);
    hasher.update(bytes);
    let mut sum = [0; LENGTH];
    sum.copy_from_slice(&hasher.finalize()[..LENGTH]);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::hex;

    /// The expected sums are another program's (Python's `hashlib.blake2b`).
    #[test]
    fn a_name_and_a_value_have_one_sum_for_ever() {
        assert_eq!(hex::encode(&checksum("slot.a", b"words")), "23ab706753c1ba3d");
        assert_eq!(hex::encode(&checksum("", b"")), "e2ac06b1fdb5924c");
    }

    #[test]
    fn names_count_and_do_not_run_into_values() {
        assert_ne!(checksum("a", b"value"), checksum("b", b"value"));
        assert_ne!(checksum("ab", b"c"), checksum("a", b"bc"));
    }

    #[test]
    fn every_changed_bit_is_found() {
        let value = *b"a value of some length";
        let whole = checksum("name", &value);
        for bit in 0..value.len() * 8 {
            let mut changed = value;
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(checksum("name", &changed), whole, "bit {bit}");
        }
        assert_ne!(checksum("name", &value[1..]), whole);
    }
}
