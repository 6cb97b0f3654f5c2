//! What another tab wrote.

use super::super::header::HEADER;
use super::super::record::{self, Kind, Name};
use super::super::store::StoreError;
use super::open::Reading;
use super::{LEFT, LOCKED, LOOKS, SLOT, Vault};
use crate::core::draft::DraftId;
use crate::core::json::{Json, Shape};
use crate::core::settings::Looks;

/// What another tab did.
#[derive(Debug)]
pub enum Heard {
    /// It wrote something that is read now. Where it is a block,
    /// [`Vault::read_more`] has more to read.
    Read(Reading),
    /// It took away a draft of its own.
    DraftGone(DraftId),
    /// It changed what stands outside the seal.
    Looks(Looks),
    /// It turned the passphrase on, off or changed it, or deleted everything:
    /// this tab must open the vault again.
    Elsewhere,
    /// It was locked.
    Locked,
    /// It was left by quick exit.
    Left,
    /// Nothing that this tab shows.
    Nothing,
}

impl Vault {
    /// Takes over a change of the value of this name.
    pub fn hear(&mut self, key: &str) -> Result<Heard, StoreError> {
        let value = self.store.get(key)?;
        Ok(match (key, value) {
            (HEADER, value) => self.hear_header(value),
            (LOCKED, Some(_)) => Heard::Locked,
            (LEFT, Some(value)) if Vault::is_left_mark(&value) => Heard::Left,
            (LOOKS, Some(value)) => value
                .parse::<Json>()
                .ok()
                .and_then(|json| Looks::of_json(&json))
                .map_or(Heard::Nothing, Heard::Looks),
            (key, value) => match (key.parse::<Name>(), value) {
                (Ok(name), Some(text)) => self.hear_value(name, text),
                (Ok(name), None) => self.hear_gone(name),
                (Err(_), None) if key.starts_with(SLOT) => Heard::Nothing,
                _ => Heard::Nothing,
            },
        })
    }

    fn hear_header(&self, value: Option<String>) -> Heard {
        if value == self.header_text || self.header_text.is_none() && self.index.is_empty() {
            Heard::Nothing
        } else {
            Heard::Elsewhere
        }
    }

    fn hear_value(&mut self, name: Name, text: String) -> Heard {
        if self.known.contains(&name) {
            return Heard::Nothing;
        }
        if record::peek(&text).is_ok_and(|head| head.kind == Kind::Block) {
            self.unread.told = false;
        }
        let mut reading = Reading::default();
        self.take(name, text, &mut reading);
        Heard::Read(reading)
    }

    fn hear_gone(&mut self, name: Name) -> Heard {
        let at = self.drafts.iter().position(|(_, other)| *other == name);
        match at {
            Some(at) => Heard::DraftGone(self.drafts.remove(at).0),
            None => Heard::Nothing,
        }
    }
}
