//! What a person looks for in the journal, and what was found. All of it is in
//! memory: no address, title or store holds it, and locking and quick exit
//! forget it.

use super::States;
use super::journal::JournalState;
use super::search::SearchState;
use crate::browser::clock;
use crate::browser::timers::{self, Timer};
use crate::core::day::Day;
use crate::core::entry::{Entry, EntryId};
use crate::core::find::filter::Filter;
use crate::core::find::rows::{AT_ONCE, Rows};
use crate::core::find::{calendar, document};
use crate::core::search::marks::{Excerpt, excerpt};
use crate::core::search::query::{Misread, Query};
use crate::core::sorted;
use crate::core::vault::log::ReadBack;
use crate::state::signals::{RwSignal, StoredValue};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// While the journal is read, what is listed is looked up anew so often.
const WHILE_READING_MS: i32 = 250;
/// An excerpt is about so many bytes long.
const EXCERPT: usize = 180;
/// The measure of a search, from the key pressed to the entries found.
const MEASURE: &str = "freshet:search";

/// How entries are laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// One below the other.
    #[default]
    List,
    /// In the days of a month.
    Month,
    /// In the days of a year.
    Year,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What was typed.
    pub typed: String,
    /// What is filtered by.
    pub filter: Filter,
    /// How it is laid out.
    pub layout: Layout,
    /// The day that is looked at in a calendar; none before one was.
    pub day: Option<Day>,
    /// Whether so many are shown at a time.
    pub in_parts: bool,
    /// Which part is shown then, from 0 on.
    pub part: usize,
}

impl Wanted {
    /// Which of so many that were found are shown.
    pub fn shown(&self, count: usize) -> Range<usize> {
        if !self.in_parts {
            return 0..count;
        }
        let first = (self.part * AT_ONCE).min(count);
        first..(first + AT_ONCE).min(count)
    }

    /// Whether nothing is looked for: all entries are listed.
    pub fn is_everything(&self) -> bool {
        self.typed.trim().is_empty() && self.filter.is_empty()
    }

    /// Looks for nothing.
    pub fn want_everything(&mut self) {
        self.typed.clear();
        self.filter = Filter::default();
    }
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The entries in the order in which they are listed: by day, the latest
    /// first, or the best first where words are looked for.
    pub ids: Vec<EntryId>,
    /// Entries that are put away, which are in no list, calendar or count.
    pub sealed: Vec<EntryId>,
    /// What is looked for in the text.
    pub query: Query,
    /// What of it was not understood.
    pub misread: Vec<Misread>,
    /// How far back the journal has been read.
    pub read_back: ReadBack,
    /// Raised when something else is looked for in the text.
    pub turn: u32,
}

impl Found {
    /// Whether they are in the order of their days.
    pub fn is_by_day(&self) -> bool {
        self.query.is_empty()
    }
}

/// A part of a text that holds what was looked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// The part.
    pub text: String,
    /// Where in it the matches are, in bytes, in order and apart.
    pub marks: Vec<Range<usize>>,
    /// Whether the text begins with it.
    pub begins: bool,
    /// Whether the text ends with it.
    pub ends: bool,
}

/// What a person looks for.
#[derive(Clone, Copy)]
pub struct FindState {
    wanted: RwSignal<Wanted>,
    found: RwSignal<Rc<Found>>,
    heights: StoredValue<Heights>,
    timer: StoredValue<Option<Timer>>,
    journal: JournalState,
    search: SearchState,
}

/// Heights of rows as they were measured, by the entries they are of, in the
/// order of their names.
#[derive(Default)]
struct Heights {
    known: Vec<(EntryId, f64)>,
    /// Of rows that were not.
    usual: Option<f64>,
    /// How wide the window was.
    width: f64,
}

impl States {
    /// What a person looks for.
    pub fn find(self) -> FindState {
        self.rest.late().find
    }
}

impl FindState {
    pub(super) fn new(journal: JournalState, search: SearchState) -> Self {
        Self {
            wanted: RwSignal::new(Wanted::default()),
            found: RwSignal::new(Rc::default()),
            heights: StoredValue::new(Heights::default()),
            timer: StoredValue::new(None),
            journal,
            search,
        }
    }

    /// Reads what is looked for, and is told when it changes.
    pub fn wanted<T>(self, read: impl FnOnce(&Wanted) -> T) -> T {
        self.wanted.with(read)
    }

    /// Reads what is looked for, as it is now.
    pub fn wanted_now<T>(self, read: impl FnOnce(&Wanted) -> T) -> T {
        self.wanted.with_untracked(read)
    }

    /// What was found; told when it changes.
    pub fn found(self) -> Rc<Found> {
        self.found.get()
    }

    /// What was found, as it is now.
    pub fn found_now(self) -> Rc<Found> {
        self.found.get_untracked()
    }

    /// Looks for words, as they are typed.
    pub fn look_for(self, typed: String) {
        timers::begin(MEASURE);
        self.change(|wanted| wanted.typed = typed);
    }

    /// Looks for something else.
    pub fn change(self, change: impl FnOnce(&mut Wanted)) {
        self.wanted.update(|wanted| {
            change(wanted);
            wanted.part = 0;
        });
        self.look();
    }

    /// Shows what was found in another way.
    pub fn show(self, change: impl FnOnce(&mut Wanted)) {
        self.wanted.update(change);
    }

    /// Looks anew, since the journal has changed: at once, or a little later
    /// while it is still being read.
    pub fn look_again(self, is_read: bool) {
        if is_read {
            return self.look();
        }
        let waits = self.timer.with_value(Option::is_some);
        if !waits {
            let timer = timers::after(WHILE_READING_MS, move || self.look());
            self.timer.set_value(Some(timer));
        }
    }

    fn look(self) {
        self.timer.set_value(None);
        let today = clock::now().day();
        let search = self.search;
        search.take_all_in(today);
        let (parsed, filter) =
            self.wanted_now(|wanted| (search.parse(&wanted.typed), wanted.filter.clone()));
        let by_words = !parsed.query.is_empty();
        let mut ids = if by_words { search.run(&parsed.query) } else { Vec::new() };
        self.journal.with_now(|journal| {
            let passes = |entry: &Entry| !entry.is_sealed(today) && filter.holds(entry);
            if !by_words {
                let entries = journal.latest().into_iter().filter(|entry| passes(entry));
                ids = entries.map(|entry| entry.id).collect();
            } else if !filter.is_empty() {
                ids.retain(|id| journal.get(*id).is_some_and(&passes));
            }
        });
        timers::end(MEASURE);
        let before = self.found_now();
        let turn = before.turn + u32::from(before.query != parsed.query);
        self.found.set(Rc::new(Found {
            ids,
            sealed: self.search.sealed(),
            query: parsed.query,
            misread: parsed.misread,
            read_back: self.journal.read_back(),
            turn,
        }));
    }

    /// How many of the entries found there are of each day, the latest first.
    pub fn counts(self) -> Vec<(Day, usize)> {
        let found = self.found();
        self.journal.with_now(|journal| {
            let days = found.ids.iter().filter_map(|id| Some(journal.get(*id)?.day));
            let latest_first = sorted::by(days, |one: &Day, other| other.cmp(one));
            calendar::counts(latest_first.into_iter())
        })
    }

    /// The tags of all entries that are listed, in the order of their letters.
    pub fn tags(self) -> Vec<String> {
        // Not with each change of the journal, but as often as it is looked up.
        self.found.track();
        let tags = self.journal.with_now(|journal| journal.tags(clock::now().day()));
        // Of those that differ in their capitals alone, the one of the most entries.
        let by_letters: BTreeMap<_, _> =
            tags.into_iter().rev().map(|tag| (tag.to_lowercase(), tag)).collect();
        by_letters.into_values().collect()
    }

    /// The part of an entry's texts that holds the most of what is looked for;
    /// none where nothing is, or it was found by its labels alone.
    pub fn piece(self, entry: &Entry) -> Option<Piece> {
        let query = &self.found_now().query;
        if query.is_empty() {
            return None;
        }
        let texts = document::texts(entry).into_iter();
        let mut marked = texts.map(|text| (text, self.search.marks(text, query)));
        let (text, marks) = marked.find(|(_, marks)| !marks.is_empty())?;
        // Letters without an end can match without an end.
        let end =
            |mark: &Range<usize>| text.floor_char_boundary(mark.end.min(mark.start + EXCERPT));
        let marks: Vec<_> = marks.iter().map(|mark| mark.start..end(mark)).collect();
        let Excerpt { range, marks } = excerpt(text, &marks, EXCERPT);
        let within = |mark: Range<usize>| mark.start - range.start..mark.end - range.start;
        Some(Piece {
            marks: marks.into_iter().map(within).collect(),
            begins: range.start == 0,
            ends: range.end == text.len(),
            text: text.get(range)?.to_owned(),
        })
    }

    /// Forgets how high rows are, if the window has another width than when they
    /// were measured; whether it has.
    pub fn is_wider_or_narrower(self, width: f64) -> bool {
        self.heights.update_value(|heights| {
            let other = heights.width != width;
            if other {
                *heights = Heights { width, ..Heights::default() };
            }
            other
        })
    }

    /// Rows of these entries, as high as they were when they were last seen.
    pub fn rows(self, ids: &[EntryId]) -> Rows {
        self.heights.with_value(|heights| {
            let known = |id: &EntryId| {
                let at = heights.known.binary_search_by_key(id, |(id, _)| *id);
                at.ok().map(|at| heights.known[at].1)
            };
            Rows::new(ids.iter().map(known).collect(), heights.usual)
        })
    }

    /// Notes how high rows are.
    pub fn measured(self, rows: impl Iterator<Item = (EntryId, f64)>, usual: f64) {
        self.heights.update_value(|heights| {
            heights.usual = Some(usual);
            for (id, height) in rows {
                match heights.known.binary_search_by_key(&id, |(id, _)| *id) {
                    Ok(at) => heights.known[at].1 = height,
                    Err(at) => heights.known.insert(at, (id, height)),
                }
            }
        });
    }

    /// Forgets what was looked for and what was found.
    pub(super) fn forget_all(self) {
        self.timer.set_value(None);
        self.wanted.set(Wanted::default());
        self.found.set(Rc::default());
        self.heights.set_value(Heights::default());
    }
}
