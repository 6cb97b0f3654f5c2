//! Two tabs on one store, each running in the middle of what the other does.

use crate::histories::BLOCK;
use crate::seeds;
use crate::shared::{
    STYLE, Tab, alarms, all_words, begin, entry, key, now, random, slots, try_secret,
};
use crate::world::{View, World};
use freshet::core::entry::EntryId;
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::log::door::{Door, Needs};
use freshet::core::vault::log::{Heard, SaveError, Tended};
use freshet::core::vault::record;
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeSet, VecDeque};
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

/// One tab.
pub(crate) struct Side {
    world: Rc<World>,
    side: usize,
    tab: Tab,
    acts: VecDeque<Act>,
}

fn open(world: &Rc<World>, side: usize) -> Tab {
    let view = || Rc::new(View::new(world.clone(), side));
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

    pub(crate) fn step(&mut self) {
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
                    self.world.removed.borrow_mut().insert(text);
                } else {
                    self.world.unremoved.borrow_mut().push((text, id));
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
pub(crate) fn run(acts: [Vec<Act>; 2], turns: [BTreeSet<u32>; 2], names: u64) -> Rc<World> {
    begin(names);
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
    // What is refused is whole or absent: another tab may have read it before the
    // header was read again, and begun to rest on it. Whole, it takes the place of
    // what its writer changed, as if it had been saved; so words that are found
    // count, and so does a removal whose note is found.
    let tried = world.tried.borrow();
    let mut removed = world.removed.borrow().clone();
    let is_gone = |id| fresh.vault.standing(id).is_some_and(|standing| !standing.is_entry);
    let unremoved = world.unremoved.borrow();
    let whole = unremoved.iter().filter(|(_, id)| is_gone(*id));
    removed.extend(whole.map(|(text, _)| text.clone()));
    let mut replaced = removed.clone();
    for text in saved.iter().chain(&removed).chain(&found) {
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
    let run = |(one, other, turns, more, names): (_, _, _, _, _)| {
        let world = run([one, other], [turns, more], names);
        histories.set(histories.get() + 1);
        turns_taken.set(turns_taken.get() + world.taken.get());
    };
    seeds::each(2500, &(acts(), acts(), turns(), turns(), any::<u64>()), run);
    println!("tabs: {} histories, {} interruptions", histories.get(), turns_taken.get());
}
