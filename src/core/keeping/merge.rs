//! Two entries in one, both whole. What can stand there twice is joined:
//! words, feelings, marks and tags. What can stand there once and is said
//! differently (a point, a rating, a question) stays as the entry says it that
//! is kept, and is told apart for the other, so that it can be written out among
//! the words. The other one goes to the bin as it was.

use super::along::may_come_back;
use super::hard_days::HardDays;
use super::{Act, Undo};
use crate::core::body::{BodyMap, Mark, Whole};
use crate::core::checkin::{CheckIn, Said};
use crate::core::day::{Day, Moment};
use crate::core::entry::{Entry, EntryId, Kind};
use crate::core::feeling::Point;
use crate::core::rating::{Rating, Ratings};

/// Why two entries stay two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotMerge {
    /// They are one and the same.
    Same,
    /// One of them is in the bin or put away: it is taken out first.
    Away,
    /// The other one is an exercise or the guided path, whose answers have their
    /// own places.
    Exercise,
    /// A newer program wrote one of them.
    Newer,
}

/// What the other entry says that cannot stand beside what the kept one says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Apart {
    /// The question that it was written from.
    Question(String),
    /// The slug of its theme.
    Theme(String),
    /// Its point.
    Point(Point),
    /// A whole answer, where the kept one has words, or another answer.
    Said(Said),
    /// Its ratings.
    Ratings(Ratings),
    /// A mark on a region that is marked otherwise.
    Mark(Mark),
    /// A whole answer, where the kept one has marks, or another answer.
    Body(Whole),
}

/// Two entries as they would be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    kept: Entry,
    other: Entry,
    joined: Entry,
    /// What is to be written out among the words.
    pub apart: Vec<Apart>,
}

impl Merge {
    /// Joins `other` to `kept`, whose day and name it gets.
    pub fn new(
        kept: &Entry,
        other: &Entry,
        hard: &HardDays,
        today: Day,
    ) -> Result<Self, CannotMerge> {
        Self::can(kept, other, today)?;
        let mut merge = Self {
            kept: kept.clone(),
            other: other.clone(),
            joined: kept.clone(),
            apart: Vec::new(),
        };
        merge.join();
        // What would not come back by itself does not do so as a part of another.
        merge.joined.left_out |= other.left_out || !may_come_back(other, hard);
        Ok(merge)
    }

    /// Whether `other` can be joined to `kept`.
    pub fn can(kept: &Entry, other: &Entry, today: Day) -> Result<(), CannotMerge> {
        let away = |entry: &Entry| entry.binned.is_some() || entry.is_sealed(today);
        let newer = |entry: &Entry| matches!(entry.kind, Kind::Unknown(_));
        if kept.id == other.id {
            Err(CannotMerge::Same)
        } else if away(kept) || away(other) {
            Err(CannotMerge::Away)
        } else if newer(kept) || newer(other) {
            Err(CannotMerge::Newer)
        } else if !matches!(other.kind, Kind::Writing(_) | Kind::CheckIn) {
            Err(CannotMerge::Exercise)
        } else {
            Ok(())
        }
    }

    fn join(&mut self) {
        if let Kind::Writing(Some(prompted)) = &self.other.kind {
            self.apart.push(Apart::Question(prompted.question.clone()));
        }
        if self.joined.kind == Kind::CheckIn && self.other.kind != Kind::CheckIn {
            self.joined.kind = Kind::Writing(None);
        }
        self.joined.check_in = match (self.joined.check_in.take(), self.other.check_in.clone()) {
            (Some(kept), Some(other)) => Some(self.feelings(kept, other)),
            (kept, other) => kept.or(other),
        };
        self.joined.ratings = self.ratings();
        self.joined.body = self.marks();
        match (self.kept.theme(), self.other.theme()) {
            (None, Some(other)) => self.joined.theme = Some(other.to_owned()),
            (Some(kept), Some(other)) if kept != other => {
                self.apart.push(Apart::Theme(other.to_owned()));
            }
            _ => {}
        }
        self.joined.tags.join(&self.other.tags);
        self.joined.pinned |= self.other.pinned;
    }

    fn feelings(&mut self, kept: CheckIn, other: CheckIn) -> CheckIn {
        if let (Some(_), Some(point)) = (kept.point, other.point)
            && kept.point != other.point
        {
            self.apart.push(Apart::Point(point));
        }
        CheckIn { point: kept.point.or(other.point), said: self.said(kept.said, other.said) }
    }

    fn said(&mut self, kept: Said, other: Said) -> Said {
        match (kept, other) {
            (Said::Words(mut words), Said::Words(others)) => {
                for word in others {
                    if !words.contains(&word) {
                        words.push(word);
                    }
                }
                Said::Words(words)
            }
            (Said::Words(words), whole) if words.is_empty() => whole,
            (whole, Said::Words(words)) if words.is_empty() => whole,
            (Said::Words(words), whole) | (whole, Said::Words(words)) => {
                self.apart.push(Apart::Said(whole));
                Said::Words(words)
            }
            (kept, other) => {
                if kept != other {
                    self.apart.push(Apart::Said(other));
                }
                kept
            }
        }
    }

    /// Of two numbers for distress the higher one stands: what is careful with a
    /// hard entry stays careful with it.
    fn ratings(&mut self) -> Ratings {
        let (kept, other) = (self.kept.ratings, self.other.ratings);
        let both = |kept: Option<Rating>, other: Option<Rating>| {
            kept.zip(other).filter(|(kept, other)| kept != other)
        };
        let lower = both(kept.distress, other.distress).map(|(kept, other)| kept.min(other));
        let energy = both(kept.energy, other.energy).map(|(_, other)| other);
        let apart = Ratings { distress: lower, energy };
        if apart != Ratings::default() {
            self.apart.push(Apart::Ratings(apart));
        }
        Ratings {
            distress: kept.distress.max(other.distress),
            energy: kept.energy.or(other.energy),
        }
    }

    fn marks(&mut self) -> BodyMap {
        let (mut map, other) = (self.kept.body.clone(), self.other.body.clone());
        for mark in other.marks {
            match map.mark(&mark.region) {
                None => map.marks.push(mark),
                Some(kept) if *kept == mark => {}
                Some(_) => self.apart.push(Apart::Mark(mark)),
            }
        }
        let whole = if map.marks.is_empty() { map.said.or(other.said) } else { None };
        for said in [map.said, other.said].into_iter().flatten() {
            if whole != Some(said) {
                self.apart.push(Apart::Body(said));
            }
        }
        map.said = whole;
        map
    }

    /// The entry that holds both, with `written` as what the other one's words
    /// begin with and the lines of what stands apart; and the other one in the
    /// bin. The version before of the first is the kept entry as it was.
    pub fn done(self, written: &str, lines: &[String], now: Moment) -> (Entry, Entry) {
        let mut joined = self.joined;
        let theirs = [written, self.other.text.as_str()].into_iter();
        for part in theirs.chain(lines.iter().map(String::as_str)) {
            if part.is_empty() {
                continue;
            }
            joined.text.push_str(if joined.text.is_empty() { "" } else { "\n\n" });
            joined.text.push_str(part);
        }
        let joined = self.kept.changed(now, |entry| *entry = joined);
        let binned = self.other.changed(now, |other| other.binned = Some(now));
        (joined.keeping(&self.kept), binned)
    }

    /// What undoes it: the other one is out of the bin, and the kept one as it was. In
    /// this order: where the other one is gone for good, its words stay in the joined
    /// one.
    pub fn undo(&self) -> Vec<Undo> {
        let kept = |act| Undo { entry: self.kept.id, act };
        let mut undo = vec![self.undo_other(), kept(Act::PutBack(self.kept.revision))];
        if self.joined.pinned != self.kept.pinned {
            undo.push(kept(Act::Pin(self.kept.pinned)));
        }
        if self.joined.left_out != self.kept.left_out {
            undo.push(kept(Act::LeaveOut(self.kept.left_out)));
        }
        undo
    }

    /// What takes the other one out of the bin again.
    pub fn undo_other(&self) -> Undo {
        Undo { entry: self.other.id, act: Act::Bin(None) }
    }

    /// The two entries, the kept one first.
    pub fn both(&self) -> [EntryId; 2] {
        [self.kept.id, self.other.id]
    }

    /// The entry that is joined to the kept one.
    pub fn other(&self) -> &Entry {
        &self.other
    }
}
