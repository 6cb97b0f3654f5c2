//! The journal: all entries that could be read, each at its newest revision.

use super::day::{Day, Moment};
use super::entry::{Entry, EntryId};
use std::sync::Arc;

/// All entries, in the bin or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    /// In the order of their names. An entry is a pointer, so that taking one
    /// in among thousands moves little.
    entries: Vec<Arc<Entry>>,
}

impl Journal {
    /// The entry with this id, in the bin or not.
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        self.find(id).ok().map(|at| &*self.entries[at])
    }

    /// Takes an entry in; an older revision gives way, a newer one stays.
    pub fn put(&mut self, entry: Entry) {
        match self.find(entry.id) {
            Ok(at) if self.entries[at].revision > entry.revision => {}
            Ok(at) => self.entries[at] = Arc::new(entry),
            Err(at) => self.entries.insert(at, Arc::new(entry)),
        }
    }

    /// Takes an entry out, for good.
    pub fn remove(&mut self, id: EntryId) {
        if let Ok(at) = self.find(id) {
            self.entries.remove(at);
        }
    }

    /// Where it stands, or where it would.
    fn find(&self, id: EntryId) -> Result<usize, usize> {
        self.entries.binary_search_by_key(&id, |entry| entry.id)
    }

    /// All entries, in the bin or not, in the order of their names.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().map(|entry| &**entry)
    }

    /// The names of all entries, in the bin or not, the latest day first.
    pub fn ids(&self) -> Vec<EntryId> {
        let sorted = self.sorted(|_| true, |entry| (entry.day, entry.written));
        sorted.iter().map(|entry| entry.id).collect()
    }

    /// Entries outside the bin, the latest day first.
    pub fn latest(&self) -> Vec<&Entry> {
        self.sorted(|entry| entry.binned.is_none(), |entry| (entry.day, entry.written))
    }

    /// Entries in the bin, the latest put there first.
    pub fn binned(&self) -> Vec<&Entry> {
        self.sorted(|entry| entry.binned.is_some(), |entry| (entry.day, entry.changed))
    }

    fn sorted(&self, keep: fn(&Entry) -> bool, by: fn(&Entry) -> (Day, Moment)) -> Vec<&Entry> {
        let mut found: Vec<_> =
            self.entries.iter().map(|entry| &**entry).filter(|entry| keep(entry)).collect();
        found.sort_unstable_by_key(|entry| {
            let (day, moment) = by(entry);
            std::cmp::Reverse((day, moment.unix_seconds(), entry.id))
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::entry::Kind;

    fn entry(id: u8, day: &str, revision: u32) -> Entry {
        let now = "2026-11-23T10:00:00+00:00".parse().unwrap();
        let id = EntryId::from_random([id; 8]);
        let mut entry = Entry::new(id, now, Kind::Writing(None));
        entry.day = day.parse().unwrap();
        entry.revision = revision;
        entry
    }

    #[test]
    fn an_older_revision_never_takes_the_place_of_a_newer() {
        let mut journal = Journal::default();
        journal.put(entry(1, "2026-01-01", 2));
        journal.put(entry(1, "2026-01-02", 1));
        assert_eq!(journal.latest()[0].revision, 2);
        journal.put(entry(1, "2026-01-03", 3));
        assert_eq!(journal.latest()[0].day.to_string(), "2026-01-03");
    }

    #[test]
    fn the_latest_day_comes_first_and_the_bin_is_apart() {
        let mut journal = Journal::default();
        journal.put(entry(1, "2026-01-01", 1));
        journal.put(entry(2, "2026-03-01", 1));
        let now = "2026-11-23T11:00:00+00:00".parse().unwrap();
        journal.put(entry(3, "2026-02-01", 1).changed(now, |entry| entry.binned = Some(now)));
        let days: Vec<_> = journal.latest().iter().map(|entry| entry.day.to_string()).collect();
        assert_eq!(days, ["2026-03-01", "2026-01-01"]);
        assert_eq!(journal.binned().len(), 1);
        assert_eq!(journal.binned()[0].revision, 2);
    }
}
