//! Which of the entries found comes first.
//!
//! An entry gets points, 19 at most, and of two with as many the later day
//! comes first:
//! - for the worst of its terms: 8 if it stands as a word of its own, 4 if a
//!   word begins with it, none inside a word;
//! - 3 if all of them stand in its first line, 1 if one of them does;
//! - with two terms or more, up to 8 for how near each other they stand.
//!
//! How often a word stands in an entry counts for nothing: in a journal a long
//! entry is not a better one.

use super::term::{Place, Stand};
use crate::core::day::Day;

/// Of a term of so many bytes, at most so many places in an entry are looked at.
/// A few letters stand in most entries, and say little about any.
pub(super) fn most_places(length: usize) -> usize {
    match length {
        0..=1 => 2,
        2..=3 => 4,
        _ => 8,
    }
}

/// Terms within so many bytes of each other stand near.
const NEAR: usize = 40;
/// And within so many not quite.
const NOT_FAR: usize = 160;

/// The places of one term in an entry, never none.
pub(super) struct Places {
    pub(super) length: usize,
    pub(super) at: Vec<Place>,
}

/// The points of an entry for a term alone, which stands in its first line or
/// not.
pub(super) fn points_alone(best: Stand, in_head: bool) -> u8 {
    standing(best) + if in_head { 3 } else { 0 }
}

fn standing(stand: Stand) -> u8 {
    match stand {
        Stand::Word => 8,
        Stand::Beginning => 4,
        Stand::Inside => 0,
    }
}

/// The points of an entry whose first line ends at `head`.
pub(super) fn points(terms: &[Places], head: usize) -> u8 {
    let best = |term: &Places| term.at.iter().map(|place| place.stand).max();
    let standing = terms.iter().filter_map(best).min().map_or(0, standing);
    let in_head = |term: &&Places| term.at.first().is_some_and(|place| place.at < head);
    let heading = match terms.iter().filter(in_head).count() {
        0 => 0,
        all if all == terms.len() => 3,
        _ => 1,
    };
    let nearness = match terms {
        [] | [_] => 0,
        _ => match spread(terms) {
            near if near <= NEAR => 8,
            near if near <= NOT_FAR => 3,
            _ => 0,
        },
    };
    standing + heading + nearness
}

/// The length of the shortest stretch that holds a place of every term.
fn spread(terms: &[Places]) -> usize {
    let mut next = vec![0; terms.len()];
    let mut shortest = usize::MAX;
    loop {
        // The stretch from the earliest of the places to the end of the last;
        // a shorter one can only come from moving the earliest on.
        let here = || terms.iter().zip(&next).map(|(term, nth)| (term.at.get(*nth), term.length));
        let Some(start) = here().filter_map(|(place, _)| place.map(|place| place.at)).min() else {
            return shortest;
        };
        let end = here().filter_map(|(place, length)| place.map(|place| place.at + length)).max();
        shortest = shortest.min(end.unwrap_or(start) - start);
        let earliest = here().position(|(place, _)| place.is_some_and(|place| place.at == start));
        let Some(earliest) = earliest else { return shortest };
        next[earliest] += 1;
        if next[earliest] == terms[earliest].at.len() {
            return shortest;
        }
    }
}

/// The days from the first of all to a day.
pub(super) fn since(day: Day) -> u32 {
    Day::from_ymd(1, 1, 1).map_or(0, |first| first.days_until(day)).unsigned_abs()
}

/// A number by which entries are sorted, the least first: points, then the day
/// ([`since`]), then the one that was read later.
pub(super) fn key(points: u8, since: u32, slot: u32) -> u64 {
    !(u64::from(points) << 56 | u64::from(since) << 32 | u64::from(slot))
}

/// The slot within a key.
pub(super) fn slot(key: u64) -> u32 {
    !key as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(at: &[usize]) -> Places {
        let place = |at: &usize| Place { at: *at, stand: Stand::Word };
        Places { length: 3, at: at.iter().map(place).collect() }
    }

    #[test]
    fn the_spread_is_of_the_nearest_places() {
        assert_eq!(spread(&[places(&[0, 100]), places(&[50, 104])]), 7);
        assert_eq!(spread(&[places(&[10]), places(&[0])]), 13);
        assert_eq!(spread(&[places(&[0, 50]), places(&[20, 90]), places(&[40])]), 33);
    }

    #[test]
    fn later_days_come_first_among_equals() {
        let day = |text: &str| since(text.parse().unwrap());
        assert!(key(3, day("2026-01-02"), 0) < key(3, day("2026-01-01"), 9));
        assert!(key(4, day("0001-01-01"), 0) < key(3, day("9999-12-31"), 9));
        assert_eq!(slot(key(255, day("9999-12-31"), 7)), 7);
    }
}
