//! Reading: first the list, the fresh records, drafts and settings; then the
//! blocks, in pieces that hold no frame; then what should be there and is not.

use super::super::block::BlockReader;
use super::super::kept::{Kept, Standing};
use super::super::list::{BlockNote, Fresh};
use super::super::record::{self, Head, Kind, Name, RecordError};
use super::index::{Absorbed, FreshPlace, Place};
use super::reading::{Change, Missing, Problem, Reading};
use super::save::{Aside, SaveError};
use super::{Chore, FORMER, LOCKED, Loser, Vault};
use crate::core::draft::Draft;
use crate::core::json::{Json, Shape};
use crate::core::settings::Settings;
use crate::core::sorted;
use std::collections::VecDeque;

/// What is still to be read.
#[derive(Default)]
pub(super) struct Unread {
    pub(super) blocks: VecDeque<(Name, String)>,
    now: Option<BlockReader>,
    /// Whether they are in the order in which they are best read.
    pub(super) in_order: bool,
    pub(super) told: bool,
    missing_told: bool,
    /// The furthest step of any record or block.
    pub(super) furthest: u32,
    pub(super) looks: bool,
}

impl Unread {
    /// The blocks that were not read to their ends.
    pub(super) fn names(&self) -> impl Iterator<Item = Name> {
        self.now.iter().map(|reader| reader.name).chain(self.blocks.iter().map(|(name, _)| *name))
    }
}

/// What noting a record came to.
pub(super) struct Filed {
    /// Whether it is the newest of its entry now, and was not.
    pub(super) newest: bool,
    /// A value that is not needed any more.
    pub(super) old: Option<Name>,
}

impl Vault {
    /// Reads all values but the blocks, which are left to [`Vault::read_more`].
    pub(super) fn read_all(&mut self, values: impl Iterator<Item = (String, String)>) -> Reading {
        let mut reading = Reading::default();
        for (key, text) in values {
            match key.parse::<Name>() {
                Ok(name) => self.take(name, text, &mut reading),
                Err(_) => self.take_named(&key, &text, &mut reading),
            }
        }
        let changed = |draft: &Draft| draft.changed.unix_seconds();
        reading.drafts = sorted::by(reading.drafts, |a, b| changed(b).cmp(&changed(a)));
        reading
    }

    /// Whether there is nothing left to read.
    pub fn is_read(&self) -> bool {
        self.unread.told
    }

    /// Reads so many bytes more of the blocks. With the last of them comes
    /// what is missing.
    pub fn read_more(&mut self, at_most: usize) -> Reading {
        let mut reading = std::mem::take(&mut self.untold);
        self.read_on(at_most, &mut reading);
        reading
    }

    fn read_on(&mut self, at_most: usize, reading: &mut Reading) {
        let reader = self.unread.now.take().or_else(|| self.next_block(reading));
        let Some(mut reader) = reader else { return self.finish_reading(reading) };
        let name = reader.name;
        match reader.read_more(at_most) {
            Ok((records, done)) => {
                for (kept, text) in records {
                    self.absorb(kept, &text, Place::Block(name), reading);
                }
                if !done {
                    self.unread.now = Some(reader);
                } else if reader.is_whole() {
                    self.index.whole_block(name, reader.bytes());
                } else {
                    self.spoilt_block(name, RecordError::Damaged, reading);
                }
            }
            Err(why) => self.spoilt_block(name, why, reading),
        }
    }

    /// What could be read of it counts, and it stays as it is.
    fn spoilt_block(&mut self, name: Name, why: RecordError, reading: &mut Reading) {
        let raw = self.store.get(&name.to_string()).ok().flatten().unwrap_or_default();
        self.unreadable(&name.to_string(), &raw, why, reading);
    }

    /// Once all is read: what another tab wrote meanwhile, then what is missing.
    fn finish_reading(&mut self, reading: &mut Reading) {
        if self.unread.told {
            reading.done = true;
            return;
        }
        if self.take_unknown(reading) {
            return;
        }
        self.unread.told = true;
        reading.done = true;
        // Once: later, another tab's list may name what is being written here. Where
        // another tab has changed the form of values, the vault is opened anew.
        if !std::mem::replace(&mut self.unread.missing_told, true) && !self.header_changed() {
            reading.problems.extend(self.missing().into_iter().map(Problem::Missing));
        }
        self.chores.extend(self.index.to_purge().ids().map(Chore::Purge));
    }

    /// Takes in values that came since the first look. Whether there were any.
    fn take_unknown(&mut self, reading: &mut Reading) -> bool {
        let Ok(keys) = self.store.keys() else { return false };
        let mut found = false;
        for name in keys.iter().filter_map(|key| key.parse::<Name>().ok()) {
            if self.known.has(name) {
                continue;
            }
            match self.store.get(&name.to_string()) {
                Ok(Some(text)) => self.take(name, text, reading),
                // What took its place is there already.
                Ok(None) => {
                    self.known.put(name, ());
                }
                Err(_) => continue,
            }
            found = true;
        }
        found
    }

    /// Takes in what another tab wrote and this one has not heard of, before
    /// something is written that might rest on less; whether there was any. It is
    /// told with the next that is read or heard.
    pub(super) fn catch_up(&mut self) -> bool {
        let mut reading = std::mem::take(&mut self.untold);
        let was_read = self.unread.told;
        let mut found = false;
        while self.take_unknown(&mut reading) {
            found = true;
        }
        self.read_through(was_read, &mut reading);
        self.untold = reading;
        found
    }

    /// Takes one value in, and reads all of it.
    pub(super) fn take_now(&mut self, name: Name, text: String) {
        let mut reading = std::mem::take(&mut self.untold);
        let was_read = self.unread.told;
        self.take(name, text, &mut reading);
        self.read_through(was_read, &mut reading);
        self.untold = reading;
    }

    fn read_through(&mut self, was_read: bool, reading: &mut Reading) {
        while was_read && !self.unread.told {
            self.read_on(usize::MAX, reading);
        }
        reading.done = false;
    }

    fn missing_entries(&self) -> impl Iterator<Item = &Fresh> {
        self.list.fresh.iter().filter(|fresh| {
            self.index.get(fresh.id).is_none_or(|held| held.standing.revision < fresh.revision)
        })
    }

    fn missing_blocks(&self) -> impl Iterator<Item = &BlockNote> {
        self.list.blocks.iter().filter(|block| !self.index.blocks.has(block.name))
    }

    fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        missing.extend(self.missing_entries().map(|fresh| Missing::Entry(fresh.day)));
        missing.extend(self.missing_blocks().map(|block| Missing::Block(block.count, block.days)));
        if self.unread.furthest > self.list.step + 1 {
            missing.push(Missing::List);
        }
        if self.list.settings && self.settings.names.is_empty() {
            missing.push(Missing::Settings);
        }
        if self.list.looks && !self.unread.looks {
            missing.push(Missing::Looks);
        }
        missing
    }

    /// Takes what is missing off the list: the person has read it.
    pub fn forget_missing(&mut self) -> Result<(), SaveError> {
        self.may_write()?;
        if !self.is_read() {
            return Err(SaveError::Busy);
        }
        self.list.fresh.clear();
        self.list.blocks.retain(|block| self.index.blocks.has(block.name));
        self.list.step = self.list.step.max(self.unread.furthest);
        self.list.settings &= !self.settings.names.is_empty();
        self.list.looks &= self.unread.looks;
        self.write_list()
    }

    fn next_block(&mut self, reading: &mut Reading) -> Option<BlockReader> {
        while let Some((name, text)) = self.unread.blocks.pop_front() {
            match self.form.unseal(name, &text) {
                Ok(unsealed) => {
                    let (head, current) = (unsealed.head, unsealed.current);
                    let reader = match BlockReader::new(name, unsealed) {
                        Ok(reader) => reader,
                        Err(why) => {
                            self.unreadable(&name.to_string(), &text, why, reading);
                            continue;
                        }
                    };
                    self.seen(head);
                    if !current {
                        self.outdated.put(name, ());
                    }
                    self.index.new_block(name, head.step);
                    return Some(reader);
                }
                Err(why) => self.unreadable(&name.to_string(), &text, why, reading),
            }
        }
        None
    }

    /// Takes one value in, whatever it holds.
    pub(super) fn take(&mut self, name: Name, text: String, reading: &mut Reading) {
        self.known.put(name, ());
        let key = name.to_string();
        match record::peek(&text) {
            Ok(Head { kind: Kind::Block, .. }) => {
                self.unread.blocks.push_back((name, text));
                self.unread.in_order = false;
                self.unread.told = false;
            }
            Ok(_) => match self.form.read(name, &text) {
                Ok((unsealed, body)) => {
                    let body = String::from_utf8(body).ok();
                    let took =
                        body.and_then(|body| self.take_body(name, unsealed.head, body, reading));
                    match took {
                        None => self.unreadable(&key, &text, RecordError::Damaged, reading),
                        Some(()) if !unsealed.current => {
                            self.outdated.put(name, ());
                        }
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
        body: String,
        reading: &mut Reading,
    ) -> Option<()> {
        let json = || body.parse::<Json>().ok();
        match head.kind {
            Kind::Record => {
                let kept = Kept::of_text(&body)?;
                self.seen(head);
                let place = FreshPlace { name, step: head.step, body: body.as_str().into() };
                self.absorb(kept, &body, Place::Fresh(place), reading);
            }
            Kind::List => self.take_list(name, &body)?,
            Kind::Draft => self.take_draft(name, &json()?, reading)?,
            Kind::Settings => {
                let settings = Settings::of_json(&json()?)?;
                self.take_settings(name, head.step, settings, reading);
            }
            Kind::Aside => {
                let aside = Aside::of_json(&json()?)?;
                let problem = Problem::unreadable(&aside.key, &aside.raw, RecordError::Damaged);
                reading.problems.push(problem);
            }
            // Blocks are read by pieces; a former key has a name of its own.
            Kind::Block | Kind::FormerKey => return None,
        }
        Some(())
    }

    /// Values under names of other kinds.
    fn take_named(&mut self, key: &str, text: &str, reading: &mut Reading) {
        use super::super::header::HEADER;
        match key {
            super::LOOKS => self.unread.looks = true,
            HEADER | super::LEFT | LOCKED => {}
            _ if key.starts_with(super::SLOT) || key.starts_with(FORMER) => {}
            _ => self.unreadable(key, text, RecordError::Damaged, reading),
        }
    }

    /// Takes a record in, and says what it makes of the journal.
    fn absorb(&mut self, kept: Kept, text: &str, place: Place, reading: &mut Reading) {
        let filed = self.file(&kept, kept.standing(text), place);
        self.chores.extend(filed.old.map(Chore::Remove));
        if filed.newest {
            reading.changes.push(Change::of(kept));
        }
    }

    /// Notes where a record stands, and which version gives way where two are
    /// of the same revision.
    pub(super) fn file(&mut self, kept: &Kept, standing: Standing, place: Place) -> Filed {
        let id = kept.id();
        let before = self.index.get(id).map(|held| held.standing);
        match self.index.absorb(kept, standing, place) {
            Absorbed::Newest(old) => Filed { newest: true, old },
            Absorbed::Known(old) => Filed { newest: false, old },
            Absorbed::GivesWay(place) => {
                self.losers.push(Loser { id, standing, place });
                Filed { newest: false, old: None }
            }
            Absorbed::TakesOver(place) => {
                let standing = before.unwrap_or(standing);
                self.losers.push(Loser { id, standing, place });
                Filed { newest: true, old: None }
            }
        }
    }

    fn seen(&mut self, head: Head) {
        self.unread.furthest = self.unread.furthest.max(head.step);
    }

    /// A value that cannot be read stays as it is, unless it does not stand in
    /// the form that values have now: then it is put away, as it is.
    pub(super) fn unreadable(
        &mut self,
        key: &str,
        text: &str,
        why: RecordError,
        reading: &mut Reading,
    ) {
        // Where another tab has changed the passphrase meanwhile, the vault is
        // opened anew, and this value with it.
        if why != RecordError::Foreign || !self.header_changed() {
            reading.problems.push(Problem::unreadable(key, text, why));
        }
        self.unreadable.extend(key.parse::<Name>());
        self.every_seal_opens &= why != RecordError::Foreign;
        if why != RecordError::Foreign && !self.is_in_form(text) {
            self.chores.push_back(Chore::PutAway(key.to_owned()));
        }
    }

    /// Whether a value looks sealed where there is a passphrase, and plain where
    /// there is none.
    pub(super) fn is_in_form(&self, text: &str) -> bool {
        record::peek(text).is_ok_and(|head| head.sealed) == self.form.key.is_some()
    }
}
