//! What is told of several runs.

/// The value in the middle.
pub(crate) fn median(values: &[f64]) -> f64 {
    at(values, 0.5)
}

/// The value that 95 in 100 do not exceed.
pub(crate) fn p95(values: &[f64]) -> f64 {
    at(values, 0.95)
}

/// The smallest value that this part of all do not exceed.
fn at(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (part * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_95th_of_a_hundred() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!((median(&values), p95(&values)), (50.0, 95.0));
        assert!(median(&[]).is_nan());
    }
}
