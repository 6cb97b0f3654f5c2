//! What a person has ticked. It begins with nothing, and each thing in it is a
//! tick of its own or of one that says *all*.

use super::field::{Field, Fields};
use super::line::lines;
use super::offer::Offer;
use super::{Extract, NothingIn, Report};
use crate::core::by_id::ById;
use crate::core::day::Day;
use crate::core::entry::{Entry, EntryId};
use crate::core::insight::lens::{Lens, Range};
use crate::core::insight::measure::Measure;
use crate::core::journal::Journal;

/// A measure that may be drawn for a reader. What was put away and phrases that
/// keep coming back are none: both would tell what was not ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture(Measure);

impl Picture {
    /// All of them, in the order they are offered and drawn.
    pub const ALL: [Picture; 8] = [
        Picture(Measure::Mood),
        Picture(Measure::Families),
        Picture(Measure::Variety),
        Picture(Measure::Body),
        Picture(Measure::BeforeAfter),
        Picture(Measure::Calendar),
        Picture(Measure::Steps),
        Picture(Measure::Guards),
    ];

    /// The measure.
    pub fn measure(self) -> Measure {
        self.0
    }
}

/// What a person has ticked; at first nothing.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// What goes in of every ticked entry that has no fields of its own.
    fields: Fields,
    /// The ticked entries, with their own fields where a person chose some for
    /// that entry alone.
    entries: ById<Option<Fields>>,
    pictures: Vec<Picture>,
    tables: bool,
}

impl Choice {
    /// Whether a field goes in of ticked entries.
    pub fn has_field(&self, field: Field) -> bool {
        self.fields.has(field)
    }

    /// Ticks a field for ticked entries, or not. Entries with fields of their own
    /// keep them.
    pub fn set_field(&mut self, field: Field, on: bool) {
        self.fields.set(field, on);
    }

    /// Whether an entry is ticked.
    pub fn has(&self, id: EntryId) -> bool {
        self.entries.has(id)
    }

    /// Ticks an entry, or not; then it has no fields of its own any more.
    pub fn tick(&mut self, offer: Offer, on: bool) {
        if on {
            self.entries.or_default(offer.id());
        } else {
            self.entries.remove(offer.id());
        }
    }

    /// Ticks all that come along.
    pub fn tick_all(&mut self, offers: &[Offer]) {
        let along = offers.iter().filter(|offer| offer.comes_along());
        along.for_each(|offer| self.tick(*offer, true));
    }

    /// Ticks no entry any more.
    pub fn untick_all(&mut self) {
        self.entries = ById::default();
    }

    /// What goes in of an entry; nothing of one that is not ticked.
    pub fn fields_of(&self, id: EntryId) -> Fields {
        self.entries.get(id).map_or_else(Fields::default, |own| own.unwrap_or(self.fields))
    }

    /// Ticks a field of one entry, or not: the entry is ticked by it, and has
    /// fields of its own from now on.
    pub fn set_field_of(&mut self, offer: Offer, field: Field, on: bool) {
        if !on && !self.has(offer.id()) {
            return;
        }
        let mut fields = self.fields_of(offer.id());
        fields.set(field, on);
        self.entries.put(offer.id(), Some(fields));
    }

    /// Whether a picture goes in.
    pub fn has_picture(&self, picture: Picture) -> bool {
        self.pictures.contains(&picture)
    }

    /// Ticks a picture, or not.
    pub fn set_picture(&mut self, picture: Picture, on: bool) {
        self.pictures.retain(|other| *other != picture);
        if on {
            self.pictures.push(picture);
        }
    }

    /// Whether the numbers of the pictures go in as tables.
    pub fn has_tables(&self) -> bool {
        self.tables
    }

    /// Ticks the tables, or not.
    pub fn set_tables(&mut self, on: bool) {
        self.tables = on;
    }

    /// What comes of it for these days, with words to the reader beside it or
    /// without. What was sealed or binned since it was ticked does not go in.
    pub fn report<'a>(
        &self,
        with_words: bool,
        journal: &'a Journal,
        range: Range,
        today: Day,
    ) -> Result<Report<'a>, NothingIn> {
        let lens = Lens { range, theme: None };
        let mut ticked = lens.entries(journal, today).map_err(|_| NothingIn::Backwards)?;
        ticked.retain(|entry| self.has(entry.id));
        let extracts: Vec<_> = ticked.iter().filter_map(|entry| self.extract(entry)).collect();
        let pictures = Picture::ALL.into_iter().filter(|picture| self.has_picture(*picture));
        let pictures: Vec<Measure> = pictures.map(Picture::measure).collect();
        let drawn = !pictures.is_empty() && !ticked.is_empty();
        if extracts.is_empty() && !with_words && !drawn {
            return Err(self.nothing(&ticked));
        }
        let pictures = if drawn { pictures } else { Vec::new() };
        Ok(Report { pictures, tables: self.tables, ticked, extracts })
    }

    fn extract<'a>(&self, entry: &'a Entry) -> Option<Extract<'a>> {
        let fields = self.fields_of(entry.id);
        let mut lines = lines(entry);
        lines.retain(|line| fields.has(line.field()));
        (!lines.is_empty()).then_some(Extract { day: entry.day, kind: &entry.kind, lines })
    }

    /// Why nothing goes in.
    fn nothing(&self, ticked: &[&Entry]) -> NothingIn {
        let says_what = !self.fields.is_empty() || !self.pictures.is_empty();
        let any_field = ticked.iter().any(|entry| !self.fields_of(entry.id).is_empty());
        match (ticked.is_empty(), says_what || any_field) {
            (true, false) => NothingIn::Nothing,
            (true, true) => NothingIn::NoEntry,
            (false, false) => NothingIn::NoField,
            (false, true) => NothingIn::NotInThem,
        }
    }
}
