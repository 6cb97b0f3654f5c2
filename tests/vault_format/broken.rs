//! Stores in which something is damaged, missing, newer, or not what it was.

use crate::made::{Page, data_key, put_back, small, stored, turned_on};
use crate::read::Stored;
use crate::words::entry;
use freshet::core::hex;
use freshet::core::vault::checksum;
use freshet::core::vault::compress::Coder;
use freshet::core::vault::header::HEADER;
use freshet::core::vault::keys::VaultId;
use freshet::core::vault::log;
use freshet::core::vault::pack::{self, Packing};
use freshet::core::vault::record::{self, Form, Style};
use freshet::core::vault::store::Store;

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
pub(crate) fn damaged_entry() -> Page {
    let mut page = small(Packing::Wide, 5);
    let before = stored(&page.store);
    page.save(&entry(17, 17, "These words are damaged."));
    let key = new_name(&page, &before, record::Kind::Record);
    let text = page.store.get(&key).unwrap().unwrap();
    let letter = text.chars().nth(text.chars().count() / 2).unwrap().to_string();
    change_text(&page, &key, &letter, if letter == "\u{1234}" { "\u{1235}" } else { "\u{1234}" });
    page
}

pub(crate) fn missing_entry() -> Page {
    let mut page = small(Packing::Wide, 6);
    page.save(&entry(18, 18, "This one is not lost."));
    let before = stored(&page.store);
    page.save(&entry(19, 19, "This value is lost."));
    page.store.remove(&new_name(&page, &before, record::Kind::Record)).unwrap();
    page
}

pub(crate) fn missing_block() -> Page {
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
pub(crate) fn missing_list() -> Page {
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

pub(crate) fn missing_header() -> Page {
    let page = small(Packing::Wide, 9);
    page.store.remove(HEADER).unwrap();
    page
}

pub(crate) fn newer_value() -> Page {
    let mut page = small(Packing::Wide, 10);
    let before = stored(&page.store);
    page.save(&entry(18, 18, "A newer program wrote it."));
    forge(&page, &new_name(&page, &before, record::Kind::Record), |bytes| bytes[0] = 2);
    page
}

pub(crate) fn newer_header() -> Page {
    let page = small(Packing::Wide, 11);
    change_text(&page, HEADER, "\"format\":1", "\"format\":2");
    page
}

fn slot_name(page: &Page, ending: &str) -> String {
    let mut keys = page.store.keys().unwrap().into_iter();
    keys.find(|key| key.starts_with(log::SLOT) && key.ends_with(ending)).unwrap()
}

/// One copy of each slot is damaged.
pub(crate) fn one_copy_damaged() -> Page {
    let page = turned_on(Packing::Wide);
    for ending in ["passphrase.2", "recovery.1"] {
        change_text(&page, &slot_name(&page, ending), "salt\":\"", "salt\":\"0");
    }
    page
}

/// A value of the same key and name in another vault.
pub(crate) fn of_another_vault() -> Page {
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

/// Its passphrase would take hours; its checksum is right.
pub(crate) fn asks_too_much() -> Page {
    let page = turned_on(Packing::Wide);
    for ending in ["passphrase.1", "passphrase.2"] {
        let key = slot_name(&page, ending);
        let text = page.store.get(&key).unwrap().unwrap();
        let inner = text.rsplit_once(",\"checksum\"").unwrap().0;
        let inner = inner.replace("\"passes\":2", "\"passes\":200000");
        let sum = hex::encode(&checksum::checksum(&key, inner.as_bytes()));
        page.store.put(&key, &format!("{inner},\"checksum\":\"{sum}\"}}")).unwrap();
    }
    page
}
