//! Bytes that must not outlive their use.
//!
//! They lie in one place on the heap, so that passing them on copies a pointer
//! and leaves nothing behind, and are overwritten when dropped. What cannot be
//! wiped from here: copies that the compiler and the cipher's crates keep in
//! registers or on the stack while they compute, the text fields and strings of the browser, what it put
//! into a message to a worker, and memory that the system wrote to disk.

use std::fmt;
use zeroize::Zeroize;

/// Secret bytes. They cannot be shown, and are wiped when dropped.
pub struct Secret<const N: usize>(Box<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// Takes the bytes, and leaves zeros where they stood.
    pub fn take(bytes: &mut [u8; N]) -> Self {
        let secret = Self::copy(bytes);
        bytes.zeroize();
        secret
    }

    /// A copy of bytes that somebody else wipes.
    pub(super) fn copy(bytes: &[u8; N]) -> Self {
        let mut secret = Self::zeros();
        secret.0.copy_from_slice(bytes);
        secret
    }

    /// Secret bytes that are written in place.
    pub(super) fn fill<E>(write: impl FnOnce(&mut [u8; N]) -> Result<(), E>) -> Result<Self, E> {
        let mut secret = Self::zeros();
        write(&mut secret.0)?;
        Ok(secret)
    }

    /// The bytes themselves. Whoever copies them wipes the copy.
    pub fn expose(&self) -> &[u8; N] {
        &self.0
    }

    fn zeros() -> Self {
        Self(Box::new([0; N]))
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_taken_away_and_not_shown() {
        let mut bytes = [7; 4];
        let secret = Secret::take(&mut bytes);
        assert_eq!(bytes, [0; 4]);
        assert_eq!(secret.expose(), &[7; 4]);
        assert_eq!(format!("{secret:?}"), "Secret");
    }

    #[test]
    fn what_failed_half_way_is_no_secret() {
        assert_eq!(Secret::<4>::fill(|_| Err("no")).map(|_| ()), Err("no"));
    }
}
