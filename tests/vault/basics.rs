//! What every journal does, and each fault once.

use crate::shared::{Fault, STYLE, Shared, draft, entry, key, now, slots};
use freshet::core::settings::{Look, Looks, Settings};
use freshet::core::vault::keys::VaultId;
use freshet::core::vault::log::{Heard, Problem, SaveError, mark_left, raw};
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::record::Form;
use freshet::core::vault::store::Store;
use std::rc::Rc;

#[test]
fn what_was_saved_is_there_after_a_reload() {
    let shared = Shared::default();
    shared.open().write(1, "words — and ’ones’ with 🧊");
    let tab = shared.open();
    assert_eq!(tab.texts(), ["words — and ’ones’ with 🧊"]);
    assert_eq!(tab.problems, []);
}

#[test]
fn every_fault_is_told_and_the_old_words_stay() {
    for (fault, expected) in [
        (Fault::Denied, SaveError::Denied),
        (Fault::Full, SaveError::Full),
        (Fault::DropsSilently, SaveError::NotKept),
        (Fault::KeepsHalf, SaveError::NotKept),
    ] {
        let shared = Shared::default();
        let mut tab = shared.open();
        let first = tab.write(1, "old");
        shared.fault.set(fault);
        let second = first.changed(now(), |entry| entry.text = "new".into());
        assert_eq!(tab.vault.save_entry(&second), Err(expected));
        shared.fault.set(Fault::None);
        let again = shared.open();
        assert_eq!(again.texts(), ["old"]);
        assert_eq!(again.problems, []);
    }
}

#[test]
fn an_edit_leaves_one_value_of_its_entry() {
    let shared = Shared::default();
    let mut tab = shared.open();
    let first = tab.write(1, "old");
    let values = shared.store.keys().unwrap().len();
    let second = first.changed(now(), |entry| entry.text = "new".into());
    tab.vault.save_entry(&second).unwrap();
    assert_eq!(shared.store.keys().unwrap().len(), values);
    assert_eq!(shared.open().texts(), ["new"]);
}

#[test]
fn nonsense_is_kept_beside_what_can_be_read() {
    let shared = Shared::default();
    shared.open().write(1, "fine");
    for name in ["0202020202020202", "something"] {
        shared.store.put(name, "nonsense").unwrap();
    }
    let mut tab = shared.open();
    assert_eq!(tab.problems.len(), 2);
    tab.write(5, "more");
    tab.tend();
    for name in ["0202020202020202", "something"] {
        assert_eq!(shared.store.get(name), Ok(Some("nonsense".into())));
    }
    assert_eq!(shared.open().texts(), ["fine", "more"]);
}

#[test]
fn a_newer_program_makes_this_one_read_only() {
    let shared = Shared::default();
    let mut tab = shared.open();
    let first = tab.write(1, "before");
    let header = shared.store.get("header").unwrap().unwrap();
    shared.store.put("header", &header.replace("\"format\":1", "\"format\":2")).unwrap();
    assert_eq!(tab.vault.save_entry(&entry(2, "after")), Err(SaveError::Newer));
    assert_eq!(tab.vault.remove_entry(first.id), Err(SaveError::Newer));
    let tab = shared.open();
    assert!(tab.vault.is_read_only());
    assert_eq!(tab.texts(), ["before"]);
}

#[test]
fn a_full_block_settles_and_an_edit_stands_over_it() {
    let shared = Shared::default();
    let mut tab = shared.open();
    let long = |id: u8| format!("{id} ").repeat(2000);
    for id in 1..=40 {
        tab.write(id, &long(id));
    }
    let before = shared.store.keys().unwrap().len();
    tab.tend();
    assert!(shared.store.keys().unwrap().len() < before - 10);
    let edited = tab.journal.get(entry(1, "").id).unwrap().changed(now(), |entry| {
        entry.text = "edited".into();
    });
    tab.vault.save_entry(&edited).unwrap();
    let mut again = shared.open();
    assert_eq!(again.problems, []);
    assert_eq!(again.journal.latest().len(), 40);
    assert!(again.texts().contains(&"edited".into()));
    again.vault.remove_entry(entry(2, "").id).unwrap();
    again.tend();
    let last = shared.open();
    assert_eq!(last.problems, []);
    assert_eq!(last.journal.latest().len(), 39);
}

#[test]
fn words_that_were_taken_away_stand_nowhere() {
    let shared = Shared::default();
    let mut tab = shared.open();
    for id in 1..=40 {
        tab.write(id, &format!("{id} ").repeat(2000));
    }
    tab.tend();
    let words = "7 ".repeat(20);
    assert!(stands(&shared, &words));
    let without = tab.journal.get(entry(7, "").id).unwrap().changed(now(), |entry| {
        entry.text = "let go".into();
    });
    tab.vault.save_without_former(&without).unwrap();
    assert!(!stands(&shared, &words));
    let again = shared.open();
    assert_eq!(again.problems, []);
    assert_eq!(again.journal.latest().len(), 40);
    assert!(again.texts().contains(&"let go".into()));
}

#[test]
fn what_is_kept_of_an_entry_comes_back() {
    let shared = Shared::default();
    let mut tab = shared.open();
    let first = tab.write(1, "old");
    let mut second = first.changed(now(), |entry| entry.text = "new".into()).keeping(&first);
    (second.pinned, second.left_out, second.taken_out) = (true, true, true);
    tab.vault.save_entry(&second).unwrap();
    let again = shared.open();
    assert_eq!(again.journal.get(first.id), Some(&second));
    assert_eq!(again.problems, []);
}

#[test]
fn a_version_before_that_was_let_go_stands_nowhere() {
    let shared = Shared::default();
    let mut tab = shared.open();
    let words = "1 ".repeat(20);
    let first = tab.write(1, &words.repeat(100));
    let second = first.changed(now(), |entry| entry.text = "let go".into()).keeping(&first);
    tab.vault.save_entry(&second).unwrap();
    for id in 2..=40 {
        tab.write(id, &format!("{id} ").repeat(2000));
    }
    tab.tend();
    assert!(stands(&shared, &words));
    tab.vault.save_without_former(&second.letting_go(now())).unwrap();
    assert!(!stands(&shared, &words));
    assert!(shared.open().texts().contains(&"let go".into()));
}

/// Whether a stored value holds a text that begins with these words.
fn stands(shared: &Shared, words: &str) -> bool {
    let form = Form { vault: VaultId([0; 16]), style: STYLE, key: None, former: None };
    let words = format!("\"{words}");
    raw(&*shared.store).unwrap().into_iter().any(|(key, text)| {
        let name = key.parse().ok();
        let body = name.and_then(|name| form.read(name, &text).ok());
        body.is_some_and(|(_, body)| String::from_utf8_lossy(&body).contains(&words))
    })
}

#[test]
fn settings_and_looks_come_back() {
    let shared = Shared::default();
    let mut tab = shared.open();
    let settings = Settings { introduced: true, ..Settings::default() };
    let looks = Looks { look: Look::Dusk, ..Looks::default() };
    tab.vault.change_settings(|now| *now = settings.clone()).unwrap();
    tab.vault.save_looks(&looks).unwrap();
    let tab = shared.open();
    assert_eq!(tab.settings, Some(settings));
    assert_eq!(shared.door().looks, looks);
    assert_eq!(tab.problems, []);
}

#[test]
fn a_draft_comes_back_until_it_is_removed() {
    let shared = Shared::default();
    let mut tab = shared.open();
    let draft = draft(7, "half a thou");
    tab.vault.save_draft(&draft).unwrap();
    tab.vault.save_draft(&draft).unwrap();
    assert_eq!(shared.open().drafts, std::slice::from_ref(&draft));
    tab.vault.remove_draft(draft.id).unwrap();
    assert_eq!(shared.open().drafts, []);
}

#[test]
fn two_tabs_on_one_draft_leave_two() {
    let shared = Shared::default();
    shared.open().vault.save_draft(&draft(7, "begun")).unwrap();
    let (mut one, mut other) = (shared.open(), shared.open());
    one.vault.save_draft(&draft(7, "begun here")).unwrap();
    other.vault.save_draft(&draft(7, "begun there")).unwrap();
    assert_eq!(shared.open().drafts.len(), 2);
}

#[test]
fn two_tabs_begin_one_journal() {
    for hears in [false, true] {
        let shared = Shared::default();
        let (mut one, mut other) = (shared.open(), shared.open());
        one.write(1, "from the one");
        if hears {
            for key in shared.keys().unwrap() {
                let heard = other.vault.hear(&key);
                assert!(!matches!(heard, Ok(Heard::Elsewhere)), "{key}");
            }
        }
        other.write(2, "from the other");
        one.write(3, "from the one again");
        assert_eq!(shared.open().entries().len(), 3);
    }
}

/// It may hear of the header's end before the rest has gone.
#[test]
fn a_tab_opens_again_when_all_is_deleted_and_once_more_at_the_last() {
    let shared = Shared::default();
    let mut one = shared.open();
    one.write(1, "words");
    let mut other = shared.open();
    one.vault.delete_everything().unwrap();
    assert!(matches!(other.vault.hear("header"), Ok(Heard::Elsewhere)));
    assert!(matches!(shared.open().vault.hear("left"), Ok(Heard::Elsewhere)));
    assert_eq!(shared.open().problems, []);
}

#[test]
fn a_journal_begun_under_a_passphrase_is_not_joined() {
    let shared = Shared::default();
    let (mut one, mut other) = (shared.open(), shared.open());
    one.write(1, "words");
    let slots = slots(&one.vault, &key(1));
    one.vault.turn_on(key(1), &slots).unwrap();
    assert_eq!(other.vault.save_entry(&entry(2, "")), Err(SaveError::Elsewhere));
}

#[test]
fn the_mark_left_is_kept_and_taken_away() {
    let shared = Shared::default();
    let mut tab = shared.open();
    mark_left(&shared, true).unwrap();
    assert!(shared.door().left);
    assert!(matches!(tab.vault.hear("left"), Ok(Heard::Left)));
    mark_left(&shared, false).unwrap();
    assert!(!shared.door().left);
}

#[test]
fn a_full_store_has_room_for_the_mark_left() {
    let shared = Shared { store: Rc::new(MemoryStore::with_limit(4000)), ..Shared::default() };
    let mut tab = shared.open();
    tab.write(1, "");
    let rest = shared.room().unwrap();
    shared.store.put("filler", &"x".repeat((rest.limit - rest.used - 6) as usize)).unwrap();
    assert_eq!(tab.vault.save_entry(&entry(2, "")), Err(SaveError::Full));
    mark_left(&shared, true).unwrap();
    assert!(shared.door().left);
}

#[test]
fn a_damaged_header_is_told_put_aside_and_written_anew() {
    let shared = Shared::default();
    shared.open().write(1, "words");
    shared.store.put("header", "nonsense").unwrap();
    let mut tab = shared.open();
    assert_eq!(tab.problems.len(), 1);
    tab.write(2, "more");
    let again = shared.open();
    assert_eq!(again.texts(), ["more", "words"]);
    assert_eq!(shared.store.get("aside.header"), Ok(Some("nonsense".into())));
    let aside = |problem: &Problem| matches!(problem, Problem::Unreadable { key, .. } if key == "aside.header");
    assert!(again.problems.iter().all(aside));
}
