//! What nobody should meet, and somebody will: each is told as what it is, and
//! nothing is lost by it.

use crate::broken::{Broken, Values};
use crate::shared::{STYLE, Tab, alarms, code, entry, key, now, random, try_secret};
use freshet::core::vault::keys::{
    CodeError, Kdf, Kind, Plain, RecoveryCode, Salt, Slot, SlotKind, WrongSecret, derive,
};
use freshet::core::vault::log::door::{Door, Needs};
use freshet::core::vault::log::{Missing, Problem, SaveError};
use freshet::core::vault::own::{Own, PREFIX};
use freshet::core::vault::passphrase::Passphrase;
use freshet::core::vault::record::RecordError;
use freshet::core::vault::store::{Room, Store, StoreError};
use std::cell::RefCell;
use std::rc::Rc;

const KDF: Kdf = Kdf { memory_kib: 8, passes: 1, lanes: 1 };
const PASSPHRASE: &str = "a row of six plain words";

fn open(store: &Rc<Broken>, secret: Option<u8>) -> Tab {
    let door = Door::at(store.clone()).unwrap();
    let unlocked = secret.map(|secret| try_secret(&door, secret).unwrap());
    let (vault, reading) = door.enter(unlocked, random(), STYLE);
    let mut tab = Tab::new(vault, reading);
    tab.read_all();
    tab
}

fn typed(text: &str) -> Passphrase {
    Passphrase::of_normalized(text.to_owned())
}

/// A journal with a passphrase, and a recovery code of the number 1.
fn locked() -> Rc<Broken> {
    let store = Rc::new(Broken::default());
    let mut tab = open(&store, None);
    tab.write(1, "words");
    let (vault, generation) = (tab.vault.header().vault, tab.vault.next_generation());
    let slots = [Kind::Passphrase(KDF), Kind::Recovery].map(|kind| {
        let plain = Plain { vault, generation, salt: Salt([7; 16]), kind };
        let wrapping = match kind {
            Kind::Passphrase(kdf) => derive(&typed(PASSPHRASE), plain.salt, &kdf).unwrap(),
            Kind::Recovery => code(1).wrapping_key(plain.salt),
        };
        Slot::wrap(plain, &wrapping, &key(1), [8; 24])
    });
    tab.vault.turn_on(key(1), &slots).unwrap();
    tab.tend();
    store
}

/// Tries a passphrase on every slot of it, as the page does.
fn try_passphrase(door: &Door, text: &str) -> Result<(), Option<WrongSecret>> {
    let mut ended = Err(None);
    for slot in door.slots() {
        let Plain { salt, kind: Kind::Passphrase(kdf), .. } = *slot.plain() else { continue };
        let wrapping = derive(&typed(text), salt, &kdf).unwrap();
        match slot.unwrap(&wrapping) {
            Ok(_) => return Ok(()),
            Err(wrong) => ended = Err(Some(wrong)),
        }
    }
    ended
}

#[test]
fn a_wrong_passphrase_is_told_as_that_and_changes_nothing() {
    let store = locked();
    let before = store.values();
    let door = Door::at(store.clone()).unwrap();
    assert_eq!(door.needs(), Needs::Secret);
    for wrong in
        ["a row of six plain word", "A row of six plain words", "a row of six plain words "]
    {
        assert_eq!(try_passphrase(&door, wrong), Err(Some(WrongSecret)));
    }
    assert_eq!(try_passphrase(&door, PASSPHRASE), Ok(()));
    assert_eq!(store.values(), before);
}

/// Changes what stands under each name that begins so.
fn with(
    store: &Broken,
    beginning: &str,
    change: impl Fn(&str, &str) -> Option<String>,
) -> Rc<Broken> {
    let change = |(key, value): (String, String)| match key.starts_with(beginning) {
        true => change(&key, &value).map(|value| (key, value)),
        false => Some((key, value)),
    };
    Rc::new(Broken::of(store.values().into_iter().filter_map(change).collect::<Values>()))
}

#[test]
fn a_damaged_slot_is_told_apart_from_a_wrong_passphrase() {
    let cut = |_: &str, value: &str| Some(value[..value.len() / 2].to_owned());
    let one = with(&locked(), "slot.", |key, value| match key.ends_with(".1") {
        true => cut(key, value),
        false => Some(value.to_owned()),
    });
    assert_eq!(try_passphrase(&Door::at(one.clone()).unwrap(), PASSPHRASE), Ok(()));
    let mut tab = open(&one, Some(1));
    let damaged = |problem: &&Problem| {
        matches!(problem, Problem::Unreadable { why: RecordError::Damaged, .. })
    };
    assert_eq!(tab.problems.iter().filter(damaged).count(), 2);
    tab.tend();
    assert!(one.values().keys().filter(|key| key.starts_with("aside.slot.")).count() == 2);

    let both = with(&locked(), "slot.", |key, value| match key.contains("passphrase") {
        true => cut(key, value),
        false => Some(value.to_owned()),
    });
    let door = Door::at(both.clone()).unwrap();
    assert_eq!(try_passphrase(&door, PASSPHRASE), Err(None));
    let tab = open(&both, Some(1));
    assert_eq!(tab.texts(), ["words"]);
    assert!(tab.problems.contains(&Problem::Missing(Missing::Slot(SlotKind::Passphrase))));
}

#[test]
fn a_damaged_record_is_kept_and_named_beside_what_can_be_read() {
    let store = locked();
    open(&store, Some(1)).write(2, "more words");
    let record = |value: &str| value.chars().count() > 60;
    let name = store.values().into_iter().find(|(key, value)| key.len() == 16 && record(value));
    let (name, value) = name.unwrap();
    let raw: String = value.chars().take(30).collect();
    store.put(&name, &raw).unwrap();
    let mut tab = open(&store, Some(1));
    let told =
        Problem::Unreadable { key: name.clone(), raw: raw.clone(), why: RecordError::Damaged };
    assert!(tab.problems.contains(&told));
    tab.write(3, "and more");
    tab.tend();
    let kept = store.values().values().any(|value| *value == raw);
    let again = open(&store, Some(1));
    assert!(kept || alarms(&again).contains(&format!("{name}: Damaged")));
    assert!(again.texts().contains(&"and more".to_owned()));
}

#[test]
fn without_any_slot_nothing_opens_and_nothing_is_touched() {
    let store = with(&locked(), "slot.", |_, _| None);
    let before = store.values();
    let door = Door::at(store.clone()).unwrap();
    assert_eq!((door.needs(), door.slots().len()), (Needs::LostSlots, 0));
    assert_eq!(store.values(), before);
}

#[test]
fn a_recovery_code_with_one_sign_slipped_is_told_as_a_slip() {
    let store = locked();
    let door = Door::at(store).unwrap();
    let text = code(1).to_text();
    let slipped = text.replacen(&text[..1], if text.starts_with('0') { "Z" } else { "0" }, 1);
    assert_eq!(RecoveryCode::of_text(&slipped).err(), Some(CodeError::Slip));
    // A code that fits together is another one, and told as that.
    let opens = |code: RecoveryCode| {
        let tried = |slot: &Slot| slot.unwrap(&code.wrapping_key(slot.plain().salt)).is_ok();
        door.slots().into_iter().any(tried)
    };
    assert!(!opens(code(2)) && opens(RecoveryCode::of_text(&text.to_lowercase()).unwrap()));
}

#[test]
fn what_a_newer_program_wrote_is_read_only() {
    let store = Rc::new(Broken::default());
    open(&store, None).write(1, "words");
    let newer =
        with(&store, "header", |_, value| Some(value.replace("\"format\":1", "\"format\":2")));
    let before = newer.values();
    let mut tab = open(&newer, None);
    assert!(tab.vault.is_read_only());
    assert_eq!(tab.texts(), ["words"]);
    assert_eq!(tab.vault.save_entry(&entry(2, "more")), Err(SaveError::Newer));
    assert_eq!(tab.vault.tend(), Err(SaveError::Newer));
    assert_eq!(newer.values(), before);
}

#[test]
fn a_slot_that_asks_for_hours_is_refused_before_a_key_is_made() {
    let hours = Kdf { memory_kib: 512 * 1024, passes: 100_000, lanes: 1 };
    let hostile = with(&locked(), "slot.", |name, value| {
        let slot = Slot::of_text(name, value).unwrap();
        let plain = *slot.plain();
        let Kind::Passphrase(_) = plain.kind else { return Some(value.to_owned()) };
        let plain = Plain { kind: Kind::Passphrase(hours), ..plain };
        let wrapping = code(9).wrapping_key(plain.salt);
        Some(Slot::wrap(plain, &wrapping, &key(9), [8; 24]).to_text(name))
    });
    let door = Door::at(hostile.clone()).unwrap();
    assert!(door.slots().iter().all(|slot| slot.plain().kind == Kind::Recovery));
    let tab = open(&hostile, Some(1));
    let costly = |problem: &&Problem| {
        matches!(problem, Problem::Unreadable { why: RecordError::TooCostly, .. })
    };
    assert_eq!(tab.problems.iter().filter(costly).count(), 2);
    assert_eq!(tab.texts(), ["words"]);
}

/// Dates decide nothing in the vault: what was saved under a clock a year ahead is
/// there, and so is what is saved after it was put back.
#[test]
fn a_clock_that_jumps_a_year_and_back_loses_nothing() {
    let store = Rc::new(Broken::default());
    let mut tab = open(&store, None);
    let first = tab.write(1, "today");
    let ahead = "2027-11-23T10:00:00+00:00".parse().unwrap();
    let edited = first.changed(ahead, |entry| entry.text = "a year ahead".into());
    tab.vault.save_entry(&edited).unwrap();
    let mut tab = open(&store, None);
    let back = edited.changed(now(), |entry| entry.text = "back again".into());
    tab.vault.save_entry(&back).unwrap();
    tab.tend();
    let again = open(&store, None);
    assert_eq!(again.texts(), ["back again"]);
    assert_eq!(again.problems, []);
}

/// A store that notes which names were read or touched.
#[derive(Default)]
struct Watched {
    store: Broken,
    touched: RefCell<Vec<String>>,
}

impl Watched {
    fn note(&self, key: &str) -> &Broken {
        self.touched.borrow_mut().push(key.to_owned());
        &self.store
    }
}

impl Store for Watched {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.note(key).get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.note(key).put(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.note(key).remove(key)
    }

    fn room(&self) -> Result<Room, StoreError> {
        self.store.room()
    }
}

#[test]
fn ten_thousand_names_of_others_are_neither_read_nor_touched() {
    let others = || (0..10_000).map(|n| (format!("other:{n:016x}"), "theirs".to_owned()));
    let watched = Watched { store: Broken::of(others().collect()), ..Watched::default() };
    let store = Rc::new(Own(watched));
    let open = || {
        let (vault, reading) = Door::at(store.clone()).unwrap().enter(None, random(), STYLE);
        let mut tab = Tab::new(vault, reading);
        tab.read_all();
        tab
    };
    open().write(1, "words");
    let mut tab = open();
    assert_eq!((tab.texts(), &tab.problems[..]), (vec!["words".to_owned()], &[][..]));
    tab.tend();
    tab.vault.delete_everything().unwrap();
    assert!(store.0.touched.borrow().iter().all(|key| key.starts_with(PREFIX)));
    assert_eq!(store.0.store.values(), others().collect());
}
