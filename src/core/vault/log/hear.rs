//! What another tab wrote.

use super::super::header::HEADER;
use super::super::record::Name;
use super::super::store::StoreError;
use super::reading::Reading;
use super::write::looks_of_text;
use super::{LEFT, LOCKED, LOOKS, Vault};
use crate::core::draft::DraftId;
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
            // Whoever deletes everything takes it away last.
            (LEFT, None) => Heard::Elsewhere,
            (LOOKS, Some(value)) => looks_of_text(&value).map_or(Heard::Nothing, Heard::Looks),
            (key, value) => match (key.parse::<Name>(), value) {
                (Ok(name), Some(text)) => self.hear_value(name, text),
                (Ok(name), None) => self.hear_gone(name),
                (Err(_), _) => Heard::Nothing,
            },
        })
    }

    fn hear_header(&mut self, value: Option<String>) -> Heard {
        if value == self.header_text || self.joins(value.as_deref()) {
            Heard::Nothing
        } else {
            Heard::Elsewhere
        }
    }

    fn hear_value(&mut self, name: Name, text: String) -> Heard {
        let mut reading = std::mem::take(&mut self.untold);
        if !self.known.has(name) {
            self.take(name, text, &mut reading);
        } else if reading.is_empty() {
            return Heard::Nothing;
        }
        Heard::Read(reading)
    }

    fn hear_gone(&mut self, name: Name) -> Heard {
        self.draft_is_gone(name).map_or(Heard::Nothing, Heard::DraftGone)
    }
}
