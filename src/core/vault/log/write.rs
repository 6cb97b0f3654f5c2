//! Writing one value: written, read back, compared. What failed leaves nothing
//! that could be taken for words.

use super::super::header::{HEADER, Header, Lock};
use super::super::open_text;
use super::super::record::{Kind, Name, RecordError};
use super::super::store::Store;
use super::{ASIDE, Chore, HeaderDue, LEFT, LOCKED, LOOKS, SaveError, Vault};
use crate::core::json::{Json, Shape};
use crate::core::settings::Looks;

const LEFT_IS: &str = "1";
const LEFT_IS_NOT: &str = "0";

/// What became of the form that a tab writes values in.
enum FormStands {
    /// Values have it still.
    Still,
    /// Values have another, and those of this one are being rewritten.
    ToBeRewritten,
    /// Values have another, and nothing opens those of this one.
    NoMore,
}

impl Vault {
    /// Reads the header again, and writes it where there never was one.
    pub(super) fn may_write(&mut self) -> Result<(), SaveError> {
        if self.newer {
            return Err(SaveError::Newer);
        }
        let stands = self.store.get(HEADER)?;
        if stands != self.header_text && !self.joins(stands.as_deref()) {
            return Err(self.elsewhere(stands.as_deref()));
        }
        self.see_to_spoilt()?;
        if stands.is_none() || self.header_due.is_some() {
            if let (Some(damaged), Some(HeaderDue::Damaged)) = (stands, self.header_due) {
                set_aside(&*self.store, HEADER, &damaged)?;
            }
            self.put_header(self.header.clone())?;
            self.header_due = None;
        }
        if self.store.get(LEFT)?.is_none() {
            mark_left(&*self.store, false)?;
        }
        Ok(())
    }

    /// Goes on in the journal that another tab has begun where this one found
    /// none, or no header: values are plain in both. Whether it did.
    pub(super) fn joins(&mut self, stands: Option<&str>) -> bool {
        let begun = stands.and_then(|text| Header::of_text(text).ok());
        let Some(header) = begun.filter(|header| header.lock == Lock::Off) else { return false };
        if self.header_text.is_some() || self.form.key.is_some() || self.form.former.is_some() {
            return false;
        }
        self.form.vault = header.vault;
        self.header = header;
        self.header_text = stands.map(str::to_owned);
        true
    }

    /// Whether the header still stands as this tab knows it.
    pub(super) fn header_stands(&self) -> bool {
        self.store.get(HEADER).is_ok_and(|stands| stands == self.header_text)
    }

    /// Whether another header stands there surely.
    pub(super) fn header_changed(&self) -> bool {
        self.store.get(HEADER).is_ok_and(|stands| stands != self.header_text)
    }

    /// What became of the form that this tab writes values in.
    fn form_stands(&self) -> FormStands {
        let Ok(stands) = self.store.get(HEADER) else { return FormStands::Still };
        if stands == self.header_text {
            return FormStands::Still;
        }
        let header = stands.and_then(|text| Header::of_text(&text).ok());
        match header.filter(|header| header.vault == self.header.vault) {
            Some(header) if header.form() == self.header.form() => FormStands::Still,
            Some(header) if self.is_readable_under(&header) => FormStands::ToBeRewritten,
            _ => FormStands::NoMore,
        }
    }

    /// Why a header that another tab wrote keeps this one from writing.
    fn elsewhere(&mut self, stands: Option<&str>) -> SaveError {
        match stands.map(Header::of_text) {
            Some(Err(RecordError::Newer(_))) => {
                self.newer = true;
                SaveError::Newer
            }
            _ => SaveError::Elsewhere,
        }
    }

    /// Writes the header. Where that fails, what stood there is put back, unless
    /// another tab has written one.
    pub(super) fn put_header(&mut self, header: Header) -> Result<(), SaveError> {
        let text = header.to_text();
        if let Err(error) = put_text(&*self.store, HEADER, &text) {
            let stands = self.store.get(HEADER)?;
            if stands.is_none_or(|stands| stands == text || Header::of_text(&stands).is_err()) {
                let _ = match &self.header_text {
                    Some(before) => self.store.put(HEADER, before),
                    None => self.store.remove(HEADER),
                };
            }
            return Err(error);
        }
        self.header = header;
        self.header_text = Some(text);
        Ok(())
    }

    /// Writes a value under a new name. Where that fails, nothing of it stays.
    /// The header is read once more after it. Where it says the same form of
    /// values, whoever changes that later finds this one. Where it says another,
    /// this one is not saved: it stays if it can be read and rewritten, for
    /// something may rest on it already; otherwise it is taken back, and nothing
    /// rests on it, for all that something rested on was rewritten before what
    /// opens it went.
    pub(super) fn put_value(
        &mut self,
        kind: Kind,
        step: u32,
        body: &[u8],
    ) -> Result<Name, SaveError> {
        let name = self.new_name()?;
        let text = self.form.write(name, kind, step, body, self.bytes());
        self.known.put(name, ());
        match put_text(&*self.store, &name.to_string(), &text) {
            Ok(()) => {
                match self.form_stands() {
                    FormStands::Still => {}
                    FormStands::ToBeRewritten => return Err(SaveError::Elsewhere),
                    FormStands::NoMore => {
                        self.remove_value(&name.to_string())?;
                        return Err(SaveError::Elsewhere);
                    }
                }
                if matches!(kind, Kind::Record | Kind::Block) {
                    self.unread.furthest = self.unread.furthest.max(step);
                }
                Ok(name)
            }
            Err(error) => {
                self.spoilt.push((name, text));
                let _ = self.see_to_spoilt();
                Err(error)
            }
        }
    }

    /// What a failed write left goes, before something else is written. Where it
    /// was written after all, it stays and is taken in: another tab may have
    /// read it, and taken away what it replaces.
    fn see_to_spoilt(&mut self) -> Result<(), SaveError> {
        while let Some((name, text)) = self.spoilt.last().cloned() {
            let key = name.to_string();
            match self.store.get(&key)? {
                // One look may show what stood there before.
                None if self.store.get(&key)?.is_some() => continue,
                None => {}
                Some(stands) if stands == text => {
                    self.take_now(name, stands);
                }
                Some(_) => self.remove_value(&key)?,
            }
            self.spoilt.pop();
        }
        Ok(())
    }

    fn new_name(&self) -> Result<Name, SaveError> {
        loop {
            let name = Name::from_random(self.bytes());
            if self.store.get(&name.to_string())?.is_none() {
                return Ok(name);
            }
        }
    }

    /// Takes a value away, and looks whether it went.
    pub(super) fn remove_value(&self, key: &str) -> Result<(), SaveError> {
        self.store.remove(key)?;
        if self.store.get(key)?.is_none() { Ok(()) } else { Err(SaveError::NotKept) }
    }

    /// Takes away a value that nothing needs any more; where that fails, it is
    /// tried again later.
    pub(super) fn discard(&mut self, name: Name) {
        if self.remove_value(&name.to_string()).is_err() {
            self.chores.push_back(Chore::Remove(name));
        }
    }

    /// Whether the mark is set.
    pub(super) fn is_left_mark(value: &str) -> bool {
        value == LEFT_IS
    }
}

/// Writes a text, reads it back and compares.
pub(super) fn put_text(store: &dyn Store, key: &str, text: &str) -> Result<(), SaveError> {
    store.put(key, text)?;
    let stands = || Ok::<_, SaveError>(store.get(key)?.as_deref() == Some(text));
    if stands()? || stands()? { Ok(()) } else { Err(SaveError::NotKept) }
}

/// Keeps what cannot be read, under another name, before something takes its
/// place.
pub(super) fn set_aside(store: &dyn Store, key: &str, raw: &str) -> Result<(), SaveError> {
    let mut name = format!("{ASIDE}{key}");
    loop {
        match store.get(&name)? {
            Some(kept) if kept == raw => return Ok(()),
            Some(_) => name.push('+'),
            None => {
                return put_text(store, &name, raw).inspect_err(|_| {
                    let _ = store.remove(&name);
                });
            }
        }
    }
}

/// What stands outside the seal, as it was stored.
pub(super) fn looks_of_text(text: &str) -> Result<Looks, RecordError> {
    let json = open_text::checked(LOOKS, text)?;
    let json: Json = json.parse().map_err(|_| RecordError::Damaged)?;
    Looks::of_json(&json).ok_or(RecordError::Damaged)
}

/// Keeps what stands outside the seal, for which nothing needs to be unlocked.
/// What cannot be read there is put aside first.
pub fn put_looks(store: &dyn Store, looks: &Looks) -> Result<(), SaveError> {
    if let Some(stands) = store.get(LOOKS)?
        && looks_of_text(&stands).is_err()
    {
        set_aside(store, LOOKS, &stands)?;
    }
    put_text(store, LOOKS, &open_text::with_check(LOOKS, &looks.to_json().to_string()))
}

/// Sets or takes away the mark that the page was left by quick exit. It is set
/// even where a newer program has written: it hides, and harms nothing. Once
/// written it always takes the same room, so that a full store has it.
pub fn mark_left(store: &dyn Store, left: bool) -> Result<(), SaveError> {
    put_text(store, LEFT, if left { LEFT_IS } else { LEFT_IS_NOT })
}

/// Tells other tabs to lock; `sign` is another one each time.
pub fn tell_locked(store: &dyn Store, sign: Name) -> Result<(), SaveError> {
    put_text(store, LOCKED, &sign.to_string())
}
