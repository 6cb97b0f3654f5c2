//! What comes of a run, on its day and later: its entry, a Seal, a question for
//! a later day, and the time to wait before the next.

use crate::made::{choice, day, exercise, id, now, run, text};
use freshet::core::answer::{Answer, Lid, Part, When};
use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::content::exercises::Limit;
use freshet::core::day::Moment;
use freshet::core::exercise::{Run, Stage};
use freshet::core::feeling::Point;
use freshet::core::follow_up::PendingState;
use freshet::core::journal::Journal;

#[test]
fn a_limit_counts_days_and_not_hours() {
    let limit = Limit { days: 2, why: "" };
    let check = |last: &str, today: &str, expected: bool| {
        assert_eq!(limit.holds_back(day(last), day(today)), expected, "{last} {today}");
    };
    check("2026-11-23", "2026-11-23", true);
    check("2026-11-23", "2026-11-24", true);
    check("2026-11-23", "2026-11-25", false);
    check("2026-11-30", "2026-11-23", false); // the clock was wrong
    let mut journal = Journal::default();
    assert_eq!(journal.last_run("three-chairs"), None);
    let entry = run("three-chairs", &[]).entry(id(1), now());
    // In the bin it was done all the same.
    journal.put(entry.changed(now(), |entry| entry.binned = Some(now())));
    assert_eq!(journal.last_run("three-chairs"), Some(now().day()));
    assert_eq!(journal.last_run("body-map"), None);
}

#[test]
fn a_follow_up_has_its_day() {
    let check = |slug: &str, answers: &[(&str, Answer)], expected: Option<&str>| {
        let entry = run(slug, answers).entry(id(1), now());
        let found = entry.waiting().map(|pending| pending.day.to_string());
        assert_eq!(found.as_deref(), expected, "{slug} {answers:?}");
    };
    let when = Answer::When(When { day: day("2026-12-01"), time: "18:30".into() });
    check("one-small-step", &[("step", text("shoes"))], Some("2026-11-24"));
    check("one-small-step", &[("when", when.clone())], Some("2026-12-01"));
    check("one-small-step", &[], None);
    let no = ("actionable", choice("no"));
    check("loop-to-the-side", &[no.clone(), ("park", when.clone())], Some("2026-12-01"));
    check("loop-to-the-side", &[no], None);
    // It was parked, and then there was something to do after all.
    let yes = ("actionable", choice("yes"));
    check("loop-to-the-side", &[("park", when), yes], None);
    let lid = |lid| ("lid", Answer::Lid(lid));
    check("around-the-edges", &[lid(Lid::Until(day("2027-01-01")))], Some("2027-01-01"));
    check("around-the-edges", &[lid(Lid::Open)], None);
    check("body-map", &[("neutral", choice("hands"))], None);
}

#[test]
fn one_question_is_asked_and_never_again_once_waved_away() {
    let mut journal = Journal::default();
    journal.put(run("one-small-step", &[("step", text("one"))]).entry(id(1), now()));
    let later: Moment = "2026-11-25T10:00:00+00:00".parse().unwrap();
    journal.put(run("one-small-step", &[("step", text("two"))]).entry(id(2), later));
    let due = |journal: &Journal, on: &str| journal.due(day(on)).map(|entry| entry.id);
    assert_eq!(due(&journal, "2026-11-23"), None);
    assert_eq!(due(&journal, "2026-11-24"), Some(id(1)));
    assert_eq!(due(&journal, "2027-06-01"), Some(id(2)));
    let waved = journal.get(id(2)).unwrap().waved_away(later);
    journal.put(waved);
    assert_eq!(due(&journal, "2027-06-01"), Some(id(1)));
    let binned = journal.get(id(1)).unwrap().changed(later, |entry| entry.binned = Some(later));
    journal.put(binned);
    assert_eq!(due(&journal, "2027-06-01"), None);
}

#[test]
fn a_follow_up_is_answered_in_its_own_entry() {
    let exercise = exercise("one-small-step");
    let entry = run("one-small-step", &[("step", text("shoes"))]).entry(id(1), now());
    let mut later = Run::follow(exercise, entry.id, now());
    assert_eq!(later.stage(), Stage::Step(0));
    let steps = later.known().unwrap().steps();
    later.go_back();
    assert_eq!(later.stage(), Stage::Step(0));
    later.set_answer(&steps[0], Some(choice("done")));
    later.go_on();
    assert_eq!(steps[1].id, "real-pleasant");
    assert_eq!(later.stage(), Stage::Step(1));
    let answered = later.answered(&entry, now());
    let record = answered.exercise().unwrap();
    assert_eq!((answered.id, answered.revision), (entry.id, 2));
    assert_eq!(record.answer("step").unwrap().answer, text("shoes"));
    assert_eq!(record.answer("outcome").unwrap().question, "How did it go?");
    assert_eq!(record.follow_up.as_ref().unwrap().state, PendingState::Answered);
    assert!(answered.waiting().is_none());
}

fn written() -> (&'static str, Answer) {
    let part = Part { question: "What is different now?".into(), text: "the door".into() };
    ("write", Answer::Parts(vec![part]))
}

#[test]
fn a_lid_seals_or_takes_the_words_away() {
    let check = |lid: Lid, sealed: Option<&str>, kept: bool| {
        let run = run("around-the-edges", &[written(), ("lid", Answer::Lid(lid))]);
        assert_eq!(run.answer("write").is_some(), kept, "{lid:?}");
        let entry = run.entry(id(1), now());
        assert_eq!(entry.sealed_until.map(|day| day.to_string()).as_deref(), sealed, "{lid:?}");
    };
    check(Lid::Open, None, true);
    check(Lid::Until(day("2027-01-01")), Some("2027-01-01"), true);
    check(Lid::Gone, None, false);
    let sealed = run("around-the-edges", &[("lid", Answer::Lid(Lid::Until(day("2027-01-01"))))]);
    let sealed = sealed.entry(id(1), now());
    assert!(sealed.is_sealed(day("2026-12-31")) && !sealed.is_sealed(day("2027-01-01")));
}

#[test]
fn the_lid_can_be_shut_again_later_or_the_words_let_go() {
    let exercise = exercise("around-the-edges");
    let until = |text: &str| Answer::Lid(Lid::Until(day(text)));
    let entry = run("around-the-edges", &[written(), ("lid", until("2027-01-01"))]);
    let mut entry = entry.entry(id(1), now());
    entry.former = Some(Box::new(entry.clone()));
    let answered = |answer: Answer| {
        let mut later = Run::follow(exercise, entry.id, now());
        let step = &later.known().unwrap().steps()[0];
        later.set_answer(step, Some(answer));
        later.answered(&entry, now())
    };
    let again = answered(until("2027-02-01"));
    assert_eq!(again.sealed_until, Some(day("2027-02-01")));
    assert_eq!(again.waiting().unwrap().day, day("2027-02-01"));
    let open = answered(Answer::Lid(Lid::Open));
    assert_eq!((open.sealed_until, open.waiting()), (None, None));
    assert!(open.taken_out && !again.taken_out);
    assert!(open.exercise().unwrap().answer("write").is_some());
    assert!(open.former.is_some());
    let gone = answered(Answer::Lid(Lid::Gone));
    assert!(gone.former.is_none());
    assert_eq!(gone.exercise().unwrap().answer("write"), None);
}

#[test]
fn how_it_was_is_put_together_from_the_steps() {
    let own = |word: &str| Word::own(word, None).unwrap();
    let words =
        |words: Vec<Word>| Answer::Feelings(CheckIn { point: None, said: Said::Words(words) });
    let point = Some(Point::new(10, 20));
    let entry = run(
        "feelings-palette",
        &[
            ("map", Answer::Feelings(CheckIn { point, said: Said::default() })),
            ("words", words(vec![own("one"), own("two"), own("three")])),
            ("extra", words(vec![own("four")])),
        ],
    )
    .entry(id(1), now());
    let check_in = entry.check_in.unwrap();
    assert_eq!((check_in.point, check_in.words().len()), (point, 4));
    let nothing = Answer::Feelings(CheckIn { point: None, said: Said::Nothing });
    let entry = run("body-map", &[("words", nothing)]).entry(id(2), now());
    assert_eq!(entry.check_in.unwrap().said, Said::Nothing);
    assert_eq!(run("body-map", &[]).entry(id(3), now()).check_in, None);
}
