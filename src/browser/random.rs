//! Randomness, which plain http has too.

use crate::core::id::Id;

/// Fills bytes at random.
pub fn fill(bytes: &mut [u8]) {
    let filled =
        super::window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(bytes));
    super::sure(filled, "every browser that can run this has randomness");
}

/// Random bytes.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    fill(&mut bytes);
    bytes
}

/// A new random name.
pub fn id() -> Id {
    Id::from_random(bytes())
}
