//! The journal: all entries that could be read, each at its newest revision.

use super::day::{Day, Moment};
use super::entry::{Entry, EntryId};
use super::sorted;
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

    /// All entries, in the bin or not, as pointers: to be kept as they are now.
    pub fn pointers(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// All entries, in the bin or not, in the order of their names.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().map(|entry| &**entry)
    }

    /// The names of all entries, in the bin or not, the latest day first.
    pub fn ids(&self) -> Vec<EntryId> {
        let sorted = self.sorted(|_| true, by_day);
        sorted.iter().map(|entry| entry.id).collect()
    }

    /// The tags of entries that are neither in the bin nor put away, those of the
    /// most entries first.
    pub fn tags(&self, today: Day) -> Vec<String> {
        let mut counts: Vec<(String, usize)> = Vec::new();
        let is_listed = |entry: &&Entry| entry.binned.is_none() && !entry.is_sealed(today);
        let entries = self.all().filter(is_listed);
        for tag in entries.flat_map(|entry| entry.tags.iter()) {
            match counts.iter_mut().find(|(other, _)| other == tag) {
                Some((_, count)) => *count += 1,
                None => counts.push((tag.to_owned(), 1)),
            }
        }
        counts.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
        counts.into_iter().map(|(tag, _)| tag).collect()
    }

    /// Whether there are no entries outside the bin.
    pub fn is_empty(&self) -> bool {
        self.entries.iter().all(|entry| entry.binned.is_some())
    }

    /// Entries outside the bin, the latest day first.
    pub fn latest(&self) -> Vec<&Entry> {
        self.sorted(|entry| entry.binned.is_none(), by_day)
    }

    /// Entries in the bin, the latest put there first.
    pub fn binned(&self) -> Vec<&Entry> {
        self.sorted(|entry| entry.binned.is_some(), |entry| (None, entry.binned))
    }

    fn sorted(&self, keep: fn(&Entry) -> bool, by: fn(&Entry) -> Time) -> Vec<&Entry> {
        let key = |entry: &Entry| {
            let (day, moment) = by(entry);
            (day, moment.map(Moment::unix_seconds), entry.id)
        };
        let found = self.entries.iter().map(|entry| &**entry).filter(|entry| keep(entry));
        sorted::by(found, |a, b| key(b).cmp(&key(a)))
    }
}

/// What entries are put in order by.
type Time = (Option<Day>, Option<Moment>);

fn by_day(entry: &Entry) -> Time {
    (Some(entry.day), Some(entry.written))
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
    fn tags_of_the_most_entries_come_first_and_the_bin_has_none() {
        let mut journal = Journal::default();
        for (id, tags, binned) in [(1, "a, b", false), (2, "b", false), (3, "c, d", true)] {
            let mut entry = entry(id, "2026-01-01", 1);
            entry.tags.add(tags).unwrap();
            entry.binned = binned.then_some(entry.written);
            journal.put(entry);
        }
        assert_eq!(journal.tags("2026-01-01".parse().unwrap()), ["b", "a"]);
    }

    #[test]
    fn what_is_put_away_lends_no_tags_until_its_day() {
        let mut journal = Journal::default();
        let mut sealed = entry(1, "2026-01-01", 1);
        sealed.tags.add("a").unwrap();
        sealed.sealed_until = Some("2026-02-01".parse().unwrap());
        journal.put(sealed);
        assert!(journal.tags("2026-01-31".parse().unwrap()).is_empty());
        assert_eq!(journal.tags("2026-02-01".parse().unwrap()), ["a"]);
    }

    #[test]
    fn the_bin_begins_with_what_was_put_there_last() {
        let mut journal = Journal::default();
        let put = [(1, "2026-01-01", "12"), (2, "2026-03-01", "10"), (3, "2026-02-01", "11")];
        for (id, day, hour) in put {
            let binned = format!("2026-11-23T{hour}:00:00+00:00").parse().unwrap();
            let later = "2026-11-24T10:00:00+00:00".parse().unwrap();
            let mut entry = entry(id, day, 1);
            entry.binned = Some(binned);
            // What else was changed does not move it.
            if id == 2 {
                entry.changed = later;
            }
            journal.put(entry);
        }
        let bin: Vec<_> = journal.binned().iter().map(|entry| entry.day.to_string()).collect();
        assert_eq!(bin, ["2026-01-01", "2026-02-01", "2026-03-01"]);
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
