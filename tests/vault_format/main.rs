//! The format of the vault, held by stores that were kept: what stands in
//! `fixtures/vault/format-1/` is read for ever, and is what this program writes.
//! A file's name says what is in it; the lines beside it say what is to be read
//! of it. `vault-reader/` reads the same files by `docs/vault-format.md` alone.
//!
//! `cargo test --test vault_format -- --ignored` writes them anew, which a
//! released format never needs.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod broken;
mod made;
#[path = "../vault/random.rs"]
mod random;
mod read;
mod secrets;
mod words;

use freshet::core::json::{Json, Shape};
use freshet::core::settings::{Looks, Settings};
use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::compress::Coder;
use freshet::core::vault::header::Header;
use freshet::core::vault::kept::Kept;
use freshet::core::vault::keys::Slot;
use freshet::core::vault::list::List;
use freshet::core::vault::open_text;
use freshet::core::vault::pack::{self, Packing};
use freshet::core::vault::record::{self, Form, Kind, Name, Style};
use read::Stored;
use secrets::Secret;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The fixtures as this program makes them today.
static MADE: LazyLock<Vec<made::Made>> = LazyLock::new(made::all);

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vault/format-1")
}

/// The text of a fixture's file with this ending.
fn file(name: &str, ending: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.{ending}"))).unwrap()
}

fn stored(name: &str) -> Stored {
    Stored::of_text(&file(name, "json"))
}

/// The secrets that open a fixture, and those that do not.
fn secrets(name: &str) -> (Vec<Secret>, Vec<Secret>) {
    let path = folder().join(format!("{name}.secrets"));
    if path.exists() {
        secrets::of_text(&fs::read_to_string(path).unwrap())
    } else {
        <_>::default()
    }
}

fn names() -> BTreeSet<String> {
    let there = fs::read_dir(folder()).unwrap().flatten();
    let json = |name: &str| name.strip_suffix(".json").map(str::to_owned);
    there.filter_map(|file| json(file.file_name().to_str()?)).collect()
}

#[test]
#[ignore = "writes the fixtures anew"]
fn write_fixtures() {
    for made in MADE.iter() {
        let put = |ending, text| fs::write(folder().join([made.name, ending].concat()), text);
        put(".json", made.stored.to_text()).unwrap();
        put(".jsonl", made.stored.lines(made.opened_by().as_ref())).unwrap();
        if !made.secrets.is_empty() {
            put(".secrets", made.secrets.to_owned()).unwrap();
        }
    }
}

/// The same sorts of values, as many of each, stand in a journal that is written
/// today.
#[test]
fn the_fixtures_are_what_a_journal_leaves() {
    for made in MADE.iter() {
        assert_eq!(made.stored.outline(), stored(made.name).outline(), "{}", made.name);
    }
    assert_eq!(names(), MADE.iter().map(|made| made.name.to_owned()).collect());
}

#[test]
fn every_fixture_is_read_to_the_letter() {
    assert!(!names().is_empty());
    for name in names() {
        let (stored, expected) = (stored(&name), file(&name, "jsonl"));
        let (opens, refuses) = secrets(&name);
        for secret in &opens {
            assert_eq!(stored.lines(Some(secret)), expected, "{name} by {secret:?}");
        }
        for secret in &refuses {
            assert!(stored.unlock(secret).is_none(), "{name} by {secret:?}");
        }
        if opens.is_empty() {
            assert_eq!(stored.lines(None), expected, "{name}");
        }
    }
}

#[test]
fn what_is_written_today_is_what_stands_in_the_fixtures() {
    for name in names() {
        let stored = stored(&name);
        let opened = secrets(&name).0.first().and_then(|secret| stored.unlock(secret));
        let mut written = 0;
        for (key, text) in &stored.values {
            written +=
                usize::from(is_written_so(&stored, opened.as_ref().map(|it| &it.0), key, text));
        }
        assert!(written > 2, "{name}: nothing was compared");
    }
}

/// Whether a value could be read, and is then written to the letter as it stands.
#[track_caller]
fn is_written_so(stored: &Stored, opened: Option<&DataKey>, key: &str, text: &str) -> bool {
    let again = match key.parse::<Name>() {
        Ok(name) => value_again(stored, opened, name, text),
        Err(_) if key == "header" => Header::of_text(text).ok().map(|header| header.to_text()),
        Err(_) if key == "looks" => {
            let looks = Looks::of_json(&open_text::unchecked(text).parse().unwrap());
            looks.map(|it| open_text::with_check("looks", &it.to_json().to_string()))
        }
        Err(_) if read::former_name(key).is_some() => {
            value_again(stored, opened, read::former_name(key).unwrap(), text)
        }
        Err(_) if key.starts_with("slot.") => {
            Slot::of_text(key, text).ok().map(|slot| slot.to_text(key))
        }
        Err(_) => None,
    };
    assert!(again.as_deref().is_none_or(|again| again == text), "{key}: {text}");
    again.is_some()
}

/// The value that holds the same, under the same name and nonce.
fn value_again(
    stored: &Stored,
    opened: Option<&DataKey>,
    name: Name,
    text: &str,
) -> Option<String> {
    let head = record::peek(text).ok()?;
    let packing = if text.starts_with('L') { Packing::Narrow } else { Packing::Wide };
    let style = Style { packing, coder: Coder::Ppmd };
    let former = opened.and_then(|key| stored.former_key(key));
    let keys = if head.sealed { vec![opened, former.as_ref()] } else { vec![None] };
    keys.into_iter().find_map(|key| {
        let key = key.map(DataKey::copy);
        let form = Form { vault: stored.vault(), style, key, former: None };
        let (_, body) = form.read(name, text).ok()?;
        if head.kind != Kind::FormerKey {
            assert_eq!(body_again(head.kind, std::str::from_utf8(&body).unwrap()).as_bytes(), body);
        }
        let sealed = &pack::unpack(text).unwrap()[7..];
        let nonce = sealed.first_chunk().filter(|_| head.sealed).copied().unwrap_or_default();
        Some(form.write(name, head.kind, head.step, &body, nonce))
    })
}

/// What this program makes of a body, and writes.
fn body_again(kind: Kind, body: &str) -> String {
    let json = || body.parse::<Json>().unwrap();
    match kind {
        Kind::Record => Kept::of_text(body).unwrap().to_text(),
        Kind::Block => {
            let lines = body.split('\n').map(|line| Kept::of_text(line).unwrap().to_text());
            lines.collect::<Vec<_>>().join("\n")
        }
        Kind::List => List::of_json(&json()).unwrap().to_json().to_string(),
        Kind::Settings => Settings::of_json(&json()).unwrap().to_json().to_string(),
        Kind::Draft | Kind::Aside | Kind::FormerKey => json().to_string(),
    }
}
