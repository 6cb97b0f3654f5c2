//! What it costs to look for phrases that keep coming back, in a made-up diary
//! of 3,400 entries and 6 MB.

use criterion::{Criterion, criterion_group, criterion_main};
use freshet::core::day::Day;
use freshet::core::insight::loops::{self, Search, Wanted};
use std::hint::black_box;

#[path = "../tests/loops/diary.rs"]
mod diary;
#[allow(dead_code, reason = "the tests' own; the bench needs no names")]
#[path = "../tests/loops/journals.rs"]
mod journals;

const ENTRIES: usize = 3_400;
const SENTENCES: usize = 24;

fn find(criterion: &mut Criterion) {
    let mut numbers = diary::Numbers(7);
    let texts: Vec<_> =
        (0..ENTRIES).map(|_| diary::entry(&mut numbers, SENTENCES).join(" ")).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let journal = journals::journal(&texts);
    let today = Day::from_ymd(2026, 11, 23).expect("a day");
    let mut group = criterion.benchmark_group("loops");
    group.sample_size(10);
    group.bench_function(format!("{ENTRIES} entries, {} kB", bytes / 1000), |bencher| {
        bencher.iter(|| {
            let passages = loops::passages(black_box(&journal), today);
            let wanted = Wanted { most: 30, hidden: Vec::new() };
            let mut search = Search::new(passages, wanted, journals::folder());
            while search.go_on() {}
            search.found()
        });
    });
    group.finish();
}

criterion_group!(benches, find);
criterion_main!(benches);
