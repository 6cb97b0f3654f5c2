//! The journals that the fixtures hold, written by this program. Bytes drawn at
//! random come from a seed, so that they are the same each time.

use crate::read::Stored;
use crate::secrets::{self, Secret};
use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::day::Moment;
use freshet::core::draft::{Draft, Work, Writing};
use freshet::core::entry::{
    Answer, Answered, Chosen, Entry, EntryId, ExerciseRecord, Kind, Prompted,
};
use freshet::core::feeling::Point;
use freshet::core::rating::{Rating, Ratings};
use freshet::core::settings::{Look, Looks, Settings};
use freshet::core::vault::checksum;
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::compress::Coder;
use freshet::core::vault::header::HEADER;
use freshet::core::vault::kept::{Gone, Kept};
use freshet::core::vault::keys::{self, Kdf, Plain, RecoveryCode, Salt, Slot, VaultId, derive};
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{self, Random, Tended, Vault};
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::pack::{self, Packing};
use freshet::core::vault::passphrase::Passphrase;
use freshet::core::vault::record::{self, Form, Style};
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
refuses passphrase caf\u{e9} by the river 
refuses code ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZWBH
refuses code 000G-40R4-0M30-E209-185G-R38E-1WED
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
        locked("passphrase-half-turned-off", &half_turned_off().store),
        plain("stopped-between-two-writes", &stopped().store),
        plain("two-tabs-saved-one-revision", &two_tabs().store),
        plain("damaged-entry", &damaged_entry().store),
        plain("missing-entry", &missing_entry().store),
        plain("missing-block-settings-looks", &missing_block().store),
        plain("missing-list", &missing_list().store),
        plain("missing-header", &missing_header().store),
        plain("newer-value", &newer_value().store),
        plain("newer-header", &newer_header().store),
        locked("passphrase-one-copy-damaged", &one_copy_damaged().store),
        locked("passphrase-value-of-another-vault", &of_another_vault().store),
    ]
}

struct Page {
    store: Rc<MemoryStore>,
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

/// Xorshift; see Marsaglia 2003.
pub(crate) fn random(seed: u64) -> Random {
    let state = Cell::new(seed);
    Box::new(move |bytes| {
        for byte in bytes {
            let mut next = state.get();
            next ^= next << 13;
            next ^= next >> 7;
            next ^= next << 17;
            state.set(next);
            *byte = (next >> 32) as u8;
        }
    })
}

fn stored(store: &MemoryStore) -> Stored {
    Stored { values: log::raw(store).unwrap() }
}

impl Page {
    fn save(&mut self, entry: &Entry) {
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

fn moment(day: u8) -> Moment {
    format!("2026-11-{day:02}T21:04:05+01:00").parse().unwrap()
}

fn entry(id: u8, day: u8, text: &str) -> Entry {
    let id = EntryId::from_random([id; 8]);
    let mut entry = Entry::new(id, moment(day), Kind::Writing(None));
    entry.text = text.to_owned();
    entry
}

fn changed(entry: &Entry, text: &str) -> Entry {
    entry.changed(moment(24), |entry| entry.text = text.to_owned())
}

/// Words in several scripts, and what JSON has to escape.
fn settled() -> Vec<Entry> {
    vec![
        entry(1, 1, "The river is still frozen at the edges, and so am I, a little."),
        entry(2, 2, "Un caf\u{e9} au bord de l\u{2019}eau. D\u{e9}j\u{e0} novembre\u{a0}!"),
        entry(3, 3, "Decomposed: cafe\u{301}. \u{2014} \"Quoted\", a \\ and\na line,\ta tab."),
        entry(4, 4, "今日は静かな一日だった。川の音を聞いて、少し楽になった。"),
        entry(5, 5, "Сегодня было тихо, и лёд пошёл. 🧊→💧 👩‍👩‍👧"),
        entry(6, 6, "This one is taken away for good."),
        entry(7, 7, "This one is changed after it has settled."),
    ]
}

fn prompted() -> Entry {
    let prompted = Prompted {
        theme: "shutdown".to_owned(),
        prompt: "small".to_owned(),
        question: "What is one thing that is a little easier today?".to_owned(),
    };
    Entry { kind: Kind::Writing(Some(prompted)), ..entry(8, 8, "Getting up was.") }
}

fn check_in() -> Entry {
    let known = Word {
        word: "flat".to_owned(),
        feeling: Some("flat".to_owned()),
        at: Some(Point::new(-40, -60)),
    };
    let own = Word { word: "brouillé".to_owned(), feeling: None, at: None };
    let said = Said::Words(vec![known, own]);
    let check_in = CheckIn { point: Some(Point::new(-35, -50)), said };
    Entry { kind: Kind::CheckIn, check_in: Some(check_in), ..entry(9, 9, "") }
}

fn exercise() -> Entry {
    let answered = |step: &str, question: &str, answer| Answered {
        step: step.to_owned(),
        question: question.to_owned(),
        answer,
    };
    let chosen = Chosen { id: "walk".to_owned(), label: "A short walk".to_owned() };
    let rating = |number| Rating::try_from(number).ok();
    let record = ExerciseRecord {
        exercise: "one-small-step".to_owned(),
        version: 1,
        started: moment(10),
        finished: moment(10),
        stopped_early: true,
        before: Ratings { distress: rating(6), energy: rating(2) },
        after: Ratings { distress: rating(4), energy: None },
        answers: vec![
            answered("what", "What could it be?", Answer::Choice(chosen)),
            answered("words", "In your own words?", Answer::Text("Jusqu\u{2019}au pont.".into())),
        ],
    };
    Entry { kind: Kind::Exercise(record), ..entry(10, 10, "") }
}

fn draft(id: u8, text: &str) -> Draft {
    let mut writing = Writing::new(moment(23).day(), None);
    writing.text = text.to_owned();
    Draft {
        id: EntryId::from_random([id; 8]),
        started: moment(23),
        changed: moment(23),
        work: Work::Writing(writing),
    }
}

/// A vault with a block.
fn small(packing: Packing, seed: u64) -> Page {
    let mut page = open(&Rc::default(), packing, seed);
    page.vault.save_settings(&Settings { introduced: true, ..Settings::default() }).unwrap();
    page.vault.save_looks(&Looks { look: Look::Dusk, ..Looks::default() }).unwrap();
    let mut records: Vec<Kept> =
        settled().into_iter().map(|entry| Kept::Entry(Box::new(entry))).collect();
    records.push(Kept::Gone(Gone { gone: EntryId::from_random([11; 8]), revision: 3 }));
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

fn code() -> RecoveryCode {
    RecoveryCode::take(&mut std::array::from_fn(|at| at as u8))
}

fn data_key(byte: u8) -> DataKey {
    DataKey::take(&mut std::array::from_fn(|at| byte ^ (at as u8 * 7)))
}

/// Slots of the next generation that hold a key.
fn slots(vault: &Vault, key: &DataKey) -> Vec<Slot> {
    let generation = vault.next_generation();
    [keys::Kind::Passphrase(CHEAP), keys::Kind::Recovery]
        .into_iter()
        .zip(1..)
        .map(|(kind, number)| {
            let salt = Salt([number * 16 + generation as u8; 16]);
            let plain = Plain { vault: vault.header().vault, generation, salt, kind };
            let wrapping = match kind {
                keys::Kind::Passphrase(kdf) => {
                    let passphrase = Passphrase::of_normalized(PASSPHRASE.to_owned());
                    derive(&passphrase, salt, &kdf).unwrap()
                }
                keys::Kind::Recovery => code().wrapping_key(salt),
            };
            Slot::wrap(plain, &wrapping, key, [number * 3 + generation as u8; 24])
        })
        .collect()
}

fn turn_on(page: &mut Page) {
    let slots = slots(&page.vault, &data_key(1));
    page.vault.turn_on(data_key(1), &slots).unwrap();
}

fn turned_on(packing: Packing) -> Page {
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

fn half_turned_off() -> Page {
    let mut page = turned_on(Packing::Wide);
    page.tend();
    page.vault.turn_off().unwrap();
    page.tend_times(4);
    page
}

/// The new record and the new list are written; the old ones did not go.
fn stopped() -> Page {
    let mut page = small(Packing::Wide, 2);
    let first = entry(15, 15, "The older words.");
    page.save(&first);
    let before = stored(&page.store);
    page.save(&changed(&first, "The newer words."));
    page.vault.save_draft(&draft(21, "A draft.")).unwrap();
    put_back(&page.store, &before);
    page
}

/// Puts back what was there and is not there any more.
fn put_back(store: &MemoryStore, before: &Stored) {
    for (key, value) in &before.values {
        if store.get(key).unwrap().is_none() {
            store.put(key, value).unwrap();
        }
    }
}

fn two_tabs() -> Page {
    let mut page = small(Packing::Wide, 3);
    let first = entry(16, 16, "Before the two tabs.");
    page.save(&first);
    let before = stored(&page.store);
    let other = Rc::new(MemoryStore::default());
    put_back(&other, &before);
    let mut other = open(&other, Packing::Wide, 4);
    page.save(&changed(&first, "What one tab made of it."));
    other.save(&changed(&first, "What the other tab made of it."));
    put_back(&page.store, &stored(&other.store));
    for (key, _) in &before.values {
        if other.store.get(key).unwrap().is_none() {
            page.store.remove(key).unwrap();
        }
    }
    page
}

/// The name of the value of this kind that stands here and did not stand there.
fn new_name(page: &Page, before: &Stored, kind: record::Kind) -> String {
    let mut names = stored(&page.store).names(kind).into_iter();
    names.find(|key| !before.values.iter().any(|(other, _)| other == key)).unwrap()
}

/// Puts other bytes into a value, with a checksum that is right.
fn forge(page: &Page, key: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = pack::unpack(&page.store.get(key).unwrap().unwrap()).unwrap();
    bytes.truncate(bytes.len() - checksum::LENGTH);
    change(&mut bytes);
    bytes.extend(checksum::checksum(key, &bytes));
    page.store.put(key, &pack::pack(&bytes, Packing::Wide)).unwrap();
}

fn change_text(page: &Page, key: &str, from: &str, to: &str) {
    let text = page.store.get(key).unwrap().unwrap();
    assert!(text.contains(from), "{text}");
    page.store.put(key, &text.replace(from, to)).unwrap();
}

/// One letter of it is another one.
fn damaged_entry() -> Page {
    let mut page = small(Packing::Wide, 5);
    let before = stored(&page.store);
    page.save(&entry(17, 17, "These words are damaged."));
    let key = new_name(&page, &before, record::Kind::Record);
    let text = page.store.get(&key).unwrap().unwrap();
    let letter = text.chars().nth(text.chars().count() / 2).unwrap().to_string();
    change_text(&page, &key, &letter, if letter == "\u{1234}" { "\u{1235}" } else { "\u{1234}" });
    page
}

fn missing_entry() -> Page {
    let mut page = small(Packing::Wide, 6);
    page.save(&entry(18, 18, "This one is not lost."));
    let before = stored(&page.store);
    page.save(&entry(19, 19, "This value is lost."));
    page.store.remove(&new_name(&page, &before, record::Kind::Record)).unwrap();
    page
}

fn missing_block() -> Page {
    let mut page = small(Packing::Wide, 7);
    page.save(&entry(18, 18, "This one is not lost."));
    for kind in [record::Kind::Block, record::Kind::Settings] {
        for key in stored(&page.store).names(kind) {
            page.store.remove(&key).unwrap();
        }
    }
    page.store.remove(log::LOOKS).unwrap();
    page
}

/// The list that stands there is three entries older than the journal.
fn missing_list() -> Page {
    let mut page = small(Packing::Wide, 8);
    let before = stored(&page.store);
    for day in 16..=18 {
        page.save(&entry(day, day, "The list does not name it."));
    }
    let list = new_name(&page, &before, record::Kind::List);
    page.store.remove(&list).unwrap();
    put_back(&page.store, &before);
    page
}

fn missing_header() -> Page {
    let page = small(Packing::Wide, 9);
    page.store.remove(HEADER).unwrap();
    page
}

fn newer_value() -> Page {
    let mut page = small(Packing::Wide, 10);
    let before = stored(&page.store);
    page.save(&entry(18, 18, "A newer program wrote it."));
    forge(&page, &new_name(&page, &before, record::Kind::Record), |bytes| bytes[0] = 2);
    page
}

fn newer_header() -> Page {
    let page = small(Packing::Wide, 11);
    change_text(&page, HEADER, "\"format\":1", "\"format\":2");
    page
}

/// One copy of each slot is damaged.
fn one_copy_damaged() -> Page {
    let page = turned_on(Packing::Wide);
    for key in ["slot.1.passphrase.2", "slot.1.recovery.1"] {
        change_text(&page, key, "salt\":\"", "salt\":\"0");
    }
    page
}

/// A value of the same key and name in another vault.
fn of_another_vault() -> Page {
    let page = turned_on(Packing::Wide);
    let key = stored(&page.store).names(record::Kind::Block).remove(0);
    let values = page.store.get(&key).unwrap().unwrap();
    let other = Form {
        vault: VaultId([9; 16]),
        style: Style { packing: Packing::Wide, coder: Coder::Ppmd },
        key: Some(data_key(1)),
        former: None,
    };
    let head = record::peek(&values).unwrap();
    let text = other.write(key.parse().unwrap(), head.kind, head.step, b"{}", [7; 24]);
    page.store.put(&key, &text).unwrap();
    page
}
