//! Means, spreads, and how one number follows another.

use crate::same;
use freshet::core::insight::series::{
    NEAR, carry_over, deviation, inertia, inertia_of_pairs, instability, mean, neighbours,
};
use proptest::prelude::*;

/// A number every twelve hours.
fn evenly(values: &[f64]) -> Vec<(i64, f64)> {
    (0..).map(|at| at * 43_200).zip(values.iter().copied()).collect()
}

fn pairs(values: &[f64]) -> Vec<(f64, f64)> {
    neighbours(&evenly(values))
}

/// Four digits, as the evidence has them.
const DIGITS: f64 = 0.000_05;

#[test]
fn the_values_of_the_evidence() {
    let week = [3.0, 3.0, 4.0, 4.0, 5.0, 4.0, 3.0, 2.0, 2.0, 3.0];
    same(mean(&week).unwrap(), 3.3, DIGITS);
    same(deviation(&week).unwrap(), 0.9487, DIGITS);
    same(instability(&pairs(&week)).unwrap(), 0.6667, DIGITS);
    same(instability(&pairs(&week)).unwrap().sqrt(), 0.8165, DIGITS);
    same(inertia(&week).unwrap(), 0.6185, DIGITS);
    same(inertia_of_pairs(&pairs(&week)).unwrap(), 0.6250, DIGITS);
    let rise = [1.0, 2.0, 3.0, 4.0, 5.0];
    same(deviation(&rise).unwrap(), 1.5811, DIGITS);
    same(instability(&pairs(&rise)).unwrap(), 1.0, DIGITS);
    same(inertia(&rise).unwrap(), 0.4, DIGITS);
    let to_and_fro = [2.0, -2.0, 2.0, -2.0, 2.0, -2.0];
    same(deviation(&to_and_fro).unwrap(), 2.1909, DIGITS);
    same(instability(&pairs(&to_and_fro)).unwrap(), 16.0, DIGITS);
    same(inertia(&to_and_fro).unwrap(), -0.8333, DIGITS);
}

#[test]
fn nothing_is_said_of_too_little() {
    assert_eq!(mean(&[]), None);
    assert_eq!(deviation(&[1.0]), None);
    assert_eq!(instability(&[]), None);
    assert_eq!(inertia(&[2.0, 2.0, 2.0]), None);
    assert_eq!(inertia(&[]), None);
    assert_eq!(inertia_of_pairs(&[(1.0, 2.0), (1.0, 3.0)]), None);
    assert_eq!(carry_over(&[]), None);
}

#[test]
fn neighbours_are_no_more_than_36_hours_apart() {
    let series = [(0, 1.0), (NEAR, 2.0), (2 * NEAR + 1, 3.0), (2 * NEAR + 2, 4.0)];
    assert_eq!(neighbours(&series), [(1.0, 2.0), (3.0, 4.0)]);
}

#[test]
fn what_carries_over_is_counted_over_pairs_where_days_are_missing() {
    let week = [3.0, 3.0, 4.0, 4.0, 5.0, 4.0, 3.0, 2.0, 2.0, 3.0];
    let whole = evenly(&week);
    let (found, band) = carry_over(&whole).unwrap();
    same(found, 0.6185, DIGITS);
    same(band, 1.96 / 3.0, DIGITS);
    let mut gap = whole.clone();
    gap.push((NEAR * 20, 9.0));
    same(carry_over(&gap).unwrap().0, 0.6250, DIGITS);
}

/// The same formulas in another form.
mod second {
    pub(super) fn deviation(values: &[f64]) -> f64 {
        let n = values.len() as f64;
        let mut squares = 0.0;
        for (at, one) in values.iter().enumerate() {
            for other in &values[at + 1..] {
                squares += (one - other) * (one - other);
            }
        }
        (squares / (n * (n - 1.0))).sqrt()
    }

    pub(super) fn instability(values: &[f64]) -> f64 {
        let (mut one, mut next, mut both) = (0.0, 0.0, 0.0);
        for at in 1..values.len() {
            one += values[at - 1] * values[at - 1];
            next += values[at] * values[at];
            both += values[at - 1] * values[at];
        }
        (one + next - 2.0 * both) / (values.len() - 1) as f64
    }

    pub(super) fn inertia(values: &[f64]) -> f64 {
        let n = values.len();
        let sum: f64 = values.iter().sum();
        let mean = sum / n as f64;
        let squares: f64 = values.iter().map(|value| value * value).sum();
        let both: f64 = (1..n).map(|at| values[at - 1] * values[at]).sum();
        let along = both - mean * (2.0 * sum - values[0] - values[n - 1]);
        (along + (n - 1) as f64 * mean * mean) / (squares - n as f64 * mean * mean)
    }

    pub(super) fn correlation(pairs: &[(f64, f64)]) -> f64 {
        let n = pairs.len() as f64;
        let (mut x, mut y, mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (one, next) in pairs {
            x += one;
            y += next;
            xx += one * one;
            yy += next * next;
            xy += one * next;
        }
        (n * xy - x * y) / ((n * xx - x * x) * (n * yy - y * y)).sqrt()
    }
}

fn values() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((-100..=100).prop_map(f64::from), 2..60)
}

fn is_varied(values: &[f64]) -> bool {
    values.iter().any(|value| *value != values[0])
}

proptest! {
    #[test]
    fn two_implementations_agree(values in values()) {
        same(deviation(&values).unwrap(), second::deviation(&values), 1e-6);
        same(instability(&pairs(&values)).unwrap(), second::instability(&values), 1e-6);
        if is_varied(&values) {
            same(inertia(&values).unwrap(), second::inertia(&values), 1e-6);
        }
        if let Some(found) = inertia_of_pairs(&pairs(&values)) {
            same(found, second::correlation(&pairs(&values)), 1e-6);
        }
    }

    #[test]
    fn they_keep_within_their_bounds(values in values()) {
        let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), value| {
            (low.min(*value), high.max(*value))
        });
        let mean = mean(&values).unwrap();
        prop_assert!(low - 1e-9 <= mean && mean <= high + 1e-9);
        // Half of n / (n − 1) of the width, at most.
        let most = (high - low) / 2.0 * (values.len() as f64 / (values.len() - 1) as f64).sqrt();
        prop_assert!(deviation(&values).unwrap() <= most + 1e-9);
        prop_assert!(instability(&pairs(&values)).unwrap() <= (high - low).powi(2) + 1e-9);
        prop_assert!(inertia(&values).is_none_or(|found| found.abs() <= 1.0 + 1e-9));
        prop_assert!(inertia_of_pairs(&pairs(&values)).is_none_or(|found| found.abs() <= 1.0 + 1e-9));
    }

    #[test]
    fn mean_and_spread_know_no_order(values in values(), by in 0_usize..60) {
        let mut other = values.clone();
        other.rotate_left(by % values.len());
        other.swap(0, values.len() / 2);
        same(mean(&values).unwrap(), mean(&other).unwrap(), 1e-9);
        same(deviation(&values).unwrap(), deviation(&other).unwrap(), 1e-9);
    }

    #[test]
    fn moving_all_numbers_moves_the_mean_alone(values in values(), by in -50.0..50.0) {
        let moved: Vec<f64> = values.iter().map(|value| value + by).collect();
        same(mean(&moved).unwrap(), mean(&values).unwrap() + by, 1e-9);
        same(deviation(&moved).unwrap(), deviation(&values).unwrap(), 1e-9);
        same(
            instability(&pairs(&moved)).unwrap(),
            instability(&pairs(&values)).unwrap(),
            1e-6,
        );
    }
}
