//! Phrases that keep coming back are found, said in whatever way.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod diary;
mod journals;
mod phrases;

use diary::Numbers;
use freshet::core::day::Day;
use freshet::core::insight::loops::{self, Loop, Outline, Search, Wanted};
use freshet::core::journal::Journal;
use journals::{folder, journal};

const DAYS: usize = 400;
const TIMES: usize = 6;
const SHOWN: usize = 30;

/// So many diaries are made up.
const SEEDS: u64 = 24;

fn find(texts: &[String], most: usize) -> Vec<Loop> {
    find_in(&journal(texts), &[], most)
}

fn find_in(journal: &Journal, hidden: &[Outline], most: usize) -> Vec<Loop> {
    let today = Day::from_ymd(2026, 11, 23).unwrap();
    let wanted = Wanted { most, hidden: hidden.to_vec() };
    let mut search = Search::new(loops::passages(journal, today), wanted, folder());
    while search.go_on() {}
    search.found()
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
    for seed in 1..=SEEDS {
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

/// Whether all words of a turn of speech but one at an end stand in a row; all of
/// them where there are three (*to be* alone is none).
fn holds_most(shown: &str, stock: &str) -> bool {
    let (shown, stock) = (words(shown), words(stock));
    let least = 3.max(stock.len() - 1);
    let holds = |part: &[String]| shown.windows(least).any(|of| of == part);
    stock.windows(least).any(holds)
}

#[test]
fn what_was_not_planted_is_not_found() {
    for seed in 1..=SEEDS {
        for shown in find(&planted(seed, false).texts, SHOWN) {
            let like =
                (0..phrases::COUNT).find(|nth| reads_like(&shown.phrase, phrases::words(*nth)));
            assert_eq!(like, None, "seed {seed}: {}", shown.phrase);
        }
    }
}

#[test]
fn turns_of_speech_do_not_come_first() {
    for seed in 1..=SEEDS {
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
    let after = find_in(&journal(&diary.texts), &hidden, SHOWN);
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
    let mut texts = weeks();
    for day in [3, 17, 40, 55] {
        texts[day].push_str(" אני תמיד מאחר לכל מקום.");
    }
    assert_eq!(days_of(&find(&texts, SHOWN), "תמיד מאחר"), Some(4));
}

/// A made-up diary of some weeks, to which a test adds.
fn weeks() -> Vec<String> {
    let mut numbers = Numbers(3);
    (0..60).map(|_| diary::entry(&mut numbers, 4).join(" ")).collect()
}

fn days_of(found: &[Loop], phrase: &str) -> Option<u32> {
    found.iter().find(|shown| shown.phrase.contains(phrase)).map(|shown| shown.days)
}

#[test]
fn a_megabyte_in_one_entry_hides_nothing() {
    // Words without an end, among which the phrase stands once more.
    let mut texts = weeks();
    texts[30] = "nothing ends here and so on ".repeat(40_000) + "lighthouse keeper never answers";
    for day in [3, 17, 40] {
        texts[day].push_str(" The lighthouse keeper never answers.");
    }
    assert_eq!(days_of(&find(&texts, SHOWN), "lighthouse keeper"), Some(4));
}

#[test]
fn one_entry_pasted_again_and_again_is_a_loop_of_all_its_days() {
    let entry = weeks().concat();
    let found = find(&vec![entry; 400], SHOWN);
    assert!(!found.is_empty() && found.iter().all(|shown| shown.days == 400), "{found:?}");
}

#[test]
fn days_at_both_ends_of_the_calendar_are_days() {
    let mut texts = weeks();
    let on = [0, 1, 30, 59];
    for at in on {
        texts[at].push_str(" The lighthouse keeper never answers.");
    }
    let days = ["0001-01-01", "0001-01-02", "2026-03-01", "9999-12-31"];
    let mut journal = journal(&texts);
    for (at, day) in on.into_iter().zip(days) {
        let mut entry = journal.get(journals::id(at)).unwrap().clone();
        entry.day = day.parse().unwrap();
        journal.put(entry);
    }
    let found = find_in(&journal, &[], SHOWN);
    assert_eq!(days_of(&found, "lighthouse keeper"), Some(4));
}

#[test]
fn what_is_put_away_is_in_no_loop() {
    let mut texts = weeks();
    for at in [3, 17, 40] {
        texts[at].push_str(" The lighthouse keeper never answers.");
    }
    let mut journal = journal(&texts);
    assert_eq!(days_of(&find_in(&journal, &[], SHOWN), "lighthouse keeper"), Some(3));
    let mut entry = journal.get(journals::id(17)).unwrap().clone();
    entry.sealed_until = Some("2026-11-24".parse().unwrap());
    journal.put(entry);
    assert_eq!(days_of(&find_in(&journal, &[], SHOWN), "lighthouse keeper"), None);
}
