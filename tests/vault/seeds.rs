//! The seeds that histories are drawn from.
//!
//! The ordinary run takes the same one each time, so that it says the same of
//! the same program. `FRESHET_SEED` names another, and `FRESHET_LONG=1` draws
//! many that were never taken before and prints each.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use std::hash::{BuildHasher, RandomState};

/// So many seeds with `FRESHET_LONG=1`.
const LONG: usize = 20;

fn seeds() -> Vec<u64> {
    if let Ok(seed) = std::env::var("FRESHET_SEED") {
        return vec![seed.parse().unwrap()];
    }
    match std::env::var_os("FRESHET_LONG") {
        Some(_) => (0..LONG).map(|_| RandomState::new().hash_one(())).collect(),
        None => vec![0],
    }
}

/// Runs so many histories of each seed.
pub(crate) fn each<S: Strategy>(cases: u32, strategy: &S, run: impl Fn(S::Value)) {
    for seed in seeds() {
        println!("FRESHET_SEED={seed}");
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let config = ProptestConfig { cases, failure_persistence: None, ..Default::default() };
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let mut runner = TestRunner::new_with_rng(config, random);
        let run = |history| {
            run(history);
            Ok(())
        };
        runner.run(strategy, run).unwrap();
    }
}
