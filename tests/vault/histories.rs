//! Generated histories of a journal, and what must be there after them: a model
//! that is told what each call returned, and held against what is found.

use crate::broken::{Broken, Fault, Values};
use crate::model::{Known, Model, may_be_either};
use crate::shared::{STYLE, Tab, begin, draft, entry, now, random, slots, try_secret};
use freshet::core::entry::{Entry, EntryId};
use freshet::core::settings::{AutoLock, Settings};
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::log::door::{Door, Needs};
use freshet::core::vault::log::{Problem, SaveError, Tended};
use freshet::core::vault::record;
use freshet::core::vault::record::Form;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Blocks of three entries or so.
pub(crate) const BLOCK: usize = 1200;

/// What a person, or the page by itself, does.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Act {
    Save,
    Edit(u8),
    Bin(u8),
    Remove(u8),
    Draft(u8),
    RemoveDraft(u8),
    Settings,
    TendOnce,
    Tend,
    TurnOn,
    Rewrap,
    Rekey,
    TurnOff,
    /// The page is loaded again.
    Reload,
    /// The browser is killed.
    Kill,
}

pub(crate) fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => Just(Act::Save),
        6 => any::<u8>().prop_map(Act::Edit),
        1 => any::<u8>().prop_map(Act::Bin),
        3 => any::<u8>().prop_map(Act::Remove),
        2 => (0..2u8).prop_map(Act::Draft),
        1 => (0..2u8).prop_map(Act::RemoveDraft),
        1 => Just(Act::Settings),
        3 => Just(Act::TendOnce),
        3 => Just(Act::Tend),
        2 => Just(Act::TurnOn),
        1 => Just(Act::Rewrap),
        2 => Just(Act::Rekey),
        2 => Just(Act::TurnOff),
        2 => Just(Act::Reload),
        1 => Just(Act::Kill),
    ]
}

/// A journal, the store it is kept in, and the model of it.
pub(crate) struct History {
    pub(crate) store: Rc<Broken>,
    tab: Tab,
    model: Model,
    /// The model as it was when the store began to lose what is written.
    lost: Option<Model>,
    /// Whether values were really damaged.
    damaged: bool,
    /// All words that were ever to be saved.
    texts: BTreeMap<EntryId, Vec<String>>,
    count: u8,
}

impl History {
    /// A new journal in a store that does these things wrong.
    pub(crate) fn new(faults: &[(u32, Fault)], looks: Vec<u32>, names: u64) -> Self {
        begin(names);
        let store = Rc::new(Broken::of(Values::new()));
        let tab = open(&store, None);
        store.plan(faults.iter().copied());
        store.refuse_looks(looks);
        let model = Model {
            entries: BTreeMap::new(),
            drafts: BTreeMap::new(),
            settings: Known::new(),
            secret: Known::new(),
        };
        let damaged = faults.iter().any(|(_, fault)| *fault == Fault::Half);
        Self { store, tab, model, lost: None, damaged, texts: BTreeMap::new(), count: 0 }
    }

    /// Does these things, looks at the journal through a sound store, does what
    /// waits, and looks again.
    pub(crate) fn run(mut self, acts: &[Act]) -> Rc<Broken> {
        for act in acts {
            let before = self.model.clone();
            let losing = self.store.is_losing();
            self.act(*act);
            if !losing && self.store.is_losing() {
                self.lost = Some(may_be_either(before, &self.model));
            }
            if self.store.is_stuck() {
                self.store.mend();
            }
        }
        self.store.make_sound();
        self.kill();
        self.finish();
        self.store
    }

    fn next(&mut self) -> u8 {
        self.count += 1;
        self.count
    }

    fn pick(&self, at: u8) -> Option<Entry> {
        let mut all: Vec<Entry> = self.tab.entries();
        all.sort_by_key(|entry| entry.id);
        (!all.is_empty()).then(|| all.swap_remove(at as usize % all.len()))
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Save => {
                let n = self.next();
                self.save(entry(n, &words(n)));
            }
            Act::Edit(at) => {
                let Some(before) = self.pick(at) else { return };
                let n = self.next();
                self.save(before.changed(now(), |entry| entry.text = words(n)));
            }
            Act::Bin(at) => {
                let Some(before) = self.pick(at) else { return };
                self.save(before.changed(now(), |entry| entry.binned = Some(now())));
            }
            Act::Remove(at) => {
                let Some(before) = self.pick(at) else { return };
                let ended = self.tab.vault.remove_entry(before.id);
                self.known(before.id).tried(None, &ended);
                match ended {
                    Ok(()) => self.tab.journal.remove(before.id),
                    Err(error) => self.refused(&error),
                }
            }
            Act::Draft(id) => {
                let text = words(self.next());
                let ended = self.tab.vault.save_draft(&draft(id, &text));
                self.draft(id).tried(Some(text), &ended);
                self.ended(ended);
            }
            Act::RemoveDraft(id) => {
                let ended = self.tab.vault.remove_draft(draft(id, "").id);
                self.draft(id).tried(None, &ended);
                self.ended(ended);
            }
            Act::Settings => {
                let n = self.next();
                let ended = self.tab.vault.change_settings(|now| *now = settings(n));
                let ended = ended.map(|_| ());
                self.model.settings.tried(Some(n), &ended);
                self.ended(ended);
            }
            Act::TendOnce => {
                let _ = self.tend_once();
            }
            Act::Tend => while self.tend_once() {},
            Act::TurnOn | Act::Rewrap | Act::Rekey | Act::TurnOff => self.turn(act),
            Act::Reload => self.reload(),
            Act::Kill => self.kill(),
        }
    }

    fn known(&mut self, id: EntryId) -> &mut Known<Entry> {
        self.model.entries.entry(id).or_insert_with(Known::new)
    }

    fn draft(&mut self, id: u8) -> &mut Known<String> {
        self.model.drafts.entry(draft(id, "").id).or_insert_with(Known::new)
    }

    fn save(&mut self, entry: Entry) {
        self.texts.entry(entry.id).or_default().push(entry.text.clone());
        let ended = self.tab.vault.save_entry(&entry);
        self.known(entry.id).tried(Some(entry.clone()), &ended);
        match ended {
            Ok(()) => self.tab.journal.put(entry),
            Err(error) => self.refused(&error),
        }
    }

    fn ended(&mut self, ended: Result<(), SaveError>) {
        if let Err(error) = ended {
            self.refused(&error);
        }
    }

    /// The page hears what it did not know, or opens the vault anew.
    fn refused(&mut self, error: &SaveError) {
        self.store.mend();
        if *error == SaveError::Elsewhere {
            self.reload();
        } else {
            self.tab.take_untold();
        }
    }

    fn tend_once(&mut self) -> bool {
        match self.tab.vault.tend() {
            Ok(Tended::Done) => false,
            Ok(Tended::More) => true,
            Ok(Tended::KeptBeside(entry)) => panic!("one tab in conflict with itself: {entry:?}"),
            Err(error) => {
                self.refused(&error);
                false
            }
        }
    }

    fn turn(&mut self, act: Act) {
        let n = self.next();
        let vault = &mut self.tab.vault;
        let key = DataKey::take(&mut [n; 32]);
        let made = slots(vault, &key);
        let (ended, secret) = match act {
            Act::TurnOn => (vault.turn_on(key, &made), Some(n)),
            Act::Rekey => (vault.rekey(key, &made), Some(n)),
            Act::TurnOff => (vault.turn_off(), None),
            _ => {
                let Some(same) = vault.data_key().map(DataKey::copy) else {
                    return;
                };
                let made = slots(vault, &same);
                (vault.rewrap(&made), Some(same.expose()[0]))
            }
        };
        match ended {
            Err(SaveError::Busy) => {}
            // Until the last value is plain, the old secret is asked for.
            Ok(()) if secret.is_none() => self.model.secret.maybe.push(None),
            ended => {
                self.model.secret.tried(secret, &ended);
                self.ended(ended);
            }
        }
    }

    fn reload(&mut self) {
        self.store.mend();
        self.store.paused.set(true);
        let (tab, secret) = open_by_any(&self.store, &self.model.secret);
        self.store.paused.set(false);
        self.model.secret.found(secret, "the secret");
        // Taking it off goes on.
        if tab.vault.data_key().is_none() && secret.is_some() {
            self.model.secret.maybe.push(None);
        }
        self.tab = tab;
        self.look();
    }

    fn kill(&mut self) {
        if self.store.kill()
            && let Some(lost) = self.lost.take()
        {
            self.model = lost;
        }
        self.reload();
    }

    /// Holds the model against what was found.
    fn look(&mut self) {
        let mut found: BTreeMap<EntryId, Entry> =
            self.tab.entries().into_iter().map(|entry| (entry.id, entry)).collect();
        for (id, known) in &mut self.model.entries {
            known.found(found.remove(id), "an entry");
        }
        assert_eq!(found, BTreeMap::new(), "never saved");
        let mut drafts: BTreeMap<_, _> =
            self.tab.drafts.iter().map(|draft| (draft.id, text_of(draft))).collect();
        for (id, known) in &mut self.model.drafts {
            known.found(drafts.remove(id), "a draft");
        }
        assert_eq!(drafts, BTreeMap::new(), "never drafted");
        let settings = self.tab.settings.clone().and_then(|settings| settings.auto_lock.idle);
        self.model.settings.found(settings, "the settings");
        let false_alarm =
            |problem: &&Problem| !self.damaged || !matches!(problem, Problem::Unreadable { .. });
        assert_eq!(self.tab.problems.iter().find(false_alarm), None, "a false alarm");
    }

    /// Does what waits, and looks whether anything is left over.
    fn finish(&mut self) {
        self.tab.tend();
        self.look();
        let values = self.store.values();
        let sealed = self.tab.vault.data_key().is_some();
        let counts = self.tab.vault.header().generation;
        for (key, value) in &values {
            if let Some((kind @ ("slot" | "former"), rest)) = key.split_once('.') {
                // Those of a later generation may be of another tab.
                let generation: u32 = rest.split('.').next().unwrap().parse().unwrap();
                assert!(generation > counts || generation == counts && kind == "slot", "{key}");
            } else if !["header", "looks", "left", "locked"].contains(&&key[..]) {
                let is_sealed = record::peek(value).is_ok_and(|head| head.sealed);
                assert!(is_sealed == sealed || !sealed && self.damaged, "not in form: {key}");
            }
        }
        if !self.damaged {
            self.look_for_removed_words(&values);
        }
        self.reload();
        self.tab.tend();
        let names = |values: &Values| values.keys().cloned().collect::<Vec<_>>();
        let (before, after) = (names(&values), names(&self.store.values()));
        assert_eq!(before.len(), after.len(), "not all was done: {before:?} {after:?}");
        self.reload();
    }

    /// Of what was taken away for good no word is left.
    fn look_for_removed_words(&self, values: &Values) {
        let key = self.tab.vault.data_key().map(DataKey::copy);
        let form = Form { vault: self.tab.vault.id(), style: STYLE, key, former: None };
        let named = values.iter().filter_map(|(key, value)| Some((key.parse().ok()?, value)));
        let bodies: Vec<String> = named
            .filter_map(|(name, value)| form.read(name, value).ok())
            .map(|(_, body)| String::from_utf8_lossy(&body).into_owned())
            .collect();
        for (id, texts) in &self.texts {
            if self.model.entries.get(id).is_none_or(|known| known.sure.is_none()) {
                for text in texts {
                    assert!(
                        !bodies.iter().any(|body| body.contains(text)),
                        "{text} is still there"
                    );
                }
            }
        }
    }
}

fn words(n: u8) -> String {
    format!("w{n}{}", " rain".repeat(1 + usize::from(n) * 7 % 60))
}

fn settings(n: u8) -> Settings {
    Settings { auto_lock: AutoLock { idle: Some(n), hidden: None }, ..Settings::default() }
}

fn text_of(draft: &freshet::core::draft::Draft) -> String {
    match &draft.work {
        freshet::core::draft::Work::Writing(writing) => writing.text.clone(),
        other => panic!("{other:?}"),
    }
}

fn open(store: &Rc<Broken>, secret: Option<u8>) -> Tab {
    let door = Door::at(store.clone()).unwrap();
    let key = secret.map(|secret| try_secret(&door, secret).unwrap());
    let (mut vault, reading) = door.enter(key, random(), STYLE);
    vault.fill_blocks_at(BLOCK);
    let mut tab = Tab::new(vault, reading);
    tab.read_all();
    tab
}

/// Opens the vault by whichever of these secrets it asks for.
fn open_by_any(store: &Rc<Broken>, known: &Known<u8>) -> (Tab, Option<u8>) {
    let door = Door::at(store.clone()).unwrap();
    match door.needs() {
        Needs::Nothing => (open(store, None), None),
        Needs::LostSlots => panic!("nobody can open it: {:#?}", store.values()),
        Needs::Secret => {
            let all = known.maybe.iter().rev().chain([&known.sure]).flatten();
            let opens = all.copied().find(|secret| try_secret(&door, *secret).is_some());
            let secret = opens.unwrap_or_else(|| panic!("{known:?} {:#?}", store.values()));
            (open(store, Some(secret)), Some(secret))
        }
    }
}
