//! Support lines and feelings are those of `source/`, digit by digit.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use freshet_content::{Contact, Place};
use serde::Deserialize;

/// Hours that nobody confirmed, and that are therefore not shipped.
const LEFT_OUT: [(&str, &str); 3] = [
    ("Denmark", "hours not confirmed, do not count on nights"),
    ("Japan", "not open every night when last seen (2022)"),
    ("Argentina", "hours of 135 not confirmed"),
];

#[derive(Deserialize)]
struct Lines {
    checked: String,
    lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    country: String,
    service: String,
    contact: String,
    hours: String,
    emergency: String,
    remark: String,
}

impl Line {
    /// All that is to be shipped.
    fn shipped(&self) -> String {
        let Line { service, contact, hours, emergency, remark, .. } = self;
        let mut all = [&**service, contact, hours, emergency, remark].join("; ");
        for (_, hours) in LEFT_OUT.iter().filter(|(country, _)| *country == self.country) {
            assert!(all.contains(hours), "{}: no longer says “{hours}”", self.country);
            all = all.replace(hours, "");
        }
        all
    }
}

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

fn lines() -> Lines {
    serde_json::from_str(&read("source/support-lines.json")).unwrap()
}

fn shipped() -> freshet_content::Content {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("en");
    freshet_content::compile(&dir).expect("the shipped words compile")
}

/// Each line of the source with the place of the same name.
fn pairs() -> Vec<(Line, Place)> {
    let mut places = shipped().places();
    let pairs: Vec<_> = lines()
        .lines
        .into_iter()
        .map(|line| {
            let at = places.iter().position(|place| place.name == line.country);
            let at = at.unwrap_or_else(|| panic!("{} is missing", line.country));
            (line, places.remove(at))
        })
        .collect();
    assert_eq!(places, [], "the source has no such places");
    pairs
}

/// The groups of digits in a text, each once.
fn digits(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect()
}

/// The numbers and hosts of a place: what is dialled, sent to or opened.
fn reached(place: &Place) -> Vec<String> {
    let contacts = place.services.iter().flat_map(|service| &service.contacts);
    let ways = contacts.flat_map(|contact| match contact {
        Contact::Call { number, .. } | Contact::WhatsApp { number } => vec![number.clone()],
        Contact::Text { number, word } => vec![number.clone(), word.clone()],
        Contact::Site { host, .. } => vec![host.clone()],
    });
    place.emergency.iter().map(|one| one.number.clone()).chain(ways).collect()
}

/// Everything a place says.
fn said(place: &Place) -> String {
    let emergency = place.emergency.iter().map(|one| &one.note);
    let services = place.services.iter().flat_map(|one| [&one.name, &one.hours, &one.note]);
    let contacts = place.services.iter().flat_map(|service| &service.contacts);
    let notes = contacts.filter_map(|contact| match contact {
        Contact::Call { note, .. } => Some(note),
        Contact::Text { .. } | Contact::WhatsApp { .. } | Contact::Site { .. } => None,
    });
    let words: Vec<_> = emergency.chain(services).chain(notes).cloned().collect();
    [reached(place).join("; "), words.join("; ")].join("; ")
}

/// Whether a number stands in a text by itself and not within a longer one.
fn stands_in(number: &str, text: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let after = &text[at + number.len()..];
        !digit(text[..at].chars().next_back()) && !digit(after.chars().next())
    })
}

#[test]
fn every_digit_of_the_source_is_shipped_and_no_other() {
    for (line, place) in pairs() {
        assert_eq!(digits(&said(&place)), digits(&line.shipped()), "{}", line.country);
    }
}

#[test]
fn every_number_and_site_stands_so_in_the_source() {
    for (line, place) in pairs() {
        for number in reached(&place) {
            assert!(stands_in(&number, &line.shipped()), "{}: {number}", line.country);
        }
    }
}

#[test]
fn every_site_of_the_source_is_shipped() {
    for (line, place) in pairs() {
        let reached = reached(&place);
        let words = line.shipped();
        let sites = words.split([' ', ';', ',']).filter(|word| {
            word.split_once('.').is_some_and(|(host, end)| !host.is_empty() && end.len() > 1)
        });
        for site in sites {
            assert!(reached.iter().any(|way| way == site), "{}: {site}", line.country);
        }
    }
}

#[test]
fn the_month_is_that_of_the_source() {
    assert_eq!(shipped().support_checked(), lines().checked);
}

/// A feeling, its place in hundredths.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Feeling {
    word: String,
    family: String,
    gloss: String,
    valence: i64,
    arousal: i64,
}

fn source_feelings() -> Vec<Feeling> {
    #[derive(Deserialize)]
    struct File {
        words: Vec<Word>,
    }
    #[derive(Deserialize)]
    struct Word {
        word: String,
        family: String,
        valence: f64,
        arousal: f64,
        gloss: String,
    }
    let file: File = serde_json::from_str(&read("source/feelings.json")).unwrap();
    let hundredths = |value: f64| (value * 100.0).round() as i64;
    let feelings = file.words.into_iter().map(|one| Feeling {
        word: one.word,
        family: one.family,
        gloss: one.gloss,
        valence: hundredths(one.valence),
        arousal: hundredths(one.arousal),
    });
    feelings.collect()
}

fn shipped_feelings() -> Vec<Feeling> {
    let file: toml::Table = toml::from_str(&read("en/feelings.toml")).unwrap();
    let text = |value: &toml::Value, key: &str| value[key].as_str().unwrap().to_owned();
    let mut feelings = Vec::new();
    for family in file["family"].as_array().unwrap() {
        let name = text(family, "name");
        let kebab = match &*name {
            "Mixed or unsure" => "mixed".to_owned(),
            name => name.to_lowercase().replace(' ', "-"),
        };
        assert_eq!(text(family, "id"), kebab);
        for feeling in family["feeling"].as_array().unwrap() {
            assert_eq!(text(feeling, "id"), text(feeling, "word"));
            feelings.push(Feeling {
                word: text(feeling, "word"),
                family: name.clone(),
                gloss: text(feeling, "gloss"),
                valence: feeling["valence"].as_integer().unwrap(),
                arousal: feeling["arousal"].as_integer().unwrap(),
            });
        }
    }
    feelings
}

#[test]
fn the_feelings_are_those_of_the_source() {
    let (mut source, mut shipped) = (source_feelings(), shipped_feelings());
    source.sort();
    shipped.sort();
    assert_eq!(source.len(), 96);
    assert_eq!(shipped, source);
}
