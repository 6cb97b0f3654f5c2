//! Which entries are found, and in which order.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::day::Day;
use freshet::core::id::Id;
use freshet::core::search::fold::Folder;
use freshet::core::search::index::{Document, Index};
use freshet::core::search::query::{Field, Query};
use freshet::core::search::scan;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn folder() -> Folder {
    Folder::new(|letter| letter.nfd().collect())
}

fn id(number: u8) -> Id {
    Id::from_random([0, 0, 0, 0, 0, 0, 0, number])
}

/// A journal under search.
struct Bench {
    index: Index,
    folder: Folder,
}

impl Bench {
    fn new() -> Self {
        Self { index: Index::default(), folder: folder() }
    }

    fn of(texts: &[&str]) -> Self {
        let mut bench = Self::new();
        for (number, text) in (1..).zip(texts) {
            bench.put(number, "2026-01-01", text, &[]);
        }
        bench
    }

    fn put(&mut self, number: u8, day: &str, text: &str, labels: &[(Field, &str)]) {
        let day: Day = day.parse().unwrap();
        let document = Document { id: id(number), day, texts: &[text], labels };
        self.index.put(&document, &mut self.folder);
    }

    /// The numbers of what is found, the best first.
    fn find(&mut self, typed: &str) -> Vec<u8> {
        let query = Query::parse(typed, &mut self.folder).query;
        let found = scan::search(&self.index, &query);
        found.iter().map(|id| u8::from_str_radix(&id.to_string()[14..], 16).unwrap()).collect()
    }

    #[track_caller]
    fn check(&mut self, typed: &str, expected: &[u8]) {
        assert_eq!(self.find(typed), expected, "{typed}");
    }
}

#[test]
fn whole_words_come_before_beginnings_and_these_before_parts() {
    let mut bench = Bench::of(&["x party", "x artist", "x art", "x none"]);
    bench.check("art", &[3, 2, 1]);
    bench.check("Árt", &[3, 2, 1]);
    bench.check("t", &[3, 2, 1]);
}

#[test]
fn a_word_far_behind_is_found_to_be_whole() {
    let text = "artist ".repeat(6) + "art";
    Bench::of(&["x artful", &text]).check("art", &[2, 1]);
}

#[test]
fn the_first_line_counts() {
    Bench::of(&["rain\nand sun", "sun\nand rain"]).check("rain", &[1, 2]);
    Bench::of(&["\n\n rain\nand sun", "sun\nand rain"]).check("rain", &[1, 2]);
}

#[test]
fn terms_near_each_other_count() {
    let far = format!("x\nrain {} river", "and so on ".repeat(40));
    let mut bench = Bench::of(&["x\nrain on the river", &far, "x\nrain"]);
    bench.put(4, "2026-02-01", &far, &[]);
    bench.check("river rain", &[1, 4, 2]);
}

#[test]
fn later_days_come_first() {
    let mut bench = Bench::new();
    for (number, day) in [(1, "2026-01-01"), (2, "0001-01-01"), (3, "9999-12-31")] {
        bench.put(number, day, "rain", &[]);
    }
    bench.check("rain", &[3, 1, 2]);
}

#[test]
fn phrases_words_left_out_and_nothing() {
    let mut bench =
        Bench::of(&["at the end of the day", "at the  \n END, we left", "the end at homework"]);
    bench.check("\"at the end\"", &[2, 1]);
    bench.check("\"at the en", &[2, 1]);
    bench.check("\"at the e\"", &[]);
    bench.check("end -\"of the\"", &[3, 2]);
    bench.check("end -work", &[3, 1, 2]);
    bench.check("-homework", &[2, 1]);
    bench.check("", &[]);
    bench.check("\"", &[]);
    bench.check(&"x".repeat(1000), &[]);
}

#[test]
fn a_label_in_the_place_of_another_is_not_taken_for_it() {
    let mut bench = Bench::new();
    bench.put(1, "2026-01-01", "snow", &[(Field::Tag, "river")]);
    bench.put(2, "2026-01-02", "snow", &[(Field::Tag, "home")]);
    bench.check("tag:river", &[1]);
    bench.put(1, "2026-01-01", "snow", &[]);
    bench.check("tag:river", &[]);
    bench.put(3, "2026-01-03", "snow", &[(Field::Tag, "walks")]);
    bench.check("tag:river", &[]);
    bench.check("tag:walks", &[3]);
    bench.check("-tag:walks", &[2, 1]);
    bench.check("tag:home", &[2]);
}

#[test]
fn labels_and_days_filter() {
    let mut bench = Bench::new();
    bench.put(1, "2026-01-31", "one", &[(Field::Tag, "Work"), (Field::Feeling, "Épuisé")]);
    bench.put(2, "2026-02-01", "two", &[(Field::Tag, "workshop"), (Field::Kind, "writing")]);
    bench.put(3, "2026-03-01", "three", &[(Field::Theme, "work")]);
    bench.check("tag:work", &[1]);
    bench.check("tag:works", &[2]);
    bench.check("tag:wor", &[2, 1]);
    bench.check("-tag:wor", &[3]);
    bench.check("feeling:epuise", &[1]);
    bench.check("kind:writing two", &[2]);
    bench.check("theme:none", &[]);
    bench.check("before:2026-02", &[1]);
    bench.check("after:2026-01-31 before:2026-03-01", &[2]);
    bench.check("on:2026", &[3, 2, 1]);
}

#[test]
fn nothing_is_found_across_texts_or_entries() {
    let mut bench = Bench::new();
    let day = "2026-01-01".parse().unwrap();
    let document = Document { id: id(1), day, texts: &["snow", "melts"], labels: &[] };
    bench.index.put(&document, &mut bench.folder);
    bench.put(2, "2026-01-01", "away", &[]);
    bench.check("\"snow melts\"", &[]);
    bench.check("\"melts away\"", &[]);
    bench.check("snow melts", &[1]);
}

#[test]
fn what_is_taken_out_or_changed_is_not_found_as_it_was() {
    let mut bench = Bench::of(&["snow one", "snow two", "snow three"]);
    bench.check("snow", &[3, 2, 1]);
    bench.index.remove(id(2));
    bench.check("snow", &[3, 1]);
    bench.put(3, "2026-01-01", "rain three", &[]);
    bench.check("snow", &[1]);
    bench.check("-snow", &[3]);
    bench.index.remove(id(1));
    bench.index.remove(id(1));
    bench.check("rain", &[3]);
    assert_eq!(bench.index.len(), 1);
    bench.index.remove(id(3));
    assert!(bench.index.is_empty());
    bench.check("rain", &[]);
}

#[test]
fn a_long_entry_and_strange_ones_are_found() {
    let long = "word ".repeat(200_000) + "needle";
    let mut bench = Bench::of(&[&long, "😀😀😀", "שלום עולם", ""]);
    bench.check("needle", &[1]);
    bench.check("😀", &[2]);
    bench.check("שָׁלוֹם", &[3]);
    bench.check("-word", &[4, 3, 2]);
}

#[derive(Debug, Clone)]
enum Step {
    Put(u8, String),
    Remove(u8),
    Find(String),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0_u8..8, "[abc \n]{0,12}").prop_map(|(number, text)| Step::Put(number, text)),
        (0_u8..8).prop_map(Step::Remove),
        "[abc]{1,3}( -?[abc]{1,2})?".prop_map(Step::Find),
    ];
    prop::collection::vec(step, 0..60)
}

/// What is found by looking at every entry by itself.
fn plainly(entries: &[Option<String>], typed: &str) -> Vec<u8> {
    let holds = |text: &str| {
        typed.split(' ').all(|part| match part.strip_prefix('-') {
            Some(word) => {
                !text.split(|letter: char| !letter.is_alphanumeric()).any(|of| of == word)
            }
            None => text.contains(part),
        })
    };
    let known = (0..).zip(entries);
    known.filter(|(_, text)| text.as_deref().is_some_and(holds)).map(|(number, _)| number).collect()
}

proptest! {
    /// Whatever is put in, taken out and asked, letter by letter or not, the
    /// same is found as by looking at every entry.
    #[test]
    fn the_same_is_found_as_by_looking_at_all(steps in steps()) {
        let mut bench = Bench::new();
        let mut entries = vec![None; 8];
        for step in steps {
            match step {
                Step::Put(number, text) => {
                    bench.put(number, "2026-01-01", &text, &[]);
                    entries[usize::from(number)] = Some(text);
                }
                Step::Remove(number) => {
                    bench.index.remove(id(number));
                    entries[usize::from(number)] = None;
                }
                Step::Find(typed) => {
                    for end in 1..=typed.len() {
                        let typed = &typed[..end];
                        if typed.ends_with([' ', '-']) {
                            continue;
                        }
                        let mut found = bench.find(typed);
                        found.sort_unstable();
                        prop_assert_eq!(found, plainly(&entries, typed), "{}", typed);
                    }
                }
            }
        }
    }
}
