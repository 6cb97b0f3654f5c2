//! Numbers in figures. The formatter of the standard library would be 3 KB of
//! program for what two lines of whole numbers do.

/// A number with so many digits after the point, rounded half away from zero.
/// What is smaller than its last digit is `0`, never `-0`.
pub fn decimal(value: f64, places: u32) -> String {
    let unit = 10_i64.pow(places);
    let rounded = (value * unit as f64).round() as i64;
    let sign = if rounded < 0 { "−" } else { "" };
    let whole = rounded.unsigned_abs() / unit.unsigned_abs();
    let part = rounded.unsigned_abs() % unit.unsigned_abs();
    match places {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part:0>width$}", width = places as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded() {
        let check = |value, places, expected: &str| assert_eq!(decimal(value, places), expected);
        check(3.5961, 1, "3.6");
        check(-0.0, 2, "0.00");
        check(-0.001, 2, "0.00");
        check(-0.125, 2, "−0.13");
        check(0.05, 2, "0.05");
        check(99.5, 0, "100");
        check(f64::NAN, 1, "0.0");
    }
}
