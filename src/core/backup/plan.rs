//! What bringing a backup in does here: it merges, and never replaces. A file
//! deletes nothing; what was deleted here stays deleted unless a person says
//! otherwise; and where two versions have other words, both are kept unless one
//! was surely written over the other.

use super::{Backup, Written};
use crate::core::draft::{Draft, DraftId};
use crate::core::entry::{Entry, EntryId};
use crate::core::id::Id;
use crate::core::journal::Journal;
use crate::core::json::{Json, Shape};
use crate::core::vault::kept::{self, Body, Gone, Kept};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Those of them that are versions from here, kept beside what takes their
    /// place.
    pub from_here: BTreeSet<EntryId>,
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
    /// They are here at an earlier revision, over which they were written: it
    /// gives way.
    pub newer: usize,
    /// They are here as they are.
    pub same: usize,
    /// They are here at a later revision, which stays.
    pub older: usize,
    /// They are here with other words, and neither was surely written over the
    /// other: both are kept.
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

    /// The records that come in, each later than the one known here, and before
    /// it the one from here, where that is kept beside; with `bring_back`, also the
    /// entries that were deleted here, as new revisions.
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
    /// Notes here that entries are gone, with their revisions.
    gone: BTreeMap<EntryId, u32>,
    /// The content of drafts that are here or come in.
    drafts: BTreeMap<DraftId, Id>,
    /// Entries, and notes, that the plan takes in, over what is here: where in
    /// its records.
    taken: BTreeMap<EntryId, usize>,
    /// Copies of versions that stand here under another name.
    copies: BTreeSet<EntryId>,
}

impl<'a> Planning<'a> {
    fn new(backup: &'a Backup, here: Here<'a>) -> Self {
        let mut copies = BTreeSet::new();
        for Written { entry: theirs, .. } in &backup.entries {
            let ours = here.journal.get(theirs.id);
            let stays = |ours: &&Entry| {
                let theirs = versions(ours, theirs);
                theirs == Theirs::Earlier || theirs == Theirs::Apart { higher: false }
            };
            copies.extend(ours.filter(stays).map(Entry::content));
        }
        let gone = here.gone.iter().map(|gone| (gone.gone, gone.revision)).collect();
        let drafts = here.drafts.iter().map(|draft| (draft.id, draft.content())).collect();
        Self { plan: Plan::default(), here, gone, drafts, taken: BTreeMap::new(), copies }
    }

    fn known(&self, id: EntryId) -> Option<&Entry> {
        let taken = self.taken.get(&id).and_then(|at| self.plan.records.get(*at));
        match taken {
            Some((Kept::Entry(entry), _)) => Some(entry),
            _ => self.here.journal.get(id),
        }
    }

    /// The revision of the note here that an entry is gone.
    fn gone_here(&self, id: EntryId) -> Option<u32> {
        self.gone.get(&id).copied()
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
        match versions(known, entry) {
            Theirs::Same => self.plan.counts.same += 1,
            Theirs::Earlier => self.plan.counts.older += 1,
            Theirs::Later => {
                self.plan.counts.newer += 1;
                self.take(written);
            }
            Theirs::Apart { higher: false } => self.conflict(written),
            Theirs::Apart { higher: true } => {
                let ours = kept::beside(known);
                self.plan.counts.conflicts += 1;
                self.keep_beside(ours);
                self.take(written);
            }
        }
    }

    /// A version from here is kept under a name of its own before it gives way.
    fn keep_beside(&mut self, mut ours: Entry) {
        if self.known(ours.id).is_none() {
            ours.revision = self.gone_here(ours.id).map_or(ours.revision, |revision| revision + 1);
            self.plan.from_here.insert(ours.id);
            let kept = Kept::Entry(Box::new(ours));
            let text = kept.to_text();
            self.put(kept, text);
        }
    }

    fn take(&mut self, written: &'a Written) {
        let kept = Kept::Entry(Box::new(written.entry.clone()));
        self.put(kept, written.text.clone());
    }

    fn put(&mut self, kept: Kept, text: String) {
        self.taken.insert(kept.id(), self.plan.records.len());
        self.plan.records.push((kept, text));
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
            let (kept, text) = renamed(written, copy.id, copy.revision);
            self.put(kept, text);
        }
    }

    /// The note of a deletion comes in where nothing is known of the entry.
    fn gone(&mut self, gone: Gone) {
        let id = gone.gone;
        if let Some(entry) = self.known(id) {
            self.plan.counts.deleted_there += usize::from(entry.revision < gone.revision);
        } else if self.gone_here(id).is_none() && !self.taken.contains_key(&id) {
            let kept = Kept::Gone(gone);
            let text = kept.to_text();
            self.put(kept, text);
        }
    }

    /// A draft comes in where it was not saved, deleted or changed here; a
    /// changed one stands beside.
    fn draft(&mut self, draft: &Draft) {
        let id = draft.id;
        let saved = self.taken.contains_key(&id) || self.known(id).is_some();
        if saved || self.gone_here(id).is_some() {
            return;
        }
        let (mut draft, work) = (draft.clone(), draft.content());
        if let Some(other) = self.drafts.get(&id) {
            draft.id = draft.own_name();
            if *other == work || self.drafts.contains_key(&draft.id) {
                return;
            }
        }
        self.drafts.insert(draft.id, work);
        self.plan.counts.drafts += 1;
        self.plan.drafts.push(draft);
    }
}

/// How a file's version of an entry stands to the one here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Theirs {
    /// They are the same.
    Same,
    /// It was written over the one here.
    Later,
    /// The one here was written over it, or changed later.
    Earlier,
    /// Neither was surely written over the other. The one of the higher revision
    /// keeps the name.
    Apart { higher: bool },
}

/// The count of revisions alone does not tell: on two devices each goes on from
/// the same one.
fn versions(ours: &Entry, theirs: &Entry) -> Theirs {
    let changed_here_later = ours.changed.unix_seconds() >= theirs.changed.unix_seconds();
    match theirs.revision.cmp(&ours.revision) {
        _ if ours == theirs => Theirs::Same,
        Ordering::Greater if is_over(theirs, ours) => Theirs::Later,
        Ordering::Less if changed_here_later || is_over(ours, theirs) => Theirs::Earlier,
        order => Theirs::Apart { higher: order == Ordering::Greater },
    }
}

/// Whether a version was surely written over an earlier one, or nothing that was
/// said in that is lost with it.
fn is_over(later: &Entry, earlier: &Entry) -> bool {
    let former = later.former.as_deref();
    says_all(later, earlier)
        || former.is_some_and(|former| says_all(former, earlier))
        || later.over == Some(earlier.content())
}

/// Whether all that was said in one version is said in another.
fn says_all(one: &Entry, other: &Entry) -> bool {
    one.text.contains(&other.text)
        && one.kind == other.kind
        && one.check_in == other.check_in
        && one.body == other.body
        && one.ratings == other.ratings
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
