//! Our JSON against `serde_json`, and every stored shape there and back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::answer::{Counted, Lid, Part, When};
use freshet::core::body::{Amount, BodyMap, Mark, Whole};
use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::draft::{Draft, Note, Work, Writing};
use freshet::core::entry::{
    Answer, Answered, Breathed, Chosen, Entry, EntryId, ExerciseRecord, Kind, Prompted,
};
use freshet::core::feeling::Point;
use freshet::core::follow_up::{Pending, PendingState};
use freshet::core::insight::loops::Outline;
use freshet::core::json::{Json, NotJson, Shape};
use freshet::core::keeping::hard_days::HardDays;
use freshet::core::rating::{Rating, Ratings};
use freshet::core::settings::{
    AutoLock, Held, Keys, Look, Looks, Motion, Settings, Shortcut, TextSize,
};
use proptest::prelude::*;

fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::Number),
        any::<String>().prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
            proptest::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

/// The same value as `serde_json` has it; none with a fraction in it.
fn ours(theirs: &serde_json::Value) -> Option<Json> {
    use serde_json::Value;
    Some(match theirs {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        // Nought with a sign is a fraction to them, and nought to us.
        Value::Number(number) if number.as_f64() == Some(0.0) => Json::Number(0),
        Value::Number(number) => Json::Number(number.as_i64()?),
        Value::String(text) => Json::Text(text.clone()),
        Value::Array(values) => Json::List(values.iter().map(ours).collect::<Option<_>>()?),
        Value::Object(fields) => Json::Object(
            fields.iter().map(|(name, v)| Some((name.clone(), ours(v)?))).collect::<Option<_>>()?,
        ),
    })
}

proptest! {
    #[test]
    fn what_we_write_both_read(json in json()) {
        let text = json.to_string();
        prop_assert_eq!(text.parse(), Ok(json.clone()));
        let theirs: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(ours(&theirs), Some(json));
        prop_assert_eq!(theirs.to_string(), text);
    }

    #[test]
    fn what_they_write_prettily_we_read(json in json()) {
        let theirs: serde_json::Value = serde_json::from_str(&json.to_string()).unwrap();
        let pretty = serde_json::to_string_pretty(&theirs).unwrap();
        prop_assert_eq!(pretty.parse(), Ok(json));
    }

    #[test]
    fn on_any_text_we_agree_or_refuse(text in r#"[\[\]{}:,"\\a-f0-9u\-.+eE \ttrulsn]{0,24}"#) {
        if let Ok(json) = text.parse::<Json>() {
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            prop_assert!(theirs.is_ok(), "we read what they refuse: {text:?}");
            // A name that stands twice is theirs to keep once.
            if !text.contains('{') {
                prop_assert_eq!(ours(&theirs.unwrap()), Some(json));
            }
        }
    }
}

#[test]
fn broken_texts_are_refused() {
    for text in [
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\"}",
        "01",
        "1.5",
        "1e3",
        "-",
        "tru",
        "\"",
        "\"\\x\"",
        "nullx",
        "\"\u{1}\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\u+041\"",
        "99999999999999999999",
        "\"\\u00é\"",
    ] {
        assert_eq!(text.parse::<Json>(), Err(NotJson), "{text}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(deep.parse::<Json>(), Err(NotJson));
    assert_eq!("\"\\ud83e\\uddca\"".parse(), Ok(Json::of_text("🧊")));
}

/// There and back, and as the text that is stored for ever.
#[track_caller]
fn check<T: Shape + PartialEq + std::fmt::Debug>(value: T, expected: &str) {
    let text = value.to_json().to_string();
    assert_eq!(text, expected);
    assert_eq!(T::of_json(&text.parse().unwrap()), Some(value));
}

fn rating(number: u8) -> Option<Rating> {
    Rating::try_from(number).ok()
}

fn entry(kind: Kind) -> Entry {
    Entry::new(EntryId::from_random([1; 8]), "2026-11-23T10:00:00+01:00".parse().unwrap(), kind)
}

const HEAD: &str = r#"{"id":"0101010101010101","revision":1,"day":"2026-11-23","written":"2026-11-23T10:00:00+01:00","changed":"2026-11-23T10:00:00+01:00","kind":"#;

#[test]
fn entries_are_written_as_they_always_will_be() {
    check(entry(Kind::Writing(None)), &format!("{HEAD}{{\"writing\":null}}}}"));
    let prompted =
        Prompted { theme: "body".into(), prompt: "where".into(), question: "Where?".into() };
    check(
        entry(Kind::Writing(Some(prompted))),
        &format!(
            "{HEAD}{{\"writing\":{{\"theme\":\"body\",\"prompt\":\"where\",\"question\":\"Where?\"}}}}}}"
        ),
    );
    let mut said = entry(Kind::CheckIn);
    let at = Some(Point::new(-35, -70));
    let word = Word { word: "numb".into(), feeling: Some("numb".into()), at };
    said.check_in = Some(CheckIn { point: at, said: Said::Words(vec![word]) });
    said.text = "a line\n".into();
    check(
        said,
        &format!(
            "{HEAD}\"check-in\",\"check_in\":{{\"point\":{{\"valence\":-35,\"arousal\":-70}},\"said\":{{\"words\":[{{\"word\":\"numb\",\"feeling\":\"numb\",\"at\":{{\"valence\":-35,\"arousal\":-70}}}}]}}}},\"text\":\"a line\\n\"}}"
        ),
    );
}

#[test]
fn exercises_are_written_as_they_always_will_be() {
    let answered =
        |step: &str, answer| Answered { step: step.into(), question: "?".into(), answer };
    let moment = "2026-11-23T10:00:00+01:00".parse().unwrap();
    let record = ExerciseRecord {
        exercise: "long-out-breath".into(),
        version: 1,
        started: moment,
        finished: moment,
        stopped_early: true,
        before: Ratings { distress: rating(4), energy: None },
        after: Ratings::default(),
        answers: vec![
            answered("a", Answer::Choice(Chosen { id: "1".into(), label: "1 minute".into() })),
            answered("b", Answer::Breath(Breathed { seconds: 60, breath_in: 4, breath_out: 7 })),
            answered("c", Answer::Rating(rating(10).unwrap())),
            answered("d", Answer::Text("words".into())),
        ],
        follow_up: None,
    };
    check(
        record,
        r#"{"exercise":"long-out-breath","version":1,"started":"2026-11-23T10:00:00+01:00","finished":"2026-11-23T10:00:00+01:00","stopped_early":true,"before":{"distress":4},"answers":[{"step":"a","question":"?","answer":{"choice":{"id":"1","label":"1 minute"}}},{"step":"b","question":"?","answer":{"breath":{"seconds":60,"breath_in":4,"breath_out":7}}},{"step":"c","question":"?","answer":{"rating":10}},{"step":"d","question":"?","answer":{"text":"words"}}]}"#,
    );
}

#[test]
fn answers_are_written_as_they_always_will_be() {
    let chosen = |id: &str| Chosen { id: id.into(), label: "One".into() };
    check(
        Answer::Choices(vec![chosen("a"), chosen(Chosen::OWN)]),
        r#"{"choices":[{"id":"a","label":"One"},{"id":"own","label":"One"}]}"#,
    );
    let part = Part { question: "After".into(), text: "tea".into() };
    check(Answer::Parts(vec![part]), r#"{"parts":[{"question":"After","text":"tea"}]}"#);
    let feelings = CheckIn { point: None, said: Said::CantTell };
    check(Answer::Feelings(feelings), r#"{"feelings":{"said":"cant-tell"}}"#);
    let mark = Mark {
        region: "front-chest".into(),
        name: "Chest".into(),
        amount: Amount::Less,
        texture: String::new(),
        strength: None,
    };
    let warm = Mark { texture: "warm".into(), strength: rating(3), ..mark.clone() };
    check(
        Answer::Body(BodyMap { marks: vec![mark, warm], said: None }),
        r#"{"body":{"marks":[{"region":"front-chest","name":"Chest","amount":"less"},{"region":"front-chest","name":"Chest","amount":"less","texture":"warm","strength":3}]}}"#,
    );
    let said = BodyMap { marks: vec![], said: Some(Whole::Nothing) };
    check(Answer::Body(said), r#"{"body":{"said":"nothing"}}"#);
    let counted = Counted { name: "you can see".into(), found: 2, of: 5 };
    check(Answer::Counts(vec![counted]), r#"{"counts":[{"name":"you can see","found":2,"of":5}]}"#);
    let day = "2026-11-23".parse().unwrap();
    check(
        Answer::When(When { day, time: "18:30".into() }),
        r#"{"when":{"day":"2026-11-23","time":"18:30"}}"#,
    );
    check(Answer::Lid(Lid::Gone), r#"{"lid":"gone"}"#);
    check(Answer::Lid(Lid::Until(day)), r#"{"lid":{"until":"2026-11-23"}}"#);
    let pending = Pending { day, question: "?".into(), state: PendingState::WavedAway };
    check(pending, r#"{"day":"2026-11-23","question":"?","state":"waved-away"}"#);
}

#[test]
fn drafts_are_written_as_they_always_will_be() {
    let mut writing = Writing::new("2026-11-23".parse().unwrap(), None);
    writing.changes = Some((EntryId::from_random([2; 8]), 3));
    writing.text = "half".into();
    writing.notes = vec![Note { step: "d".into(), question: "?".into(), text: "n".into() }];
    let moment = "2026-11-23T10:00:00+01:00".parse().unwrap();
    let id = EntryId::from_random([1; 8]);
    check(
        Draft { id, started: moment, changed: moment, work: Work::Writing(writing) },
        r#"{"id":"0101010101010101","started":"2026-11-23T10:00:00+01:00","changed":"2026-11-23T10:00:00+01:00","work":{"writing":{"changes":["0202020202020202",3],"day":"2026-11-23","text":"half","notes":[{"step":"d","question":"?","text":"n"}]}}}"#,
    );
    check(CheckIn { point: None, said: Said::CantTell }, r#"{"said":"cant-tell"}"#);
    check(CheckIn::default(), "{}");
}

#[test]
fn settings_are_written_as_they_always_will_be() {
    check(Settings::default(), "{}");
    check(Looks::default(), "{}");
    check(
        Settings {
            introduced: true,
            auto_lock: AutoLock { idle: Some(30), hidden: None },
            backed_up: Some("2026-11-23T10:00:00+01:00".parse().unwrap()),
            started: Some("2026-11-24T08:00:00+01:00".parse().unwrap()),
            spelling: true,
            hidden_loops: vec![Outline(vec!["lighthous".to_owned(), "keep".to_owned()])],
            loops_shown: Some("2026-11-24".parse().unwrap()),
            out_of_history: true,
            hard_days: HardDays::of_json(&Json::List(vec![Json::of_text("2024-02-29")])).unwrap(),
            to_reader: Some("I sleep badly.".into()),
        },
        r#"{"introduced":true,"auto_lock":{"idle":30,"hidden":null},"backed_up":"2026-11-23T10:00:00+01:00","started":"2026-11-24T08:00:00+01:00","spelling":true,"hidden_loops":[["lighthous","keep"]],"loops_shown":"2026-11-24","out_of_history":true,"hard_days":["2024-02-29"],"to_reader":"I sleep badly."}"#,
    );
    check(
        Looks {
            look: Look::Dusk,
            text_size: TextSize::Larger,
            motion: Motion::Still,
            place: Some("gb".into()),
            keys: Keys {
                settle: None,
                save: Some(Shortcut { held: Held::Alt, key: "s".into() }),
                read: None,
                focus: Some(Shortcut { held: Held::Ctrl, key: "j".into() }),
                quick_exit: false,
            },
            discreet: true,
        },
        r#"{"look":"dusk","text_size":"larger","motion":"still","place":"gb","keys":{"settle":null,"save":{"held":"alt","key":"s"},"read":null,"focus":{"held":"ctrl","key":"j"},"quick_exit":false},"discreet":true}"#,
    );
}

#[test]
fn other_shapes_are_refused() {
    let refused = |text: &str| Entry::of_json(&text.parse().unwrap()).is_none();
    assert!(refused("[]"));
    assert!(refused("{}"));
    assert!(refused(&format!("{HEAD}\"check-in\",\"text\":7}}")));
    assert!(!refused(&format!("{HEAD}\"check-in\",\"unknown\":7}}")));
    assert_eq!(Point::of_json(&r#"{"valence":101,"arousal":0}"#.parse().unwrap()), None);
    assert_eq!(Rating::of_json(&Json::Number(-1)), None);
}
