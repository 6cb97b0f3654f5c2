//! A vault that is opened again, since another tab has changed the passphrase.

use crate::shared::{STYLE, Shared, Tab, begin, draft, key, now, random, slots, try_secret};
use freshet::core::day::Moment;
use freshet::core::draft::{Draft, DraftId, Work};
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{SaveError, raw};

/// Opens it again where the page holds a draft that is not written.
fn open_again(shared: &Shared, before: &mut Tab) -> Tab {
    open_with_unwritten(shared, before, &[draft(7, "").id])
}

fn open_with_unwritten(shared: &Shared, before: &mut Tab, unwritten: &[DraftId]) -> Tab {
    let mut door = shared.door();
    let mut had = before.vault.drafts_had();
    door.keep_had(&mut had, unwritten);
    door.had = had;
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

/// A draft that was changed after those of [`draft`].
fn later(text: &str) -> Draft {
    let changed = Moment::new(now().unix_seconds() + 60, 0).unwrap();
    Draft { changed, ..draft(7, text) }
}

/// Has a tab hear of what stands in the store, and of what was taken away.
fn hear(tab: &mut Tab, before: &[(String, String)], shared: &Shared) {
    let now = raw(&*shared.store).unwrap();
    for (key, _) in now.iter().chain(before) {
        let _ = tab.vault.hear(key).unwrap();
    }
}

/// Whichever of the values is read first.
#[test]
fn what_stands_beside_a_draft_does_not_take_its_name() {
    for (seed, heard) in (1..=16).flat_map(|seed| [(seed, true), (seed, false)]) {
        begin(seed);
        let shared = Shared::default();
        let (mut here, mut there) = (shared.open(), shared.open());
        here.vault.save_draft(&draft(7, "ours")).unwrap();
        there.vault.save_draft(&later("theirs")).unwrap();
        if heard {
            hear(&mut here, &[], &shared);
        }
        turn_on(&mut there);
        let ours = later("ours, and more");
        assert_eq!(here.vault.save_draft(&ours), Err(SaveError::Elsewhere));
        let mut here = open_again(&shared, &mut here);
        here.vault.save_draft(&ours).unwrap();
        let kept = words(&enter(shared.door()));
        assert_eq!(kept, ["ours, and more", "theirs"], "seed {seed}, heard: {heard}");
    }
}

/// The value that this tab read has gone meanwhile; only its page has the words.
#[test]
fn what_was_heard_of_beside_a_draft_stands_beside_it_still() {
    let shared = Shared::default();
    shared.open().vault.save_draft(&draft(7, "begun")).unwrap();
    let (mut here, mut there) = (shared.open(), shared.open());
    let before = raw(&*shared.store).unwrap();
    there.vault.save_draft(&later("begun, and theirs")).unwrap();
    hear(&mut here, &before, &shared);
    turn_on(&mut there);
    let mut here = open_again(&shared, &mut here);
    here.vault.save_draft(&draft(7, "begun, and ours")).unwrap();
    assert_eq!(words(&enter(shared.door())), ["begun, and ours", "begun, and theirs"]);
}

#[test]
fn a_locked_page_finds_what_another_tab_made_of_its_draft_under_the_same_name() {
    let shared = Shared::default();
    turn_on(&mut shared.open());
    let mut here = enter(shared.door());
    here.vault.save_draft(&draft(7, "begun")).unwrap();
    let mut there = enter(shared.door());
    there.vault.save_draft(&draft(7, "begun, and theirs")).unwrap();
    let here = open_with_unwritten(&shared, &mut here, &[]);
    assert_eq!(here.drafts, [draft(7, "begun, and theirs")]);
}
