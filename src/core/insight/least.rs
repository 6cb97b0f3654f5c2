//! The least evidence that a measure is shown from. Below it a picture would
//! say more about chance than about the writer. Where the literature gives no
//! number it is five.

/// Entries behind anything, and before a mean is told.
pub const ENTRIES: usize = 5;

/// Pairs of a number before and a number after.
pub const PAIRS: usize = 5;

/// Entries behind how far apart they are.
pub const SPREAD: usize = 10;

/// Entries behind a variety (Benson 2018: 6 to 12 occasions).
pub const VARIETY: usize = 10;

/// Words on each side where two stretches of time are compared.
pub const COMPARED: u32 = 10;

/// Neighbours behind ups and downs.
pub const INSTABILITY: usize = 15;

/// Neighbours behind what carries over, which is told with its band.
pub const CARRY_OVER: usize = 30;
