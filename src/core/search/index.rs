//! The folded text of all entries in one piece of memory, one after the other
//! in the order in which they came, and what they are filtered by.
//!
//! Pieces of an entry end in a line break and entries in a zero; folded text
//! holds neither, so nothing is found across them. What is taken out is
//! overwritten at once, so that it is not found, and its room is used again when
//! half of everything is such room.

use super::fold::Folder;
use super::query::Field;
use super::rank;
use crate::core::day::Day;
use crate::core::id::Id;
use std::ops::Range;
use zeroize::Zeroize;

/// What is known of an entry that may be found.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Its name.
    pub id: Id,
    /// The writer's date.
    pub day: Day,
    /// Its texts, as they were written. A match in the first line of the first
    /// counts for more; no phrase is found across two of them.
    pub texts: &'a [&'a str],
    /// What it can be filtered by: a feeling and its family are two labels.
    pub labels: &'a [(Field, &'a str)],
}

/// The text of all entries that may be found.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) text: Vec<u8>,
    /// In the order of their text.
    pub(super) stored: Vec<Stored>,
    /// Where each entry stands among the stored, in the order of their names.
    by_id: Vec<(Id, u32)>,
    pub(super) labels: Vec<Label>,
    /// Bytes that were overwritten.
    dead: usize,
}

/// What entries are labelled with.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) field: Field,
    /// Empty where no entry bears it any more: another one takes its place.
    pub(super) folded: Vec<u8>,
    /// How many entries bear it.
    entries: u32,
}

/// An entry in the index.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) id: Id,
    pub(super) day: Day,
    /// The days since the first of all: what entries are sorted by.
    pub(super) since: u32,
    start: u32,
    /// Where its first line ends.
    head: u32,
    /// Behind its zero.
    end: u32,
    /// Places among the labels.
    pub(super) labels: Box<[u32]>,
    pub(super) alive: bool,
}

impl Stored {
    pub(super) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(super) fn head(&self) -> usize {
        self.head as usize
    }
}

impl Index {
    /// How many entries can be found.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether none can.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Takes an entry in, in place of what was known of it before.
    pub fn put(&mut self, document: &Document<'_>, folder: &mut Folder) {
        self.remove(document.id);
        let start = self.text.len();
        let mut head = start;
        for (nth, text) in document.texts.iter().enumerate() {
            let (first, rest) = match text.trim_start().split_once('\n') {
                Some((first, rest)) if nth == 0 => (first, rest),
                _ => (*text, ""),
            };
            folder.push(first, &mut self.text);
            if nth == 0 {
                head = self.text.len();
            }
            if !rest.is_empty() {
                super::fold::space(&mut self.text);
                folder.push(rest, &mut self.text);
            }
            self.text.push(b'\n');
        }
        self.text.push(0);
        let labels = document
            .labels
            .iter()
            .map(|(field, label)| self.label(*field, folder.fold(label)))
            .collect();
        let stored = Stored {
            id: document.id,
            day: document.day,
            since: rank::since(document.day),
            start: start as u32,
            head: head as u32,
            end: self.text.len() as u32,
            labels,
            alive: true,
        };
        if let Err(at) = self.find(document.id) {
            self.by_id.insert(at, (document.id, self.stored.len() as u32));
        }
        self.stored.push(stored);
    }

    /// Takes an entry out.
    pub fn remove(&mut self, id: Id) {
        let Ok(at) = self.find(id) else { return };
        let (_, slot) = self.by_id.remove(at);
        let stored = &mut self.stored[slot as usize];
        stored.alive = false;
        let range = stored.range();
        for place in std::mem::take(&mut stored.labels) {
            self.labels[place as usize].taken_off();
        }
        self.dead += range.len();
        self.text[range].zeroize();
        if self.dead > self.text.len() / 2 {
            self.close_up();
        }
    }

    fn find(&self, id: Id) -> Result<usize, usize> {
        self.by_id.binary_search_by_key(&id, |(id, _)| *id)
    }

    /// The place of a label that one more entry bears.
    fn label(&mut self, field: Field, folded: Vec<u8>) -> u32 {
        let same = |label: &Label| label.field == field && label.folded == folded;
        let known = self.labels.iter().position(same);
        let at = known.unwrap_or_else(|| {
            let label = Label { field, folded, entries: 0 };
            match self.labels.iter().position(|label| label.entries == 0) {
                Some(free) => {
                    self.labels[free] = label;
                    free
                }
                None => {
                    self.labels.push(label);
                    self.labels.len() - 1
                }
            }
        });
        self.labels[at].entries += 1;
        at as u32
    }

    /// Moves what is alive together, in the order it stands in.
    fn close_up(&mut self) {
        let mut after = 0;
        let places: Vec<u32> = self
            .stored
            .iter()
            .map(|stored| {
                after += u32::from(stored.alive);
                after.saturating_sub(1)
            })
            .collect();
        self.by_id.iter_mut().for_each(|(_, slot)| *slot = places[*slot as usize]);
        self.stored.retain(|stored| stored.alive);
        let mut end = 0;
        for stored in &mut self.stored {
            let range = stored.range();
            let gap = (range.start - end) as u32;
            self.text.copy_within(range.clone(), end);
            end += range.len();
            stored.start -= gap;
            stored.head -= gap;
            stored.end -= gap;
        }
        self.text[end..].zeroize();
        self.text.truncate(end);
        self.dead = 0;
    }
}

impl Label {
    fn taken_off(&mut self) {
        self.entries -= 1;
        if self.entries == 0 {
            self.folded.zeroize();
        }
    }
}

impl Drop for Index {
    /// Overwrites what it holds. Room that it has outgrown was given back as it
    /// was, as the entries themselves are.
    fn drop(&mut self) {
        self.text.zeroize();
        self.labels.iter_mut().for_each(|label| label.folded.zeroize());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_that_no_entry_bears_is_overwritten_and_its_place_used_again() {
        let mut index = Index::default();
        let mut folder = Folder::new(|letter| letter.to_string());
        let mut put = |index: &mut Index, number, labels: &[(Field, &str)]| {
            let (id, day) = (Id::from_random([number; 8]), "2026-11-23".parse().unwrap());
            index.put(&Document { id, day, texts: &[], labels }, &mut folder);
        };
        put(&mut index, 1, &[(Field::Tag, "river"), (Field::Tag, "home")]);
        put(&mut index, 2, &[(Field::Tag, "home")]);
        put(&mut index, 1, &[]);
        let folded = |index: &Index| -> Vec<_> {
            let labels = index.labels.iter();
            labels.map(|label| String::from_utf8(label.folded.clone()).unwrap()).collect()
        };
        assert_eq!(folded(&index), ["", "home"]);
        put(&mut index, 3, &[(Field::Theme, "range")]);
        assert_eq!(folded(&index), ["range", "home"]);
        index.remove(Id::from_random([2; 8]));
        assert_eq!(folded(&index), ["range", ""]);
    }
}
