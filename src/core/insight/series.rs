//! Numbers in the order of time: their mean, how far apart they are, and how
//! one follows another.
//!
//! Mean first, always: the others add little to it (evidence F7). Standard
//! deviation, mean square of successive differences and autocorrelation are the
//! three usual ones (F6). All are in the unit of the numbers or free of units.

/// Neighbours lie no further apart than this many seconds: 36 hours.
pub const NEAR: i64 = 36 * 3600;

/// Numbers, each with the second it belongs to, in the order of time.
pub type Series = [(i64, f64)];

/// The mean: Σ x / n. None without a number.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The standard deviation: √(Σ (x − x̄)² / (n − 1)). None below two numbers.
pub fn deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}

/// Each number with the next, where that is near enough.
pub fn neighbours(series: &Series) -> Vec<(f64, f64)> {
    let near = |pair: &&[(i64, f64)]| pair[1].0 - pair[0].0 <= NEAR;
    series.windows(2).filter(near).map(|pair| (pair[0].1, pair[1].1)).collect()
}

/// Ups and downs: the mean of squared differences of neighbours (MSSD). None
/// without a pair.
pub fn instability(pairs: &[(f64, f64)]) -> Option<f64> {
    let squares: Vec<f64> = pairs.iter().map(|(one, next)| (next - one).powi(2)).collect();
    mean(&squares)
}

/// What carries over, with no neighbours too far apart: Σ (x − x̄)(x′ − x̄) over
/// neighbours / Σ (x − x̄)² over all. Low by about (1 + 4ρ)/n. None where all
/// numbers are equal.
pub fn inertia(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let around: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let along: f64 = values.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum();
    (around > 0.0).then(|| along / around)
}

/// What carries over where some neighbours are too far apart: the correlation
/// (Pearson) of the pairs. None where either side is all one number.
pub fn inertia_of_pairs(pairs: &[(f64, f64)]) -> Option<f64> {
    let ones: Vec<f64> = pairs.iter().map(|pair| pair.0).collect();
    let nexts: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
    let (one, next) = (mean(&ones)?, mean(&nexts)?);
    let sum = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let along = sum(&|pair| (pair.0 - one) * (pair.1 - next));
    let around = sum(&|pair| (pair.0 - one).powi(2)) * sum(&|pair| (pair.1 - next).powi(2));
    (around > 0.0).then(|| along / around.sqrt())
}

/// What carries over in a series, and half the width of its 95 % band,
/// 1.96 / √pairs.
pub fn carry_over(series: &Series) -> Option<(f64, f64)> {
    let pairs = neighbours(series);
    let values: Vec<f64> = series.iter().map(|(_, value)| *value).collect();
    let whole = pairs.len() + 1 == values.len();
    let found = if whole { inertia(&values) } else { inertia_of_pairs(&pairs) };
    found.map(|found| (found, 1.96 / (pairs.len() as f64).sqrt()))
}
