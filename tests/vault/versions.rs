//! Two tabs that change one entry: nobody writes over words that were not seen.

use crate::shared::{Shared, Tab, entry, now};
use freshet::core::draft::Writing;
use freshet::core::entry::{Entry, EntryId};
use freshet::core::vault::log::{Heard, SaveError};
use freshet::core::vault::store::Store;

fn change(before: &Entry, text: &str) -> Entry {
    before.changed(now(), |entry| entry.text = text.to_owned())
}

/// Tells a tab everything that it may not have heard.
fn hear_all(shared: &Shared, tab: &mut Tab) {
    for key in shared.store.keys().unwrap() {
        if let Heard::Read(reading) = tab.vault.hear(&key).unwrap() {
            tab.take(reading);
        }
    }
}

/// A store in which two tabs changed one entry without hearing of each other,
/// and the two versions.
fn in_conflict() -> (Shared, [Entry; 2]) {
    let shared = Shared::default();
    let first = shared.open().write(1, "first");
    let copy = shared.copy();
    let versions = [change(&first, "ours"), change(&first, "theirs")];
    shared.open().vault.save_entry(&versions[0]).unwrap();
    copy.open().vault.save_entry(&versions[1]).unwrap();
    shared.take_in(&copy);
    (shared, versions)
}

#[test]
fn two_versions_of_one_revision_are_both_kept() {
    let (shared, _) = in_conflict();
    for _ in 0..2 {
        let mut tab = shared.open();
        tab.tend();
        assert_eq!(tab.texts(), ["ours", "theirs"]);
        assert_eq!(tab.problems, []);
    }
}

#[test]
fn an_editor_begun_from_the_version_that_gave_way_writes_over_nothing() {
    let (shared, versions) = in_conflict();
    let mut tab = shared.open();
    tab.tend();
    let stands = tab.journal.get(versions[0].id).unwrap().clone();
    for begun_from in versions {
        let mut writing = Writing::of_entry(&begun_from);
        writing.text.push_str(" and more");
        let written = writing.entry(begun_from.id, tab.journal.get(begun_from.id), now());
        let ended = tab.vault.save_entry(&written);
        if begun_from == stands {
            assert_eq!(ended, Ok(()));
        } else {
            assert_eq!(ended, Err(SaveError::Conflict));
            assert!(shared.open().texts().contains(&stands.text));
        }
    }
}

#[test]
fn a_version_that_was_not_seen_is_kept_beside_a_later_one() {
    let shared = Shared::default();
    let first = shared.open().write(1, "first");
    let copy = shared.copy();
    let ours = change(&first, "ours");
    let mut tab = shared.open();
    for version in [ours.clone(), change(&ours, "ours, longer")] {
        tab.vault.save_entry(&version).unwrap();
        tab.journal.put(version);
    }
    copy.open().vault.save_entry(&change(&first, "theirs")).unwrap();
    shared.take_in(&copy);
    // Whichever was read first.
    hear_all(&shared, &mut tab);
    tab.tend();
    tab.take_untold();
    assert_eq!(tab.texts(), ["ours, longer", "theirs"]);
    let mut again = shared.open();
    again.tend();
    assert_eq!(again.texts(), ["ours, longer", "theirs"]);
    assert_eq!(again.problems, []);
}

#[test]
fn what_was_not_heard_is_not_overwritten_either() {
    let shared = Shared::default();
    let mut one = shared.open();
    let first = one.write(1, "first");
    let mut other = shared.open();
    other.vault.save_entry(&change(&first, "theirs")).unwrap();
    assert_eq!(one.vault.save_entry(&change(&first, "ours")), Err(SaveError::Conflict));
    one.take_untold();
    assert_eq!(one.texts(), ["theirs"]);
}

#[test]
fn what_was_not_heard_is_not_taken_away() {
    let shared = Shared::default();
    let mut one = shared.open();
    let first = one.write(1, "first");
    shared.open().vault.save_entry(&change(&first, "theirs")).unwrap();
    assert_eq!(one.vault.remove_entry(first.id), Err(SaveError::Conflict));
    assert_eq!(shared.open().texts(), ["theirs"]);
}

#[test]
fn what_was_heard_is_not_overwritten() {
    let shared = Shared::default();
    let mut one = shared.open();
    let first = one.write(1, "first");
    shared.open().vault.save_entry(&change(&first, "theirs")).unwrap();
    hear_all(&shared, &mut one);
    assert_eq!(one.texts(), ["theirs"]);
    assert_eq!(one.vault.save_entry(&change(&first, "ours")), Err(SaveError::Conflict));
}

#[test]
fn an_entry_taken_away_in_another_tab_is_not_written_over() {
    let shared = Shared::default();
    let mut one = shared.open();
    let first = one.write(1, "first");
    let mut other = shared.open();
    other.vault.remove_entry(first.id).unwrap();
    assert_eq!(one.vault.save_entry(&change(&first, "ours")), Err(SaveError::Conflict));
    assert_eq!(one.vault.save_entry(&first), Err(SaveError::Conflict));
    let id = EntryId::from_random([2; 8]);
    assert_eq!(one.vault.save_entry(&Entry { id, ..entry(1, "ours") }), Ok(()));
    assert_eq!(shared.open().texts(), ["ours"]);
}
