//! What stands in the browser's store, read by the program's own core.

use crate::steps::{asks, stores};
use browser_tests::person::Person;
use browser_tests::remains::ours::plain;
use freshet::core::vault::kept::Kept;
use freshet::core::vault::record::{self, Kind, Name};

/// What is counted among the stored values of a vault without a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stored {
    /// Entries with a value of their own.
    Entry,
    /// Drafts.
    Draft,
}

/// Names and values of ours.
#[track_caller]
fn values(person: &Person) -> Vec<(Name, String)> {
    let all = asks(person, "return { ...localStorage }");
    let ours = all.as_object().into_iter().flatten().filter_map(|(key, value)| {
        let name = key.strip_prefix("freshet:")?.parse().ok()?;
        Some((name, value.as_str()?.to_owned()))
    });
    ours.collect()
}

fn is(what: Stored, name: Name, text: &str) -> bool {
    let Ok((unsealed, body)) = plain().read(name, text) else { return false };
    match (what, unsealed.head.kind) {
        (Stored::Draft, Kind::Draft) => true,
        (Stored::Entry, Kind::Record) => {
            let body = String::from_utf8(body).unwrap_or_default();
            matches!(Kept::of_text(&body), Some(Kept::Entry(_)))
        }
        _ => false,
    }
}

/// The names in the store of such values.
#[track_caller]
pub(crate) fn stored(person: &Person, what: Stored) -> Vec<String> {
    let values = values(person).into_iter();
    let found = values.filter(|(name, text)| is(what, *name, text));
    found.map(|(name, _)| format!("freshet:{name}")).collect()
}

/// Whether anyone who has the store can read these words in it: as they are,
/// or in a value of ours that is not sealed.
#[track_caller]
pub(crate) fn holds_stored(person: &Person, words: &str) -> bool {
    let all = asks(person, "return JSON.stringify({ ...localStorage })");
    all.as_str().unwrap_or_default().contains(words)
        || values(person).into_iter().any(|(name, text)| {
            let body = plain().read(name, &text).map(|(_, body)| body).unwrap_or_default();
            String::from_utf8_lossy(&body).contains(words)
        })
}

/// Waits until a stored value holds these words.
#[track_caller]
pub(crate) fn sees_held(person: &Person, words: &str) {
    person.waits_until(&format!("“{words}” in the store"), || holds_stored(person, words));
}

/// Waits until so many are stored.
#[track_caller]
pub(crate) fn sees_stored(person: &Person, what: Stored, count: usize) {
    person
        .waits_until(&format!("{count} stored: {what:?}"), || stored(person, what).len() == count);
}

/// Changes the body of a stored value, as another program would have written
/// it. Gives the body as it was.
#[track_caller]
pub(crate) fn rewrites(person: &Person, key: &str, change: impl Fn(&str) -> String) -> String {
    let name = key.trim_start_matches("freshet:").parse().expect("a name of a value");
    let mut values = values(person).into_iter();
    let (_, text) = values.find(|(other, _)| *other == name).expect("it is stored");
    let (unsealed, body) = plain().read(name, &text).expect("it can be read");
    let body = String::from_utf8(body).expect("it is text");
    let head = unsealed.head;
    let changed = plain().write(name, head.kind, head.step, change(&body).as_bytes(), [0; 24]);
    assert!(record::peek(&changed).is_ok(), "it cannot be written");
    stores(person, key, &changed);
    body
}
