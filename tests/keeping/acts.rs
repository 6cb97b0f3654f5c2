//! What is done with an entry, and undone.

use crate::made::{an_entry, day, id, no_hard_days, now, words, writing};
use freshet::core::draft::Writing;
use freshet::core::entry::{Entry, Kind};
use freshet::core::journal::Journal;
use freshet::core::json::{Json, Shape};
use freshet::core::keeping::along::was_put_away;
use freshet::core::keeping::{Act, Begun, long_binned};
use proptest::prelude::*;

fn act() -> impl Strategy<Value = Act> {
    let any_day = || (0..800).prop_map(|days| day("2026-01-01").plus_days(days).unwrap());
    prop_oneof![
        Just(Act::Bin(Some(now()))),
        Just(Act::Bin(None)),
        any_day().prop_map(Act::Move),
        proptest::option::of(any_day()).prop_map(Act::Seal),
        Just(Act::TakeOut),
        any::<bool>().prop_map(Act::Pin),
        any::<bool>().prop_map(Act::LeaveOut),
        Just(Act::PutBack(1)),
    ]
}

fn of_revision(entry: &Entry, revision: u32) -> Entry {
    Entry { revision, ..entry.clone() }
}

proptest! {
    #[test]
    fn every_act_is_undone_to_the_letter(
        entry in an_entry(1),
        earlier in proptest::collection::vec(act(), 0..3),
        act in act(),
    ) {
        let done = |entry: Entry, act: Act| act.on(&entry, now()).map_or(entry, |(next, _)| next);
        let entry = earlier.into_iter().fold(entry, done);
        let before = Writing { text: "changed".into(), ..Writing::of_entry(&entry) };
        let entry = of_revision(&entry, 1);
        let edited = before.entry(entry.id, Some(&entry), now());
        let edited = Entry { revision: 2, ..edited };
        let Some((next, undo)) = act.on(&edited, now()) else {
            prop_assert_eq!(act, Act::PutBack(1));
            return Ok(());
        };
        prop_assert_eq!(next.revision, 3);
        prop_assert_eq!(undo.entry, entry.id);
        let (again, _) = undo.act.on(&next, now()).unwrap();
        let former = |entry: &Entry| entry.former.as_ref().map(|former| words(former));
        prop_assert_eq!(former(&again), former(&edited));
        let plain = |entry: &Entry| Entry { former: None, over: None, ..of_revision(entry, 0) };
        prop_assert_eq!(plain(&again), plain(&edited));
    }

    #[test]
    fn no_act_loses_a_word(entry in an_entry(1), acts in proptest::collection::vec(act(), 0..6)) {
        let mut now_it_is = entry.clone();
        for act in acts {
            now_it_is = act.on(&now_it_is, now()).map_or(now_it_is, |(next, _)| next);
        }
        prop_assert_eq!(words(&now_it_is), words(&entry));
    }

    #[test]
    fn whatever_is_kept_is_read_back(entry in an_entry(1), other in an_entry(1), act in act()) {
        let kept = act.on(&other.keeping(&entry), now()).map_or(entry, |(next, _)| next);
        let text = kept.to_json().to_string();
        let json: Json = text.parse().unwrap();
        prop_assert_eq!(Entry::of_json(&json), Some(kept));
    }

    #[test]
    fn a_copy_has_every_word_and_counts_nothing_twice(entry in an_entry(1)) {
        let copy = Writing::copy_of(&entry, &no_hard_days(), day("2026-11-23"));
        let has_words = !entry.text.trim().is_empty() && entry.exercise().is_none();
        prop_assert_eq!(copy.is_some(), has_words);
        let Some(copy) = copy else { return Ok(()) };
        let made = copy.entry(id(9), None, now());
        prop_assert_eq!(&made.text, &entry.text);
        prop_assert_eq!(&made.tags, &entry.tags);
        prop_assert_eq!(made.theme(), entry.theme());
        prop_assert_eq!((made.id, made.revision), (id(9), 1));
        prop_assert_eq!(made.day, day("2026-11-23"));
        prop_assert!(made.check_in.is_none() && made.body.is_blank());
        prop_assert_eq!(made.ratings, Default::default());
    }
}

#[test]
fn a_copy_of_what_does_not_come_back_does_not_either() {
    let mut entry = writing(1, "words");
    let copy = |entry: &Entry| {
        let copy = Writing::copy_of(entry, &no_hard_days(), entry.day).unwrap();
        copy.entry(id(2), None, now()).left_out
    };
    assert!(!copy(&entry));
    entry.left_out = true;
    assert!(copy(&entry));
    entry.left_out = false;
    entry.ratings = crate::made::distress(7);
    assert!(copy(&entry));
}

fn did(entry: &Entry, act: Act) -> (Entry, Act) {
    let (next, undo) = act.on(entry, now()).unwrap();
    (next, undo.act)
}

#[test]
fn what_was_put_away_by_mistake_was_never_and_what_was_taken_out_was() {
    let entry = writing(1, "words");
    let (sealed, unsealed) = did(&entry, Act::Seal(Some(day("2027-01-01"))));
    assert!(!was_put_away(&did(&sealed, unsealed).0));
    let (out, sealed_again) = did(&sealed, Act::TakeOut);
    assert!(out.sealed_until.is_none() && was_put_away(&out));
    assert_eq!(did(&out, sealed_again).0.sealed_until, sealed.sealed_until);
    // Put away anew by mistake, it is still what was put away once.
    let (again, out_again) = did(&out, Act::Seal(Some(day("2028-01-01"))));
    assert!(was_put_away(&did(&again, out_again).0));
}

#[test]
fn what_a_begun_change_holds_is_not_changed_beside_it() {
    let check = |act: Act, expected| assert_eq!(act.bars(), expected, "{act:?}");
    check(Act::Move(day("2026-01-01")), Some(Begun::Change));
    check(Act::PutBack(1), Some(Begun::Change));
    check(Act::Seal(Some(day("2027-01-01"))), Some(Begun::Anything));
    for act in [Act::Bin(Some(now())), Act::Seal(None), Act::TakeOut, Act::Pin(true)] {
        check(act, None);
    }
}

proptest! {
    /// So saving it never makes a second entry, and does not undo the act.
    #[test]
    fn what_bars_no_change_leaves_it_one_entry(
        entry in an_entry(1),
        acts in proptest::collection::vec(act(), 0..5),
    ) {
        let change = Writing { text: "changed".into(), ..Writing::of_entry(&entry) };
        let beside = acts.into_iter().filter(|act| act.bars() != Some(Begun::Change));
        let now_it_is = beside.fold(entry, |entry, act| did(&entry, act).0);
        let saved = change.entry(id(1), Some(&now_it_is), now());
        prop_assert_eq!(saved.over, Some(now_it_is.content()));
        prop_assert_eq!(&saved.text, "changed");
        let rest = |entry: &Entry| {
            let Entry { binned, sealed_until, taken_out, pinned, left_out, .. } = entry;
            (*binned, *sealed_until, *taken_out, *pinned, *left_out)
        };
        prop_assert_eq!(rest(&saved), rest(&now_it_is));
    }
}

/// Another tab changes an entry and does more with it, while a change of it is begun.
#[test]
fn what_is_kept_beside_another_version_has_only_what_is_its_own() {
    let entry = writing(1, "words");
    let begun = Writing { text: "mine".into(), ..Writing::of_entry(&entry) };
    let theirs = Writing { text: "theirs".into(), ..Writing::of_entry(&entry) };
    let saved = theirs.entry(entry.id, Some(&entry), now());
    let acts =
        [Act::Bin(Some(now())), Act::Seal(Some(day("2027-01-01"))), Act::TakeOut, Act::Pin(true)];
    for act in acts {
        let there = did(&saved, act).0;
        let beside = begun.entry(entry.id, Some(&there), now()).beside(id(2));
        let alone = Entry { text: "mine".into(), id: id(2), ..entry.clone() };
        let taken_out = was_put_away(&there);
        assert_eq!(beside, Entry { taken_out, ..alone }, "{act:?}");
    }
}

#[test]
fn emptying_is_offered_after_thirty_days() {
    let mut journal = Journal::default();
    for (number, binned) in
        [(2, "2026-10-24"), (1, "2026-10-25"), (3, "2026-11-23"), (4, "2027-01-01")]
    {
        let mut entry = writing(number, "words");
        entry.binned = Some(format!("{binned}T23:59:00+00:00").parse().unwrap());
        journal.put(entry);
    }
    journal.put(writing(5, "not there"));
    let long = |today: &str| -> Vec<_> {
        long_binned(&journal, day(today)).iter().map(|entry| entry.id).collect()
    };
    assert_eq!(long("2026-11-22"), []);
    assert_eq!(long("2026-11-23"), [id(2)]);
    assert_eq!(long("2026-11-24"), [id(1), id(2)]);
    assert_eq!(long("2020-01-01"), []);
}

#[test]
fn pinned_ones_are_neither_in_the_bin_nor_put_away() {
    let mut journal = Journal::default();
    for number in 1..=4 {
        let mut entry = writing(number, "words");
        entry.pinned = number != 4;
        entry.day = day("2026-01-01").plus_days(i32::from(number)).unwrap();
        journal.put(entry);
    }
    let act = |number, act: Act| act.on(journal.get(id(number)).unwrap(), now()).unwrap().0;
    let (sealed, binned) =
        (act(1, Act::Seal(Some(day("2026-12-24")))), act(2, Act::Bin(Some(now()))));
    journal.put(sealed);
    journal.put(binned);
    let pinned = |today: &str| -> Vec<_> {
        journal.pinned(day(today)).iter().map(|entry| entry.id).collect()
    };
    assert_eq!(pinned("2026-11-23"), [id(3)]);
    assert_eq!(pinned("2026-12-24"), [id(3), id(1)]);
}

#[test]
fn records_of_before_are_read_and_written_as_they_were() {
    let text = r#"{"id":"0101010101010101","revision":1,"day":"2026-11-23","written":"2026-11-23T10:00:00+00:00","changed":"2026-11-23T10:00:00+00:00","kind":"check-in"}"#;
    let entry = Entry::of_json(&text.parse().unwrap()).unwrap();
    assert_eq!(entry.kind, Kind::CheckIn);
    assert_eq!((entry.pinned, entry.left_out, &entry.former), (false, false, &None));
    assert_eq!(entry.to_json().to_string(), text);
}
