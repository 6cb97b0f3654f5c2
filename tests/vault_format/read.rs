//! A file of stored values, and what this program reads of it.

use crate::secrets::Secret;
use freshet::core::entry::Entry;
use freshet::core::json::{Json, Shape};
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::compress::Coder;
use freshet::core::vault::header::{HEADER, Header};
use freshet::core::vault::keys::{SlotKind, VaultId};
use freshet::core::vault::log::door::Door;
use freshet::core::vault::log::{Change, Missing, Problem, Reading, Tended};
use freshet::core::vault::memory::MemoryStore;
use freshet::core::vault::pack::Packing;
use freshet::core::vault::record::{self, Form, Kind, Name, RecordError, Style};
use freshet::core::vault::store::Store;
use std::collections::BTreeMap;
use std::rc::Rc;

const PREFIX: &str = "freshet:";

/// Every stored value by its name without the prefix, in the order of names.
pub(crate) struct Stored {
    pub(crate) values: Vec<(String, String)>,
}

/// A value of a text.
fn text(text: impl AsRef<str>) -> Json {
    Json::of_text(text.as_ref())
}

fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.map(|(name, value)| (name.to_owned(), value)).into())
}

impl Stored {
    /// The values of a file as the page writes it.
    pub(crate) fn of_text(file: &str) -> Self {
        let json: Json = file.parse().unwrap();
        assert_eq!(json.get("freshet"), Some(&text("stored values")));
        let Some(Json::Object(values)) = json.get("values") else { panic!("no values") };
        let own = |(key, value): &(String, Json)| {
            Some((key.strip_prefix(PREFIX)?.to_owned(), value.text()?.to_owned()))
        };
        Self { values: values.iter().filter_map(own).collect() }
    }

    /// The file, a line a value.
    pub(crate) fn to_text(&self) -> String {
        let line = |(key, value): &(String, String)| {
            format!("  {}: {}", text(format!("{PREFIX}{key}")), text(value))
        };
        let lines: Vec<_> = self.values.iter().map(line).collect();
        let lines = lines.join(",\n");
        format!("{{\n \"freshet\": \"stored values\",\n \"values\": {{\n{lines}\n }}\n}}\n")
    }

    fn door(&self) -> Door {
        let store = MemoryStore::default();
        for (key, value) in &self.values {
            store.put(key, value).unwrap();
        }
        Door::at(Rc::new(store)).unwrap()
    }

    /// The vault's id; zeros where the header is missing or newer.
    pub(crate) fn vault(&self) -> VaultId {
        let header = self.values.iter().find(|(key, _)| key == HEADER);
        let header = header.and_then(|(_, text)| Header::of_text(text).ok());
        header.map_or(VaultId([0; 16]), |header| header.vault)
    }

    /// The data key that a secret opens, and the generation of its slot.
    pub(crate) fn unlock(&self, secret: &Secret) -> Option<(DataKey, u32)> {
        let door = self.door();
        door.slots()
            .into_iter()
            .find_map(|slot| Some((secret.opens(slot)?, slot.plain().generation)))
    }

    /// The data key of before, where one stands here.
    pub(crate) fn former_key(&self, opened: &DataKey) -> Option<DataKey> {
        let form = Form {
            vault: self.vault(),
            style: Style { packing: Packing::Wide, coder: Coder::Stored },
            key: Some(opened.copy()),
            former: None,
        };
        self.values.iter().find_map(|(key, text)| {
            let (_, mut body) = form.read(former_name(key)?, text).ok()?;
            Some(DataKey::take(body.as_mut_slice().try_into().unwrap()))
        })
    }

    /// The names of the values of a kind.
    pub(crate) fn names(&self, kind: Kind) -> Vec<String> {
        let of_kind = |text: &str| record::peek(text).is_ok_and(|head| head.kind == kind);
        let named = self.values.iter().filter(|(key, text)| key.len() == 16 && of_kind(text));
        named.map(|(key, _)| key.clone()).collect()
    }

    /// How many values there are of each sort, whatever they hold.
    pub(crate) fn outline(&self) -> BTreeMap<String, usize> {
        let mut outline = BTreeMap::new();
        for (key, value) in &self.values {
            let sort = match (key.parse::<Name>(), record::peek(value)) {
                (Ok(_), Ok(head)) => format!("{:?}, sealed: {}", head.kind, head.sealed),
                (Ok(_), Err(why)) => format!("{why:?}"),
                (Err(_), _) => key.chars().filter(|letter| !letter.is_ascii_digit()).collect(),
            };
            *outline.entry(sort).or_default() += 1;
        }
        outline
    }

    /// What is read here, a line each: entries by day and name, then what
    /// was not saved, then the settings, then what is wrong.
    pub(crate) fn lines(&self, secret: Option<&Secret>) -> String {
        let unlocked = secret.map(|secret| self.unlock(secret).unwrap());
        let random = crate::made::random(99);
        let style = Style { packing: Packing::Wide, coder: Coder::Stored };
        let (mut vault, reading) = self.door().enter(unlocked, random, style);
        let mut found = Found::default();
        found.take(reading);
        while !vault.is_read() {
            found.take(vault.read_more(100));
        }
        // Versions that gave way to another tab's are kept beside them.
        while let Ok(tended @ (Tended::More | Tended::KeptBeside(_))) = vault.tend() {
            if let Tended::KeptBeside(entry) = tended {
                found.put(*entry);
            }
        }
        found.into_text()
    }
}

#[derive(Default)]
struct Found {
    entries: Vec<Entry>,
    others: Vec<Json>,
    problems: Vec<Json>,
}

impl Found {
    fn take(&mut self, reading: Reading) {
        for change in reading.changes {
            match change {
                Change::Put(entry) => self.put(*entry),
                Change::Gone(id) => self.entries.retain(|entry| entry.id != id),
            }
        }
        let drafts = reading.drafts.iter().map(|draft| object([("draft", draft.to_json())]));
        self.others.extend(drafts);
        let settings = reading.settings.map(|it| object([("settings", it.to_json())]));
        self.others.extend(settings);
        self.problems.extend(reading.problems.iter().map(problem));
    }

    fn put(&mut self, entry: Entry) {
        self.entries.retain(|other| other.id != entry.id);
        self.entries.push(entry);
    }

    fn into_text(mut self) -> String {
        self.entries.sort_by_key(|entry| (entry.day, entry.id));
        let entries = self.entries.iter().map(|entry| object([("entry", entry.to_json())]));
        let sorted = |all: &[Json]| {
            let mut lines: Vec<_> = all.iter().map(Json::to_string).collect();
            lines.sort();
            lines
        };
        let mut lines: Vec<_> = entries.map(|line| line.to_string()).collect();
        lines.extend(sorted(&self.others));
        lines.extend(sorted(&self.problems));
        lines.iter().map(|line| format!("{line}\n")).collect()
    }
}

/// The name that the seal of a former key is made with.
pub(crate) fn former_name(key: &str) -> Option<Name> {
    let (generation, copy) = key.strip_prefix("former.")?.split_once('.')?;
    let (generation, copy): (u32, u32) = (generation.parse().ok()?, copy.parse().ok()?);
    format!("{copy:08x}{generation:08x}").parse().ok()
}

fn problem(problem: &Problem) -> Json {
    match problem {
        Problem::Unreadable { key, why, .. } => {
            let why = match why {
                RecordError::Damaged => "damaged",
                RecordError::Newer(_) => "newer",
                RecordError::Foreign => "foreign",
                RecordError::TooCostly => "too costly",
            };
            object([("problem", text(why)), ("name", text(key))])
        }
        Problem::Missing(missing) => {
            let missing = match missing {
                Missing::Entry(day) => object([("entry", day.to_json())]),
                Missing::Block(count, days) => {
                    object([("block", count.to_json()), ("days", days.to_json())])
                }
                Missing::List => text("list"),
                Missing::Settings => text("settings"),
                Missing::Looks => text("looks"),
                Missing::Header => text("header"),
                Missing::Slot(SlotKind::Passphrase) => object([("slot", text("passphrase"))]),
                Missing::Slot(SlotKind::Recovery) => object([("slot", text("recovery"))]),
            };
            object([("problem", text("missing")), ("what", missing)])
        }
    }
}
