//! Two tabs on one store, each running in the middle of what the other does.

use crate::broken::Broken;
use crate::faults::runner;
use crate::histories::BLOCK;
use crate::shared::{STYLE, Tab, alarms, all_words, entry, key, now, random, slots, try_secret};
use freshet::core::entry::EntryId;
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::log::door::{Door, Needs};
use freshet::core::vault::log::{Heard, SaveError, Tended};
use freshet::core::vault::record;
use freshet::core::vault::store::{Room, Store, StoreError};
use proptest::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

#[derive(Debug, Clone, Copy)]
pub(crate) enum Act {
    Save,
    Edit(u8),
    Remove(u8),
    TendOnce,
    Tend,
    Hear(u8),
    TurnOn,
    Rewrap,
    Rekey,
    TurnOff,
    Reload,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => Just(Act::Save),
        8 => any::<u8>().prop_map(Act::Edit),
        2 => any::<u8>().prop_map(Act::Remove),
        5 => Just(Act::TendOnce),
        3 => Just(Act::Tend),
        4 => (0..20u8).prop_map(Act::Hear),
        1 => Just(Act::TurnOn),
        1 => Just(Act::Rewrap),
        1 => Just(Act::Rekey),
        1 => Just(Act::TurnOff),
        1 => Just(Act::Reload),
    ]
}

/// What both tabs share.
#[derive(Default)]
pub(crate) struct World {
    store: Broken,
    /// What each tab has not heard yet.
    events: [RefCell<VecDeque<String>>; 2],
    /// The tabs, unless one is at work.
    sides: [RefCell<Option<Side>>; 2],
    /// Operations of each tab before which the other takes a turn.
    turns: [RefCell<BTreeSet<u32>>; 2],
    counts: [Cell<u32>; 2],
    pub(crate) taken: Cell<u32>,
    /// Every word that was to be saved, and the words that it was to replace.
    tried: RefCell<BTreeMap<String, Option<String>>>,
    saved: RefCell<BTreeSet<String>>,
    removed: RefCell<BTreeSet<String>>,
    words: Cell<u8>,
    secrets: RefCell<Vec<u8>>,
}

/// The store as one tab sees it.
struct View {
    world: Rc<World>,
    side: usize,
}

impl View {
    fn before(&self) {
        let count = &self.world.counts[self.side];
        count.set(count.get() + 1);
        if self.world.turns[self.side].borrow_mut().remove(&count.get()) {
            let other = 1 - self.side;
            // While one runs in the middle of the other it is not interrupted.
            let Some(mut tab) = self.world.sides[other].take() else { return };
            self.world.taken.set(self.world.taken.get() + 1);
            tab.step();
            self.world.sides[other].replace(Some(tab));
        }
    }

    fn tell(&self, key: &str) {
        self.world.events[1 - self.side].borrow_mut().push_back(key.to_owned());
    }
}

impl Store for View {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.before();
        self.world.store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.before();
        self.world.store.get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.before();
        self.tell(key);
        self.world.store.put(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.before();
        self.tell(key);
        self.world.store.remove(key)
    }

    fn room(&self) -> Result<Room, StoreError> {
        self.world.store.room()
    }
}

/// One tab.
struct Side {
    world: Rc<World>,
    side: usize,
    tab: Tab,
    acts: VecDeque<Act>,
}

fn open(world: &Rc<World>, side: usize) -> Tab {
    let view = || Rc::new(View { world: world.clone(), side });
    loop {
        let door = Door::at(view()).unwrap();
        let secrets = world.secrets.borrow().clone();
        let key = match door.needs() {
            Needs::Nothing => None,
            Needs::Secret => match secrets.iter().rev().find_map(|one| try_secret(&door, *one)) {
                Some(key) => Some(key),
                // The other tab was in the middle of changing it.
                None if world.taken.get() > 0 => {
                    world.taken.set(world.taken.get() + 1);
                    assert!(world.taken.get() < 10_000, "nobody can open it");
                    continue;
                }
                None => panic!("nobody can open it"),
            },
            Needs::LostSlots => panic!("all slots are lost"),
        };
        let (mut vault, reading) = door.enter(key, random(), STYLE);
        vault.fill_blocks_at(BLOCK);
        let mut tab = Tab::new(vault, reading);
        tab.read_all();
        assert_eq!(alarms(&tab), [""; 0], "a false alarm");
        return tab;
    }
}

impl Side {
    fn reload(&mut self) {
        self.world.events[self.side].borrow_mut().clear();
        self.tab = open(&self.world, self.side);
    }

    fn step(&mut self) {
        let Some(act) = self.acts.pop_front() else { return };
        match act {
            Act::Save => {
                let text = self.words();
                let id = self.world.words.get();
                self.save(entry(id, &text), None);
            }
            Act::Edit(at) => {
                let Some(id) = self.pick(at) else { return };
                let text = self.words();
                let before = self.tab.journal.get(id).unwrap().clone();
                let after = before.changed(now(), |entry| entry.text = text);
                self.save(after, Some(before.text));
            }
            Act::Remove(at) => {
                let Some(id) = self.pick(at) else { return };
                let text = self.tab.journal.get(id).unwrap().text.clone();
                let ended = self.tab.vault.remove_entry(id);
                if ended.is_ok() {
                    self.tab.journal.remove(id);
                }
                // The other tab may have taken in one that was refused.
                if matches!(ended, Ok(()) | Err(SaveError::Elsewhere | SaveError::NotKept)) {
                    self.world.removed.borrow_mut().insert(text);
                }
                self.ended(ended);
            }
            Act::TendOnce => {
                self.tend_once();
            }
            Act::Tend => while self.tend_once() {},
            Act::Hear(count) => {
                for _ in 0..count {
                    self.hear();
                }
            }
            Act::TurnOn | Act::Rewrap | Act::Rekey | Act::TurnOff => self.turn(act),
            Act::Reload => self.reload(),
        }
    }

    fn words(&self) -> String {
        let n = self.world.words.get() + 1;
        self.world.words.set(n);
        format!("w{n}{}", " rain".repeat(20))
    }

    fn pick(&self, at: u8) -> Option<EntryId> {
        let mut all: Vec<_> = self.tab.entries().into_iter().map(|entry| entry.id).collect();
        all.sort();
        (!all.is_empty()).then(|| all[usize::from(at) % all.len()])
    }

    fn save(&mut self, entry: freshet::core::entry::Entry, over: Option<String>) {
        let ended = self.tab.vault.save_entry(&entry);
        self.world.tried.borrow_mut().insert(entry.text.clone(), over);
        if ended.is_ok() {
            self.world.saved.borrow_mut().insert(entry.text.clone());
            self.tab.journal.put(entry);
        }
        self.ended(ended);
    }

    fn ended(&mut self, ended: Result<(), SaveError>) {
        match ended {
            Ok(()) | Err(SaveError::Busy) => {}
            // Both wrote the header at once; the words stay with the page.
            Err(SaveError::Elsewhere | SaveError::NotKept) => self.reload(),
            Err(SaveError::Conflict) => self.tab.take_untold(),
            // The block was rewritten by the other tab meanwhile.
            Err(SaveError::Gone) => self.tab.take_untold(),
            Err(error) => panic!("{error:?}"),
        }
    }

    fn tend_once(&mut self) -> bool {
        match self.tab.vault.tend() {
            Ok(Tended::Done) => false,
            Ok(Tended::More) => true,
            Ok(Tended::KeptBeside(entry)) => {
                self.tab.journal.put(*entry);
                true
            }
            Err(error) => {
                self.ended(Err(error));
                false
            }
        }
    }

    /// Hears one event. Whether there was any.
    fn hear(&mut self) -> bool {
        let Some(key) = self.world.events[self.side].borrow_mut().pop_front() else {
            return false;
        };
        match self.tab.vault.hear(&key).unwrap() {
            Heard::Read(reading) => {
                self.tab.take(reading);
                self.tab.read_all();
            }
            Heard::Elsewhere => self.reload(),
            _ => {}
        }
        true
    }

    fn turn(&mut self, act: Act) {
        let n = self.world.words.get() + 1;
        self.world.words.set(n);
        let vault = &mut self.tab.vault;
        let same = vault.data_key().map(DataKey::copy);
        let made = slots(vault, &key(n));
        self.world.secrets.borrow_mut().push(n);
        let ended = match (act, same) {
            (Act::TurnOn, _) => vault.turn_on(key(n), &made),
            (Act::Rekey, _) => vault.rekey(key(n), &made),
            (Act::Rewrap, Some(same)) => {
                let made = slots(vault, &same);
                vault.rewrap(&made)
            }
            (Act::Rewrap, None) => Ok(()),
            _ => vault.turn_off(),
        };
        self.ended(ended);
    }
}

/// Runs the acts of both tabs, then lets both hear, tend and come to rest.
pub(crate) fn run(acts: [Vec<Act>; 2], turns: [BTreeSet<u32>; 2]) -> Rc<World> {
    let world = Rc::new(World::default());
    open(&world, 0).write(200, "first");
    world.saved.borrow_mut().insert("first".into());
    for (side, acts) in acts.into_iter().enumerate() {
        let tab = open(&world, side);
        let acts = acts.into_iter().collect();
        world.sides[side].replace(Some(Side { world: world.clone(), side, tab, acts }));
    }
    for (side, turns) in turns.into_iter().enumerate() {
        world.counts[side].set(0);
        world.turns[side].replace(turns);
    }
    let step = |side: usize, what: &dyn Fn(&mut Side) -> bool| {
        let mut tab = world.sides[side].take().unwrap();
        let more = what(&mut tab);
        world.sides[side].replace(Some(tab));
        more
    };
    for turn in 0.. {
        step(turn % 2, &|side| {
            side.step();
            false
        });
        let left = |side: usize| step(side, &|side| !side.acts.is_empty());
        if !left(0) && !left(1) {
            break;
        }
    }
    world.turns.iter().for_each(|turns| turns.borrow_mut().clear());
    come_to_rest(&world, &step);
    world
}

type Step<'a> = &'a dyn Fn(usize, &dyn Fn(&mut Side) -> bool) -> bool;

fn come_to_rest(world: &Rc<World>, step: Step<'_>) {
    for round in 0.. {
        assert!(round < 30, "the tabs never come to rest");
        let busy = [0, 1].map(|side| {
            let heard = step(side, &|side| {
                let mut heard = false;
                while side.hear() {
                    heard = true;
                }
                heard
            });
            step(side, &|side| {
                while side.tend_once() {}
                side.tab.take_untold();
                false
            });
            heard
        });
        if round > 0 && busy == [false, false] {
            break;
        }
    }
    let texts = [0, 1].map(|side| {
        let tab = world.sides[side].take().unwrap();
        assert_eq!(alarms(&tab.tab), [""; 0], "a false alarm");
        all_words(&tab.tab)
    });
    let fresh = open(world, 0);
    assert_eq!(texts[0], texts[1], "the tabs differ");
    assert_eq!(texts[0], all_words(&fresh), "the tabs differ from what is stored");
    let found: BTreeSet<String> = texts[0].values().map(|(_, text)| text.clone()).collect();
    let saved = world.saved.borrow();
    // What was replaced by words that were saved or taken away, be it by way of
    // words that the other tab saw before their own was refused.
    let tried = world.tried.borrow();
    let mut replaced = world.removed.borrow().clone();
    // Words of a save that was refused may stand there all the same: the other
    // tab took them in before.
    for text in saved.iter().chain(world.removed.borrow().iter()).chain(&found) {
        let mut text = text;
        while let Some(Some(over)) = tried.get(text) {
            replaced.insert(over.clone());
            text = over;
        }
    }
    for text in saved.iter() {
        let gone = replaced.contains(text);
        let word = text.split(' ').next().unwrap();
        assert!(gone || found.contains(text), "lost: {word}");
    }
    let sealed = fresh.vault.data_key().is_some();
    for (name, value) in world.store.values() {
        if name.len() == 16 {
            assert_eq!(record::peek(&value).unwrap().sealed, sealed, "not in form: {name}");
        }
    }
}

#[test]
fn tabs_in_the_middle_of_each_other_lose_no_word() {
    let (histories, turns_taken) = (Cell::new(0u32), Cell::new(0));
    let acts = || prop::collection::vec(act(), 1..14);
    let turns = || prop::collection::btree_set(1..250u32, 0..14);
    let run = |(one, other, turns, more): (_, _, _, _)| {
        let world = run([one, other], [turns, more]);
        histories.set(histories.get() + 1);
        turns_taken.set(turns_taken.get() + world.taken.get());
        Ok(())
    };
    runner(2500).run(&(acts(), acts(), turns(), turns()), run).unwrap();
    println!("tabs: {} histories, {} interruptions", histories.get(), turns_taken.get());
}
