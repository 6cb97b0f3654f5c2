//! How many families, and how evenly.

use crate::same;
use freshet::core::insight::variety::{FAMILIES, Variety};
use proptest::prelude::*;

const DIGITS: f64 = 0.000_05;

fn of(counts: &[u32]) -> Variety {
    let mut all = [0; FAMILIES];
    all[..counts.len()].copy_from_slice(counts);
    Variety(all)
}

#[test]
fn the_values_of_the_evidence() {
    let four = of(&[4, 3, 2, 1]);
    same(four.diversity(), 1.2799, DIGITS);
    same(four.share(), 0.5151, DIGITS);
    same(four.evenness().unwrap(), 0.9232, DIGITS);
    same(four.effective(), 3.5961, DIGITS);
    same(four.corrected(), 1.4299, DIGITS);
    same(four.rarefied(5).unwrap(), 3.1706, DIGITS);
    same(four.gini().unwrap(), 0.25, DIGITS);
    let two = of(&[5, 5]);
    same(two.diversity(), std::f64::consts::LN_2, DIGITS);
    same(two.share(), 0.2789, DIGITS);
    same(two.evenness().unwrap(), 1.0, DIGITS);
    same(two.rarefied(5).unwrap(), 1.9921, DIGITS);
    same(two.gini().unwrap(), 0.1667, DIGITS);
    let one = of(&[10]);
    assert_eq!(one.diversity().to_bits(), 0.0_f64.to_bits(), "0, and not -0");
    assert_eq!(one.evenness(), None);
    same(one.effective(), 1.0, DIGITS);
    same(one.gini().unwrap(), 0.0833, DIGITS);
    let each = of(&[1; FAMILIES]);
    same(each.diversity(), 2.4849, DIGITS);
    same(each.share(), 1.0, DIGITS);
    same(each.rarefied(5).unwrap(), 5.0, DIGITS);
    same(each.gini().unwrap(), 1.0, DIGITS);
    let uneven = of(&[20, 1, 1, 1]);
    same(uneven.diversity(), 0.5305, DIGITS);
    same(uneven.evenness().unwrap(), 0.3827, DIGITS);
    same(uneven.rarefied(5).unwrap(), 1.6522, DIGITS);
    same(uneven.gini().unwrap(), 0.1268, DIGITS);
}

#[test]
fn nothing_is_said_of_no_word() {
    let none = of(&[]);
    assert_eq!((none.words(), none.kinds(), none.evenness(), none.gini()), (0, 0, None, None));
    assert_eq!((none.rarefied(0), none.rarefied(1)), (Some(0.0), None));
    same(none.diversity(), 0.0, 0.0);
    same(none.corrected(), 0.0, 0.0);
}

/// The same formulas in another form.
mod second {
    fn all(counts: &[u32]) -> f64 {
        counts.iter().map(|count| f64::from(*count)).sum()
    }

    /// ln N − Σ c ln c / N.
    pub(super) fn diversity(counts: &[u32]) -> f64 {
        let all = all(counts);
        let logs = counts.iter().filter(|count| **count > 0);
        let logs: f64 = logs.map(|count| f64::from(*count) * f64::from(*count).ln()).sum();
        all.ln() - logs / all
    }

    /// By Pascal's triangle.
    fn choose(n: u32, k: u32) -> f64 {
        let mut row = vec![1.0];
        for at in 1..=n as usize {
            row.push(0.0);
            for place in (1..=at).rev() {
                row[place] += row[place - 1];
            }
        }
        row.get(k as usize).copied().unwrap_or(0.0)
    }

    pub(super) fn rarefied(counts: &[u32], drawn: u32) -> f64 {
        let all: u32 = counts.iter().sum();
        let without = |count: &u32| choose(all - count, drawn) / choose(all, drawn);
        counts.iter().map(|count| 1.0 - without(count)).sum()
    }

    /// By the mean difference of any two.
    pub(super) fn gini(counts: &[u32]) -> f64 {
        let mut apart = 0.0;
        for one in counts {
            for other in counts {
                apart += f64::from(one.abs_diff(*other));
            }
        }
        1.0 - apart / (2.0 * counts.len() as f64 * all(counts))
    }
}

fn counts() -> impl Strategy<Value = [u32; FAMILIES]> {
    prop::array::uniform12(0_u32..12).prop_filter("a word", |counts| counts.iter().sum::<u32>() > 0)
}

proptest! {
    #[test]
    fn two_implementations_agree(counts in counts(), drawn in 1_u32..40) {
        let variety = Variety(counts);
        same(variety.diversity(), second::diversity(&counts), 1e-9);
        same(variety.effective(), second::diversity(&counts).exp(), 1e-9);
        same(variety.gini().unwrap(), second::gini(&counts), 1e-9);
        if drawn <= variety.words() {
            same(variety.rarefied(drawn).unwrap(), second::rarefied(&counts, drawn), 1e-9);
        } else {
            prop_assert_eq!(variety.rarefied(drawn), None);
        }
    }

    #[test]
    fn they_keep_within_their_bounds(counts in counts()) {
        let variety = Variety(counts);
        let kinds = variety.kinds() as f64;
        prop_assert!(variety.diversity() >= 0.0 && variety.share() <= 1.0 + 1e-12);
        prop_assert!((1.0..=kinds + 1e-9).contains(&variety.effective()));
        prop_assert!(variety.evenness().is_none_or(|even| (0.0..=1.0 + 1e-12).contains(&even)));
        prop_assert!((0.0..=1.0 + 1e-12).contains(&variety.gini().unwrap()));
        prop_assert!(variety.corrected() >= variety.diversity());
        same(variety.rarefied(1).unwrap(), 1.0, 1e-9);
        same(variety.rarefied(variety.words()).unwrap(), kinds, 1e-9);
    }

    #[test]
    fn no_family_weighs_more_than_another(counts in counts(), by in 0_usize..FAMILIES) {
        let mut other = counts;
        other.rotate_left(by);
        let (one, other) = (Variety(counts), Variety(other));
        same(one.diversity(), other.diversity(), 1e-9);
        same(one.gini().unwrap(), other.gini().unwrap(), 1e-9);
        same(one.rarefied(1).unwrap(), other.rarefied(1).unwrap(), 1e-9);
    }
}
