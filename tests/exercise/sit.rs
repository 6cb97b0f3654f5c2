//! The guided path: what fits, where each stage leads, and what is kept.

use crate::made::{day, exercise, id, now, text};
use freshet::core::answer::Answer;
use freshet::core::body::{Amount, BodyMap, Mark};
use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::content::sit::Sit;
use freshet::core::content::tables::{FEELINGS, SIT};
use freshet::core::entry::{Entry, Kind, SitRecord};
use freshet::core::exercise::{CannotGoOn, Leg, Next, Run, Stage};
use freshet::core::feeling::Family;
use freshet::core::json::Shape;
use freshet::core::rating::{Rating, Ratings};
use freshet::core::sit::{Because, Fits};

pub(crate) fn rated(distress: u8) -> Ratings {
    Ratings { distress: Rating::try_from(distress).ok(), energy: None }
}

/// The first words of some families.
fn said(families: &[Family]) -> CheckIn {
    let mut said = CheckIn::default();
    for family in families {
        said.add(Word::known(family.feelings().next().unwrap())).unwrap();
    }
    said
}

fn offered(fits: &Fits) -> Vec<&'static str> {
    let writing = fits.writing.as_ref().map(|_| "writing");
    fits.exercises.iter().map(|fit| fit.exercise.slug).chain(writing).collect()
}

fn fits(said: &CheckIn) -> Vec<&'static str> {
    offered(&SIT.fits(said))
}

pub(crate) fn path_step(wanted: &str) -> &'static freshet::core::content::exercises::Step {
    let path: &'static Sit = &SIT;
    path.step(wanted).unwrap()
}

/// A path on which this was said and rated, at the offer.
pub(crate) fn at_the_offer(said: CheckIn, distress: u8) -> Run {
    let mut run = Run::sit(now());
    let answer = (!said.is_blank()).then_some(Answer::Feelings(said));
    run.set_answer(path_step("sit-feelings"), answer);
    while run.stage() != Stage::Before {
        run.go_on();
    }
    run.rate(rated(distress));
    run.go_on();
    run
}

fn marked() -> Answer {
    let mark = Mark {
        region: "front-chest".into(),
        name: "Chest".into(),
        amount: Amount::More,
        texture: String::new(),
        strength: None,
    };
    Answer::Body(BodyMap { marks: vec![mark], said: None })
}

fn record(entry: &Entry) -> &SitRecord {
    match &entry.kind {
        Kind::Sit(record) => record,
        other => panic!("it is {other:?}"),
    }
}

#[test]
fn every_family_has_what_the_design_says() {
    use Family::*;
    let check = |family: Family, expected: &[&str]| {
        for feeling in family.feelings() {
            let mut said = CheckIn::default();
            said.add(Word::known(feeling)).unwrap();
            assert_eq!(fits(&said), expected, "{}", feeling.word);
        }
    };
    check(Fear, &["long-out-breath", "steady-ground"]);
    check(Worry, &["loop-to-the-side", "long-out-breath"]);
    check(ShutDown, &["one-small-step"]);
    for family in [ShameAndGuilt, Distrust, Anger] {
        check(family, &["thank-the-guard"]);
    }
    for family in [Sadness, Mixed, Connection] {
        check(family, &["three-chairs", "writing"]);
    }
    for family in [Calm, Joy, InterestAndDrive] {
        check(family, &["writing"]);
    }
}

#[test]
fn rows_are_tried_in_their_order_and_three_are_offered_at_most() {
    use Family::*;
    let check = |families: &[Family], expected: &[&str]| {
        assert_eq!(fits(&said(families)), expected, "{families:?}");
    };
    check(&[Worry, Fear], &["long-out-breath", "steady-ground", "loop-to-the-side"]);
    check(&[Anger, Worry], &["loop-to-the-side", "long-out-breath", "thank-the-guard"]);
    check(&[Anger, Worry, Fear], &["long-out-breath", "steady-ground", "loop-to-the-side"]);
    check(
        &[Anger, ShutDown, Sadness],
        &["one-small-step", "thank-the-guard", "three-chairs", "writing"],
    );
    check(&[Joy, ShutDown], &["one-small-step", "writing"]);
}

#[test]
fn what_is_offered_says_why() {
    let because = |said: &CheckIn| SIT.fits(said).exercises[0].because.clone();
    let words = |words: &[&str]| Because::Said(words.iter().map(|&word| word.into()).collect());
    use Family::*;
    assert_eq!(because(&said(&[ShutDown])), words(&["numb"]));
    // What both rows offer is offered for the words of both.
    assert_eq!(because(&said(&[Worry, Fear])), words(&["uneasy", "worried"]));
    let own = CheckIn { point: None, said: Said::Words(vec![Word::own("murky", None).unwrap()]) };
    for (said, expected) in [
        (CheckIn::default(), Because::NoWord),
        (CheckIn { point: None, said: Said::Nothing }, Because::Nothing),
        (CheckIn { point: None, said: Said::CantTell }, Because::CantTell),
        (own, Because::Own),
    ] {
        assert_eq!(fits(&said), ["body-map"], "{said:?}");
        assert_eq!(because(&said), expected);
    }
}

#[test]
fn around_the_edges_is_never_offered() {
    let mut run = at_the_offer(said(&[Family::Sadness]), 3);
    for feeling in &FEELINGS {
        let fits = SIT.fits(&said(&[feeling.family]));
        let others = fits.others.iter().map(|other| other.slug);
        assert!(!offered(&fits).into_iter().chain(others).any(|slug| slug == "around-the-edges"));
    }
    run.choose(Some(exercise("around-the-edges")));
    assert_eq!(run.stage(), Stage::Offer);
    // Nor are those that belong to a page for some people only.
    run.choose(Some(exercise("companion-before")));
    assert_eq!(run.stage(), Stage::Offer);
}

#[test]
fn marks_decide_nothing_and_are_asked_once() {
    let mut run = at_the_offer(CheckIn::default(), 2);
    let without = run.fits();
    run.set_answer(path_step("sit-body"), Some(marked()));
    assert_eq!(run.fits(), without);
    run.choose(Some(exercise("body-map")));
    let mut asked = Vec::new();
    while let Stage::Step(_) = run.stage() {
        asked.push(run.step_here().unwrap().id);
        run.go_on();
    }
    assert_eq!(asked, ["arrive", "neutral", "words"]);
    // Where nothing was marked, the exercise asks.
    let mut run = at_the_offer(CheckIn::default(), 2);
    run.choose(Some(exercise("body-map")));
    run.go_on();
    assert_eq!(run.step_here().unwrap().id, "map");
}

#[test]
fn from_eight_on_there_is_steady_ground_and_support_alone() {
    for distress in 0..=10 {
        let heavy = distress >= 8;
        let mut run = at_the_offer(said(&[Family::ShutDown]), distress);
        assert_eq!(run.stage(), if heavy { Stage::Heavy } else { Stage::Offer }, "{distress}");
        run.choose(Some(exercise("one-small-step")));
        assert_eq!(run.slug().is_some(), !heavy, "{distress}");
        if heavy {
            run.choose(Some(exercise("steady-ground")));
            assert_eq!((run.slug(), run.stage()), (Some("steady-ground"), Stage::Step(0)));
        }
    }
    // What was chosen before it became so hard is put aside, with its answers.
    let mut run = at_the_offer(said(&[Family::ShutDown]), 5);
    run.choose(Some(exercise("one-small-step")));
    run.set_answer(exercise("one-small-step").step("step").unwrap(), Some(text("shoes")));
    run.go_back();
    run.go_back();
    run.rate(rated(9));
    run.go_on();
    assert_eq!((run.slug(), run.stage()), (None, Stage::Heavy));
    let entry = run.entry(id(1), now());
    assert_eq!(record(&entry).exercises[0].answer("step").unwrap().answer, text("shoes"));
}

#[test]
fn hard_ends_lead_to_steady_ground_and_then_to_support() {
    let check = |slug: Option<&str>, before: u8, after: u8, expected: Next| {
        let mut run = at_the_offer(CheckIn::default(), before);
        run.choose(slug.map(exercise));
        while run.stage() != Stage::After {
            run.go_on();
        }
        run.rate(rated(after));
        assert_eq!(run.leads_to(), expected, "{slug:?}: {before} → {after}");
        run.go_on();
        let settles = slug.is_some() && expected != Next::Entry;
        assert_eq!(run.stage() == Stage::Settle, settles, "{slug:?}: {before} → {after}");
    };
    for (before, after, hard) in
        [(8, 8, true), (0, 3, true), (7, 10, true), (9, 7, false), (5, 7, false), (11, 8, true)]
    {
        let or_entry = |next| if hard { next } else { Next::Entry };
        check(Some("steady-ground"), before, after, or_entry(Next::Support));
        check(None, before, after, or_entry(Next::Steady));
        if before != 8 && before != 9 {
            check(Some("long-out-breath"), before, after, or_entry(Next::Steady));
        }
    }
    // Left after the first rating, it goes by that one.
    let mut run = at_the_offer(CheckIn::default(), 8);
    assert_eq!(run.leads_to(), Next::Steady);
    run.choose(Some(exercise("steady-ground")));
    assert_eq!(run.leads_to(), Next::Support);
    assert_eq!(at_the_offer(CheckIn::default(), 7).leads_to(), Next::Entry);
}

#[test]
fn what_was_done_is_rated_after_it_was_done() {
    let way = |slug: Option<&str>| {
        let mut run = at_the_offer(CheckIn::default(), 4);
        run.choose(slug.map(exercise));
        let mut way = vec![run.stage()];
        while !run.is_at_end() {
            run.go_on();
            way.push(run.stage());
        }
        way
    };
    assert_eq!(way(None), [Stage::Words, Stage::After]);
    let steps = (0..5).map(Stage::Step);
    let breath: Vec<_> = steps.chain([Stage::After, Stage::Words]).collect();
    assert_eq!(way(Some("long-out-breath")), breath);
}

#[test]
fn the_line_of_ice_never_freezes_again_on_the_way_on() {
    for slug in [None, Some("body-map"), Some("thank-the-guard"), Some("long-out-breath")] {
        let mut run = Run::sit(now());
        let mut thawed = 0.0;
        let mut legs = Vec::new();
        loop {
            assert!(run.thawed() >= thawed, "{slug:?} at {:?}", run.stage());
            thawed = run.thawed();
            let (names, at) = run.legs().unwrap();
            legs.push(names[at]);
            if run.is_at_end() {
                break;
            }
            match run.stage() {
                Stage::Offer => run.choose(slug.map(exercise)),
                _ => run.go_on(),
            }
        }
        assert_eq!(thawed, 1.0, "{slug:?}");
        legs.dedup();
        let last = if slug.is_some() { Leg::Words } else { Leg::RatingAfter };
        assert_eq!((legs.len(), legs.last()), (6, Some(&last)), "{slug:?}: {legs:?}");
    }
}

#[test]
fn one_entry_holds_it_all() {
    let mut run = Run::sit(now());
    let point =
        CheckIn { point: Some(freshet::core::feeling::Point::new(-30, -60)), ..CheckIn::default() };
    run.set_answer(path_step("sit-map"), Some(Answer::Feelings(point)));
    run.set_answer(path_step("sit-feelings"), Some(Answer::Feelings(said(&[Family::ShutDown]))));
    run.set_answer(path_step("sit-body"), Some(marked()));
    while run.stage() != Stage::Before {
        run.go_on();
    }
    run.rate(rated(6));
    run.go_on();
    run.choose(Some(exercise("one-small-step")));
    run.set_answer(exercise("one-small-step").step("step").unwrap(), Some(text("shoes")));
    while run.stage() != Stage::After {
        run.go_on();
    }
    run.rate(rated(4));
    run.go_on();
    run.set_answer(path_step("sit-words"), Some(text("It moved a little.")));
    assert!(run.is_at_end());
    let entry = run.entry(id(1), now());
    let kept = record(&entry);
    assert_eq!(entry.text, "It moved a little.");
    assert_eq!(entry.summary(), entry.text);
    let check_in = entry.check_in.as_ref().unwrap();
    assert_eq!((check_in.words().len(), check_in.point.is_some()), (1, true));
    assert_eq!((kept.before, kept.after, kept.stopped_early), (rated(6), rated(4), false));
    assert_eq!((entry.body.marks.len(), kept.answers.len()), (1, 0));
    let exercise = entry.exercise().unwrap();
    assert_eq!((exercise.before, exercise.after), (kept.before, kept.after));
    assert_eq!(exercise.answer("step").unwrap().answer, text("shoes"));
    assert!(!exercise.stopped_early);
    assert_eq!(entry.theme(), Some("shutdown"));
    // What the exercise asks on a later day is asked of this entry.
    assert_eq!(entry.waiting().unwrap().day, day("2026-11-24"));
    let mut later = Run::follow(
        freshet::core::content::exercises::Exercise::find("one-small-step").unwrap(),
        entry.id,
        now(),
    );
    let outcome = later.step_here().unwrap();
    later.set_answer(outcome, Some(crate::made::choice("done")));
    let answered = later.answered(&entry, now());
    assert!(answered.waiting().is_none());
    assert!(answered.exercise().unwrap().answer("outcome").is_some());
    assert!(entry.waved_away(now()).waiting().is_none());
    let mut journal = freshet::core::journal::Journal::default();
    journal.put(entry.clone());
    assert_eq!(journal.last_run("one-small-step"), Some(now().day()));
    let stored = entry.to_json().to_string();
    assert_eq!(Entry::of_json(&stored.parse().unwrap()), Some(entry));
}

#[test]
fn another_exercise_may_be_chosen_and_nothing_is_lost() {
    let mut run = at_the_offer(said(&[Family::Worry]), 5);
    let (parked, breath) = (exercise("loop-to-the-side"), exercise("long-out-breath"));
    run.choose(Some(parked));
    run.set_answer(parked.step("loop").unwrap(), Some(text("late again")));
    run.go_back();
    assert_eq!(run.stage(), Stage::Offer);
    run.choose(Some(breath));
    run.set_answer(breath.step("note").unwrap(), Some(text("slower")));
    assert_eq!(run.answer("loop"), None);
    run.go_back();
    run.choose(Some(parked));
    assert_eq!(run.answer("loop"), Some(&text("late again")));
    run.go_back();
    run.choose(Some(breath));
    while run.stage() != Stage::After {
        run.go_on();
    }
    run.rate(rated(4));
    let entry = run.entry(id(1), now());
    let kept: Vec<_> = record(&entry)
        .exercises
        .iter()
        .map(|one| (one.exercise.as_str(), one.stopped_early, one.after.distress.is_some()))
        .collect();
    assert_eq!(kept, [("loop-to-the-side", true, false), ("long-out-breath", false, true)]);
    assert_eq!(entry.exercise().unwrap().exercise, "long-out-breath");
}

#[test]
fn a_path_of_an_older_version_begins_again_with_all_its_answers() {
    let mut run = at_the_offer(said(&[Family::Worry]), 5);
    let parked = exercise("loop-to-the-side");
    run.choose(Some(parked));
    run.set_answer(parked.step("loop").unwrap(), Some(text("late again")));
    let stored = run.to_json().to_string();
    for (from, to) in [
        ("\"sit\":{\"version\":1", "\"sit\":{\"version\":0"),
        (
            "\"exercise\":\"loop-to-the-side\",\"version\":1",
            "\"exercise\":\"loop-to-the-side\",\"version\":0",
        ),
        ("loop-to-the-side", "no-such-thing"),
        ("{\"step\":0}", "{\"step\":99}"),
        ("{\"step\":0}", "{\"opening\":9}"),
    ] {
        assert!(stored.contains(from), "{from} in {stored}");
        let older = Run::of_json(&stored.replacen(from, to, 1).parse().unwrap()).unwrap();
        assert_eq!(older.known(), Err(CannotGoOn::Changed), "{to}");
        assert_eq!(older.answers().count(), run.answers().count());
        let renewed = older.renewed();
        assert!(renewed.known().is_ok(), "{to}");
        assert_eq!(renewed.stage(), Stage::Opening(0));
        assert_eq!(renewed.before(), rated(5));
        assert_eq!(renewed.answers().count(), run.answers().count(), "{to}");
        // As it is, it can be kept too.
        let kept = older.entry(id(1), now());
        assert_eq!(kept.exercises()[0].answers.len(), 1, "{to}");
    }
    let both = stored.replacen("\"sit\":", "\"exercise\":\"long-out-breath\",\"sit\":", 1);
    assert_eq!(Run::of_json(&both.parse().unwrap()), None, "it is one or the other");
}
