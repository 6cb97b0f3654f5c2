//! What bringing a backup in does here: it merges, and never replaces. A file
//! deletes nothing; what was deleted here stays deleted unless a person says
//! otherwise; and where the same revision has other words, both are kept.

use super::{Backup, Written};
use crate::core::draft::Draft;
use crate::core::entry::{Entry, EntryId};
use crate::core::id::Id;
use crate::core::journal::Journal;
use crate::core::json::{Json, Shape};
use crate::core::vault::kept::{self, Body, Gone, Kept};
use std::collections::BTreeSet;

/// What is here already.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// All entries.
    pub journal: &'a Journal,
    /// Notes that entries were taken away for good.
    pub gone: &'a [Gone],
    /// What was begun and not saved.
    pub drafts: &'a [Draft],
}

/// What bringing a backup in does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// How many entries it does what with.
    pub counts: Fates,
    /// Records that come in.
    records: Vec<Body>,
    /// Entries that were deleted here, as they would come back.
    deleted_here: Vec<Body>,
    /// Drafts that come in.
    pub drafts: Vec<Draft>,
}

/// How many entries a plan does what with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fates {
    /// They are not here: they come in.
    pub new: usize,
    /// They are here at an earlier revision, which gives way.
    pub newer: usize,
    /// They are here as they are.
    pub same: usize,
    /// They are here at a later revision, which stays.
    pub older: usize,
    /// They are here at the same revision with other words: both are kept.
    pub conflicts: usize,
    /// They were deleted here.
    pub deleted_here: usize,
    /// They are here, and the file notes that they were deleted: they stay.
    pub deleted_there: usize,
    /// Drafts that come in.
    pub drafts: usize,
}

impl Fates {
    /// How many entries come in if nothing that was deleted comes back.
    pub fn coming(&self) -> usize {
        self.new + self.newer + self.conflicts
    }
}

impl Plan {
    /// Compares a backup with what is here.
    pub fn new(backup: &Backup, here: Here<'_>) -> Self {
        let mut planning = Planning::new(backup, here);
        backup.entries.iter().for_each(|written| planning.entry(written));
        backup.gone.iter().for_each(|gone| planning.gone(*gone));
        backup.drafts.iter().for_each(|draft| planning.draft(draft));
        planning.plan
    }

    /// Whether bringing it in would change nothing.
    pub fn is_nothing(&self, bring_back: bool) -> bool {
        let back = bring_back && !self.deleted_here.is_empty();
        self.records.is_empty() && self.drafts.is_empty() && !back
    }

    /// The records that come in, each later than the one known here; with
    /// `bring_back`, also the entries that were deleted here, as new revisions.
    pub fn records(self, bring_back: bool) -> Vec<Body> {
        let mut records = self.records;
        if bring_back {
            records.extend(self.deleted_here);
        }
        records
    }
}

/// How many entries that are here stand in a backup just as they are.
pub fn held_by(backup: &Backup, journal: &Journal) -> usize {
    let mut held = BTreeSet::new();
    for Written { entry, .. } in &backup.entries {
        if journal.get(entry.id) == Some(entry) {
            held.insert(entry.id);
        }
    }
    held.len()
}

struct Planning<'a> {
    plan: Plan,
    here: Here<'a>,
    /// Entries, and notes, that the plan takes in, over what is here.
    taken: BTreeSet<EntryId>,
    /// Copies of versions that stand here under another name.
    copies: BTreeSet<EntryId>,
}

impl<'a> Planning<'a> {
    fn new(backup: &'a Backup, here: Here<'a>) -> Self {
        let mut copies = BTreeSet::new();
        for Written { entry: theirs, .. } in &backup.entries {
            let ours = here.journal.get(theirs.id);
            if let Some(ours) = ours.filter(|ours| is_conflict(ours, theirs)) {
                copies.insert(kept::beside(ours).id);
            }
        }
        Self { plan: Plan::default(), here, taken: BTreeSet::new(), copies }
    }

    fn known(&self, id: EntryId) -> Option<&Entry> {
        let taken = self.taken.contains(&id);
        let records = self.plan.records.iter().rev().filter(|_| taken);
        let entries = records.filter_map(|(kept, _)| match kept {
            Kept::Entry(entry) => Some(&**entry),
            Kept::Gone(_) => None,
        });
        entries.into_iter().find(|entry| entry.id == id).or_else(|| self.here.journal.get(id))
    }

    /// The revision of the note here that an entry is gone.
    fn gone_here(&self, id: EntryId) -> Option<u32> {
        self.here.gone.iter().find(|gone| gone.gone == id).map(|gone| gone.revision)
    }

    fn entry(&mut self, written: &'a Written) {
        let entry = &written.entry;
        if let Some(revision) = self.gone_here(entry.id) {
            self.plan.counts.deleted_here += 1;
            let revision = entry.revision.max(revision) + 1;
            self.plan.deleted_here.push(renamed(written, entry.id, revision));
            return;
        }
        // The other side of a conflict, as it was kept there: it stands here
        // under its own name.
        if self.copies.contains(&entry.id) && self.known(entry.id).is_none() {
            self.plan.counts.same += 1;
            return;
        }
        let Some(known) = self.known(entry.id) else {
            self.plan.counts.new += 1;
            return self.take(written);
        };
        let (same, conflict) = (known == entry, is_conflict(known, entry));
        let later = entry.revision > known.revision;
        if same {
            self.plan.counts.same += 1;
        } else if conflict {
            self.conflict(written);
        } else if later {
            self.plan.counts.newer += 1;
            self.take(written);
        } else {
            self.plan.counts.older += 1;
        }
    }

    fn take(&mut self, written: &'a Written) {
        self.taken.insert(written.entry.id);
        let kept = Kept::Entry(Box::new(written.entry.clone()));
        self.plan.records.push((kept, written.text.clone()));
    }

    /// The file's version comes in under a name of its own, unless it did
    /// before.
    fn conflict(&mut self, written: &'a Written) {
        let copy = kept::beside(&written.entry);
        let gone = self.gone_here(copy.id);
        let counts = &mut self.plan.counts;
        if let Some(revision) = gone {
            counts.deleted_here += 1;
            self.plan.deleted_here.push(renamed(written, copy.id, revision + 1));
        } else if self.here.journal.get(copy.id).is_some() {
            counts.same += 1;
        } else {
            counts.conflicts += 1;
            self.plan.records.push(renamed(written, copy.id, copy.revision));
        }
    }

    /// The note of a deletion comes in where nothing is known of the entry.
    fn gone(&mut self, gone: Gone) {
        let id = gone.gone;
        if let Some(entry) = self.known(id) {
            self.plan.counts.deleted_there += usize::from(entry.revision < gone.revision);
        } else if self.gone_here(id).is_none() && self.taken.insert(id) {
            let kept = Kept::Gone(gone);
            let text = kept.to_text();
            self.plan.records.push((kept, text));
        }
    }

    /// A draft comes in where it was not saved, deleted or changed here; a
    /// changed one stands beside.
    fn draft(&mut self, draft: &Draft) {
        let id = draft.id;
        if self.taken.contains(&id) || self.known(id).is_some() || self.gone_here(id).is_some() {
            return;
        }
        let mut draft = draft.clone();
        let find = |id: Id| self.here.drafts.iter().chain(&self.plan.drafts).find(|d| d.id == id);
        if let Some(other) = find(draft.id) {
            if other.work == draft.work {
                return;
            }
            draft.id = Id::from_random(kept::hash(&draft.to_json().to_string()).to_be_bytes());
            if find(draft.id).is_some() {
                return;
            }
        }
        self.plan.counts.drafts += 1;
        self.plan.drafts.push(draft);
    }
}

/// Whether two versions of an entry are of the same revision, with other words.
fn is_conflict(one: &Entry, other: &Entry) -> bool {
    one.revision == other.revision && one != other
}

/// The record of an entry under another name or revision, with the fields of a
/// newer program as they stand in the file.
fn renamed(written: &Written, id: EntryId, revision: u32) -> Body {
    let entry = Entry { id, revision, ..written.entry.clone() };
    let mut json = written.text.parse().unwrap_or_else(|_| entry.to_json());
    if let Json::Object(fields) = &mut json {
        for (name, value) in fields {
            match name.as_str() {
                "id" => *value = id.to_json(),
                "revision" => *value = revision.to_json(),
                _ => {}
            }
        }
    }
    (Kept::Entry(Box::new(entry)), json.to_string())
}
