//! Drafts. A draft's value says which ones it replaces, so that a stop between
//! writing the new one and taking the old one away leaves one draft, and two
//! tabs that write on the same draft leave two: each takes the place only of what
//! it wrote, or had on its page.

use super::super::record::{Kind, Name};
use super::reading::Reading;
use super::{Chore, SaveError, Vault};
use crate::core::draft::{Draft, DraftId};
use crate::core::id::Id;
use crate::core::json::{Json, Shape, object};

/// A draft as it is stored.
struct DraftBody {
    /// Values whose place this one takes.
    replaces: Vec<Name>,
    draft: Draft,
}

object!(DraftBody { may replaces, must draft });

impl DraftBody {
    fn note(&self, name: Name) -> DraftNote {
        let work = self.draft.content();
        let id = self.draft.id;
        DraftNote { name, stored: id, id, work, replaces: self.replaces.clone() }
    }
}

/// A value that holds a draft.
#[derive(Debug, Clone)]
pub struct DraftNote {
    pub(super) name: Name,
    /// The draft's name in the value,
    stored: DraftId,
    /// and on the page.
    id: DraftId,
    /// The content of what was begun.
    work: Id,
    replaces: Vec<Name>,
}

impl DraftNote {
    /// Whether it is of one of these drafts.
    pub(super) fn is_of(&self, ids: &[DraftId]) -> bool {
        ids.contains(&self.id) || ids.contains(&self.stored)
    }

    /// Whether it is the same draft with the same words, whatever the page names it.
    fn is_same(&self, other: &DraftNote) -> bool {
        (self.stored, self.work) == (other.stored, other.work)
    }
}

impl Vault {
    /// Drafts as they stand, for when the vault is opened again: the page may go
    /// on with one of them.
    pub fn drafts_had(&mut self) -> Vec<DraftNote> {
        std::mem::take(&mut self.drafts)
    }

    /// Keeps a draft.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<(), SaveError> {
        self.may_write()?;
        let body = DraftBody { replaces: self.values_of_draft(draft.id), draft: draft.clone() };
        let name = self.put_value(Kind::Draft, 0, body.to_json().to_string().as_bytes())?;
        // What cannot be taken away now goes with the next draft.
        let _ = self.forget_draft(draft.id);
        self.told_drafts.put(draft.id, ());
        self.drafts.push(body.note(name));
        Ok(())
    }

    /// Takes a draft away.
    pub fn remove_draft(&mut self, id: DraftId) -> Result<(), SaveError> {
        self.may_write()?;
        self.forget_draft(id)
    }

    fn forget_draft(&mut self, id: DraftId) -> Result<(), SaveError> {
        for name in self.values_of_draft(id) {
            self.remove_value(&name.to_string())?;
            self.drafts.retain(|note| note.name != name);
        }
        Ok(())
    }

    /// The values of a draft. Those whose place another has taken are the first
    /// to go: they would count again.
    fn values_of_draft(&self, id: DraftId) -> Vec<Name> {
        let of_it = || self.drafts.iter().filter(|note| note.id == id);
        let replaced = of_it().flat_map(|note| &note.replaces);
        let mut names = Vec::new();
        for name in replaced.chain(of_it().map(|note| &note.name)) {
            if !names.contains(name) && self.drafts.iter().any(|note| note.name == *name) {
                names.push(*name);
            }
        }
        names
    }

    /// Takes a draft in. Where another value of the same draft stands beside it,
    /// both are kept, the one changed earlier under a name of its own. Where the
    /// page has the draft already, it may be open there: what another tab wrote of
    /// it since always has a name of its own, and keeps that where the vault is
    /// opened again.
    pub(super) fn take_draft(
        &mut self,
        name: Name,
        json: &Json,
        reading: &mut Reading,
    ) -> Option<()> {
        let body = DraftBody::of_json(json)?;
        let mut note = body.note(name);
        let mut draft = body.draft;
        if let Some(newer) = self.drafts.iter().find(|other| other.replaces.contains(&name)) {
            note.id = newer.id;
            self.drafts.push(note);
            self.chores.push_back(Chore::Remove(name));
            return Some(());
        }
        self.give_up_drafts(&note.replaces, reading);
        if let Some(had) = self.had.iter().find(|had| had.is_same(&note)) {
            (draft.id, note.id) = (had.id, had.id);
        }
        let id = draft.id;
        let is_known = |other: &DraftNote| other.id == id && other.work == note.work;
        let written_here = self.spoilt.iter().any(|(spoilt, _)| *spoilt == name);
        match reading.drafts.iter_mut().find(|other| other.id == id) {
            Some(other) if other.work == draft.work => {}
            Some(other) => {
                // What the page may have open keeps its name.
                let was_had =
                    self.had.iter().any(|had| had.id == id && had.work == other.content());
                let is_later = other.changed.unix_seconds() < draft.changed.unix_seconds();
                let swapped = is_later && !was_had;
                if swapped {
                    std::mem::swap(other, &mut draft);
                }
                draft.id = draft.own_name();
                if swapped {
                    let others = self.drafts.iter_mut().filter(|note| note.id == id);
                    others.for_each(|note| note.id = draft.id);
                } else {
                    note.id = draft.id;
                }
                self.tell_draft(draft, reading);
            }
            None if !self.told_drafts.has(id) && !self.had_otherwise(&note) || written_here => {
                self.tell_draft(draft, reading);
            }
            None if self.drafts.iter().any(is_known) => {}
            None => {
                draft.id = draft.own_name();
                note.id = draft.id;
                self.tell_draft(draft, reading);
            }
        }
        self.drafts.push(note);
        Some(())
    }

    /// Whether the page may still have a draft that another tab has changed since.
    fn had_otherwise(&self, note: &DraftNote) -> bool {
        let mut had = self.had.iter().filter(|had| had.id == note.id).peekable();
        had.peek().is_some() && had.all(|had| had.work != note.work)
    }

    fn tell_draft(&mut self, draft: Draft, reading: &mut Reading) {
        self.told_drafts.put(draft.id, ());
        reading.drafts.push(draft);
    }

    /// Whether a value holds a draft whose place no other has taken.
    pub(super) fn is_draft_that_counts(&self, name: Name) -> bool {
        self.drafts.iter().any(|note| note.name == name)
            && !self.drafts.iter().any(|note| note.replaces.contains(&name))
    }

    /// Values whose place another has taken were taken in before. What the page was
    /// not told of yet, it is not told of.
    fn give_up_drafts(&mut self, names: &[Name], reading: &mut Reading) {
        let (drafts, told) = (&self.drafts, &mut self.told_drafts);
        let counts = |note: &DraftNote| {
            !names.contains(&note.name)
                && !drafts.iter().any(|one| one.replaces.contains(&note.name))
        };
        for note in drafts.iter().filter(|note| names.contains(&note.name)) {
            self.chores.push_back(Chore::Remove(note.name));
            if !drafts.iter().any(|other| other.id == note.id && counts(other)) {
                reading.drafts.retain(|draft| {
                    let given_up = draft.id == note.id;
                    if given_up {
                        told.remove(note.id);
                    }
                    !given_up
                });
            }
        }
    }

    /// A draft's value is there no more; the draft, where that was the last one.
    pub(super) fn draft_is_gone(&mut self, name: Name) -> Option<DraftId> {
        let at = self.drafts.iter().position(|note| note.name == name)?;
        let id = self.drafts.remove(at).id;
        (!self.drafts.iter().any(|note| note.id == id)).then_some(id)
    }

    /// A draft stands under another name now.
    pub(super) fn rename_draft(&mut self, old: Name, new: Name) {
        let note = self.drafts.iter_mut().find(|note| note.name == old);
        if let Some(note) = note {
            // Until it is surely gone, it goes with the draft.
            let before = DraftNote { replaces: Vec::new(), ..note.clone() };
            note.name = new;
            note.replaces.push(old);
            self.drafts.push(before);
        }
    }
}
