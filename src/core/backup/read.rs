//! Reads a backup, a value at a time. Whatever the file is, what can be read of
//! it is read, and what cannot is told by line.

use super::scan::end_of_broken;
use super::{Backup, Counts, Digest, FORMAT, MARK, Part, STORED_VALUES, Written};
use crate::core::day::{Day, Moment};
use crate::core::entry::{Entry, EntryId};
use crate::core::json::{Json, Shape};
use crate::core::vault::kept::Gone;
use std::collections::BTreeMap;

/// Broken values are told one by one up to so many, and counted beyond.
const TOLD: usize = 100;

/// No entry was changed so often. One that says so could never be changed again.
const REVISIONS: u32 = 1 << 31;

/// Why a file, or something in it, could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadProblem {
    /// There is nothing in it.
    Empty,
    /// It is no backup: another program's file, or no JSON.
    NotOurs,
    /// It is the file of stored values, which is of another kind.
    StoredValues,
    /// A newer program wrote it, in this format.
    Newer(u32),
    /// From this line on it could not be read; most often it is cut there.
    Stops {
        /// The line, from 1.
        line: usize,
    },
    /// A value could not be read.
    Value {
        /// What it is one of.
        part: Part,
        /// Which of them, from 1; 1 where there is only one.
        number: usize,
        /// The line it begins on, from 1.
        line: usize,
        /// Why.
        why: Why,
    },
    /// So many more values could not be read.
    More(usize),
    /// It says that it holds other counts than were found.
    Counts {
        /// What it says.
        says: Counts,
        /// What stands in it, readable or not.
        has: Counts,
    },
    /// Its hash is not that of what it holds: it was changed after it was made.
    Changed,
}

/// Why a value could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is no JSON.
    NotJson,
    /// Its name is none.
    Id,
    /// Its day is none.
    Day,
    /// One of its moments is none.
    Moment,
    /// It is of another shape.
    Shape,
    /// One of the same name stands before it with other words. Both are read.
    Twice,
}

/// A file that is being read.
#[derive(Debug)]
pub struct Reader {
    text: String,
    at: usize,
    place: Place,
    marked: bool,
    hash: Option<String>,
    has: Counts,
    /// Where each entry stands among those that were read.
    ids: BTreeMap<EntryId, usize>,
    digest: Digest,
    whole: bool,
    backup: Backup,
    problems: Vec<ReadProblem>,
    untold: usize,
    /// Where a line was last counted, and which one it was.
    line: (usize, usize),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Start,
    Fields,
    List(Part),
    End,
}

/// Reads a whole file.
pub fn read(text: &str) -> (Backup, Vec<ReadProblem>) {
    let mut reader = Reader::new(text.to_owned());
    while !reader.read_more(usize::MAX) {}
    reader.finish()
}

impl Reader {
    /// Begins with a file.
    pub fn new(text: String) -> Self {
        Self {
            text,
            at: 0,
            place: Place::Start,
            marked: false,
            hash: None,
            has: Counts::default(),
            ids: BTreeMap::new(),
            digest: Digest::default(),
            whole: true,
            backup: Backup::default(),
            problems: Vec::new(),
            untold: 0,
            line: (0, 1),
        }
    }

    /// Reads about so many bytes more. Whether that was all.
    pub fn read_more(&mut self, at_most: usize) -> bool {
        let until = self.at.saturating_add(at_most);
        while self.place != Place::End && self.at < until {
            self.step();
        }
        self.place == Place::End
    }

    /// What was read, and what could not be.
    pub fn finish(mut self) -> (Backup, Vec<ReadProblem>) {
        let found = !self.backup.entries.is_empty() || !self.backup.drafts.is_empty();
        if !self.marked && !found {
            let known = matches!(
                self.problems.as_slice(),
                [ReadProblem::Empty | ReadProblem::StoredValues]
            );
            let problems = if known { self.problems } else { vec![ReadProblem::NotOurs] };
            return (Backup::default(), problems);
        }
        if self.untold > 0 {
            self.problems.push(ReadProblem::More(self.untold));
        }
        let stops =
            self.problems.iter().any(|problem| matches!(problem, ReadProblem::Stops { .. }));
        if let Some(says) = self.backup.counts.filter(|says| !stops && *says != self.has) {
            self.problems.push(ReadProblem::Counts { says, has: self.has });
        }
        if self.whole && self.hash.as_deref() != Some(&self.digest.finish()) {
            self.problems.push(ReadProblem::Changed);
        }
        (self.backup, self.problems)
    }

    fn step(&mut self) {
        match self.place {
            Place::Start => self.start(),
            Place::Fields => self.field(),
            Place::List(part) => self.item(part),
            Place::End => {}
        }
    }

    fn start(&mut self) {
        // A mark of the byte order, as some editors write it.
        self.at = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        self.place = match self.next(b" \t\r\n") {
            None => {
                self.problems.push(ReadProblem::Empty);
                Place::End
            }
            Some(b'{') => {
                self.at += 1;
                Place::Fields
            }
            Some(_) => Place::End,
        };
    }

    /// The next field of the file: its name and value, or the start of a list.
    fn field(&mut self) {
        match self.next(b" \t\r\n,") {
            Some(b'}') => return self.end(),
            Some(b'"') => {}
            _ => return self.stop(),
        }
        let Some(Json::Text(name)) = self.value() else { return self.stop() };
        if self.next(b" \t\r\n") != Some(b':') {
            return self.stop();
        }
        self.at += 1;
        let part = Part::of_name(&name);
        let lists = matches!(part, Some(Part::Entries | Part::Gone | Part::Drafts));
        if let (true, Some(part), Some(b'[')) = (lists, part, self.next(b" \t\r\n")) {
            self.at += 1;
            self.place = Place::List(part);
            return;
        }
        let from = self.at;
        match self.value() {
            Some(value) => self.take_field(&name, part, &value, from),
            None => self.stop(),
        }
    }

    fn take_field(&mut self, name: &str, part: Option<Part>, value: &Json, from: usize) {
        if let Some(part) = part {
            self.digest.add(part, &value.to_string());
            let read = match part {
                Part::Made => take(value, &mut self.backup.made),
                Part::Counts => take(value, &mut self.backup.counts),
                Part::Settings => take(value, &mut self.backup.settings),
                Part::Looks => take(value, &mut self.backup.looks),
                Part::Entries | Part::Gone | Part::Drafts => false,
            };
            if !read {
                let why = if part == Part::Made { Why::Moment } else { Why::Shape };
                self.tell(part, 1, from, why);
            }
            return;
        }
        match (name, value) {
            ("freshet", Json::Text(mark)) if mark == MARK => self.marked = true,
            ("freshet", Json::Text(mark)) if mark == STORED_VALUES => {
                self.problems = vec![ReadProblem::StoredValues];
                self.place = Place::End;
            }
            ("format", format) => match u32::of_json(format) {
                Some(format) if format > FORMAT => self.problems.push(ReadProblem::Newer(format)),
                _ => {}
            },
            ("hash", Json::Text(hash)) => self.hash = Some(hash.clone()),
            _ => {}
        }
    }

    /// The next value of a list, or its end.
    fn item(&mut self, part: Part) {
        match self.next(b" \t\r\n,") {
            Some(b']') => {
                self.at += 1;
                self.place = Place::Fields;
                return;
            }
            Some(_) => {}
            None => return self.stop(),
        }
        let from = self.at;
        let number = self.count(part);
        match self.value() {
            Some(value) => self.take_item(part, number, from, &value),
            None => match end_of_broken(&self.text, from) {
                Some(end) => {
                    self.at = end;
                    self.whole = false;
                    self.tell(part, number, from, Why::NotJson);
                }
                None => self.stop(),
            },
        }
    }

    fn count(&mut self, part: Part) -> usize {
        let count = match part {
            Part::Gone => &mut self.has.gone,
            Part::Drafts => &mut self.has.drafts,
            _ => &mut self.has.entries,
        };
        *count += 1;
        *count
    }

    fn take_item(&mut self, part: Part, number: usize, from: usize, value: &Json) {
        let text = value.to_string();
        self.digest.add(part, &text);
        let why = match part {
            Part::Gone => match Gone::of_json(value).filter(|gone| gone.revision <= REVISIONS) {
                Some(gone) => {
                    self.backup.gone.push(gone);
                    None
                }
                None => Some(Why::Shape),
            },
            Part::Drafts => push(value, &mut self.backup.drafts).err(),
            _ => match Entry::of_json(value).filter(|entry| entry.revision <= REVISIONS) {
                Some(entry) => self.take_entry(Written { entry, text }).err(),
                None => Some(why_no_entry(value)),
            },
        };
        if let Some(why) = why {
            self.tell(part, number, from, why);
        }
    }

    fn take_entry(&mut self, written: Written) -> Result<(), Why> {
        let entries = &mut self.backup.entries;
        let id = written.entry.id;
        let Some(before) = self.ids.get(&id) else {
            self.ids.insert(id, entries.len());
            entries.push(written);
            return Ok(());
        };
        if entries[*before].entry == written.entry {
            return Ok(());
        }
        entries.push(written);
        Err(Why::Twice)
    }

    fn end(&mut self) {
        self.at += 1;
        self.place = Place::End;
        if self.next(b" \t\r\n\0").is_some() {
            self.stop();
        }
    }

    /// Nothing more can be read.
    fn stop(&mut self) {
        let line = self.line_of(self.at);
        self.problems.push(ReadProblem::Stops { line });
        self.whole = false;
        self.place = Place::End;
    }

    fn tell(&mut self, part: Part, number: usize, from: usize, why: Why) {
        if self.problems.len() >= TOLD {
            self.untold += 1;
            return;
        }
        let line = self.line_of(from);
        self.problems.push(ReadProblem::Value { part, number, line, why });
    }

    fn line_of(&mut self, at: usize) -> usize {
        let (from, line) = self.line;
        let breaks = self.text.as_bytes()[from..at].iter().filter(|byte| **byte == b'\n').count();
        self.line = (at, line + breaks);
        self.line.1
    }

    /// The next byte that is none of these.
    fn next(&mut self, passed_over: &[u8]) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let passed = rest.iter().take_while(|byte| passed_over.contains(byte)).count();
        self.at += passed;
        rest.get(passed).copied()
    }

    fn value(&mut self) -> Option<Json> {
        let (value, length) = Json::first(self.text.get(self.at..)?).ok()?;
        self.at += length;
        Some(value)
    }
}

fn take<T: Shape>(value: &Json, to: &mut Option<T>) -> bool {
    *to = T::of_json(value);
    to.is_some()
}

fn push<T: Shape>(value: &Json, to: &mut Vec<T>) -> Result<(), Why> {
    to.push(T::of_json(value).ok_or(Why::Shape)?);
    Ok(())
}

/// What is wrong with an entry, by what a person could put right.
fn why_no_entry(value: &Json) -> Why {
    let is = |name: &str, sound: fn(&Json) -> bool| value.get(name).is_some_and(sound);
    if !matches!(value, Json::Object(_)) {
        return Why::Shape;
    }
    if !is("id", |id| EntryId::of_json(id).is_some()) {
        return Why::Id;
    }
    if !is("day", |day| Day::of_json(day).is_some()) {
        return Why::Day;
    }
    let moment = |json: &Json| Moment::of_json(json).is_some();
    let binned = value.get("binned").is_none_or(|json| Option::<Moment>::of_json(json).is_some());
    if !is("written", moment) || !is("changed", moment) || !binned {
        return Why::Moment;
    }
    Why::Shape
}
