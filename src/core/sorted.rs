//! Putting things in order by one piece of code for all kinds of things:
//! sorting is 3 KB of program for each kind that the library sorts itself.

use std::cmp::Ordering;

/// These things, the least first; equals stay as they are.
pub fn by<T>(things: impl IntoIterator<Item = T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    let places = order(things.len(), &|a, b| match (&things[a], &things[b]) {
        (Some(a), Some(b)) => compare(a, b),
        (a, b) => a.is_some().cmp(&b.is_some()),
    });
    places.into_iter().filter_map(|place| things[place].take()).collect()
}

/// Merges runs that are in order, each twice as long as those before, which is a
/// tenth of the library's code.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut run = 1;
    while run < count {
        for two in places.chunks(2 * run) {
            let (mut left, mut right) = two.split_at(run.min(two.len()));
            while let (Some((a, others)), Some((b, more))) =
                (left.split_first(), right.split_first())
            {
                if compare(*a, *b).is_le() {
                    merged.push(*a);
                    left = others;
                } else {
                    merged.push(*b);
                    right = more;
                }
            }
            merged.extend(left.iter().chain(right));
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        run *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_librarys_order(numbers: Vec<(u8, u32)>) {
            let mut sorted = numbers.clone();
            sorted.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(by(numbers, |a, b| a.0.cmp(&b.0)), sorted);
        }
    }
}
