//! Two entries in one.

use crate::made::{
    an_entry, day, distress, exercise, id, no_hard_days, now, prompted, words, writing,
};
use freshet::core::answer::Answer;
use freshet::core::body::{BodyMap, REGIONS, Whole};
use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::entry::{Entry, Kind};
use freshet::core::feeling::Point;
use freshet::core::json::Json;
use freshet::core::keeping::Undo;
use freshet::core::keeping::along::may_come_back;
use freshet::core::keeping::merge::{Apart, CannotMerge, Merge};
use proptest::prelude::*;

fn merge(kept: &Entry, other: &Entry) -> Result<Merge, CannotMerge> {
    Merge::new(kept, other, &no_hard_days(), day("2026-11-23"))
}

fn joined(kept: &Entry, other: &Entry) -> (Entry, Vec<Apart>) {
    let merge = merge(kept, other).unwrap();
    let apart = merge.apart.clone();
    (merge.done("", &[], now()).0, apart)
}

fn said(words: &[&str]) -> Said {
    Said::Words(words.iter().map(|word| Word::own(word, None).unwrap()).collect())
}

#[test]
fn both_texts_stand_in_one_and_the_other_is_in_the_bin() {
    let (kept, other) = (writing(1, "first"), writing(2, "second"));
    let merge = merge(&kept, &other).unwrap();
    let (joined, binned) = merge.done("From Tuesday:", &["Energy: 4".to_owned()], now());
    assert_eq!(joined.text, "first\n\nFrom Tuesday:\n\nsecond\n\nEnergy: 4");
    assert_eq!((joined.id, joined.revision, joined.day), (id(1), 2, kept.day));
    assert_eq!((binned.id, binned.text.as_str()), (id(2), "second"));
    assert_eq!(binned.binned, Some(now()));
}

/// What is there after some acts.
fn after(entry: &Entry, undo: &[Undo]) -> Entry {
    let own = undo.iter().filter(|undo| undo.entry == entry.id);
    own.fold(entry.clone(), |entry, undo| undo.act.on(&entry, now()).unwrap().0)
}

#[test]
fn what_cannot_be_merged_says_why() {
    let open = writing(1, "words");
    let changed = |change: fn(&mut Entry)| {
        let mut entry = writing(2, "words");
        change(&mut entry);
        entry
    };
    let check = |kept: &Entry, other: &Entry, expected| {
        assert_eq!(merge(kept, other).map(|_| ()), expected);
    };
    let binned = changed(|entry| entry.binned = Some(now()));
    let sealed = changed(|entry| entry.sealed_until = Some(day("2026-11-24")));
    let over = changed(|entry| entry.sealed_until = Some(day("2026-11-23")));
    let newer = changed(|entry| entry.kind = Kind::Unknown(Json::of_text("colour")));
    let run = changed(|entry| entry.kind = exercise("body-map", vec![]));
    check(&open, &open, Err(CannotMerge::Same));
    for (other, why) in
        [(&binned, CannotMerge::Away), (&sealed, CannotMerge::Away), (&newer, CannotMerge::Newer)]
    {
        check(&open, other, Err(why));
        check(other, &open, Err(why));
    }
    check(&open, &run, Err(CannotMerge::Exercise));
    check(&run, &open, Ok(()));
    check(&open, &over, Ok(()));
}

#[test]
fn feelings_are_joined_and_what_differs_stands_apart() {
    let check =
        |kept: (Option<Point>, Said), other: (Option<Point>, Said), expected, apart: &[Apart]| {
            let entry = |number, (point, said)| {
                let check_in = Some(CheckIn { point, said });
                Entry { kind: Kind::CheckIn, check_in, ..writing(number, "") }
            };
            let (joined, found) = joined(&entry(1, kept), &entry(2, other));
            let check_in = joined.check_in.unwrap();
            assert_eq!((check_in.point, check_in.said), expected);
            assert_eq!(found, apart);
        };
    let (one, two) = (Some(Point::new(1, 1)), Some(Point::new(2, 2)));
    let none = || Said::default();
    check((one, said(&["a"])), (None, said(&["b", "a"])), (one, said(&["a", "b"])), &[]);
    check((None, none()), (two, Said::Nothing), (two, Said::Nothing), &[]);
    let point = Apart::Point(Point::new(2, 2));
    check((one, Said::CantTell), (two, none()), (one, Said::CantTell), &[point]);
    let nothing = || Apart::Said(Said::Nothing);
    check((None, Said::CantTell), (None, Said::Nothing), (None, Said::CantTell), &[nothing()]);
    check((None, said(&["a"])), (None, Said::Nothing), (None, said(&["a"])), &[nothing()]);
    check((None, Said::Nothing), (None, said(&["a"])), (None, said(&["a"])), &[nothing()]);
    check((one, said(&["a"])), (one, said(&["a"])), (one, said(&["a"])), &[]);
}

#[test]
fn marks_are_joined_and_the_same_region_marked_otherwise_stands_apart() {
    let mut kept = writing(1, "");
    let mut other = writing(2, "");
    kept.body.add(&REGIONS[0]);
    other.body.add(&REGIONS[0]);
    other.body.add(&REGIONS[1]);
    let (both, apart) = joined(&kept, &other);
    assert_eq!((both.body.marks.len(), apart), (2, vec![]));
    other.body.change(REGIONS[0].id, |mark| mark.texture = "tight".into());
    let (both, apart) = joined(&kept, &other);
    assert_eq!(both.body.marks.len(), 2);
    assert_eq!(apart, [Apart::Mark(other.body.marks[0].clone())]);
    other.body = BodyMap { said: Some(Whole::Nothing), ..BodyMap::default() };
    let (both, apart) = joined(&kept, &other);
    assert_eq!((both.body, apart), (kept.body, vec![Apart::Body(Whole::Nothing)]));
}

#[test]
fn the_higher_distress_stands_and_the_lower_is_told() {
    for (kept, other) in [(3, 8), (8, 3)] {
        let (kept, other) = (
            Entry { ratings: distress(kept), ..writing(1, "") },
            Entry { ratings: distress(other), ..writing(2, "") },
        );
        let (both, apart) = joined(&kept, &other);
        assert_eq!((both.ratings, apart), (distress(8), vec![Apart::Ratings(distress(3))]));
    }
}

#[test]
fn a_question_and_another_theme_stand_apart() {
    let kept = Entry { kind: prompted("body", "Where?"), ..writing(1, "here") };
    let other = Entry { kind: prompted("guard", "Who?"), ..writing(2, "me") };
    let (both, apart) = joined(&kept, &other);
    assert_eq!(both.kind, kept.kind);
    assert_eq!(apart, [Apart::Question("Who?".into()), Apart::Theme("guard".into())]);
    let check_in = Entry { kind: Kind::CheckIn, ..writing(3, "") };
    let (both, apart) = joined(&check_in, &other);
    assert_eq!((both.kind, both.theme.as_deref()), (Kind::Writing(None), Some("guard")));
    assert_eq!(apart, [Apart::Question("Who?".into())]);
}

#[test]
fn an_exercise_stays_one() {
    let kind = exercise("one-small-step", vec![Answer::Text("a step".into())]);
    let kept = Entry { kind: kind.clone(), ..writing(1, "") };
    let (both, _) = joined(&kept, &writing(2, "words"));
    assert_eq!((both.kind, both.text.as_str()), (kind, "words"));
}

fn numbers(entry: &Entry) -> Vec<String> {
    let point = entry.check_in.as_ref().and_then(|check_in| check_in.point);
    let ratings = [entry.ratings.distress, entry.ratings.energy].map(|it| format!("{it:?}"));
    ratings.into_iter().chain(point.map(|point| format!("{point:?}"))).collect()
}

proptest! {
    #[test]
    fn no_merge_loses_a_word(kept in an_entry(1), other in an_entry(2)) {
        let Ok(merge) = merge(&kept, &other) else {
            prop_assert!(other.exercise().is_some());
            return Ok(());
        };
        let lines: Vec<String> = merge.apart.iter().map(|apart| format!("{apart:?}")).collect();
        let (joined, binned) = merge.done("heading", &lines, now());
        let found = words(&joined);
        let holds = |word: &String| found.contains(word) || joined.text.contains(word.as_str());
        for word in words(&kept).iter().chain(&words(&other)) {
            // A question is escaped by the way it is told here.
            let told = format!("{word:?}");
            prop_assert!(holds(word) || holds(&told), "{word:?} is not in {found:?}");
        }
        for number in numbers(&kept).iter().chain(&numbers(&other)) {
            let told = number.trim_start_matches("Some(").trim_end_matches(')');
            let inside = |held: &String| held.contains(told);
            let held = number == "None" || numbers(&joined).contains(number);
            prop_assert!(held || lines.iter().any(inside), "{number} is in neither");
        }
        prop_assert_eq!(words(&binned), words(&other));
        prop_assert_eq!(&binned.former, &other.former);
        let alike = Entry { former: None, revision: 0, ..kept.clone() };
        let former = joined.former.map_or(alike.clone(), |former| Entry { revision: 0, ..*former });
        prop_assert_eq!(former, alike);
    }

    #[test]
    fn every_merge_is_undone_to_the_letter(
        kept in an_entry(1),
        other in an_entry(2),
        (kept_is_pinned, other_is_pinned, kept_stays_out, other_stays_out) in
            any::<(bool, bool, bool, bool)>(),
    ) {
        let kept = Entry { pinned: kept_is_pinned, left_out: kept_stays_out, ..kept };
        let other = Entry { pinned: other_is_pinned, left_out: other_stays_out, ..other };
        let Ok(merge) = merge(&kept, &other) else { return Ok(()) };
        let undo = merge.undo();
        // Where the other one is gone for good, its words stay in this one.
        prop_assert_eq!(undo[0], merge.undo_other());
        let (joined, binned) = merge.done("From Tuesday:", &[], now());
        let plain = |entry: &Entry| {
            let changed = now();
            Entry { former: None, over: None, revision: 0, changed, ..entry.clone() }
        };
        prop_assert_eq!(plain(&after(&joined, &undo)), plain(&kept));
        prop_assert_eq!(plain(&after(&binned, &undo)), plain(&other));
    }

    #[test]
    fn what_does_not_come_back_does_not_as_a_part(kept in an_entry(1), other in an_entry(2)) {
        let hard = no_hard_days();
        if let Ok(merge) = merge(&kept, &other) {
            let (joined, _) = merge.done("", &[], now());
            let both = may_come_back(&kept, &hard) && may_come_back(&other, &hard);
            prop_assert!(both || !may_come_back(&joined, &hard));
        }
    }
}
