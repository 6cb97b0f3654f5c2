//! Settings that two tabs save.

use crate::shared::{Shared, Tab, now};
use freshet::core::day::Day;
use freshet::core::settings::Settings;
use freshet::core::vault::log::{Heard, raw};
use freshet::core::vault::store::Store;

fn mark(tab: &mut Tab, day: Day) {
    tab.settings = Some(tab.vault.change_settings(|now| now.hard_days.set(day, true)).unwrap());
}

/// Has a tab hear of every value, as if another one had written them all.
fn hear_all(tab: &mut Tab, shared: &Shared) {
    for (key, _) in raw(&*shared.store).unwrap() {
        if let Heard::Read(reading) = tab.vault.hear(&key).unwrap() {
            tab.take(reading);
        }
    }
}

#[test]
fn a_tab_changes_what_the_other_saved_last() {
    let shared = Shared::default();
    let (mut one, mut other) = (shared.open(), shared.open());
    one.vault.change_settings(|settings| settings.introduced = true).unwrap();
    let kept = other.vault.change_settings(|settings| settings.spelling = true).unwrap();
    assert!(kept.introduced && kept.spelling);
    let kept = one.vault.change_settings(|settings| settings.introduced = false).unwrap();
    assert!(!kept.introduced && kept.spelling);
    // What was read while saving is not told again, over what was saved.
    hear_all(&mut one, &shared);
    assert_eq!(one.settings, None);
    assert_eq!(shared.open().settings, Some(kept));
}

#[test]
fn what_two_tabs_saved_at_once_is_joined() {
    let [one_day, other_day] = [now().day(), now().day().plus_days(1).unwrap()];
    let shared = Shared::default();
    shared.open().vault.change_settings(|settings| settings.introduced = true).unwrap();
    let elsewhere = shared.copy();
    let (mut one, mut other) = (shared.open(), elsewhere.open());
    mark(&mut one, one_day);
    mark(&mut other, other_day);
    shared.take_in(&elsewhere);
    elsewhere.take_in(&shared);
    hear_all(&mut one, &shared);
    hear_all(&mut other, &elsewhere);
    let joined = shared.open().settings.unwrap();
    assert!(joined.introduced && joined.hard_days.has(one_day) && joined.hard_days.has(other_day));
    assert_eq!([&one.settings, &other.settings], [&Some(joined.clone()), &Some(joined.clone())]);
    one.vault.change_settings(|settings| settings.spelling = true).unwrap();
    let kept = shared.open().settings.unwrap();
    assert_eq!((kept.spelling, kept.hard_days), (true, joined.hard_days));
}

/// The words to a doctor that are read of values of one step, taken in by a tab
/// in any order.
#[track_caller]
fn check_words(each: &[Option<&str>], expected: impl Fn(&[&str]) -> String) {
    let shared = Shared::default();
    shared.open().vault.change_settings(|settings| settings.introduced = true).unwrap();
    let mut values = Vec::new();
    for words in each {
        let elsewhere = shared.copy();
        let keep = |now: &mut Settings| now.to_reader = words.map(str::to_owned);
        elsewhere.open().vault.change_settings(keep).unwrap();
        let is_new = |key: &String| shared.store.get(key).unwrap().is_none();
        let new: Vec<_> = elsewhere.store.keys().unwrap().into_iter().filter(is_new).collect();
        let [name] = &new[..] else { panic!("{new:?} are new") };
        values.push((elsewhere, *words, name.clone()));
    }
    values.sort_by(|one, other| one.2.cmp(&other.2));
    let in_order: Vec<_> = values.iter().filter_map(|(_, words, _)| *words).collect();
    let expected = Some(expected(&in_order));
    for first in 0..values.len() {
        for backwards in [true, false] {
            let mut order: Vec<_> = (0..values.len()).collect();
            order.rotate_left(first);
            if backwards {
                order.reverse();
            }
            let store = shared.copy();
            let mut tab = store.open();
            for at in order {
                store.take_in(&values[at].0);
                hear_all(&mut tab, &store);
            }
            assert_eq!(tab.settings.unwrap().to_reader, expected);
            assert_eq!(store.open().settings.unwrap().to_reader, expected);
        }
    }
}

#[test]
fn words_to_a_doctor_that_several_tabs_kept_are_all_kept() {
    let all = |words: &[&str]| words.join("\n\n");
    check_words(&[Some("from one"), Some("from the other")], all);
    check_words(&[Some("one"), Some("two"), Some("three")], all);
    check_words(&[Some("one"), None, Some("three")], all);
}

#[test]
fn words_to_a_doctor_that_others_begin_with_are_not_said_twice() {
    let longer = |_: &[&str]| "one, and more".to_owned();
    check_words(&[Some("one"), Some("one, and more")], longer);
    check_words(&[Some("one, and more"), Some("one"), Some("one, and more")], longer);
}
