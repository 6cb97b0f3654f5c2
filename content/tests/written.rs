//! What is written from the sound words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use freshet_content::{Contact, Content, compile};
use serde_json::{Value, json};

fn sound() -> Content {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sound");
    compile(&dir).expect("the sound words break no rule")
}

/// Holds the tables to some lines, white space aside.
fn check(expected: &str) {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let tables = sound().tables();
    assert!(plain(&tables).contains(&plain(expected)), "no `{expected}` in\n{tables}");
}

#[test]
fn plain_words_are_constants() {
    check("/// `Journal`\n pub const TITLE: &str = \"Journal\";");
    check(r#"pub const INTRO: &str = "What you write stays here.\nNobody else can read it.";"#);
}

#[test]
fn placeholders_are_parameters_in_the_order_they_come() {
    check(
        r#"/// `Saved on {day} at {time}, {day}.`
        pub fn saved_on(day: &str, time: &str) -> String {
            ["Saved on ", day, " at ", time, ", ", day, "."].concat()
        }"#,
    );
}

#[test]
fn plurals_take_their_count_first() {
    check(
        r#"/// `1 entry` or `{count} entries`
        pub fn entries(count: usize) -> String {
            if count == 1 { "1 entry".to_owned() }
            else { [count.to_string().as_str(), " entries"].concat() }
        }"#,
    );
    check("pub fn found(count: usize, all: &str) -> String {");
}

#[test]
fn feelings_stand_in_the_order_of_families() {
    check(r#"pub static FAMILY_NAMES: [&str; 12] = ["Sadness", "Shut down", "Fear","#);
    check(
        r#"pub static FEELINGS: [Feeling; 12] = [
        Feeling { id: "sad", word: "sad", gloss: "one of twelve", family: Family::Sadness,
        at: Point::new(-60, 50) },"#,
    );
}

#[test]
fn themes_and_exercises_are_rows() {
    check(
        r#"Theme { slug: "body", title: "The body", line: "What the body says.",
        prompts: &[Prompt { id: "where", text: "Where is it?" }], exercises: &["breath"] },"#,
    );
    check("exits: &[Exit::Settle, Exit::Skip, Exit::Leave],");
    check(
        r#"Step { id: "breathe", question: "Breathe.", help: "Let it go.", only_if: None, echo: &[],
        lead_in: "", leads_to: None, kind: StepKind::Breath { minutes_from: "length",
        breath_in: Count { least: 2, usual: 4, most: 6 },
        breath_out: Count { least: 3, usual: 6, most: 8 } } },"#,
    );
    check(r#"kind: StepKind::Choice { options: &[Choice { id: "1", label: "1 minute" }, "#);
}

#[test]
fn every_kind_of_step_is_a_row() {
    check(r#"settles: true, limit: Some(Limit { days: 2, why: "Wait a day." }),"#);
    check(
        r#"follow_up: Some(FollowUp { line: "How did it go?", days: Some(1),
        day_from: Some("when"), shows: &["plan"], steps: &["#,
    );
    check(r#"only_if: Some(OnlyIf { step: "some", is: &["a"] }),"#);
    check(r#"echo: &["words"], lead_in: "You wrote", leads_to: Some("breath"),"#);
    for kind in [
        r#"Read { today: true }"#,
        r#"Choice { options: &[Choice { id: "a", label: "One" }, Choice { id: "b", label: "Two" }],
        several: 2, own: "Another" }"#,
        r#"Pick { from: &["letter"] }"#,
        r#"Rating { low: "hard", high: "easy" }"#,
        r#"Map"#,
        r#"Words { most: 3, apart_from: "" }"#,
        r#"Words { most: 1, apart_from: "feel" }"#,
        r#"Body { textures: &["warm"] }"#,
        r#"Senses { senses: &[Sense { name: "you can see", count: 5 }] }"#,
        r#"Text { form: Form::Line }"#,
        r#"Text { form: Form::Letter }"#,
        r#"Timed { minutes: 8, prompts: &["What now?"] }"#,
        r#"Plan { after: "After", will: "I will" }"#,
        r#"When { minutes: 15, words_from: "plan" }"#,
        r#"Lid { over: &["write"] }"#,
    ] {
        check(&format!("kind: StepKind::{kind} }},"));
    }
}

#[test]
fn support_lines_are_rows() {
    check(r#"pub const SUPPORT_CHECKED: &str = "2026-11";"#);
    check(r#"Contact::Text { number: "85258", word: "SHOUT" }"#);
    check(r#"Contact::Site { host: "113.nl", chat: true }"#);
}

#[test]
fn readings_hold_the_cited_facts_in_order() {
    let readings: Value = serde_json::from_str(&sound().readings()).unwrap();
    let ids: Vec<_> = readings["facts"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, ["B1", "B2", "B10"]);
    let expected = json!({
        "id": "B1",
        "claim": "To notice the body from inside has a name.",
        "strength": null,
        "mark": "checked",
        "limits": "",
        "references": ["A Book, A Press"],
    });
    assert_eq!(readings["facts"][0], expected);
}

#[test]
fn readings_hold_paragraphs_as_spans() {
    let readings: Value = serde_json::from_str(&sound().readings()).unwrap();
    let theme = &readings["readings"][0];
    let opening = json!([{ "paragraph": [
        { "text": "You may be here with a " }, { "emphasis": "tight" }, { "text": " chest." },
    ]}]);
    assert_eq!(theme["opening"], opening);
    let like = json!({
        "slug": "like",
        "title": "What it is like",
        "blocks": [
            { "paragraph": [{ "text": "It can be hard to say." }] },
            { "list": [[{ "text": "It comes." }], [{ "text": "It goes in a while." }]] },
        ],
    });
    assert_eq!(theme["sections"][0], like);
}

#[test]
fn pages_are_rows_and_readings_after_the_themes() {
    check(
        r#"pub static PAGES: [Page; 1] = [ Page { slug: "begin", title: "To begin with",
        line: "What this is.", prompts: &[Prompt { id: "now", text: "What brings you here?" }],
        exercises: &[] }, ];"#,
    );
    let readings: Value = serde_json::from_str(&sound().readings()).unwrap();
    let page = json!({
        "slug": "begin",
        "opening": [{ "paragraph": [{ "text": "It is a page of its own." }] }],
        "sections": [{
            "slug": "who",
            "title": "Who it is for",
            "blocks": [{ "paragraph": [
                { "text": "It has a name " }, { "fact": "B1" }, { "text": "." },
            ]}],
        }],
    });
    assert_eq!(readings["readings"].as_array().unwrap().last(), Some(&page));
}

#[test]
fn pages_are_reached_by_their_keys() {
    let words = sound().page_words();
    assert_eq!(words["page.title"], "Freshet");
    assert_eq!(words["page.lines.other"], "{count} lines");
    assert!(!words.keys().any(|key| key.starts_with("journal")));
}

#[test]
fn places_are_owned_values() {
    let places = sound().places();
    assert_eq!((&*places[0].id, places.len()), ("gb", 2));
    let called = Contact::Call { number: "116 123".into(), note: "in English".into() };
    assert_eq!(places[0].services[0].contacts[0], called);
}
