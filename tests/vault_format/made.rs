//! The journals that the fixtures hold, written by this program. Bytes drawn at
//! random come from a seed, so that they are the same each time.

use crate::broken;
use crate::random;
use crate::read::Stored;
use crate::secrets::{self, Secret};
use crate::words::{changed, check_in, draft, entry, exercise, moment, prompted, settled};
use freshet::core::entry::{Entry, EntryId};
use freshet::core::settings::{Look, Looks, Settings};
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::compress::Coder;
use freshet::core::vault::header::HEADER;
use freshet::core::vault::kept::{Gone, Kept};
use freshet::core::vault::keys::{self, Kdf, Plain, RecoveryCode, Salt, Slot, derive};
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{self, Random, Tended, Vault};
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::pack::Packing;
use freshet::core::vault::passphrase::Passphrase;
use freshet::core::vault::record::Style;
use freshet::core::vault::store::Store;
use std::cell::Cell;
use std::rc::Rc;

/// A fixture.
pub(crate) struct Made {
    pub(crate) name: &'static str,
    pub(crate) stored: Stored,
    /// What opens it and what does not, in the form of [`secrets`].
    pub(crate) secrets: &'static str,
}

impl Made {
    pub(crate) fn opened_by(&self) -> Option<Secret> {
        secrets::of_text(self.secrets).0.into_iter().next()
    }
}

/// é is one letter, or an e with an accent behind it. The code is that of the
/// bytes 0 to 15; the last one has a slip.
const SECRETS: &str = "opens passphrase caf\u{e9} by the river
opens passphrase cafe\u{301} by the river
opens code 000G-40R4-0M30-E209-185G-R38E-1WEC
opens code ooog 4or4 om3o e2o9 i85g r38e lwec
refuses passphrase cafe by the river
refuses passphrase caf\u{e9} by the river\u{20}
refuses code ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZWBH
refuses code 000G-40R4-0M30-E209-185G-R38E-1WED
";
/// Where no passphrase slot may be tried.
const CODE_ONLY: &str = "opens code 000G-40R4-0M30-E209-185G-R38E-1WEC
refuses passphrase caf\u{e9} by the river\u{20}
";
const PASSPHRASE: &str = "caf\u{e9} by the river";
const CHEAP: Kdf = Kdf { memory_kib: 256, passes: 2, lanes: 1 };

/// All fixtures.
pub(crate) fn all() -> Vec<Made> {
    let plain = |name, store: &MemoryStore| Made { name, stored: stored(store), secrets: "" };
    let locked = |name, store: &MemoryStore| Made { secrets: SECRETS, ..plain(name, store) };
    vec![
        plain("plain", &journal(Packing::Wide).store),
        plain("plain-narrow", &journal(Packing::Narrow).store),
        locked("passphrase", &turned_on(Packing::Wide).store),
        locked("passphrase-narrow", &turned_on(Packing::Narrow).store),
        locked("passphrase-half-turned-on", &half_turned_on().store),
        locked("passphrase-half-changed", &half_changed().store),
        locked("passphrase-change-that-did-not-count", &uncounted().store),
        locked("passphrase-half-turned-off", &half_turned_off().store),
        locked("passphrase-half-turned-off-unproven", &unproven().store),
        plain("version-before", &version_before().store),
        plain("stopped-between-two-writes", &stopped().store),
        plain("two-tabs-saved-one-revision", &two_tabs().store),
        plain("two-tabs-saved-settings", &two_settings().store),
        plain("damaged-entry", &broken::damaged_entry().store),
        plain("missing-entry", &broken::missing_entry().store),
        plain("missing-block-settings-looks", &broken::missing_block().store),
        plain("missing-list", &broken::missing_list().store),
        plain("missing-header", &broken::missing_header().store),
        plain("newer-value", &broken::newer_value().store),
        plain("newer-header", &broken::newer_header().store),
        locked("passphrase-one-copy-damaged", &broken::one_copy_damaged().store),
        locked("passphrase-value-of-another-vault", &broken::of_another_vault().store),
        Made {
            secrets: CODE_ONLY,
            ..plain("passphrase-slot-that-asks-too-much", &broken::asks_too_much().store)
        },
    ]
}

/// A vault and the store that it stands in.
pub(crate) struct Page {
    pub(crate) store: Rc<MemoryStore>,
    vault: Vault,
}

/// Opens a store in which nothing is yet, or nothing that needs a key.
fn open(store: &Rc<MemoryStore>, packing: Packing, seed: u64) -> Page {
    let style = Style { packing, coder: Coder::Ppmd };
    let door = Door::at(store.clone()).unwrap();
    let (mut vault, _) = door.enter(None, random(seed), style);
    while !vault.is_read() {
        vault.read_more(usize::MAX);
    }
    Page { store: store.clone(), vault }
}

pub(crate) fn random(seed: u64) -> Random {
    let state = Cell::new(seed);
    Box::new(move |bytes| random::fill(&state, bytes))
}

pub(crate) fn stored(store: &MemoryStore) -> Stored {
    Stored { values: log::raw(store).unwrap() }
}

impl Page {
    pub(crate) fn save(&mut self, entry: &Entry) {
        self.vault.save_entry(entry).unwrap();
    }

    fn tend(&mut self) {
        while self.vault.tend().unwrap() != Tended::Done {}
    }

    /// Does some of what waits, and is stopped.
    fn tend_times(&mut self, times: usize) {
        for _ in 0..times {
            assert_eq!(self.vault.tend(), Ok(Tended::More));
        }
    }
}

/// A vault with a block.
pub(crate) fn small(packing: Packing, seed: u64) -> Page {
    let mut page = open(&Rc::default(), packing, seed);
    page.vault.change_settings(|now| now.introduced = true).unwrap();
    page.vault.save_looks(&Looks { look: Look::Dusk, ..Looks::default() }).unwrap();
    let mut records: Vec<Kept> =
        settled().into_iter().map(|entry| Kept::Entry(Box::new(entry))).collect();
    records.push(Kept::Gone(Gone { gone: EntryId::from_random([11; 8]), revision: 3 }));
    let mut records = records.into_iter().map(|kept| (kept.clone(), kept.to_text())).collect();
    page.vault.keep_many(&mut records).unwrap();
    page
}

/// What every sort of thing that is kept leaves in a store.
fn journal(packing: Packing) -> Page {
    let mut page = small(packing, 1);
    for entry in [prompted(), check_in(), exercise(), entry(12, 12, "Tired.")] {
        page.save(&entry);
    }
    page.save(&changed(&settled()[6], "It was changed, and is fresh again: \u{e9}t\u{e9}."));
    page.vault.remove_entry(EntryId::from_random([6; 8])).unwrap();
    let first = entry(13, 13, "It was put in the bin.");
    page.save(&first);
    page.save(&first.changed(moment(20), |entry| entry.binned = Some(moment(20))));
    page.vault.save_draft(&draft(20, "Not saved yet: \u{e9}, 川 and 🧊.")).unwrap();
    page.tend();
    page
}

/// An entry with its version before, and a day marked as hard.
fn version_before() -> Page {
    let mut page = open(&Rc::default(), Packing::Wide, 24);
    let first = entry(1, 1, "It was written like this: \u{e9}t\u{e9}.");
    page.save(&first);
    let mut second = changed(&first, "Then it was changed.").keeping(&first);
    (second.pinned, second.left_out) = (true, true);
    page.save(&second);
    page.vault.change_settings(|now| now.hard_days.set(first.day, true)).unwrap();
    page
}

fn code() -> RecoveryCode {
    RecoveryCode::take(&mut std::array::from_fn(|at| at as u8))
}

pub(crate) fn data_key(byte: u8) -> DataKey {
    DataKey::take(&mut std::array::from_fn(|at| byte ^ (at as u8 * 7)))
}

/// Slots of the next generation that hold a key.
fn slots(vault: &Vault, key: &DataKey) -> Vec<Slot> {
    let generation = vault.next_generation();
    [keys::Kind::Passphrase(CHEAP), keys::Kind::Recovery]
        .into_iter()
        .zip(1..)
        .map(|(kind, number)| {
            let salt = Salt([number ^ generation as u8; 16]);
            let plain = Plain { vault: vault.header().vault, generation, salt, kind };
            let wrapping = match kind {
                keys::Kind::Passphrase(kdf) => {
                    let passphrase = Passphrase::of_normalized(PASSPHRASE.to_owned());
                    derive(&passphrase, salt, &kdf).unwrap()
                }
                keys::Kind::Recovery => code().wrapping_key(salt),
            };
            Slot::wrap(plain, &wrapping, key, [number ^ (generation >> 8) as u8; 24])
        })
        .collect()
}

fn turn_on(page: &mut Page) {
    let slots = slots(&page.vault, &data_key(1));
    page.vault.turn_on(data_key(1), &slots).unwrap();
}

pub(crate) fn turned_on(packing: Packing) -> Page {
    let mut page = journal(packing);
    turn_on(&mut page);
    page.tend();
    page.save(&entry(14, 14, "Written under the passphrase. \u{e9}"));
    page
}

fn half_turned_on() -> Page {
    let mut page = journal(Packing::Wide);
    turn_on(&mut page);
    page.tend_times(4);
    page
}

fn half_changed() -> Page {
    let mut page = turned_on(Packing::Wide);
    page.tend();
    let slots = slots(&page.vault, &data_key(2));
    page.vault.rekey(data_key(2), &slots).unwrap();
    page.tend_times(4);
    page
}

/// The new slots and the key of before are written, and the header is not.
fn uncounted() -> Page {
    let mut page = turned_on(Packing::Wide);
    page.tend();
    let before = stored(&page.store);
    let slots = slots(&page.vault, &data_key(2));
    page.vault.rekey(data_key(2), &slots).unwrap();
    page.store.remove(HEADER).unwrap();
    put_back(&page.store, &before);
    page
}

fn half_turned_off() -> Page {
    let mut page = turned_on(Packing::Wide);
    page.tend();
    page.vault.turn_off().unwrap();
    page.tend_times(4);
    page
}

/// The same without the data key sealed under itself, as it was once left.
fn unproven() -> Page {
    let page = half_turned_off();
    for key in page.store.keys().unwrap() {
        if key.starts_with("former.") {
            page.store.remove(&key).unwrap();
        }
    }
    page
}

/// The new record, list and draft are written; the old ones did not go.
fn stopped() -> Page {
    let mut page = small(Packing::Wide, 2);
    let first = entry(15, 15, "The older words.");
    page.save(&first);
    page.vault.save_draft(&draft(21, "The older draft.")).unwrap();
    let before = stored(&page.store);
    page.save(&changed(&first, "The newer words."));
    page.vault.save_draft(&draft(21, "The newer draft.")).unwrap();
    put_back(&page.store, &before);
    page
}

/// Puts back what was there and is not there any more.
pub(crate) fn put_back(store: &MemoryStore, before: &Stored) {
    for (key, value) in &before.values {
        if store.get(key).unwrap().is_none() {
            store.put(key, value).unwrap();
        }
    }
}

/// Both save settings of one step.
fn two_settings() -> Page {
    let mut page = small(Packing::Wide, 5);
    let other = Rc::new(MemoryStore::default());
    put_back(&other, &stored(&page.store));
    let mut other = open(&other, Packing::Wide, 6);
    let set = |page: &mut Page, day: u8, words: &str| {
        let change = |now: &mut Settings| {
            now.hard_days.set(moment(day).day(), true);
            now.to_reader = Some(words.to_owned());
        };
        page.vault.change_settings(change).unwrap();
    };
    set(&mut page, 2, "What one tab kept.");
    set(&mut other, 1, "What the other tab kept.");
    put_back(&page.store, &stored(&other.store));
    page
}

/// Both change an entry, one of them another one twice, and one takes away what
/// the other changes.
fn two_tabs() -> Page {
    let mut page = small(Packing::Wide, 3);
    let (one, two) = (entry(16, 16, "Before the two tabs."), entry(17, 17, "This one too."));
    let three = entry(18, 18, "And a third.");
    [&one, &two, &three].into_iter().for_each(|entry| page.save(entry));
    let before = stored(&page.store);
    let other = Rc::new(MemoryStore::default());
    put_back(&other, &before);
    let mut other = open(&other, Packing::Wide, 4);
    page.save(&changed(&one, "What one tab made of it."));
    let third = changed(&three, "What one tab made of the third.");
    page.save(&third);
    page.save(&changed(&third, "And made of that."));
    page.vault.remove_entry(two.id).unwrap();
    other.save(&changed(&one, "What the other tab made of it."));
    other.save(&changed(&three, "What the other tab made of the third."));
    other.save(&changed(&two, "In doubt these words stay."));
    put_back(&page.store, &stored(&other.store));
    for (key, _) in &before.values {
        if other.store.get(key).unwrap().is_none() {
            page.store.remove(key).unwrap();
        }
    }
    page
}
