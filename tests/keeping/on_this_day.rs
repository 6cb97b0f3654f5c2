//! What comes back on its day, and what does not.

use crate::common::sat;
use crate::made::{day, distress, exercise, no_hard_days, now, prompted, rating, writing};
use freshet::core::answer::{Answer, Lid};
use freshet::core::body::REGIONS;
use freshet::core::content::tables::EXERCISES;
use freshet::core::entry::{Entry, Kind, SitRecord};
use freshet::core::insight::on_this_day::on_this_day;
use freshet::core::journal::Journal;
use freshet::core::json::Json;
use freshet::core::keeping::along::may_come_back;
use freshet::core::keeping::hard_days::HardDays;
use freshet::core::rating::Ratings;

#[track_caller]
fn check(days: &[&str], today: &str, expected: &[&str]) {
    let mut journal = Journal::default();
    for (number, text) in (1..).zip(days) {
        journal.put(Entry { day: day(text), ..writing(number, "words") });
    }
    let found = on_this_day(&journal, &no_hard_days(), day(today));
    let found: Vec<String> = found.iter().map(|entry| entry.day.to_string()).collect();
    assert_eq!(found, expected, "on {today}");
}

#[test]
fn the_same_day_of_earlier_years() {
    let days = ["2026-11-23", "2025-11-23", "2025-11-22", "2025-10-23", "2019-11-23", "0001-11-23"];
    check(&days, "2026-11-23", &["2025-11-23", "2019-11-23", "0001-11-23"]);
    check(&days, "2019-11-23", &["0001-11-23"]);
    check(&["2027-11-23", "9999-11-23"], "2026-11-23", &[]);
    check(&[], "2026-11-23", &[]);
}

#[test]
fn a_leap_day_comes_every_year_once() {
    let days = ["2024-02-29", "2023-02-28", "2023-03-01"];
    check(&days, "2026-02-28", &["2024-02-29", "2023-02-28"]);
    check(&days, "2026-03-01", &["2023-03-01"]);
    check(&days, "2028-02-28", &["2023-02-28"]);
    check(&days, "2028-02-29", &["2024-02-29"]);
}

fn hard(text: &str) -> HardDays {
    let mut days = HardDays::default();
    days.set(day(text), true);
    days
}

#[test]
fn what_may_be_hard_does_not_come_back() {
    let fine = || writing(1, "words");
    let comes = |change: &dyn Fn(&mut Entry)| {
        let mut entry = fine();
        change(&mut entry);
        may_come_back(&entry, &no_hard_days())
    };
    let with = |answer: Answer| {
        move |entry: &mut Entry| entry.kind = exercise("one-small-step", vec![answer.clone()])
    };
    assert!(comes(&|_| {}));
    assert!(comes(&|entry| entry.ratings = distress(6)));
    assert!(comes(&with(Answer::Rating(rating(6).unwrap()))));
    // Put away, even if its day is over: the clock may be wrong.
    assert!(!comes(&|entry| entry.sealed_until = Some(day("2030-01-01"))));
    assert!(!comes(&|entry| entry.sealed_until = Some(day("2020-01-01"))));
    assert!(!comes(&|entry| entry.taken_out = true));
    assert!(!comes(&with(Answer::Lid(Lid::Until(day("2030-01-01"))))));
    assert!(comes(&with(Answer::Lid(Lid::Open))));
    assert!(!comes(&|entry| entry.binned = Some(now())));
    assert!(!comes(&|entry| entry.left_out = true));
    assert!(!comes(&|entry| entry.ratings = distress(7)));
    assert!(!comes(&|entry| entry.ratings = Ratings { energy: rating(7), ..Ratings::default() }));
    assert!(!comes(&with(Answer::Rating(rating(7).unwrap()))));
    assert!(!comes(&with(Answer::Unknown(Json::of_text("newer")))));
    for before in [true, false] {
        assert!(!comes(&|entry| {
            with(Answer::Text("words".into()))(entry);
            let Kind::Exercise(record) = &mut entry.kind else { unreachable!() };
            *(if before { &mut record.before } else { &mut record.after }) = distress(10);
        }));
    }
    let path = |distress_after, slug: &str| {
        let Kind::Exercise(inner) = exercise(slug, vec![]) else { unreachable!() };
        let record = SitRecord { after: distress(distress_after), ..sat(now(), vec![inner]) };
        move |entry: &mut Entry| entry.kind = Kind::Sit(record.clone())
    };
    assert!(comes(&path(6, "body-map")));
    assert!(!comes(&path(7, "body-map")));
    assert!(!comes(&path(6, "around-the-edges")));
    assert!(!comes(&|entry| {
        entry.body.add(&REGIONS[0]);
        entry.body.change(REGIONS[0].id, |mark| mark.strength = rating(8));
    }));
    assert!(!comes(&|entry| entry.kind = Kind::Unknown(Json::of_text("newer"))));
    assert!(!comes(&|entry| entry.kind = exercise("of-a-newer-program", vec![])));
    assert!(!comes(&|entry| entry.kind = prompted("ketamine", "What stayed?")));
    assert!(!comes(&|entry| entry.theme = Some("ketamine".into())));
    assert!(!may_come_back(&fine(), &hard("2026-11-23")));
    assert!(may_come_back(&fine(), &hard("2026-11-22")));
}

/// Of all exercises, those that are meant are there and stay away.
#[test]
fn around_the_edges_and_the_companion_do_not_come_back() {
    let slugs: Vec<&str> = EXERCISES.iter().map(|exercise| exercise.slug).collect();
    let away: Vec<&str> = slugs
        .into_iter()
        .filter(|slug| {
            let entry = Entry { kind: exercise(slug, vec![]), ..writing(1, "") };
            !may_come_back(&entry, &no_hard_days())
        })
        .collect();
    assert_eq!(
        away,
        ["around-the-edges", "companion-before", "companion-day-after", "companion-weeks-after"]
    );
}
