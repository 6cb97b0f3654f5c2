//! Faults at every write in turn, over generated histories: every entry that was
//! saved is there, and every one that was not is whole or absent.

use crate::broken::{Broken, FAULTS, Fault};
use crate::histories::{Act, History, act};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

/// So many times as many with `FRESHET_LONG=1`.
const LONG: u32 = 20;

/// The ordinary run takes the same histories each time, so that it says the
/// same of the same program; a long one draws others each time.
pub(crate) fn runner(cases: u32) -> TestRunner {
    let config = |cases| ProptestConfig { cases, failure_persistence: None, ..Default::default() };
    if std::env::var_os("FRESHET_LONG").is_some() {
        return TestRunner::new(config(cases * LONG));
    }
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config(cases), seed)
}

#[test]
fn one_fault_at_every_write_in_turn() {
    let (histories, faults) = (Cell::new(0), Cell::new(0));
    let run = |acts: Vec<Act>| {
        let writes = History::new(&[], Vec::new()).run(&acts).changes();
        for (at, fault) in (0..writes).flat_map(|at| FAULTS.map(|fault| (at, fault))) {
            let store = run_or_say(&acts, &[(at, fault)]);
            histories.set(histories.get() + 1);
            faults.set(faults.get() + store.injected.get());
        }
        Ok(())
    };
    runner(14).run(&prop::collection::vec(act(), 1..20), run).unwrap();
    println!("one fault each: {} histories, {} faults", histories.get(), faults.get());
}

/// Says which fault it was.
fn run_or_say(acts: &[Act], faults: &[(u32, Fault)]) -> Rc<Broken> {
    let run = || History::new(faults, Vec::new()).run(acts);
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        println!("after {acts:?} with {faults:?}");
        resume_unwind(panic)
    })
}

#[test]
fn many_faults_in_one_history() {
    let (histories, faults) = (Cell::new(0), Cell::new(0));
    let fault = (0..200u32, prop::sample::select(&FAULTS[..]));
    let looks = prop::collection::vec(0..900u32, 0..6);
    let all = (prop::collection::vec(act(), 1..40), prop::collection::vec(fault, 0..8), looks);
    let run = |(acts, planned, looks): (Vec<Act>, Vec<(u32, Fault)>, Vec<u32>)| {
        let store = History::new(&planned, looks).run(&acts);
        histories.set(histories.get() + 1);
        faults.set(faults.get() + store.injected.get());
        Ok(())
    };
    runner(1500).run(&all, run).unwrap();
    println!("many faults: {} histories, {} faults", histories.get(), faults.get());
}

/// Histories that once lost something.
#[test]
fn what_was_found_once() {
    use Act::{Draft, RemoveDraft, Save, Settings, TurnOff, TurnOn};
    // A draft that was written though reading it back failed.
    History::new(&[], vec![19]).run(&[Draft(1), Settings, Draft(1), RemoveDraft(1)]);
    // A draft that was rewritten, and its old value not taken away.
    let acts = [Draft(1), TurnOn, Act::TendOnce, Draft(1), TurnOn];
    (0..16).for_each(|at| drop(run_or_say(&acts, &[(at, Fault::Full)])));
    // A stop in the middle of taking the passphrase off.
    let acts = [Save, TurnOn, Act::Tend, TurnOff, Act::TendOnce, Act::Kill, Act::Tend];
    let writes = History::new(&[], Vec::new()).run(&acts).changes();
    for at in 0..writes {
        run_or_say(&acts, &[(at, Fault::StuckAfter)]);
    }
}
