//! What finding costs: all text read, a key pressed, the marks of a hit. The
//! diary is made up: 3,400 entries, 6 MB, words as frequent as in a language
//! (Zipf), no sentence twice.

use criterion::{Criterion, criterion_group, criterion_main};
use freshet::core::day::Day;
use freshet::core::id::Id;
use freshet::core::search::fold::Folder;
use freshet::core::search::index::{Document, Index};
use freshet::core::search::marks;
use freshet::core::search::query::Query;
use freshet::core::search::scan;
use std::hint::black_box;
use unicode_normalization::UnicodeNormalization;

#[path = "../tests/common/numbers.rs"]
mod numbers;

use numbers::Numbers;

const ENTRIES: usize = 3_400;
const BYTES: usize = 6_000_000;
const WORDS: &str = include_str!("../content/lists/words.txt");
const ENDINGS: [&str; 6] = ["", "s", "ed", "ing", "ly", "é"];
const QUERIES: [(&str, &str); 7] = [
    ("one letter", "e"),
    ("three letters", "gar"),
    ("eight letters", "gardenin"),
    ("a phrase", "\"the garden"),
    ("three words", "garden open walk"),
    ("no hit", "zzyzx"),
    ("1,000 letters", ""),
];

impl Numbers {
    /// Below `end`, the n-th about n times as rare as the first.
    fn zipf(&mut self, end: usize) -> usize {
        let share = self.below(1 << 30) as f64 / f64::from(1 << 30);
        ((end as f64 + 1.0).powf(share) - 1.0) as usize
    }
}

fn word(numbers: &mut Numbers, words: &[&str]) -> String {
    const SMALL: [&str; 12] =
        ["the", "and", "i", "to", "it", "was", "of", "a", "my", "that", "in", "not"];
    match numbers.below(20) {
        ..=9 => SMALL[numbers.zipf(SMALL.len())].to_owned(),
        _ => {
            // Spread over the alphabet, so that no first letter is the commonest.
            let at = numbers.zipf(words.len()) * 1_031 % words.len();
            words[at].to_owned() + ENDINGS[numbers.zipf(ENDINGS.len())]
        }
    }
}

fn diary() -> Vec<String> {
    let words: Vec<_> = WORDS.lines().collect();
    let mut numbers = Numbers(7);
    let entry = |numbers: &mut Numbers| {
        let mut text = String::new();
        while text.len() < BYTES / ENTRIES {
            let sentence = 4 + numbers.below(16);
            for _ in 0..sentence {
                text.push_str(&word(numbers, &words));
                text.push(' ');
            }
            text.pop();
            text.push_str([". ", ", ", "?\n", " — "][numbers.zipf(4)]);
        }
        text
    };
    (0..ENTRIES).map(|_| entry(&mut numbers)).collect()
}

fn folder() -> Folder {
    Folder::new(|letter| std::iter::once(letter).nfd().collect())
}

fn read(diary: &[String], folder: &mut Folder) -> Index {
    let mut index = Index::default();
    let first = Day::from_ymd(2016, 1, 1).expect("a day");
    for (number, text) in (0_i32..).zip(diary) {
        let id = Id::from_random(u64::from(number.unsigned_abs()).to_be_bytes());
        let day = first.plus_days(number).unwrap_or(first);
        index.put(&Document { id, day, texts: &[text], labels: &[] }, folder);
    }
    index
}

fn search(criterion: &mut Criterion) {
    let diary = diary();
    let mut folder = folder();
    let mut group = criterion.benchmark_group("search");
    group.sample_size(20);
    group.bench_function("read 6 MB", |bencher| {
        bencher.iter(|| read(black_box(&diary), &mut folder))
    });
    let index = read(&diary, &mut folder);
    for (name, typed) in QUERIES {
        let typed = if typed.is_empty() { "x".repeat(1000) } else { typed.to_owned() };
        let query = Query::parse(&typed, &mut folder).query;
        group.bench_function(name, |bencher| {
            bencher.iter(|| scan::search(&index, black_box(&query)));
        });
    }
    group.bench_function("a word typed on", |bencher| {
        bencher.iter(|| {
            for typed in ["g", "ga", "gar", "gard", "garde", "garden"] {
                let query = Query::parse(typed, &mut folder).query;
                black_box(scan::search(&index, &query));
            }
        });
    });
    let query = Query::parse("garden", &mut folder).query;
    group.bench_function("marks of 20 hits", |bencher| {
        bencher.iter(|| {
            for text in &diary[..20] {
                let found = marks::marks(text, &query, &mut folder);
                black_box(marks::excerpt(text, &found, 160));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, search);
criterion_main!(benches);
