//! Time, cut into pieces.

use crate::made::day;
use freshet::core::day::Day;
use freshet::core::insight::time::{Axis, MOST, Unit};
use proptest::prelude::*;

fn over(first: &str, last: &str) -> Axis {
    Axis::over([day(first), day(last)].into_iter()).unwrap()
}

#[test]
fn a_year_is_cut_into_weeks_and_more_into_months_or_years() {
    let check = |first, last, unit, pieces| {
        let axis = over(first, last);
        assert_eq!((axis.unit, axis.pieces.len()), (unit, pieces), "{first} to {last}");
    };
    check("2026-11-24", "2026-11-24", Unit::Weeks, 1);
    check("2026-11-22", "2026-11-23", Unit::Weeks, 2);
    check("2026-01-01", "2026-12-31", Unit::Weeks, 53);
    check("2022-01-31", "2026-11-01", Unit::Months, 59);
    check("1990-05-05", "2026-11-01", Unit::Years(1), 37);
    check("1826-05-05", "2026-11-01", Unit::Years(10), 21);
    check("0001-01-01", "2026-11-01", Unit::Years(100), 21);
    check("0001-01-01", "9999-12-31", Unit::Years(1000), 10);
}

#[test]
fn no_day_has_no_time() {
    assert_eq!(Axis::over(std::iter::empty()), None);
}

#[test]
fn a_piece_ends_where_the_next_begins() {
    let axis = over("2026-11-18", "2026-12-02");
    let ends: Vec<_> = (0..3).map(|piece| axis.end(piece).to_string()).collect();
    assert_eq!(axis.pieces[0], day("2026-11-16"));
    assert_eq!(ends, ["2026-11-22", "2026-11-29", "2026-12-02"]);
    assert_eq!(axis.piece(day("2026-11-22")), 0);
    assert_eq!(axis.piece(day("2026-11-23")), 1);
    assert_eq!((axis.share(day("2026-11-18")), axis.share(day("2026-12-02"))), (0.0, 1.0));
    assert_eq!(over("2026-11-18", "2026-11-18").share(day("2026-11-18")), 0.5);
}

fn any_day() -> impl Strategy<Value = Day> {
    (1..=9999, 1_u32..=12, 1_u32..=28)
        .prop_map(|(year, month, day)| Day::from_ymd(year, month, day).unwrap())
}

proptest! {
    #[test]
    fn any_stretch_is_a_few_pieces_that_hold_each_day(one in any_day(), other in any_day(), at in any_day()) {
        let axis = Axis::over([one, other].into_iter()).unwrap();
        prop_assert!((1..=MOST).contains(&axis.pieces.len()));
        prop_assert!(axis.pieces.windows(2).all(|pair| pair[0] < pair[1]));
        let at = at.clamp(axis.first, axis.last);
        let piece = axis.piece(at);
        prop_assert!(axis.pieces[piece] <= at && at <= axis.end(piece));
        prop_assert_eq!(axis.unit.start(at), axis.pieces[piece]);
        prop_assert!((0.0..=1.0).contains(&axis.share(at)));
    }
}
