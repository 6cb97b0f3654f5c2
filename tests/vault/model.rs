//! What may be found after a history.

use freshet::core::entry::{Entry, EntryId};
use std::collections::BTreeMap;

/// What one thing may be found as: what the last success made of it, or what a
/// change that failed may have made of it all the same.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Known<T> {
    pub(crate) sure: Option<T>,
    pub(crate) maybe: Vec<Option<T>>,
}

impl<T: Clone + PartialEq + std::fmt::Debug> Known<T> {
    pub(crate) fn new() -> Self {
        Self { sure: None, maybe: Vec::new() }
    }

    pub(crate) fn tried<E>(&mut self, value: Option<T>, ended: &Result<(), E>) {
        match ended {
            Ok(()) => (self.sure, self.maybe) = (value, Vec::new()),
            Err(_) => self.maybe.push(value),
        }
    }

    #[track_caller]
    pub(crate) fn found(&mut self, value: Option<T>, what: &str) {
        assert!(
            self.sure == value || self.maybe.contains(&value),
            "{what}: found {value:?}, expected {self:?}"
        );
        (self.sure, self.maybe) = (value, Vec::new());
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub(crate) entries: BTreeMap<EntryId, Known<Entry>>,
    pub(crate) drafts: BTreeMap<EntryId, Known<String>>,
    pub(crate) settings: Known<u8>,
    pub(crate) secret: Known<u8>,
}

/// What was lost may or may not hold what was begun when it was.
pub(crate) fn may_be_either(mut before: Model, after: &Model) -> Model {
    fn either<T: Clone>(before: &mut Known<T>, after: &Known<T>) {
        before.maybe.push(after.sure.clone());
        before.maybe.extend(after.maybe.iter().cloned());
    }
    for (id, after) in &after.entries {
        either(before.entries.entry(*id).or_insert_with(Known::new), after);
    }
    for (id, after) in &after.drafts {
        either(before.drafts.entry(*id).or_insert_with(Known::new), after);
    }
    either(&mut before.settings, &after.settings);
    either(&mut before.secret, &after.secret);
    before
}
