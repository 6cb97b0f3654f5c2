//! Keys, and what guards them.
//!
//! All values are sealed under a random data key. It is kept in slots, each a
//! copy of it under another lock: one is opened by a key that Argon2id makes
//! of the passphrase ([`Kdf`]), one by a key that HKDF makes of the recovery code
//! ([`RecoveryCode`]). A changed passphrase so costs a new slot, and not a new
//! journal.
//!
//! Randomness and the slow work come in from outside: [`derive()`] stands alone,
//! so that it can be run where it holds nothing up.

mod kdf;
mod recovery;
pub mod request;
mod slot;
mod symbols;

pub use kdf::{DeriveError, Kdf, Salt, derive};
pub use recovery::{CodeError, RecoveryCode};
pub use slot::{Kind, Plain, Slot, SlotError, SlotKind, VaultId, WrongSecret};

use super::secret::Secret;

/// A key that opens slots of one salt, and nothing else.
#[derive(Debug)]
pub struct WrappingKey(Secret<32>);

impl WrappingKey {
    /// Takes a key that was derived elsewhere, and leaves zeros where it stood.
    pub fn take(bytes: &mut [u8; 32]) -> Self {
        Self(Secret::take(bytes))
    }

    /// The bytes of the key, to be handed over. Whoever copies them wipes the
    /// copy.
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }
}
