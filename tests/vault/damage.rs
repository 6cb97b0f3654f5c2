//! Hands that change what is stored: found, named, kept, and the rest readable.

use crate::broken::{Broken, Values};
use crate::histories::BLOCK;
use crate::shared::{STYLE, Tab, draft, entry, key, now, random, slots, try_secret};
use freshet::core::day::Day;
use freshet::core::settings::{Look, Looks};
use freshet::core::vault::checksum::checksum;
use freshet::core::vault::keys::{Slot, SlotKind};
use freshet::core::vault::log::door::{Door, Needs};
use freshet::core::vault::log::{Missing, Problem, SaveError};
use freshet::core::vault::pack::{self, Packing};
use freshet::core::vault::record::{self, Kind, Name, RecordError};
use std::rc::Rc;

pub(crate) const SECRET: u8 = 7;

/// A small journal: a block, fresh records, a note that one is gone, a draft,
/// settings and looks.
pub(crate) fn journal(sealed: bool) -> Values {
    let store = Rc::new(Broken::default());
    let mut tab = open(&store);
    for id in 1..=4 {
        tab.write(id, &format!("settled {id} {}", "and so on ".repeat(16)));
    }
    tab.tend();
    for id in 5..=7 {
        tab.write(id, &format!("fresh {id}"));
    }
    tab.vault.remove_entry(entry(7, "").id).unwrap();
    tab.vault.save_draft(&draft(9, "half a thou")).unwrap();
    tab.vault.change_settings(|now| now.introduced = true).unwrap();
    tab.vault.save_looks(&Looks { look: Look::Dusk, ..Looks::default() }).unwrap();
    if sealed {
        let made = slots(&tab.vault, &key(SECRET));
        tab.vault.turn_on(key(SECRET), &made).unwrap();
    }
    tab.tend();
    let values = store.values();
    assert_eq!(kinds(&values), [1, 1, 1, 1, 1, 3]);
    values
}

/// How many values there are of each kind: blocks, drafts, lists, looks,
/// settings and records.
fn kinds(values: &Values) -> [usize; 6] {
    let count = |kind| names_of(values, kind).len();
    let looks = usize::from(values.contains_key("looks"));
    let [blocks, drafts, lists, settings, records] =
        [Kind::Block, Kind::Draft, Kind::List, Kind::Settings, Kind::Record].map(count);
    [blocks, drafts, lists, looks, settings, records]
}

pub(crate) fn names_of(values: &Values, kind: Kind) -> Vec<String> {
    let is = |text: &str| record::peek(text).is_ok_and(|head| head.kind == kind);
    values.iter().filter(|(_, text)| is(text)).map(|(key, _)| key.clone()).collect()
}

fn enter(store: &Rc<Broken>) -> Tab {
    let door = Door::at(store.clone()).unwrap();
    let key = match door.needs() {
        Needs::Nothing => None,
        Needs::Secret => Some(try_secret(&door, SECRET).expect("the secret opens it")),
        Needs::LostSlots => panic!("nobody can open it"),
    };
    let (mut vault, reading) = door.enter(key, random(), STYLE);
    vault.fill_blocks_at(BLOCK);
    let mut tab = Tab::new(vault, reading);
    tab.read_all();
    tab
}

pub(crate) fn open(store: &Rc<Broken>) -> Tab {
    enter(store)
}

fn open_values(values: &Values) -> Tab {
    open(&Rc::new(Broken::of(values.clone())))
}

/// Values that tell nothing and are put right by the next write.
fn is_mark(key: &str) -> bool {
    ["left", "locked"].contains(&key)
}

fn is_slot(key: &str) -> bool {
    key.starts_with("slot.")
}

/// Whether a changed slot reads as another one, which only its key can tell.
fn is_a_slot_of_its_own(key: &str, raw: &str) -> bool {
    is_slot(key) && Slot::of_text(key, raw).is_ok()
}

/// What is readable without a value.
fn texts_without(values: &Values, key: &str) -> Vec<String> {
    let mut others = values.clone();
    others.remove(key);
    open_values(&others).texts()
}

pub(crate) fn tells(problems: &[Problem], raw: &str) -> bool {
    problems
        .iter()
        .any(|problem| matches!(problem, Problem::Unreadable { raw: of, .. } if of == raw))
}

/// What changing one character, or all from it on, makes of a text.
pub(crate) fn changed(text: &str, at: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let other = letters.iter().copied().find(|letter| *letter != letters[at]);
    let before = || letters[..at].iter().copied();
    let after = || letters[at + 1..].iter().copied();
    vec![
        before().chain(other).chain(after()).collect(),
        before().chain(char::from_u32(u32::from(letters[at]) ^ 1)).chain(after()).collect(),
        before().chain(after()).collect(),
        before().chain([letters[at], letters[at]]).chain(after()).collect(),
        before().collect(),
    ]
}

fn is_harmless(key: &str, before: &str, after: &str) -> bool {
    let bytes = |text| pack::unpack(text).ok();
    before == after || key.parse::<Name>().is_ok() && bytes(before) == bytes(after)
}

/// Goes on with a damaged journal: saves, does what waits, opens it anew.
fn go_on(store: &Rc<Broken>, tab: &mut Tab, raw: &str) {
    match tab.vault.save_entry(&entry(20, "more")) {
        Ok(()) => tab.tend(),
        Err(SaveError::Newer) => {}
        Err(error) => panic!("{error:?}"),
    }
    let kept = store.values().values().any(|value| value == raw);
    assert!(kept || tells(&open(store).problems, raw), "overwritten: {raw}");
}

#[test]
fn every_character_of_every_value_changed() {
    let mut count = 0;
    for sealed in [false, true] {
        let values = journal(sealed);
        let all = open_values(&values).texts();
        for (key, text) in values.iter().filter(|(key, _)| !is_mark(key)) {
            let rest = texts_without(&values, key);
            for at in 0..text.chars().count() {
                for (way, raw) in changed(text, at).into_iter().enumerate() {
                    // All ways where a value begins and ends, one in turn within.
                    let within = 30..text.chars().count().saturating_sub(30);
                    if within.contains(&at) && at % 5 != way || is_a_slot_of_its_own(key, &raw) {
                        continue;
                    }
                    count += 1;
                    let mut damaged = values.clone();
                    damaged.insert(key.clone(), raw.clone());
                    let store = Rc::new(Broken::of(damaged));
                    let mut tab = open(&store);
                    let texts = tab.texts();
                    if is_harmless(key, text, &raw) {
                        assert_eq!((texts, &tab.problems[..]), (all.clone(), &[][..]));
                        continue;
                    }
                    assert!(rest.iter().all(|text| texts.contains(text)), "{key} {at}: {texts:?}");
                    assert!(
                        is_slot(key) || tells(&tab.problems, &raw),
                        "{key} {at} not told: {raw}"
                    );
                    if (at + way) % 8 == 0 {
                        go_on(&store, &mut tab, &raw);
                    }
                }
            }
        }
    }
    println!("damage: {count} values changed");
}

#[test]
fn every_value_taken_away() {
    let day = now().day();
    for sealed in [false, true] {
        let values = journal(sealed);
        for (key, text) in values.iter().filter(|(key, _)| !is_mark(key)) {
            let mut others = values.clone();
            others.remove(key);
            let store = Rc::new(Broken::of(others));
            let mut tab = open(&store);
            let head = key.parse::<Name>().ok().and_then(|_| record::peek(text).ok());
            let missing = match (&key[..], head.map(|head| head.kind)) {
                ("header", _) => Some(Missing::Header),
                ("looks", _) => Some(Missing::Looks),
                (_, Some(Kind::List)) => Some(Missing::List),
                (_, Some(Kind::Settings)) => Some(Missing::Settings),
                (_, Some(Kind::Block)) => Some(Missing::Block(4, Some((day, day)))),
                (_, Some(Kind::Record)) => Some(Missing::Entry(missing_day(&values, key))),
                _ => None,
            };
            let expected: Vec<_> = missing.map(Problem::Missing).into_iter().collect();
            assert_eq!(tab.problems, expected, "{key}");
            tab.tend();
            assert!(!is_slot(key) || store.values().get(key) == Some(text), "{key} is not mended");
            // Until the person has read it, it is told again; a header is
            // written anew.
            if missing != Some(Missing::Header) {
                assert_eq!(open(&store).problems, expected);
            }
            tab.vault.forget_missing().unwrap();
            tab.tend();
            assert_eq!(open(&store).problems, []);
        }
    }
}

/// The day of a record's entry; none where it says that one is gone.
fn missing_day(values: &Values, key: &str) -> Option<Day> {
    let gone = texts_without(values, key) == open_values(values).texts();
    (!gone).then(|| now().day())
}

#[test]
fn all_copies_of_a_slot_taken_away() {
    let values = journal(true);
    let without = |word: &str| {
        let mut values = values.clone();
        values.retain(|key, _| !(is_slot(key) && key.contains(word)));
        values
    };
    let tab = open_values(&without("recovery"));
    assert_eq!(tab.problems, [Problem::Missing(Missing::Slot(SlotKind::Recovery))]);
    let none = without("");
    let store = Rc::new(Broken::of(none.clone()));
    assert_eq!(Door::at(store.clone()).unwrap().needs(), Needs::LostSlots);
    assert_eq!(store.values(), none);
}

#[test]
fn values_swapped() {
    for sealed in [false, true] {
        let values = journal(sealed);
        let keys: Vec<_> = values.keys().filter(|key| key.parse::<Name>().is_ok()).collect();
        for (at, one) in keys.iter().enumerate() {
            for other in &keys[at + 1..] {
                let mut swapped = values.clone();
                swapped.insert((*one).clone(), values[*other].clone());
                swapped.insert((*other).clone(), values[*one].clone());
                let store = Rc::new(Broken::of(swapped));
                let mut tab = open(&store);
                for raw in [&values[*one], &values[*other]] {
                    assert!(tells(&tab.problems, raw));
                    go_on(&store, &mut tab, raw);
                }
            }
        }
    }
}

#[test]
fn a_value_put_back_to_an_older_revision() {
    for sealed in [false, true] {
        let store = Rc::new(Broken::of(journal(sealed)));
        let before = store.values();
        let mut tab = open(&store);
        for id in 1..=6 {
            let entry = tab.journal.get(entry(id, "").id).unwrap();
            let edited = entry.changed(now(), |entry| entry.text = format!("edited {id}"));
            tab.vault.save_entry(&edited).unwrap();
        }
        tab.tend();
        let after = store.values();
        let texts = open(&store).texts();
        let new: Vec<_> = after.keys().filter(|key| !before.contains_key(*key)).collect();
        for (key, old) in before.iter().filter(|(key, _)| !after.contains_key(*key)) {
            // Beside what replaced it, it changes nothing.
            let mut both = after.clone();
            both.insert(key.clone(), old.clone());
            let tab = open_values(&both);
            assert_eq!((tab.texts(), tab.problems), (texts.clone(), vec![]));
            // In its place, it is found.
            for new in &new {
                let mut back = after.clone();
                back.insert((*new).clone(), old.clone());
                assert!(tells(&open_values(&back).problems, old));
                back.remove(*new);
                back.insert(key.clone(), old.clone());
                let is_list = names_of(&after, Kind::List).contains(new);
                assert!(is_list || !open_values(&back).problems.is_empty(), "{new}");
            }
        }
    }
}

/// The value with one byte changed and its checksum made anew.
fn relabelled(key: &str, text: &str, at: usize, bit: u8) -> String {
    let mut bytes = pack::unpack(text).unwrap();
    bytes.truncate(bytes.len() - 8);
    bytes[at] ^= bit;
    let check = checksum(key, &bytes);
    bytes.extend(check);
    pack::pack(&bytes, Packing::Wide)
}

#[test]
fn a_relabelled_value_does_not_open() {
    let mut count = 0;
    for sealed in [false, true] {
        let values = journal(sealed);
        for (key, text) in values.iter().filter(|(key, _)| key.parse::<Name>().is_ok()) {
            let rest = texts_without(&values, key);
            for (at, bit) in (0..7).flat_map(|at| (0..8).map(move |bit| (at, 1 << bit))) {
                count += 1;
                let raw = relabelled(key, text, at, bit);
                let mut changed = values.clone();
                changed.insert(key.clone(), raw.clone());
                let store = Rc::new(Broken::of(changed));
                let mut tab = open(&store);
                let texts = tab.texts();
                assert!(rest.iter().all(|text| texts.contains(text)), "{key} {at} {bit}");
                if sealed {
                    assert!(tells(&tab.problems, &raw), "{key} {at} {bit}");
                    go_on(&store, &mut tab, &raw);
                }
                // A step is under the seal: only a key can tell.
                if sealed && at >= 3 {
                    let why = tab.problems.iter().find_map(|problem| match problem {
                        Problem::Unreadable { why, .. } => Some(*why),
                        Problem::Missing(_) => None,
                    });
                    assert_eq!(why, Some(RecordError::Foreign));
                }
            }
        }
    }
    println!("damage: {count} values relabelled");
}

#[test]
fn an_older_header_does_not_open_what_is_sealed() {
    let plain = journal(false);
    let store = Rc::new(Broken::of(plain.clone()));
    let mut tab = open(&store);
    let made = slots(&tab.vault, &key(SECRET));
    tab.vault.turn_on(key(SECRET), &made).unwrap();
    tab.tend();
    let texts = tab.texts();
    let mut back = store.values();
    back.insert("header".into(), plain["header"].clone());
    let store = Rc::new(Broken::of(back));
    assert_eq!(Door::at(store.clone()).unwrap().needs(), Needs::Secret);
    for _ in 0..2 {
        let mut tab = open(&store);
        assert_eq!((tab.texts(), &tab.problems[..]), (texts.clone(), &[][..]));
        tab.tend();
        assert!(store.values()["header"].contains("\"on\""));
    }
}

#[test]
fn one_sealed_looking_value_does_not_lock_a_plain_journal() {
    let values = journal(false);
    for (key, text) in values.iter().filter(|(key, _)| key.parse::<Name>().is_ok()) {
        let mut changed = values.clone();
        changed.insert(key.clone(), relabelled(key, text, 2, 128));
        assert_eq!(Door::at(Rc::new(Broken::of(changed))).unwrap().needs(), Needs::Nothing);
    }
}
