//! Settings that two tabs save.

use crate::shared::{Shared, Tab, now};
use freshet::core::day::Day;
use freshet::core::vault::log::{Heard, raw};

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
