//! What each step from an entry to a stored value costs, and a save and an
//! opening as a whole, on a store in memory.

#[path = "../tests/vault/random.rs"]
mod random;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use freshet::core::day::Moment;
use freshet::core::entry::{Entry, EntryId, Kind};
use freshet::core::vault::checksum::checksum;
use freshet::core::vault::cipher::{self, DataKey};
use freshet::core::vault::compress::{self, Coder, compress, decompress};
use freshet::core::vault::kept::{Body, Kept};
use freshet::core::vault::keys::{self, Plain, RecoveryCode, Salt, Slot};
use freshet::core::vault::log::Vault;
use freshet::core::vault::log::door::Door;
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::pack::{self, Packing};
use freshet::core::vault::record::Style;
use std::cell::Cell;
use std::hint::black_box;
use std::rc::Rc;

/// Bytes of a fresh entry of usual length.
const FRESH: usize = 1_760;
/// Entries of a full journal, and bytes of each.
const MANY: (u64, usize) = (5_000, 1_200);
const STYLE: Style = Style { packing: Packing::Wide, coder: Coder::Ppmd };

/// Words without a passage that comes again, the first ones drawn most.
fn text(seed: u64, length: usize) -> String {
    const WORDS: &str = "the I to and a of it was that in my not me for on with is so had but at \
        this as be all day she up have again then out went tired what still when morning feel \
        back he there could just know after work home little from sleep did one rain walked \
        thought window time nothing letter kitchen quiet called evening yesterday harder slowly";
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let state = Cell::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut text = String::new();
    while text.len() < length {
        let at = random::next(&state).min(random::next(&state)) % words.len() as u64;
        text.push_str(words[(at * (random::next(&state) % 100) / 100) as usize]);
        text.push(' ');
    }
    text.truncate(length);
    text
}

fn entry(number: u64, length: usize) -> Entry {
    let moment = Moment::new(1_700_000_000 + number as i64 * 86_400, 0).expect("a day of ours");
    let mut entry = Entry::new(EntryId::from_random(number.to_be_bytes()), moment, Kind::CheckIn);
    entry.text = text(number, length);
    entry
}

fn stages(criterion: &mut Criterion) {
    let key = DataKey::take(&mut [1; 32]);
    for (name, length) in [("fresh", FRESH), ("block", compress::BLOCK)] {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(length as u64)).sample_size(20);
        let plain = text(1, length).into_bytes();
        let (coder, small) = compress(&plain);
        group.bench_function("compress", |bencher| bencher.iter(|| compress(black_box(&plain))));
        group.bench_function("decompress", |bencher| {
            bencher.iter_batched(
                || small.clone(),
                |small| decompress(coder, small),
                BatchSize::SmallInput,
            );
        });
        let sealed = cipher::seal(&key, [2; cipher::NONCE], b"header", &small);
        group.bench_function("seal", |bencher| {
            bencher.iter(|| cipher::seal(&key, [2; cipher::NONCE], b"header", black_box(&small)));
        });
        group.bench_function("open", |bencher| {
            bencher.iter(|| cipher::open(&key, b"header", black_box(&sealed)));
        });
        group.bench_function("checksum", |bencher| {
            bencher.iter(|| checksum("name", black_box(&sealed)));
        });
        for packing in [Packing::Wide, Packing::Narrow] {
            let packed = pack::pack(&sealed, packing);
            let id = |name| BenchmarkId::new(name, format!("{packing:?}"));
            group.bench_function(id("pack"), |bencher| {
                bencher.iter(|| pack::pack(black_box(&sealed), packing));
            });
            group.bench_function(id("unpack"), |bencher| {
                bencher.iter(|| pack::unpack(black_box(&packed)));
            });
        }
        group.finish();
    }
}

/// Opens a vault and reads all of it.
fn opened(store: &Rc<MemoryStore>, key: Option<(DataKey, u32)>) -> Vault {
    let state = Cell::new(1);
    let random = move |bytes: &mut [u8]| random::fill(&state, bytes);
    let door = Door::at(store.clone()).expect("memory denies nothing");
    let (mut vault, _) = door.enter(key, Box::new(random), STYLE);
    while !vault.is_read() {
        vault.read_more(6 * 1024);
    }
    vault
}

/// A store with a sealed vault that holds so many entries.
fn filled(entries: u64) -> Rc<MemoryStore> {
    let store = Rc::new(MemoryStore::default());
    let mut vault = opened(&store, None);
    let code = RecoveryCode::take(&mut [5; 16]);
    let (salt, generation) = (Salt([3; 16]), vault.next_generation());
    let kind = keys::Kind::Recovery;
    let plain = Plain { vault: vault.header().vault, generation, salt, kind };
    let key = DataKey::take(&mut [1; 32]);
    let slot = Slot::wrap(plain, &code.wrapping_key(salt), &key, [4; cipher::NONCE]);
    vault.turn_on(key, &[slot]).expect("there is room");
    let kept = |number| Kept::Entry(Box::new(entry(number, MANY.1)));
    let records: Vec<Kept> = (1..=entries).map(kept).collect();
    let body = |kept: Kept| (kept.clone(), kept.to_text());
    let mut records: Vec<Body> = records.into_iter().map(body).collect();
    while !records.is_empty() {
        vault.keep_many(&mut records).expect("there is room");
    }
    store
}

fn whole(criterion: &mut Criterion) {
    let key = || Some((DataKey::take(&mut [1; 32]), 1));
    let mut group = criterion.benchmark_group("vault");
    group.sample_size(10);
    let store = filled(MANY.0);
    group.bench_function("open and read 5,000 entries", |bencher| {
        bencher.iter(|| opened(&store, key()));
    });
    let mut vault = opened(&store, key());
    // The same one at its next revision each time, so that the store stays as it is.
    let mut saved = entry(MANY.0 + 1, FRESH);
    group.bench_function("save an entry beside 5,000", |bencher| {
        bencher.iter(|| {
            saved.revision += 1;
            vault.save_entry(&saved).expect("there is room")
        });
    });
    group.finish();
}

criterion_group!(benches, stages, whole);
criterion_main!(benches);
