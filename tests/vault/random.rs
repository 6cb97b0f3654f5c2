//! Numbers that look random and are the same in each run: xorshift, see
//! Marsaglia 2003.

use std::cell::Cell;

/// The next number, from another state than 0.
pub(crate) fn next(state: &Cell<u64>) -> u64 {
    let mut next = state.get();
    next ^= next << 13;
    next ^= next >> 7;
    next ^= next << 17;
    state.set(next);
    next
}

/// Fills bytes with such numbers, a byte of each.
pub(crate) fn fill(state: &Cell<u64>, bytes: &mut [u8]) {
    bytes.fill_with(|| (next(state) >> 32) as u8);
}
