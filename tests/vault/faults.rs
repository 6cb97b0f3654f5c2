//! Faults at every write in turn, over generated histories: every entry that was
//! saved is there, and every one that was not is whole or absent.

use crate::broken::{Broken, FAULTS, Fault};
use crate::histories::{Act, History, act};
use crate::seeds;
use proptest::prelude::*;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

/// Faults, by the number of the write.
type Plan = Vec<(u32, Fault)>;

#[test]
fn one_fault_at_every_write_in_turn() {
    let (histories, faults) = (Cell::new(0), Cell::new(0));
    let run = |(acts, names): (Vec<Act>, u64)| {
        let writes = History::new(&[], Vec::new(), names).run(&acts).changes();
        for (at, fault) in (0..writes).flat_map(|at| FAULTS.map(|fault| (at, fault))) {
            let store = run_or_say(&acts, &[(at, fault)], names);
            histories.set(histories.get() + 1);
            faults.set(faults.get() + store.injected.get());
        }
    };
    seeds::each(14, &(prop::collection::vec(act(), 1..20), any::<u64>()), run);
    println!("one fault each: {} histories, {} faults", histories.get(), faults.get());
}

/// Says which fault it was.
fn run_or_say(acts: &[Act], faults: &[(u32, Fault)], names: u64) -> Rc<Broken> {
    let run = || History::new(faults, Vec::new(), names).run(acts);
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        println!("after {acts:?} with {faults:?}, names of {names}");
        resume_unwind(panic)
    })
}

#[test]
fn many_faults_in_one_history() {
    let (histories, faults) = (Cell::new(0), Cell::new(0));
    let fault = (0..200u32, prop::sample::select(&FAULTS[..]));
    let looks = prop::collection::vec(0..900u32, 0..6);
    let all = (
        prop::collection::vec(act(), 1..40),
        prop::collection::vec(fault, 0..8),
        looks,
        any::<u64>(),
    );
    let run = |(acts, planned, looks, names): (Vec<Act>, Plan, Vec<u32>, u64)| {
        let store = History::new(&planned, looks, names).run(&acts);
        histories.set(histories.get() + 1);
        faults.set(faults.get() + store.injected.get());
    };
    seeds::each(1500, &all, run);
    println!("many faults: {} histories, {} faults", histories.get(), faults.get());
}

/// Histories that once lost something.
#[test]
fn what_was_found_once() {
    use Act::{Draft, RemoveDraft, Save, Settings, TurnOff, TurnOn};
    // A draft that was written though reading it back failed.
    History::new(&[], vec![19], 1).run(&[Draft(1), Settings, Draft(1), RemoveDraft(1)]);
    // A draft that was rewritten, and its old value not taken away.
    let acts = [Draft(1), TurnOn, Act::TendOnce, Draft(1), TurnOn];
    (0..16).for_each(|at| drop(run_or_say(&acts, &[(at, Fault::Full)], 1)));
    // A write that was refused, said not to be there, and was.
    let acts = [Save, Save, Act::Edit(0), Act::Edit(0)];
    let writes = History::new(&[], Vec::new(), 1).run(&acts).changes();
    for (at, look) in (0..writes).flat_map(|at| (0..60).map(move |look| (at, look))) {
        History::new(&[(at, Fault::OldBack)], vec![look], 1).run(&acts);
    }
    // A look that was refused when the data key had just been changed: what was
    // not rewritten went with the key of before.
    let acts = [Save, TurnOn, Act::Tend, Act::Rekey, Act::Tend, Act::Reload];
    (0..200).for_each(|look| drop(History::new(&[], vec![look], 1).run(&acts)));
    // A block of which nothing counts, when the passphrase is turned on.
    let edits = [Save, Act::Edit(0), Save, Save, Save, Act::TendOnce, Act::Edit(108)];
    let turned = [Act::Edit(199), Save, TurnOn, Save, Act::Bin(223), Act::Edit(14), Act::Tend];
    History::new(&[], Vec::new(), 0).run(&[edits, turned].concat());
    // A stop in the middle of taking the passphrase off.
    let acts = [Save, TurnOn, Act::Tend, TurnOff, Act::TendOnce, Act::Kill, Act::Tend];
    let writes = History::new(&[], Vec::new(), 1).run(&acts).changes();
    for at in 0..writes {
        run_or_say(&acts, &[(at, Fault::StuckAfter)], 1);
    }
}
