//! What one tab does in one go between two operations of the other, wherever
//! that is. Each of these once lost something, or said so falsely.

use crate::tabs::{Act, run};
use std::collections::BTreeSet;

/// Runs `other`, begun at each operation in turn, in the middle of what `one`
/// does. How often it was.
fn strike(one: &[Act], other: &[Act], gaps: impl Fn(u32) -> Vec<u32>) -> u32 {
    let turn = |at| {
        let turns = BTreeSet::from_iter(gaps(at));
        run([one.to_vec(), other.to_vec()], [turns, BTreeSet::new()], at.into()).taken.get()
    };
    (1..90).map(turn).sum()
}

/// One tab works while the other changes the data key and rewrites everything.
#[test]
fn a_whole_change_of_the_key_between_two_operations() {
    let mut interrupted = 0;
    for at_work in [Act::Save, Act::Edit(0), Act::Remove(0), Act::Tend, Act::Reload] {
        for turning in [Act::Rekey, Act::TurnOff] {
            let one = [Act::TurnOn, Act::Tend, Act::TendOnce, Act::Save, at_work];
            let hearing = [Act::Hear(20), Act::Tend, Act::Hear(20), Act::Tend];
            let other = [&hearing[..], &[turning, Act::Tend]].concat();
            interrupted += strike(&one, &other, |at| vec![at, at + 1, at + 2]);
        }
    }
    assert!(interrupted > 500, "only {interrupted}");
}

/// A list that was read, rested on, and taken back by whoever wrote it.
#[test]
fn the_passphrase_is_turned_on_by_a_tab_that_rests_on_what_the_other_writes() {
    let interrupted = strike(&[Act::Save], &[Act::Tend, Act::TurnOn], |at| vec![at, at + 1]);
    assert!(interrupted > 20, "only {interrupted}");
}

/// The words before an edit were taken away, and then the edit.
#[test]
fn the_passphrase_is_turned_on_in_the_middle_of_an_edit() {
    let one = [Act::Edit(0), Act::TendOnce, Act::Edit(0), Act::Save];
    let other = [Act::Edit(0), Act::Save, Act::Save, Act::TurnOn, Act::Remove(0)];
    let mut interrupted = 0;
    for gap in 1..12 {
        interrupted += strike(&one, &other, |at| vec![at, at + gap]);
    }
    assert!(interrupted > 200, "only {interrupted}");
}
