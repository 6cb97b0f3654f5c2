//! One order for everything: sorting is much code, and this module puts many
//! kinds of things in order.

/// The numbers of these keys, the least key first; of equal keys, the one that
/// came first.
pub(super) fn order(keys: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut keyed: Vec<u64> =
        keys.zip(0_u64..).map(|(key, nth)| u64::from(key) << 32 | nth).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|key| key as u32).collect()
}

/// These things, put in order by a key.
pub(super) fn by<T: Clone>(things: &[T], key: impl Fn(&T) -> u32) -> Vec<T> {
    order(things.iter().map(key)).into_iter().map(|nth| things[nth as usize].clone()).collect()
}

/// A key that puts greater numbers first; none may be below zero.
pub(super) fn greatest_first(number: f32) -> u32 {
    !number.to_bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_key_comes_first_and_equals_stay() {
        assert_eq!(order([3, 1, 3, 0].into_iter()), [3, 1, 0, 2]);
        let numbers = [0.0, 12.5, 0.25, 1e9];
        assert_eq!(by(&numbers, |number| greatest_first(*number)), [1e9, 12.5, 0.25, 0.0]);
    }
}
