//! What secrets cost: a value sealed and opened, and a key made of a
//! passphrase.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use freshet::core::vault::cipher::{self, DataKey};
use freshet::core::vault::keys::{Kdf, Salt, derive};
use freshet::core::vault::passphrase::Passphrase;
use std::hint::black_box;

fn values(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("cipher");
    let key = DataKey::take(&mut [1; 32]);
    for length in [2 * 1024, 32 * 1024] {
        let plain = vec![7; length];
        let sealed = cipher::seal(&key, [2; cipher::NONCE], b"header", &plain);
        group.throughput(Throughput::Bytes(length as u64));
        group.bench_with_input(BenchmarkId::new("seal", length), &plain, |bencher, plain| {
            bencher.iter(|| cipher::seal(&key, [2; cipher::NONCE], b"header", black_box(plain)));
        });
        group.bench_with_input(BenchmarkId::new("open", length), &sealed, |bencher, sealed| {
            bencher.iter(|| cipher::open(&key, b"header", black_box(sealed)));
        });
    }
    group.finish();
}

fn passphrase(criterion: &mut Criterion) {
    let passphrase = Passphrase::of_normalized("six plain words in a row".to_owned());
    let mut group = criterion.benchmark_group("keys");
    group.sample_size(10);
    group.bench_function("derive", |bencher| {
        bencher.iter(|| derive(black_box(&passphrase), Salt([3; 16]), &Kdf::USUAL));
    });
    group.finish();
}

criterion_group!(benches, values, passphrase);
criterion_main!(benches);
