//! Entries made at random, and all the words in them.

use crate::common::record;
pub(crate) use crate::common::{day, id};
use freshet::core::answer::{Answer, Answered, Part};
use freshet::core::body::{Amount, BodyMap, Mark, Whole};
use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::day::Moment;
use freshet::core::entry::{Entry, ExerciseRecord, Kind, Prompted};
use freshet::core::feeling::Point;
use freshet::core::keeping::hard_days::HardDays;
use freshet::core::rating::{Rating, Ratings};
use proptest::prelude::*;

pub(crate) fn now() -> Moment {
    "2026-11-23T10:00:00+00:00".parse().unwrap()
}

pub(crate) fn rating(number: u8) -> Option<Rating> {
    Some(Rating::try_from(number).unwrap())
}

pub(crate) fn distress(number: u8) -> Ratings {
    Ratings { distress: rating(number), energy: None }
}

pub(crate) fn writing(number: u8, text: &str) -> Entry {
    let mut entry = Entry::new(id(number), now(), Kind::Writing(None));
    entry.text = text.to_owned();
    entry
}

pub(crate) fn prompted(theme: &str, question: &str) -> Kind {
    Kind::Writing(Some(Prompted {
        theme: theme.to_owned(),
        prompt: "p".to_owned(),
        question: question.to_owned(),
    }))
}

pub(crate) fn exercise(slug: &str, answers: Vec<Answer>) -> Kind {
    let answered = |answer| Answered { step: "s".into(), question: "Q?".into(), answer };
    let answers = answers.into_iter().map(answered).collect();
    Kind::Exercise(ExerciseRecord { answers, ..record(slug, now()) })
}

/// All words of an entry but those of its version before.
pub(crate) fn words(entry: &Entry) -> Vec<String> {
    let mut all = vec![entry.text.clone()];
    let said = entry.check_in.iter().flat_map(CheckIn::words);
    all.extend(said.map(|word| word.word.clone()));
    all.extend(entry.body.marks.iter().map(|mark| mark.texture.clone()));
    all.extend(entry.tags.iter().map(str::to_lowercase));
    match &entry.kind {
        Kind::Writing(Some(prompted)) => all.push(prompted.question.clone()),
        Kind::Exercise(record) => {
            let texts = record.answers.iter().flat_map(|answered| answered.answer.texts());
            all.extend(texts.map(str::to_owned));
        }
        Kind::Writing(None) | Kind::CheckIn | Kind::Sit(_) | Kind::Unknown(_) => {}
    }
    all.retain(|text| !text.is_empty());
    all
}

pub(crate) fn no_hard_days() -> HardDays {
    HardDays::default()
}

fn kind() -> impl Strategy<Value = Kind> {
    let parts = |text: String| Answer::Parts(vec![Part { question: "If".into(), text }]);
    prop_oneof![
        Just(Kind::Writing(None)),
        Just(Kind::CheckIn),
        ".{1,9}".prop_map(|question| prompted("body", &question)),
        (".{0,9}", ".{0,9}").prop_map(move |(one, other)| {
            exercise("one-small-step", vec![Answer::Text(one), parts(other)])
        }),
    ]
}

fn check_in() -> impl Strategy<Value = CheckIn> {
    let point = (-100..=100_i8, -100..=100_i8).prop_map(|(v, a)| Point::new(v, a));
    let word = ("[a-d]", proptest::option::of(point.clone())).prop_map(|(word, at)| Word {
        word,
        feeling: None,
        at,
    });
    let said = prop_oneof![
        proptest::collection::vec(word, 0..3).prop_map(Said::Words),
        Just(Said::CantTell),
        Just(Said::Nothing),
    ];
    (proptest::option::of(point), said).prop_map(|(point, said)| CheckIn { point, said })
}

fn ratings() -> impl Strategy<Value = Ratings> {
    let one = || proptest::option::of((0..=10_u8).prop_map(|n| Rating::try_from(n).unwrap()));
    (one(), one()).prop_map(|(distress, energy)| Ratings { distress, energy })
}

fn body() -> impl Strategy<Value = BodyMap> {
    let mark = |(region, texture): (String, String)| Mark {
        name: region.clone(),
        region,
        amount: Amount::More,
        texture,
        strength: None,
    };
    let marks = proptest::collection::btree_map("[ab]", "[a-z]{0,3}", 0..3)
        .prop_map(move |marks| marks.into_iter().map(mark).collect::<Vec<_>>());
    let said = prop_oneof![Just(None), Just(Some(Whole::CantTell)), Just(Some(Whole::Nothing))];
    (marks, said)
        .prop_map(|(marks, said)| BodyMap { said: said.filter(|_| marks.is_empty()), marks })
}

prop_compose! {
    /// An entry that is open: neither in the bin nor put away.
    pub(crate) fn an_entry(number: u8)(
        kind in kind(),
        text in ".{0,20}",
        check_in in proptest::option::of(check_in()),
        ratings in ratings(),
        body in body(),
        tags in proptest::collection::vec("[a-cA-C]{1,2}", 0..4),
        theme in prop_oneof![Just(None), Just(Some("loops")), Just(Some("guard"))],
        (pinned, left_out, revision, days) in (any::<bool>(), any::<bool>(), 1..9_u32, 0..900),
    ) -> Entry {
        let mut entry = writing(number, &text);
        entry.day = day("2025-01-01").plus_days(days).unwrap();
        (entry.kind, entry.check_in, entry.ratings, entry.body) = (kind, check_in, ratings, body);
        tags.iter().for_each(|tag| entry.tags.add(tag).unwrap());
        entry.theme = theme.map(str::to_owned);
        (entry.pinned, entry.left_out, entry.revision) = (pinned, left_out, revision);
        entry
    }
}
