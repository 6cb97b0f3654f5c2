//! Drafts. A draft's value says which ones it replaces, so that a stop between
//! writing the new one and taking the old one away leaves one draft, and two
//! tabs that write on the same draft leave two.

use super::super::kept;
use super::super::record::{Kind, Name};
use super::reading::Reading;
use super::{Chore, SaveError, Vault};
use crate::core::draft::{Draft, DraftId};
use crate::core::json::{Json, Shape, object};

/// A draft as it is stored.
struct DraftBody {
    /// Values whose place this one takes.
    replaces: Vec<Name>,
    draft: Draft,
}

object!(DraftBody { may replaces, must draft });

/// A value that holds a draft.
#[derive(Debug, Clone)]
pub(super) struct DraftNote {
    pub(super) name: Name,
    /// The draft's name on the page.
    id: DraftId,
    replaces: Vec<Name>,
}

impl Vault {
    /// Keeps a draft.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<(), SaveError> {
        self.may_write()?;
        let of_it = self.drafts.iter().filter(|note| note.id == draft.id);
        let replaces: Vec<_> = of_it.map(|note| note.name).collect();
        let body = DraftBody { replaces, draft: draft.clone() };
        let name = self.put_value(Kind::Draft, 0, body.to_json().to_string().as_bytes())?;
        // What cannot be taken away now goes with the next draft.
        let _ = self.forget_draft(draft.id);
        self.drafts.push(DraftNote { name, id: draft.id, replaces: body.replaces });
        Ok(())
    }

    /// Takes a draft away.
    pub fn remove_draft(&mut self, id: DraftId) -> Result<(), SaveError> {
        self.may_write()?;
        self.forget_draft(id)
    }

    fn forget_draft(&mut self, id: DraftId) -> Result<(), SaveError> {
        let mut ended = Ok(());
        let (of_it, mut others): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.drafts).into_iter().partition(|note| note.id == id);
        for note in of_it {
            if let Err(error) = self.remove_value(&note.name.to_string()) {
                others.push(note);
                ended = Err(error);
            }
        }
        self.drafts = others;
        ended
    }

    /// Takes a draft in. Where another value of the same draft stands beside it,
    /// both are kept, the one changed earlier under a name of its own.
    pub(super) fn take_draft(
        &mut self,
        name: Name,
        json: &Json,
        reading: &mut Reading,
    ) -> Option<()> {
        let DraftBody { replaces, mut draft } = DraftBody::of_json(json)?;
        if let Some(newer) = self.drafts.iter().find(|note| note.replaces.contains(&name)) {
            let id = newer.id;
            self.drafts.push(DraftNote { name, id, replaces });
            self.chores.push_back(Chore::Remove(name));
            return Some(());
        }
        for replaced in &replaces {
            self.give_up_draft(*replaced, draft.id, reading);
        }
        let mut note = DraftNote { name, id: draft.id, replaces };
        if let Some(other) = reading.drafts.iter_mut().find(|other| other.id == draft.id)
            && other.work != draft.work
        {
            let swapped = other.changed.unix_seconds() < draft.changed.unix_seconds();
            if swapped {
                std::mem::swap(other, &mut draft);
            }
            let id = draft.id;
            draft.id = Name::from_random(kept::hash(&draft.to_json().to_string()).to_be_bytes());
            if swapped {
                let others = self.drafts.iter_mut().filter(|note| note.id == id);
                others.for_each(|note| note.id = draft.id);
            } else {
                note.id = draft.id;
            }
            reading.drafts.push(draft);
        } else if !reading.drafts.iter().any(|other| other.id == draft.id) {
            reading.drafts.push(draft);
        }
        self.drafts.push(note);
        Some(())
    }

    /// Whether a value that was taken in holds a draft whose place another has
    /// taken.
    pub(super) fn is_draft_superseded(&self, name: Name, body: &[u8]) -> bool {
        let json = std::str::from_utf8(body).ok().and_then(|body| body.parse().ok());
        let is_draft = json.is_some_and(|json| DraftBody::of_json(&json).is_some());
        let counts = self.drafts.iter().any(|note| note.name == name)
            && !self.drafts.iter().any(|note| note.replaces.contains(&name));
        is_draft && !counts
    }

    /// A value whose place another has taken was taken in before. It is removed
    /// with the draft that took its place, if it is still there then.
    fn give_up_draft(&mut self, name: Name, newer: DraftId, reading: &mut Reading) {
        let Some(note) = self.drafts.iter_mut().find(|note| note.name == name) else { return };
        let id = std::mem::replace(&mut note.id, newer);
        self.chores.push_back(Chore::Remove(name));
        if !self.drafts.iter().any(|other| other.name != name && other.id == id) {
            reading.drafts.retain(|draft| draft.id != id);
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
            note.name = new;
            note.replaces.push(old);
            // Until it is surely gone, it goes with the draft.
            let id = note.id;
            self.drafts.push(DraftNote { name: old, id, replaces: Vec::new() });
        }
    }
}
