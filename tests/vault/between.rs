//! A change of the key in the middle of what another tab does.

use crate::tabs::{Act, run};
use std::collections::BTreeSet;

/// One tab works while the other changes the data key and rewrites everything,
/// all of it between two operations of the first, wherever that is.
#[test]
fn a_whole_change_of_the_key_between_two_operations() {
    let mut interrupted = 0;
    for at_work in [Act::Save, Act::Edit(0), Act::Remove(0), Act::Tend, Act::Reload] {
        for (turning, at) in [Act::Rekey, Act::TurnOff]
            .into_iter()
            .flat_map(|turning| (1..90).map(move |at| (turning, at)))
        {
            let one = vec![Act::TurnOn, Act::Tend, Act::TendOnce, Act::Save, at_work];
            let other =
                vec![Act::Hear(20), Act::Tend, Act::Hear(20), Act::Tend, turning, Act::Tend];
            let turns = BTreeSet::from([at, at + 1, at + 2]);
            let world = run([one, other], [turns, BTreeSet::new()]);
            interrupted += world.taken.get();
        }
    }
    assert!(interrupted > 500, "only {interrupted}");
}
