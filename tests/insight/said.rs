//! What was said: families of words, marks on the body, and pairs of numbers.

use crate::common::sat;
use crate::made::{check_in, day, id, morning, rated, rating, run, words};
use freshet::core::answer::{Answer, Answered};
use freshet::core::body::{Amount, BodyMap, Mark, Whole};
use freshet::core::checkin::{Said, Word};
use freshet::core::entry::{Entry, Kind, SitRecord};
use freshet::core::feeling::Family;
use freshet::core::insight::body::marks;
use freshet::core::insight::families::{CANT_TELL, NOTHING, ROWS, families};
use freshet::core::insight::pairs::{Pair, Ways, by_exercise};
use proptest::prelude::*;

fn refs(entries: &[Entry]) -> Vec<&Entry> {
    entries.iter().collect()
}

#[test]
fn each_word_counts_once_and_whole_answers_have_rows() {
    let entries = [
        check_in(1, "2026-11-02", words(&["sad", "lonely"]), None),
        check_in(2, "2026-11-10", Said::CantTell, None),
        check_in(3, "2026-11-17", Said::Nothing, None),
        check_in(4, "2026-11-17", Said::Words(vec![Word::own("foggy", None).unwrap()]), None),
        check_in(5, "2026-11-17", Said::default(), Some((1, 1))),
    ];
    let found = families(&refs(&entries));
    assert_eq!((found.entries, found.with_family, found.own), (4, 1, 1));
    assert_eq!(found.rows[Family::Sadness as usize], [2, 0, 0]);
    assert_eq!(found.rows[CANT_TELL], [0, 1, 0]);
    assert_eq!(found.rows[NOTHING], [0, 0, 1]);
    assert_eq!(found.variety().words(), 2);
    assert_eq!(families(&[]).axis, None);
}

#[test]
fn a_word_that_a_newer_program_knows_is_of_no_family() {
    let word = Word { word: "saudade".into(), feeling: Some("saudade".into()), at: None };
    let found = families(&[&check_in(1, "2026-11-02", Said::Words(vec![word]), None)]);
    assert_eq!((found.own, found.with_family, found.variety().words()), (1, 0, 0));
}

fn mark(region: &str, amount: Amount) -> Mark {
    Mark {
        region: region.to_owned(),
        name: String::new(),
        amount,
        texture: String::new(),
        strength: None,
    }
}

fn map(number: u64, on: &str, marks: Vec<Mark>, said: Option<Whole>) -> Entry {
    run(number, on, "body-map", &[("map", Answer::Body(BodyMap { marks, said }))])
}

#[test]
fn marks_are_counted_by_place_and_time() {
    use Amount::{Less, More};
    let entries = [
        map(1, "2026-11-02", vec![mark("front-jaw", More), mark("front-chest", More)], None),
        map(2, "2026-11-03", vec![mark("front-chest", Less)], None),
        map(3, "2026-11-10", vec![mark("a-tail", More)], None),
        map(4, "2026-11-10", vec![], Some(Whole::CantTell)),
        map(5, "2026-11-11", vec![], Some(Whole::Nothing)),
        map(6, "2026-11-12", vec![], None),
    ];
    let found = marks(&refs(&entries));
    assert_eq!((found.maps, found.cant_tell, found.nothing), (5, 1, 1));
    let ids: Vec<_> = found.regions.iter().map(|marked| marked.region.id).collect();
    assert_eq!(ids, ["front-chest", "front-jaw"]);
    assert_eq!(found.regions[0].sums(), (1, 1));
    assert_eq!(found.regions[0].more, [1, 0]);
}

#[test]
fn marks_beside_words_count_too() {
    let mut entry = check_in(1, "2026-11-02", Said::default(), None);
    entry.body.marks.push(mark("front-jaw", Amount::Less));
    let found = marks(&[&entry]);
    assert_eq!((found.maps, found.regions[0].sums()), (1, (0, 1)));
}

/// On the guided path a map stands in the entry; what else is answered there is
/// the path's own.
#[test]
fn marks_of_the_path_itself_count_too() {
    let map = BodyMap { marks: vec![mark("front-jaw", Amount::More)], said: None };
    let answered =
        Answered { step: "again".into(), question: "Now?".into(), answer: Answer::Body(map) };
    let path = SitRecord { answers: vec![answered], ..sat(morning("2026-11-02"), vec![]) };
    let entry = Entry::new(id(1), path.started, Kind::Sit(path));
    let found = marks(&[&entry]);
    assert_eq!((found.maps, found.regions[0].sums()), (1, (1, 0)));
}

#[test]
fn pairs_need_both_numbers() {
    let mut half = rated(run(3, "2026-11-04", "body-map", &[]), 5, 4);
    if let Kind::Exercise(record) = &mut half.kind {
        record.after.distress = None;
        record.before.energy = Some(rating(2));
        record.after.energy = Some(rating(3));
    }
    let entries = [
        rated(run(1, "2026-11-02", "body-map", &[]), 7, 4),
        rated(run(2, "2026-11-03", "not-known-here", &[]), 7, 4),
        half,
        run(4, "2026-11-05", "long-out-breath", &[]),
    ];
    let found = by_exercise(&refs(&entries));
    assert_eq!(found.len(), 1);
    let pair = |on, before, after| Pair { day: day(on), before, after };
    assert_eq!((found[0].runs, found[0].is_enough()), (2, false));
    assert_eq!(found[0].distress, [pair("2026-11-02", 7, 4)]);
    assert_eq!(found[0].energy, [pair("2026-11-04", 2, 3)]);
}

#[test]
fn ways_are_counted() {
    let on = day("2026-11-02");
    let pairs = [(3, 2), (3, 3), (3, 4), (0, 10)];
    let pairs = pairs.map(|(before, after)| Pair { day: on, before, after });
    assert_eq!(Ways::of(&pairs), Ways { lower: 1, same: 1, higher: 2 });
    assert_eq!(Ways::of(&[]), Ways::default());
}

const WORDS: [&str; 5] = ["sad", "lonely", "calm", "curious", "hopeful"];

proptest! {
    /// The order of entries, and the days between, change no sum.
    #[test]
    fn sums_know_no_order(
        said in prop::collection::vec((0_usize..7, 0_i32..4000), 1..40),
        by in 0_usize..40,
    ) {
        let mut entries = Vec::new();
        for (number, (word, after)) in (0..).zip(&said) {
            let on = day("2020-01-01").plus_days(*after).unwrap().to_string();
            let said = match word {
                5 => Said::CantTell,
                6 => Said::Nothing,
                word => words(&[WORDS[*word]]),
            };
            entries.push(check_in(number, &on, said, None));
        }
        let one = families(&refs(&entries));
        entries.rotate_left(by % said.len());
        let other = families(&refs(&entries));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(one.sums().iter().sum::<u32>() as usize, said.len());
        prop_assert_eq!(one.entries, said.len());
        prop_assert_eq!(one.rows.len(), ROWS);
    }
}
