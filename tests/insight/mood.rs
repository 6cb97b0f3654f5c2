//! Points on the map, and days.

use crate::made::{check_in, day, morning, point, words};
use crate::same;
use freshet::core::checkin::{Said, Word};
use freshet::core::day::Moment;
use freshet::core::entry::Entry;
use freshet::core::feeling::{Feeling, Point};
use freshet::core::insight::calendar::{Tone, calendar};
use freshet::core::insight::mood::{Along, Mood, mood};
use freshet::core::insight::time::Axis;

fn of(entries: &[Entry]) -> Mood {
    mood(&entries.iter().collect::<Vec<_>>())
}

#[test]
fn a_point_counts_before_the_words_and_an_own_word_once_it_was_placed() {
    let own = |at| Said::Words(vec![Word::own("foggy", at).unwrap()]);
    let placed = Some(Point::new(-40, -20));
    let found = of(&[
        check_in(1, "2026-11-01", words(&["sad"]), Some((30, 10))),
        check_in(2, "2026-11-02", words(&["sad"]), None),
        check_in(3, "2026-11-03", own(None), None),
        check_in(4, "2026-11-04", own(placed), None),
    ]);
    let places: Vec<_> = found.placed.iter().map(|placed| placed.at).collect();
    let sad = Feeling::find("sad").unwrap().at;
    assert_eq!(places, [Point::new(30, 10), sad, Point::new(-40, -20)]);
}

#[test]
fn whole_answers_are_told_and_not_missing() {
    let found = of(&[
        check_in(1, "2026-11-01", Said::CantTell, None),
        check_in(2, "2026-11-02", Said::Nothing, None),
        check_in(3, "2026-11-03", Said::CantTell, Some((5, 5))),
    ]);
    assert_eq!((found.cant_tell, found.nothing, found.placed.len()), (2, 1, 1));
}

#[test]
fn nothing_is_shown_below_its_minimum() {
    let many = |count: u64| {
        let on = |at| format!("2026-11-{:02}", 1 + at % 28);
        // One a day, so that each has the next for a neighbour.
        let entries: Vec<_> = (0..count).map(|at| point(at, &on(at), (at % 7) as i8, 0)).collect();
        of(&entries)
    };
    let along = Along::Valence;
    assert_eq!((many(4).mean(along).is_some(), many(5).mean(along).is_some()), (false, true));
    assert_eq!((many(9).spread(along).is_some(), many(10).spread(along).is_some()), (false, true));
    let ups = |count| many(count).ups_and_downs(along).is_some();
    assert_eq!((ups(15), ups(16)), (false, true));
    let mut far = many(28);
    assert_eq!(far.carry_over(along), None);
    for (at, placed) in (0..).zip(&mut far.placed) {
        placed.second = at * 3600;
    }
    far.placed.extend(far.placed.clone().iter().map(|placed| {
        let mut later = *placed;
        later.second += 28 * 3600;
        later
    }));
    assert!(far.carry_over(along).is_some());
}

#[test]
fn an_entry_put_on_another_day_is_near_that_day() {
    let mut moved = point(1, "2026-11-01", 10, 0);
    moved.day = day("2026-10-20");
    let found = of(&[moved]);
    assert_eq!(found.placed[0].second, morning("2026-10-20").unix_seconds() + 2 * 3600);
}

/// Written at this moment and put on the 20th of October, it belongs to noon of
/// that day on the clock it was written by.
#[track_caller]
fn check_moved(written: &str) {
    let mut moved = point(1, "2026-11-01", 10, 0);
    moved.written = written.parse().unwrap();
    moved.day = day("2026-10-20");
    let offset = &written["2026-11-01T08:00:00".len()..];
    let noon: Moment = format!("2026-10-20T12:00:00{offset}").parse().unwrap();
    assert_eq!(of(&[moved]).placed[0].second, noon.unix_seconds(), "{written}");
}

#[test]
fn noon_of_another_day_is_the_writers() {
    check_moved("2026-11-01T08:00:00+10:00");
    check_moved("2026-11-01T23:30:59-08:00");
    check_moved("2026-11-01T00:00:01+05:45");
    check_moved("2026-11-01T12:00:00+00:00");
}

#[test]
fn pieces_of_time_have_their_own_means() {
    let found = of(&[
        point(1, "2026-11-02", 10, 0),
        point(2, "2026-11-03", 30, 0),
        point(3, "2026-11-17", -50, 0),
    ]);
    let axis = Axis::over(found.placed.iter().map(|placed| placed.day)).unwrap();
    let pieces = found.pieces(&axis, Along::Valence);
    assert_eq!(pieces, [Some((20.0, 2)), None, Some((-50.0, 1))]);
}

#[test]
fn a_mean_is_of_all() {
    let entries: Vec<_> = (1..=5).map(|at| point(at, "2026-11-02", 10 * at as i8, -4)).collect();
    same(of(&entries).mean(Along::Valence).unwrap(), 30.0, 1e-9);
    same(of(&entries).mean(Along::Arousal).unwrap(), -4.0, 1e-9);
}

#[test]
fn days_are_told_by_the_mean_of_their_entries() {
    let entries = [
        point(1, "2026-11-01", 60, 0),
        point(2, "2026-11-01", -20, 0),
        point(3, "2026-11-02", -16, 0),
        point(4, "2026-11-03", 15, 0),
        check_in(5, "2026-11-04", Said::CantTell, None),
    ];
    let found = calendar(&entries.iter().collect::<Vec<_>>());
    let told: Vec<_> = found.iter().map(|noted| (noted.entries, noted.tone)).collect();
    let expected =
        [(2, Tone::Pleasant), (1, Tone::Unpleasant), (1, Tone::Between), (1, Tone::Unsaid)];
    assert_eq!(told, expected);
    assert!(calendar(&[]).is_empty());
}
