//! The page for a doctor or therapist: nothing goes in but what was ticked, and
//! what may be hard by no tick of all.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../common/mod.rs"]
mod common;
mod made;
mod ticks;

use freshet::core::answer::Answer;
use freshet::core::entry::{Entry, Kind};
use freshet::core::insight::lens::{Backwards, Range};
use freshet::core::insight::measure::Measure;
use freshet::core::json::Json;
use freshet::core::keeping::hard_days::HardDays;
use freshet::core::report::NothingIn;
use freshet::core::report::choice::{Choice, Picture};
use freshet::core::report::field::{Field, Fields};
use freshet::core::report::line::{fields, lines};
use freshet::core::report::offer::{Offer, offers};
use made::{all_of, day, exercise, id, journal, noon, sit, writing};

const TODAY: &str = "2026-11-20";

/// What is offered of all days.
fn offered(entries: Vec<Entry>, hard: &HardDays) -> Vec<Offer> {
    offers(&journal(entries), hard, Range::All, day(TODAY)).unwrap()
}

fn offer_of(offers: &[Offer], number: u8) -> Offer {
    *offers.iter().find(|offer| offer.id() == id(number)).unwrap()
}

#[test]
fn it_begins_with_nothing() {
    let entries = vec![writing(1, "2026-11-01"), exercise(2, "2026-11-02", "body-map")];
    let choice = Choice::default();
    assert!(Field::ALL.into_iter().all(|field| !choice.has_field(field)));
    assert!(Picture::ALL.into_iter().all(|picture| !choice.has_picture(picture)));
    assert!(!choice.has_tables() && !choice.has(id(1)) && choice.fields_of(id(1)).is_empty());
    let journal = journal(entries);
    let report = choice.report(false, &journal, Range::All, day(TODAY));
    assert_eq!(report, Err(NothingIn::Nothing));
}

#[test]
fn what_is_sealed_or_binned_is_never_offered() {
    let mut entries: Vec<Entry> =
        (1..=4).map(|at| writing(at, &format!("2026-11-0{at}"))).collect();
    entries[0].sealed_until = Some(day("2026-12-01"));
    entries[1].binned = Some(noon(TODAY));
    entries[2].sealed_until = Some(day("2026-11-10"));
    let offers = offered(entries, &HardDays::default());
    let along: Vec<_> = offers.iter().map(|offer| (offer.id(), offer.comes_along())).collect();
    // The latest day first; what was put away until lately by its own tick.
    assert_eq!(along, [(id(4), true), (id(3), false)]);
}

#[test]
fn a_tick_of_all_leaves_out_what_may_be_hard() {
    let mut hard = HardDays::default();
    hard.set(day("2026-11-06"), true);
    let mut left_out = writing(7, "2026-11-07");
    left_out.left_out = true;
    let unknown = Kind::Unknown(Json::Number(1));
    let entries = vec![
        writing(1, "2026-11-01"),
        exercise(2, "2026-11-02", "around-the-edges"),
        exercise(3, "2026-11-03", "companion-before"),
        made::entry(4, "2026-11-04", unknown),
        exercise(5, "2026-11-05", "an-exercise-of-a-newer-program"),
        writing(6, "2026-11-06"),
        left_out,
        // Numbers as high as they go: a reader is not shown all but these.
        exercise(10, "2026-11-10", "body-map"),
        sit(11, "2026-11-11"),
    ];
    let offers = offered(entries, &hard);
    let mut choice = Choice::default();
    choice.tick_all(&offers);
    let ticked: Vec<u8> = (1..=11).filter(|number| choice.has(id(*number))).collect();
    assert_eq!(ticked, [1, 10, 11]);
    for number in 2..=7 {
        choice.tick(offer_of(&offers, number), true);
        assert!(choice.has(id(number)), "{number} can be ticked by itself");
    }
    choice.untick_all();
    assert!((1..=11).all(|number| !choice.has(id(number))));
}

#[test]
fn each_thing_in_an_entry_is_of_its_own_field() {
    for entry in
        [writing(1, "2026-11-01"), exercise(2, "2026-11-01", "body-map"), sit(3, "2026-11-01")]
    {
        for field in Field::ALL {
            let mut of_field = lines(&entry);
            of_field.retain(|line| line.field() == field);
            let said = all_of(&of_field);
            for (other, name) in [
                (Field::Words, "words>"),
                (Field::Feelings, "feelings>"),
                (Field::Marks, "marks>"),
                (Field::Answers, "answers>"),
                (Field::Labels, "labels>"),
            ] {
                let is_there = said.contains(name);
                let expected = other == field && fields(&entry).has(field);
                assert_eq!(is_there, expected, "{name} in {field:?}: {said}");
            }
        }
    }
    let ratings = lines(&exercise(2, "2026-11-01", "body-map"))
        .iter()
        .filter(|line| line.field() == Field::Ratings)
        .count();
    assert_eq!(ratings, 3, "beside the words, before, and in a step");
}

#[test]
fn what_an_entry_has_nothing_of_is_no_line() {
    let mut bare = Entry::new(id(1), noon(TODAY), Kind::CheckIn);
    bare.text = " \n ".to_owned();
    assert!(lines(&bare).is_empty() && fields(&bare).is_empty());
    bare.former = Some(Box::new(writing(1, "2026-11-01")));
    assert!(lines(&bare).is_empty(), "a version before goes nowhere");
    bare.theme = Some("no-such-theme".to_owned());
    assert!(lines(&bare).is_empty());
}

#[test]
fn feelings_of_steps_stand_there_once() {
    let mut entry = exercise(1, "2026-11-01", "body-map");
    let feelings =
        |entry: &Entry| lines(entry).iter().filter(|line| line.field() == Field::Feelings).count();
    assert_eq!(feelings(&entry), 1);
    // Where they were not put together, those of the step are there.
    entry.check_in = None;
    assert_eq!(feelings(&entry), 1);
}

#[test]
fn an_answer_this_program_does_not_know_is_an_answer() {
    assert_eq!(Field::of(&Answer::Unknown(Json::Null)), Field::Answers);
}

#[test]
fn it_says_why_nothing_is_in() {
    let mut blank = Entry::new(id(1), noon(TODAY), Kind::CheckIn);
    blank.text = "words".to_owned();
    let journal = journal(vec![blank]);
    let offers = offers(&journal, &HardDays::default(), Range::All, day(TODAY)).unwrap();
    let mut choice = Choice::default();
    let why = |choice: &Choice, range| choice.report(false, &journal, range, day(TODAY)).err();
    choice.set_field(Field::Marks, true);
    assert_eq!(why(&choice, Range::All), Some(NothingIn::NoEntry));
    choice.tick(offers[0], true);
    assert_eq!(why(&choice, Range::All), Some(NothingIn::NotInThem));
    choice.set_field(Field::Marks, false);
    assert_eq!(why(&choice, Range::All), Some(NothingIn::NoField));
    let backwards = Range::Own(Some(day("2026-11-02")), Some(day("2026-11-01")));
    assert_eq!(why(&choice, backwards), Some(NothingIn::Backwards));
    assert_eq!(offers_of(&journal, backwards), Err(Backwards));
    // Own words alone are a page.
    let report = Choice::default().report(true, &journal, Range::All, day(TODAY)).unwrap();
    assert!(report.extracts.is_empty() && report.pictures.is_empty() && report.days().is_none());
}

fn offers_of(
    journal: &freshet::core::journal::Journal,
    range: Range,
) -> Result<Vec<Offer>, Backwards> {
    offers(journal, &HardDays::default(), range, day(TODAY))
}

#[test]
fn pictures_are_drawn_from_ticked_entries_alone() {
    let entries: Vec<Entry> = (1..=9).map(|at| writing(at, &format!("2026-11-0{at}"))).collect();
    let journal = journal(entries);
    let offers = offers_of(&journal, Range::All).unwrap();
    let mut choice = Choice::default();
    choice.set_picture(Picture::ALL[5], true);
    choice.set_picture(Picture::ALL[0], true);
    choice.set_picture(Picture::ALL[0], true);
    choice.tick(offer_of(&offers, 3), true);
    choice.tick(offer_of(&offers, 5), true);
    let report = choice.report(false, &journal, Range::All, day(TODAY)).unwrap();
    assert_eq!(report.pictures, [Measure::Mood, Measure::Calendar]);
    assert!(report.extracts.is_empty(), "no field was ticked");
    let days: Vec<_> = report.ticked.iter().map(|entry| entry.day.to_string()).collect();
    assert_eq!(days, ["2026-11-03", "2026-11-05"]);
    assert_eq!(report.days(), Some((day("2026-11-03"), day("2026-11-05"))));
    let measures: Vec<Measure> = Picture::ALL.into_iter().map(Picture::measure).collect();
    assert!(!measures.contains(&Measure::Lids) && !measures.contains(&Measure::Loops));
}

#[test]
fn an_entry_can_have_fields_of_its_own() {
    let journal = journal(vec![writing(1, "2026-11-01"), writing(2, "2026-11-02")]);
    let offers = offers_of(&journal, Range::All).unwrap();
    let mut choice = Choice::default();
    choice.set_field(Field::Ratings, true);
    choice.tick_all(&offers);
    choice.set_field_of(offer_of(&offers, 2), Field::Words, true);
    let of = |choice: &Choice, number| choice.fields_of(id(number));
    assert_eq!(of(&choice, 1), [Field::Ratings].into_iter().collect::<Fields>());
    assert_eq!(of(&choice, 2), [Field::Ratings, Field::Words].into_iter().collect::<Fields>());
    // What is ticked for all later does not go into one that has its own.
    choice.set_field(Field::Labels, true);
    assert!(of(&choice, 1).has(Field::Labels) && !of(&choice, 2).has(Field::Labels));
    // A field alone ticks its entry, and that field only.
    choice.untick_all();
    choice.set_field_of(offer_of(&offers, 1), Field::Marks, false);
    assert!(!choice.has(id(1)));
    choice.set_field_of(offer_of(&offers, 1), Field::Marks, true);
    assert!(choice.has(id(1)));
    assert_eq!(of(&choice, 1), [Field::Marks].into_iter().collect::<Fields>());
}

#[test]
fn what_was_sealed_after_its_tick_does_not_go_in() {
    let mut kept = journal(vec![writing(1, "2026-11-01"), writing(2, "2026-11-02")]);
    let offers = offers_of(&kept, Range::All).unwrap();
    let mut choice = Choice::default();
    choice.tick_all(&offers);
    choice.set_field(Field::Words, true);
    let sealed = kept.get(id(1)).unwrap().changed(noon(TODAY), |entry| {
        entry.sealed_until = Some(day("2026-12-24"));
    });
    kept.put(sealed);
    let report = choice.report(false, &kept, Range::All, day(TODAY)).unwrap();
    let said = all_of(&report.extracts[0].lines);
    assert!(report.extracts.len() == 1 && said.contains("<2 words>"), "{said}");
    assert_eq!(report.ticked.len(), 1);
}

#[test]
fn entries_of_year_1_and_of_days_to_come_can_be_ticked() {
    let journal = journal(vec![writing(1, "0001-01-01"), writing(2, "9999-12-31")]);
    let offers = offers_of(&journal, Range::All).unwrap();
    let mut choice = Choice::default();
    choice.tick_all(&offers);
    choice.set_field(Field::Words, true);
    let report = choice.report(false, &journal, Range::All, day(TODAY)).unwrap();
    assert_eq!(report.days(), Some((day("0001-01-01"), day("9999-12-31"))));
    let of_weeks = choice.report(false, &journal, Range::Last(28), day(TODAY));
    assert_eq!(of_weeks, Err(NothingIn::NoEntry), "ticked, and not of these days");
}
