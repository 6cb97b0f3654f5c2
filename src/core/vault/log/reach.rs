//! How far back the journal has been read, while it is being read. What holds
//! the latest days comes first, by the account of what should be there.

use super::super::list::BlockNote;
use super::super::record::Name;
use super::Vault;
use crate::core::day::Day;
use crate::core::sorted;

/// How far back the journal has been read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReadBack {
    /// Nobody can say yet.
    #[default]
    Unknown,
    /// Every entry of this day and of later ones has been read.
    To(Day),
    /// Every entry has.
    All,
}

impl Vault {
    /// How far back the journal has been read.
    pub fn read_back(&self) -> ReadBack {
        if self.is_read() {
            return ReadBack::All;
        }
        let mut last = None;
        for name in self.unread.names() {
            match self.note(name) {
                Some(note) => last = last.max(note.days.map(|(_, last)| last)),
                None => return ReadBack::Unknown,
            }
        }
        last.and_then(|day: Day| day.plus_days(1)).map_or(ReadBack::Unknown, ReadBack::To)
    }

    /// Has the blocks with the latest days read first; before them those of
    /// which nothing is known.
    pub fn read_latest_first(&mut self) {
        if std::mem::replace(&mut self.unread.in_order, true) {
            return;
        }
        let blocks = std::mem::take(&mut self.unread.blocks).into_iter();
        let last = |name| self.note(name).map(|note| note.days.map(|(_, last)| last));
        let dated = blocks.map(|block| (last(block.0), block));
        // What is not known comes first, and a later day before an earlier one.
        let sorted = sorted::by(dated, |(one, _), (other, _)| {
            one.is_some().cmp(&other.is_some()).then_with(|| other.cmp(one))
        });
        self.unread.blocks = sorted.into_iter().map(|(_, block)| block).collect();
    }

    /// What the lists say of a block.
    fn note(&self, name: Name) -> Option<&BlockNote> {
        self.list.blocks.iter().find(|block| block.name == name)
    }
}
