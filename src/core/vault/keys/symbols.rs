//! A Reed–Solomon code over the field of 32 elements: two check symbols that
//! find any one or two wrong symbols in up to 31. A swap is two wrong symbols.
//!
//! The field is GF(2)\[x\] / (x⁵ + x² + 1), whose element α = x = 2 runs
//! through all 31 others. A word is good where the polynomial that it writes
//! down, highest power first, is zero at α and at α². Two wrong symbols would
//! have to solve two equations that are independent in every word shorter than
//! 32 symbols (the code's least distance is 3).

/// How many check symbols there are.
pub(super) const CHECKS: usize = 2;

/// (x − α)(x − α²) = x² + 6x + 8.
const GENERATOR: [u8; CHECKS] = [6, 8];

/// The symbols to be written behind these.
pub(super) fn checks(symbols: &[u8]) -> [u8; CHECKS] {
    remainder(symbols.iter().copied().chain([0; CHECKS]))
}

/// Whether symbols and their checks fit together.
pub(super) fn fit(symbols: &[u8]) -> bool {
    remainder(symbols.iter().copied()) == [0; CHECKS]
}

/// The rest after division by the generator.
fn remainder(symbols: impl Iterator<Item = u8>) -> [u8; CHECKS] {
    symbols.fold([0; CHECKS], |[first, second], symbol| {
        [second ^ product(first, GENERATOR[0]), symbol ^ product(first, GENERATOR[1])]
    })
}

/// Product in the field.
fn product(one: u8, other: u8) -> u8 {
    (0..5).rev().fold(0, |sum, bit| {
        let doubled = sum << 1;
        let reduced = if doubled & 0x20 == 0 { doubled } else { doubled ^ 0x25 };
        if other >> bit & 1 == 1 { reduced ^ one } else { reduced }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn two_runs_through_the_whole_field() {
        let powers: Vec<u8> =
            std::iter::successors(Some(1), |power| Some(product(*power, 2))).take(31).collect();
        assert_eq!(powers.iter().collect::<BTreeSet<_>>().len(), 31);
        assert_eq!(product(powers[30], 2), 1);
    }

    #[test]
    fn the_generator_is_zero_at_its_two_roots() {
        for root in [2, 4] {
            let value = product(root, root) ^ product(GENERATOR[0], root) ^ GENERATOR[1];
            assert_eq!(value, 0, "{root}");
        }
    }

    #[test]
    fn symbols_fit_with_their_checks_only() {
        let symbols = [3, 1, 4, 1, 5, 9, 2, 6];
        let [first, second] = checks(&symbols);
        for (one, other) in (0..32).flat_map(|one| (0..32).map(move |other| (one, other))) {
            let word = [&symbols[..], &[one, other]].concat();
            assert_eq!(fit(&word), (one, other) == (first, second));
        }
    }

    /// The code is linear: what is found in the word of zeros, which fits, is
    /// found in every word, and one of two wrong symbols may be taken for 1.
    #[test]
    fn any_one_or_two_wrong_symbols_in_28_are_found() {
        const LENGTH: usize = 28;
        assert!(fit(&[0; LENGTH]));
        for one in 0..LENGTH {
            let mut word = [0; LENGTH];
            word[one] = 1;
            assert!(!fit(&word), "at {one}");
            for (other, by) in (one + 1..LENGTH).flat_map(|at| (1..32).map(move |by| (at, by))) {
                word[other] = by;
                assert!(!fit(&word), "{word:?}");
                word[other] = 0;
            }
        }
    }
}
