//! A vault that is opened again, since another tab has changed the passphrase.

use crate::shared::{STYLE, Shared, Tab, draft, key, random, slots, try_secret};
use freshet::core::draft::Work;
use freshet::core::vault::log::SaveError;
use freshet::core::vault::log::door::Door;

fn open_again(shared: &Shared, before: &mut Tab) -> Tab {
    let mut door = shared.door();
    door.had = before.vault.drafts_had();
    enter(door)
}

fn enter(door: Door) -> Tab {
    let unlocked = try_secret(&door, 1);
    let (vault, reading) = door.enter(unlocked, random(), STYLE);
    let mut tab = Tab::new(vault, reading);
    tab.read_all();
    tab
}

/// Another tab turns the passphrase on.
fn turn_on(tab: &mut Tab) {
    let slots = slots(&tab.vault, &key(1));
    tab.vault.turn_on(key(1), &slots).unwrap();
    tab.tend();
}

fn words(tab: &Tab) -> Vec<String> {
    let words = |work: &Work| match work {
        Work::Writing(writing) => writing.text.clone(),
        Work::CheckIn(_) | Work::Run(_) => String::new(),
    };
    let mut all: Vec<_> = tab.drafts.iter().map(|draft| words(&draft.work)).collect();
    all.sort();
    all
}

#[test]
fn what_another_tab_made_of_a_draft_meanwhile_stands_beside_it() {
    let shared = Shared::default();
    let mut here = shared.open();
    here.vault.save_draft(&draft(7, "begun")).unwrap();
    let mut there = shared.open();
    there.vault.save_draft(&draft(7, "begun, and theirs")).unwrap();
    turn_on(&mut there);
    let ours = draft(7, "begun, and ours");
    assert_eq!(here.vault.save_draft(&ours), Err(SaveError::Elsewhere));
    let mut here = open_again(&shared, &mut here);
    assert!(here.drafts.iter().all(|draft| draft.id != ours.id));
    here.vault.save_draft(&ours).unwrap();
    assert_eq!(words(&enter(shared.door())), ["begun, and ours", "begun, and theirs"]);
}

#[test]
fn a_draft_that_only_this_tab_wrote_goes_on() {
    let shared = Shared::default();
    let mut here = shared.open();
    here.vault.save_draft(&draft(7, "begun")).unwrap();
    turn_on(&mut shared.open());
    let ours = draft(7, "begun, and ours");
    assert_eq!(here.vault.save_draft(&ours), Err(SaveError::Elsewhere));
    let mut here = open_again(&shared, &mut here);
    assert_eq!(here.drafts, [draft(7, "begun")]);
    here.vault.save_draft(&ours).unwrap();
    assert_eq!(words(&enter(shared.door())), ["begun, and ours"]);
}
