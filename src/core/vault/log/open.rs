//! Reading: first the list, the fresh records, drafts and settings; then the
//! blocks, in pieces that hold no frame; then what should be there and is not.

use super::super::block::BlockReader;
use super::super::cipher::DataKey;
use super::super::kept::{self, Kept};
use super::super::list::{BlockNote, Fresh, List};
use super::super::record::{self, Head, Kind, Name, RecordError};
use super::index::{Absorbed, Place};
use super::save::{Aside, DraftBody, SaveError};
use super::{Chore, LOCKED, Vault};
use crate::core::day::Day;
use crate::core::draft::Draft;
use crate::core::entry::{Entry, EntryId};
use crate::core::json::{Json, Shape};
use crate::core::settings::Settings;
use std::collections::VecDeque;
use std::rc::Rc;

/// What reading came to.
#[derive(Debug, Default)]
pub struct Reading {
    /// What to make of the journal, in this order.
    pub changes: Vec<Change>,
    /// What was begun and not saved, the latest first.
    pub drafts: Vec<Draft>,
    /// The settings, where some were found.
    pub settings: Option<Settings>,
    /// What could not be read, or is missing.
    pub problems: Vec<Problem>,
    /// Whether everything has been read.
    pub done: bool,
}

/// A change of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// This is the newest revision of an entry.
    Put(Box<Entry>),
    /// An entry was taken away for good.
    Gone(EntryId),
}

/// A stored value that could not be read, or one that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It could not be read.
    Unreadable {
        /// Its name in the store.
        key: String,
        /// The value, as it stands there.
        raw: String,
        /// Why.
        why: RecordError,
    },
    /// It is not there.
    Missing(Missing),
}

/// What should be there and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// An entry of this day; without a day, the note that one is gone.
    Entry(Option<Day>),
    /// So many entries of these days.
    Block(u32, Option<(Day, Day)>),
    /// The list of what should be there, or its newest version.
    List,
    /// The settings.
    Settings,
    /// The settings that stand outside the seal.
    Looks,
    /// The header.
    Header,
}

/// What is still to be read.
#[derive(Default)]
pub(super) struct Unread {
    blocks: VecDeque<(Name, String)>,
    now: Option<BlockReader>,
    pub(super) told: bool,
    /// The furthest step of any record or block.
    furthest: u32,
    /// The step of the newest settings.
    settings: u32,
    looks: bool,
}

impl Problem {
    pub(super) fn unreadable(key: &str, raw: &str, why: RecordError) -> Self {
        Problem::Unreadable { key: key.to_owned(), raw: raw.to_owned(), why }
    }
}

impl Vault {
    /// Reads all values but the blocks, which are left to [`Vault::read_more`].
    pub(super) fn read_all(&mut self, values: Vec<(String, String)>) -> Reading {
        let mut reading = Reading::default();
        self.read_former_key(&values);
        for (key, text) in values {
            match key.parse::<Name>() {
                Ok(name) => self.take(name, text, &mut reading),
                Err(_) => self.take_named(&key, &text, &mut reading),
            }
        }
        reading.drafts.sort_by_key(|draft| std::cmp::Reverse(draft.changed.unix_seconds()));
        reading
    }

    /// Whether there is nothing left to read.
    pub fn is_read(&self) -> bool {
        self.unread.told
    }

    /// Reads so many bytes more of the blocks. With the last of them comes
    /// what is missing.
    pub fn read_more(&mut self, at_most: usize) -> Reading {
        let mut reading = Reading::default();
        let reader = self.unread.now.take().or_else(|| self.next_block(&mut reading));
        let Some(mut reader) = reader else {
            self.finish_reading(&mut reading);
            return reading;
        };
        let name = reader.name;
        match reader.read_more(at_most) {
            Ok((records, done)) => {
                for (kept, text) in records {
                    self.absorb(kept, &text, Place::Block(name), &mut reading);
                }
                self.index.blocks.entry(name).or_default().bytes = reader.bytes();
                if !done {
                    self.unread.now = Some(reader);
                }
            }
            Err(why) => {
                let raw = self.store.get(&name.to_string()).ok().flatten().unwrap_or_default();
                reading.problems.push(Problem::unreadable(&name.to_string(), &raw, why));
            }
        }
        reading
    }

    /// Once all is read: what another tab wrote meanwhile, then what is missing.
    fn finish_reading(&mut self, reading: &mut Reading) {
        if self.unread.told {
            reading.done = true;
            return;
        }
        if self.has_gaps() && self.take_unknown(reading) {
            return;
        }
        self.unread.told = true;
        reading.done = true;
        self.tell_missing(reading);
        // What is there and not on the list goes on it.
        let before = self.list.clone();
        for fresh in self.index.fresh_notes() {
            self.list.note(fresh);
        }
        for name in self.index.blocks.keys() {
            if let Some(block) = self.index.note(*name) {
                self.list.note_block(block);
            }
        }
        self.list_due |= before != self.list;
        self.find_redundant_blocks();
    }

    fn has_gaps(&self) -> bool {
        self.missing_entries().next().is_some() || self.missing_blocks().next().is_some()
    }

    /// Takes in values that came since the first look. Whether there were any.
    fn take_unknown(&mut self, reading: &mut Reading) -> bool {
        let Ok(keys) = self.store.keys() else { return false };
        let mut found = false;
        for name in keys.iter().filter_map(|key| key.parse::<Name>().ok()) {
            if !self.known.contains(&name)
                && let Ok(Some(text)) = self.store.get(&name.to_string())
            {
                found = true;
                self.take(name, text, reading);
            }
        }
        found
    }

    fn missing_entries(&self) -> impl Iterator<Item = &Fresh> {
        self.list.fresh.iter().filter(|fresh| {
            self.index.get(fresh.id).is_none_or(|held| held.standing.revision < fresh.revision)
        })
    }

    fn missing_blocks(&self) -> impl Iterator<Item = &BlockNote> {
        self.list.blocks.iter().filter(|block| !self.index.blocks.contains_key(&block.name))
    }

    fn tell_missing(&self, reading: &mut Reading) {
        let mut missing = Vec::new();
        missing.extend(self.missing_entries().map(|fresh| Missing::Entry(fresh.day)));
        missing.extend(self.missing_blocks().map(|block| Missing::Block(block.count, block.days)));
        if self.unread.furthest > self.list.step + 1 {
            missing.push(Missing::List);
        }
        if self.list.settings && self.settings.is_empty() {
            missing.push(Missing::Settings);
        }
        if self.list.looks && !self.unread.looks {
            missing.push(Missing::Looks);
        }
        reading.problems.extend(missing.into_iter().map(Problem::Missing));
    }

    /// Takes what is missing off the list: the person has read it.
    pub fn forget_missing(&mut self) -> Result<(), SaveError> {
        self.may_write()?;
        self.list.fresh = self.index.fresh_notes().collect();
        self.list.blocks.retain(|block| self.index.blocks.contains_key(&block.name));
        self.list.step = self.list.step.max(self.unread.furthest);
        self.list.settings &= !self.settings.is_empty();
        self.list.looks &= self.unread.looks;
        self.write_list()
    }

    fn next_block(&mut self, reading: &mut Reading) -> Option<BlockReader> {
        while let Some((name, text)) = self.unread.blocks.pop_front() {
            let unsealed = self.form.unseal(name, &text);
            let (head, current) = match &unsealed {
                Ok(unsealed) => (Some(unsealed.head), unsealed.current),
                Err(_) => (None, true),
            };
            match unsealed.and_then(|unsealed| BlockReader::new(name, unsealed)) {
                Ok(reader) => {
                    head.into_iter().for_each(|head| self.seen(head));
                    if !current {
                        self.chores.push(Chore::Rewrite(name));
                    }
                    return Some(reader);
                }
                Err(why) => self.unreadable(&name.to_string(), &text, why, reading),
            }
        }
        None
    }

    /// Takes one value in, whatever it holds.
    pub(super) fn take(&mut self, name: Name, text: String, reading: &mut Reading) {
        self.known.insert(name);
        let key = name.to_string();
        match record::peek(&text) {
            Ok(Head { kind: Kind::Block, .. }) => self.unread.blocks.push_back((name, text)),
            // Of a change that was stopped before it counted.
            Ok(Head { kind: Kind::FormerKey, step, .. }) if step != self.header.generation => {
                self.chores.push(Chore::Remove(name));
            }
            Ok(_) => match self.form.read(name, &text) {
                Ok((unsealed, body)) => {
                    let body = String::from_utf8(body).ok();
                    let took =
                        body.and_then(|body| self.take_body(name, unsealed.head, &body, reading));
                    match took {
                        None => self.unreadable(&key, &text, RecordError::Damaged, reading),
                        Some(()) if !unsealed.current => self.chores.push(Chore::Rewrite(name)),
                        Some(()) => {}
                    }
                }
                Err(why) => self.unreadable(&key, &text, why, reading),
            },
            Err(why) => self.unreadable(&key, &text, why, reading),
        }
    }

    fn take_body(
        &mut self,
        name: Name,
        head: Head,
        body: &str,
        reading: &mut Reading,
    ) -> Option<()> {
        match head.kind {
            Kind::Record => {
                self.seen(head);
                self.absorb(
                    Kept::of_text(body)?,
                    body,
                    Place::Fresh(name, Rc::from(body)),
                    reading,
                );
            }
            Kind::List => {
                self.list.merge(&List::of_json(&body.parse::<Json>().ok()?)?);
                self.lists.push(name);
                self.list_due |= self.lists.len() > 1;
            }
            Kind::Draft => {
                let read = DraftBody::of_json(&body.parse::<Json>().ok()?)?;
                self.take_draft(name, read, reading);
            }
            Kind::Settings => {
                let settings = Settings::of_json(&body.parse::<Json>().ok()?)?;
                self.take_settings(name, head.step, settings, reading);
            }
            Kind::FormerKey => {}
            Kind::Aside => {
                let aside = Aside::of_json(&body.parse::<Json>().ok()?)?;
                let problem = Problem::unreadable(&aside.key, &aside.raw, RecordError::Damaged);
                reading.problems.push(problem);
            }
            // Blocks are read by pieces.
            Kind::Block => return None,
        }
        Some(())
    }

    /// The settings with the latest step count.
    fn take_settings(&mut self, name: Name, step: u32, settings: Settings, reading: &mut Reading) {
        if step >= self.unread.settings {
            self.unread.settings = step;
            reading.settings = Some(settings);
        }
        self.settings.push(name);
    }

    /// A draft that two tabs wrote stands there twice: both are kept, the one
    /// changed earlier under a name of its own.
    fn take_draft(&mut self, name: Name, read: DraftBody, reading: &mut Reading) {
        let mut draft = read.draft;
        let Some(at) = reading.drafts.iter().position(|other| other.id == draft.id) else {
            self.drafts.push((draft.id, name));
            reading.drafts.push(draft);
            return;
        };
        let other = &mut reading.drafts[at];
        if other.work == draft.work {
            self.drafts.push((draft.id, name));
            return;
        }
        if other.changed.unix_seconds() < draft.changed.unix_seconds() {
            std::mem::swap(other, &mut draft);
        }
        let text = draft.to_json().to_string();
        draft.id = Name::from_random(kept::hash(&text).to_be_bytes());
        self.drafts.push((draft.id, name));
        reading.drafts.push(draft);
    }

    /// Values under names of other kinds.
    fn take_named(&mut self, key: &str, text: &str, reading: &mut Reading) {
        use super::super::header::HEADER;
        match key {
            super::LOOKS => self.unread.looks = true,
            HEADER | super::LEFT | LOCKED => {}
            _ if key.starts_with(super::SLOT) => {}
            _ => self.unreadable(key, text, RecordError::Damaged, reading),
        }
    }

    /// Takes a record in, and says what it makes of the journal.
    pub(super) fn absorb(&mut self, kept: Kept, text: &str, place: Place, reading: &mut Reading) {
        let standing = kept.standing(text);
        match self.index.absorb(&kept, standing, place) {
            Absorbed::Newest(old) => {
                self.chores.extend(old.map(Chore::Remove));
                reading.changes.push(change(kept));
            }
            Absorbed::Known(old) => self.chores.extend(old.map(Chore::Remove)),
            Absorbed::GivesWay(old) => {
                self.chores.extend(of_entry(&kept).map(Chore::Beside));
                self.chores.extend(old.map(Chore::Remove));
            }
            Absorbed::TakesOver(other) => {
                self.chores.extend(
                    self.body_at(&other, kept.id()).as_ref().and_then(of_entry).map(Chore::Beside),
                );
                if let Place::Fresh(name, _) = other {
                    self.chores.push(Chore::Remove(name));
                }
                reading.changes.push(change(kept));
            }
        }
    }

    fn seen(&mut self, head: Head) {
        self.unread.furthest = self.unread.furthest.max(head.step);
    }

    /// A value that cannot be read stays as it is. Where there is a passphrase
    /// and the value is not sealed, it is put under seal.
    fn unreadable(&mut self, key: &str, text: &str, why: RecordError, reading: &mut Reading) {
        reading.problems.push(Problem::unreadable(key, text, why));
        let sealed = record::peek(text).is_ok_and(|head| head.sealed);
        self.every_seal_opens &= why != RecordError::Foreign;
        if self.form.key.is_some() && !sealed && why == RecordError::Damaged {
            self.chores.push(Chore::PutUnderSeal(key.to_owned()));
        }
    }

    /// The data key of before, if values are still being rewritten.
    fn read_former_key(&mut self, values: &[(String, String)]) {
        for (key, text) in values {
            let Ok(name) = key.parse::<Name>() else { continue };
            if !record::peek(text).is_ok_and(|head| head.kind == Kind::FormerKey) {
                continue;
            }
            if let Ok((_, mut body)) = self.form.read(name, text)
                && let Ok(bytes) = body.as_mut_slice().try_into()
            {
                self.form.former = Some(DataKey::take(bytes));
                self.former_name = Some(name);
            }
        }
    }
}

fn change(kept: Kept) -> Change {
    match kept {
        Kept::Entry(entry) => Change::Put(entry),
        Kept::Gone(gone) => Change::Gone(gone.gone),
    }
}

fn of_entry(kept: &Kept) -> Option<Box<Entry>> {
    match kept {
        Kept::Entry(entry) => Some(entry.clone()),
        Kept::Gone(_) => None,
    }
}
