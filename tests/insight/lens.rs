//! Which entries are looked at.

use crate::made::{day, journal, morning, point, run};
use freshet::core::insight::lens::{Backwards, Lens, Range};

fn seen(lens: Lens, entries: Vec<freshet::core::entry::Entry>, today: &str) -> Vec<String> {
    let journal = journal(entries);
    let found = lens.entries(&journal, day(today)).unwrap();
    found.iter().map(|entry| entry.day.to_string()).collect()
}

fn all(range: Range) -> Lens {
    Lens { range, theme: None }
}

#[test]
fn what_is_in_the_bin_or_sealed_is_in_none_of_it() {
    let now = morning("2026-11-01");
    let mut entries: Vec<_> =
        (1..=4).map(|at| point(at, &format!("2026-11-0{at}"), 10, 10)).collect();
    entries[1].binned = Some(now);
    entries[2].sealed_until = Some(day("2026-12-01"));
    entries[3].sealed_until = Some(day("2026-11-20"));
    assert_eq!(seen(all(Range::All), entries, "2026-11-20"), ["2026-11-01", "2026-11-04"]);
}

#[test]
fn entries_of_year_1_and_of_days_to_come_are_among_all_days() {
    let entries = || {
        vec![
            point(1, "9999-12-31", 1, 1),
            point(2, "0001-01-01", 1, 1),
            point(3, "2026-11-20", 1, 1),
        ]
    };
    let days = ["0001-01-01", "2026-11-20", "9999-12-31"];
    assert_eq!(seen(all(Range::All), entries(), "2026-11-20"), days);
    assert_eq!(seen(all(Range::Last(28)), entries(), "2026-11-20"), ["2026-11-20"]);
    // A clock a year ahead finds nothing in the last weeks, and all in all days.
    assert!(seen(all(Range::Last(28)), entries(), "2027-11-20").is_empty());
    assert_eq!(seen(all(Range::All), entries(), "2027-11-20"), days);
}

#[test]
fn both_ends_of_a_range_are_within_and_either_may_be_open() {
    let entries = || (1..=9).map(|at| point(at, &format!("2026-11-0{at}"), 0, 0)).collect();
    let own = |first: Option<&str>, last: Option<&str>| {
        seen(all(Range::Own(first.map(day), last.map(day))), entries(), "2026-11-20").len()
    };
    assert_eq!(own(Some("2026-11-03"), Some("2026-11-05")), 3);
    assert_eq!(own(None, Some("2026-11-05")), 5);
    assert_eq!(own(Some("2026-11-05"), None), 5);
    assert_eq!(seen(all(Range::Last(3)), entries(), "2026-11-09").len(), 3);
    let backwards = all(Range::Own(Some(day("2026-11-05")), Some(day("2026-11-04"))));
    assert_eq!(backwards.entries(&journal(entries()), day("2026-11-20")), Err(Backwards));
}

#[test]
fn as_many_days_before_a_range_end_where_it_begins() {
    let before = Range::Last(28).before(day("2026-11-28"));
    assert_eq!(before, Some(Range::Own(Some(day("2026-10-04")), Some(day("2026-10-31")))));
    assert_eq!(Range::All.before(day("2026-11-28")), None);
    assert_eq!(Range::Own(None, Some(day("2026-11-28"))).before(day("2026-11-28")), None);
    assert_eq!(Range::Last(365).before(day("0001-03-01")), None);
}

#[test]
fn one_theme_leaves_out_what_belongs_to_none() {
    let entries = vec![
        point(1, "2026-11-01", 0, 0),
        run(2, "2026-11-02", "body-map", &[]),
        run(3, "2026-11-03", "thank-the-guard", &[]),
    ];
    let lens = Lens { range: Range::All, theme: Some("body") };
    assert_eq!(seen(lens, entries, "2026-11-20"), ["2026-11-02"]);
}
