//! What it costs to look for phrases that keep coming back, in a made-up diary
//! of 3,400 entries and 6 MB.

use criterion::{Criterion, criterion_group, criterion_main};
use freshet::core::day::Day;
use freshet::core::id::Id;
use freshet::core::insight::loops::{self, Passage};
use freshet::core::search::fold::Folder;
use std::hint::black_box;
use unicode_normalization::UnicodeNormalization;

#[path = "../tests/loops/diary.rs"]
mod diary;

const ENTRIES: i32 = 3_400;
const SENTENCES: usize = 24;

fn find(criterion: &mut Criterion) {
    let mut numbers = diary::Numbers(7);
    let texts: Vec<_> =
        (0..ENTRIES).map(|_| diary::entry(&mut numbers, SENTENCES).join(" ")).collect();
    let first = Day::from_ymd(2016, 1, 1).expect("a day");
    let passages: Vec<_> = (0..)
        .zip(&texts)
        .map(|(number, text)| Passage {
            id: Id::from_random(i64::from(number).to_be_bytes()),
            day: first.plus_days(number).unwrap_or(first),
            text,
        })
        .collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut folder = Folder::new(|letter| std::iter::once(letter).nfd().collect());
    let mut group = criterion.benchmark_group("loops");
    group.sample_size(10);
    group.bench_function(format!("{ENTRIES} entries, {} kB", bytes / 1000), |bencher| {
        bencher.iter(|| loops::find(black_box(&passages), &[], 30, &mut folder));
    });
    group.finish();
}

criterion_group!(benches, find);
criterion_main!(benches);
