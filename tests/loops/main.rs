//! Phrases that keep coming back are found, said in whatever way.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod diary;
mod phrases;

use diary::Numbers;
use freshet::core::day::Day;
use freshet::core::id::Id;
use freshet::core::insight::loops::{self, Loop, Passage};
use freshet::core::search::fold::Folder;
use unicode_normalization::UnicodeNormalization;

const DAYS: usize = 400;
const TIMES: usize = 6;
const SHOWN: usize = 30;

fn folder() -> Folder {
    Folder::new(|letter| letter.nfd().collect())
}

fn day(number: usize) -> Day {
    Day::from_ymd(2025, 1, 1).unwrap().plus_days(number as i32).unwrap()
}

fn find(texts: &[String], most: usize) -> Vec<Loop> {
    loops::find(&passages(texts), &[], most, &mut folder())
}

/// A text a day.
fn passages(texts: &[String]) -> Vec<Passage<'_>> {
    texts
        .iter()
        .enumerate()
        .map(|(number, text)| Passage {
            id: Id::from_random((number as u64).to_be_bytes()),
            day: day(number),
            text,
        })
        .collect()
}

/// A diary, and where each phrase was planted: its day and its bytes.
struct Planted {
    texts: Vec<String>,
    places: Vec<Vec<(usize, std::ops::Range<usize>)>>,
}

fn planted(seed: u64, with: bool) -> Planted {
    let mut numbers = Numbers(seed);
    let mut days: Vec<_> = (0..DAYS).map(|_| diary::entry(&mut numbers, 7)).collect();
    let mut places = Vec::new();
    let mut put = Vec::new();
    for nth in 0..phrases::COUNT {
        let mut on: Vec<usize> = Vec::new();
        while on.len() < TIMES {
            let day = numbers.below(DAYS);
            if !on.contains(&day) {
                on.push(day);
            }
        }
        for (time, day) in on.into_iter().enumerate() {
            let words = phrases::reworded(nth, time, &mut numbers);
            let sentence = phrases::sentence(&words, &mut numbers);
            let at = numbers.below(days[day].len() + 1);
            if with {
                days[day].insert(at, sentence.clone());
            }
            put.push((nth, day, sentence));
        }
    }
    let texts: Vec<String> = days.iter().map(|sentences| sentences.join(" ")).collect();
    places.resize(phrases::COUNT, Vec::new());
    for (nth, day, sentence) in put {
        if let Some(at) = texts[day].find(&sentence) {
            places[nth].push((day, at..at + sentence.len()));
        }
    }
    Planted { texts, places }
}

/// The phrases of which a loop holds at least three days, and little else.
fn phrases_of(shown: &Loop, planted: &Planted) -> Vec<usize> {
    let holds = |nth: &usize| {
        let within = |place: &&loops::Place| {
            planted.places[*nth].iter().any(|(day, range)| {
                *day == place.passage
                    && range.start <= place.range.start
                    && place.range.end <= range.end
            })
        };
        let held = shown.places.iter().filter(within).count();
        held >= 3 && held * 2 > shown.places.len()
    };
    (0..phrases::COUNT).filter(holds).collect()
}

#[test]
fn phrases_said_in_other_words_are_found() {
    for seed in 1..=6 {
        let diary = planted(seed, true);
        let shown = find(&diary.texts, SHOWN);
        let mut of: Vec<_> = shown.iter().flat_map(|shown| phrases_of(shown, &diary)).collect();
        let all = of.len();
        of.sort_unstable();
        of.dedup();
        assert!(of.len() >= 16, "seed {seed}: {} of {}", of.len(), phrases::COUNT);
        assert_eq!(of.len(), all, "seed {seed}: a phrase is shown as two loops");
    }
}

/// The words of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether most words of the one are in the other.
fn reads_like(shown: &str, phrase: &str) -> bool {
    let (shown, phrase) = (words(shown), words(phrase));
    let both = phrase.iter().filter(|word| shown.contains(word)).count();
    both * 10 >= phrase.len() * 6
}

/// Whether all words of a turn of speech but one at an end stand in a row.
fn holds_most(shown: &str, stock: &str) -> bool {
    let (shown, stock) = (words(shown), words(stock));
    let holds = |part: &[String]| shown.windows(part.len()).any(|of| of == part);
    holds(&stock[1..]) || holds(&stock[..stock.len() - 1])
}

#[test]
fn what_was_not_planted_is_not_found() {
    for seed in 1..=6 {
        for shown in find(&planted(seed, false).texts, SHOWN) {
            let like =
                (0..phrases::COUNT).find(|nth| reads_like(&shown.phrase, phrases::words(*nth)));
            assert_eq!(like, None, "seed {seed}: {}", shown.phrase);
        }
    }
}

#[test]
fn turns_of_speech_do_not_come_first() {
    for seed in 1..=6 {
        for with in [true, false] {
            for shown in find(&planted(seed, with).texts, 10) {
                let stock = diary::STOCK.iter().find(|stock| holds_most(&shown.phrase, stock));
                assert_eq!(stock, None, "seed {seed}: {}", shown.phrase);
            }
        }
    }
}

#[test]
fn places_are_where_the_phrase_is_and_days_are_counted_once() {
    let diary = planted(1, true);
    for shown in find(&diary.texts, SHOWN) {
        let mut days: Vec<_> = shown.places.iter().map(|place| place.passage).collect();
        assert!(days.is_sorted_by(|later, earlier| later >= earlier), "the latest first");
        days.dedup();
        assert_eq!(days.len(), shown.days as usize);
        assert!(shown.days >= loops::LEAST_DAYS);
        let texts: Vec<_> = shown
            .places
            .iter()
            .map(|place| &diary.texts[place.passage][place.range.clone()])
            .collect();
        assert!(texts.contains(&shown.phrase.as_str()), "{} in {texts:?}", shown.phrase);
    }
}

#[test]
fn what_is_hidden_stays_hidden_when_it_grows() {
    let mut diary = planted(1, true);
    let found = find(&diary.texts, SHOWN);
    let hidden: Vec<_> = found.iter().take(5).map(|shown| shown.outline.clone()).collect();
    for (day, shown) in found.iter().take(5).enumerate() {
        diary.texts[day * 50].push_str(&format!(" And today: {}, as ever.", shown.phrase));
    }
    let after = loops::find(&passages(&diary.texts), &hidden, SHOWN, &mut folder());
    assert!(!after.is_empty());
    for shown in &after {
        assert!(!hidden.iter().any(|hidden| hidden.is_like(&shown.outline)), "{}", shown.phrase);
        assert!(
            !found.iter().take(5).any(|found| found.phrase == shown.phrase),
            "{}",
            shown.phrase
        );
    }
}

#[test]
fn other_languages_are_read_too() {
    let said = [
        "Ich genüge einfach nie.",
        "Einfach nie genüge ich ihnen.",
        "Ich genügte ihr einfach nie.",
    ];
    let other = [
        "Heute Regen, dann Markt.",
        "Der Garten blüht schon.",
        "Mutter rief abends an.",
        "Langer Tag im Büro.",
        "Suppe gekocht, früh geschlafen.",
        "Fahrrad geputzt, Brief gelesen.",
    ];
    let texts: Vec<_> = (0..60)
        .map(|day| {
            let mut text = other[day % other.len()].to_owned() + " " + other[day * 7 % 5];
            if day % 20 == 3 {
                text = format!("{text} {}", said[day / 20]);
            }
            text
        })
        .collect();
    let found = find(&texts, SHOWN);
    let held = found
        .iter()
        .find(|shown| shown.phrase.contains("einfach nie") || shown.phrase.contains("Einfach nie"));
    assert_eq!(held.map(|shown| shown.days), Some(3), "{found:?}");
}

#[test]
fn strange_journals_give_nothing_or_what_is_there() {
    assert_eq!(find(&[], SHOWN), []);
    assert_eq!(find(&["One entry, one entry, one entry.".to_owned()], SHOWN), []);
    let emoji: Vec<_> = (0..40).map(|_| "😀🌊🌊 😀!".to_owned()).collect();
    assert_eq!(find(&emoji, SHOWN), []);
    assert_eq!(find(&vec![String::new(); 9], SHOWN), []);
    // A megabyte in one entry is one day, however often it says the same.
    let long = "I never rest enough at all. ".repeat(40_000);
    assert_eq!(find(&[long], SHOWN), []);
    // Right to left, among other words.
    let mut numbers = Numbers(3);
    let mut texts: Vec<_> = (0..60).map(|_| diary::entry(&mut numbers, 4).join(" ")).collect();
    for day in [3, 17, 40, 55] {
        texts[day].push_str(" אני תמיד מאחר לכל מקום.");
    }
    let found = find(&texts, SHOWN);
    let held = found.iter().find(|shown| shown.phrase.contains("תמיד מאחר"));
    assert_eq!(held.map(|shown| shown.days), Some(4));
}
