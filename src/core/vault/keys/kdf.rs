//! From a passphrase to a key: Argon2id, version 0x13 (RFC 9106).

use super::WrappingKey;
use crate::core::hex::as_hex;
use crate::core::json::object;
use crate::core::vault::passphrase::Passphrase;
use crate::core::vault::secret::Secret;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroize;

/// What a guess costs. It stands in the slot, so that it can be raised later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kdf {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// How often the memory is gone through.
    pub passes: u32,
    /// Lanes of memory. All run on one thread here.
    pub lanes: u32,
}

object!(Kdf { must memory_kib, must passes, must lanes });

/// Random bytes that make equal passphrases give unlike keys. Not a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

as_hex!(Salt);

/// Why no key was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeriveError {
    /// Argon2 knows no such cost.
    Impossible,
    /// The cost is above what any program of ours asks for.
    TooCostly,
    /// The device has not that much memory to give.
    NoMemory,
}

impl Kdf {
    /// What a new slot asks for: 64 MiB, 3 passes, 1 lane, the second choice of
    /// RFC 9106, section 4, at one lane; half a second on a laptop.
    pub const USUAL: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };

    /// Above these nothing is computed: a hostile slot must not hold a device
    /// for hours, nor take all of its memory.
    const MOST_MEMORY_KIB: u32 = 512 * 1024;
    const MOST_PASSES: u32 = 20;
    const MOST_LANES: u32 = 4;
    /// Memory times passes is the time that it takes: ten times the usual.
    const MOST_WORK_KIB: u64 = 2 * 1024 * 1024;

    /// Whether a key may be made at this cost. Cheap costs are let through: one
    /// who puts a cheap slot in place of a dear one learns nothing by it, for
    /// the true passphrase does not open it.
    pub fn check(&self) -> Result<(), DeriveError> {
        let work = u64::from(self.memory_kib) * u64::from(self.passes);
        if self.memory_kib > Self::MOST_MEMORY_KIB
            || self.passes > Self::MOST_PASSES
            || self.lanes > Self::MOST_LANES
            || work > Self::MOST_WORK_KIB
        {
            return Err(DeriveError::TooCostly);
        }
        self.params().map(|_| ())
    }

    fn params(&self) -> Result<Params, DeriveError> {
        Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| DeriveError::Impossible)
    }
}

/// The key that a passphrase makes with this salt at this cost. Slow and large
/// by intention: at [`Kdf::USUAL`] half a second and 64 MiB.
///
/// The memory is wiped before it is given back.
pub fn derive(passphrase: &Passphrase, salt: Salt, kdf: &Kdf) -> Result<WrappingKey, DeriveError> {
    kdf.check()?;
    let params = kdf.params()?;
    let mut memory = blocks(params.block_count())?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let key = Secret::fill(|key| {
        argon2.hash_password_into_with_memory(passphrase.bytes(), &salt.0, key, &mut memory)
    });
    memory.iter_mut().for_each(Zeroize::zeroize);
    // The passphrase is the only part that is not checked yet: at most 4 GiB.
    key.map(WrappingKey).map_err(|_| DeriveError::Impossible)
}

fn blocks(count: usize) -> Result<Vec<Block>, DeriveError> {
    let mut blocks = Vec::new();
    blocks.try_reserve_exact(count).map_err(|_| DeriveError::NoMemory)?;
    blocks.resize(count, Block::new());
    Ok(blocks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::hex;

    fn check(memory_kib: u32, passes: u32, lanes: u32, expected: Result<(), DeriveError>) {
        let kdf = Kdf { memory_kib, passes, lanes };
        assert_eq!(kdf.check(), expected, "{kdf:?}");
    }

    #[test]
    fn costs_have_caps() {
        let (dear, impossible) = (Err(DeriveError::TooCostly), Err(DeriveError::Impossible));
        assert_eq!(Kdf::USUAL.check(), Ok(()));
        check(512 * 1024, 4, 4, Ok(()));
        check(100 * 1024, 20, 1, Ok(()));
        check(512 * 1024 + 1, 1, 1, dear);
        check(8 * 1024, 21, 1, dear);
        check(64 * 1024, 3, 5, dear);
        check(512 * 1024, 5, 1, dear);
        check(u32::MAX, u32::MAX, u32::MAX, dear);
        check(8, 1, 1, Ok(()));
        check(7, 1, 1, impossible);
        check(0, 0, 0, impossible);
        check(64 * 1024, 0, 1, impossible);
        check(64 * 1024, 3, 0, impossible);
    }

    /// The expected key is another program's (OpenSSL's Argon2id).
    #[test]
    fn a_passphrase_makes_one_key_for_ever() {
        let passphrase = Passphrase::of_normalized("six plain words in a row".to_owned());
        let salt = Salt(std::array::from_fn(|at| at as u8));
        let kdf = Kdf { memory_kib: 64, passes: 2, lanes: 2 };
        let key = derive(&passphrase, salt, &kdf).unwrap();
        assert_eq!(
            hex::encode(key.expose()),
            "dbe643a1c8f1dcaab936e0dacf447121d9d80f01f2ffe32822ec9ebc43d9bf64"
        );
        let other = derive(&passphrase, salt, &Kdf { passes: 3, ..kdf }).unwrap();
        assert_ne!(key.expose(), other.expose());
    }

    #[test]
    fn a_cost_is_checked_before_it_is_paid() {
        let passphrase = Passphrase::of_normalized(String::new());
        let kdf = Kdf { memory_kib: u32::MAX, ..Kdf::USUAL };
        let refused = derive(&passphrase, Salt([0; 16]), &kdf).map(|_| ());
        assert_eq!(refused, Err(DeriveError::TooCostly));
    }
}
