//! Randomness, which plain http has too.

use crate::core::id::Id;

/// A new random name.
pub fn id() -> Id {
    let mut bytes = [0; 8];
    let filled = super::window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    super::sure(filled, "every browser that can run this has randomness");
    Id::from_random(bytes)
}
