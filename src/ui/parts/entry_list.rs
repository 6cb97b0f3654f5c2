//! The entries that were found, one below the other. Of a long list, only what
//! is near the window is in the page; [`Rows`] says what that is.

use super::entry_row::{entry_row, found_row};
use crate::browser::dates;
use crate::browser::events::{self, Hearing};
use crate::browser::page;
use crate::browser::timers::{self, Timer};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::entry::EntryId;
use crate::core::find::rows::{Anchor, InPage, Rows, View as Window};
use crate::core::month::Month;
use crate::state::find::{FindState, Found};
use crate::state::here;
use crate::state::journal::JournalState;
use crate::state::signals::StoredValue;
use crate::ui::children::Children;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use std::ops::Range;
use std::rc::Rc;

/// How much of the window a page key goes on by.
const PAGE: f64 = 0.85;
/// Rows that come in may be lower than they were taken to be, and have others
/// come in; so often it is looked again.
const LOOKS: usize = 4;

/// What a row shows: another key, another row.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    id: EntryId,
    revision: u32,
    /// The month that begins with it.
    month: Option<Month>,
    /// Of which search it is.
    turn: u32,
}

/// The list in the page.
struct List {
    journal: JournalState,
    find: FindState,
    found: Rc<Found>,
    /// Which of what was found is listed.
    part: Range<usize>,
    rows: Rows,
    in_page: InPage,
    children: Option<Children<Key>>,
    hearing: Option<Hearing>,
    /// The first look, once all of it is in the page.
    first: Option<Timer>,
}

/// What was found, in the order that it has.
pub fn entry_list() -> View {
    let find = here().find();
    let list = StoredValue::new(List {
        journal: here().journal,
        find,
        found: Rc::default(),
        part: 0..0,
        rows: Rows::default(),
        in_page: InPage::default(),
        children: None,
        hearing: None,
        first: None,
    });
    let rows = el("ul")
        .class("rows rows--long")
        // Without marks it is no list to Safari.
        .attr("role", "list")
        .on("keydown", move |event| {
            let moved = event.is_plain_key() && list.update_value(|list| list.go(&event.key()));
            if moved {
                event.prevent();
            }
        })
        .made(move |node| {
            let draw = move || list.update_value(|list| list.draw(None));
            list.update_value(|list| {
                list.children = Some(Children::of(node));
                list.hearing = Some(events::on_move(draw));
                list.first = Some(timers::after(0, draw));
            });
        });
    // Rows are put in and taken out by hand, whenever something else is found.
    let follow = live(move || {
        let found = find.found();
        let part = find.wanted(|wanted| wanted.shown(found.ids.len()));
        // Where all is forgotten at once, the list may go before this is told.
        if !list.is_gone() {
            list.update_value(|list| list.take(found, part));
        }
        View::Nothing
    });
    views![rows, follow]
}

impl List {
    /// Takes over what was found, and leaves what is read where it is.
    fn take(&mut self, found: Rc<Found>, part: Range<usize>) {
        let view = self.view();
        let anchor = self.rows.anchor(view, self.focus());
        let anchored = self.ids().get(anchor.row).copied();
        (self.found, self.part) = (found, part);
        self.rows = self.find.rows(self.ids());
        let row = self.ids().iter().position(|id| Some(*id) == anchored);
        let row = row.filter(|_| view.top > 0.0);
        self.draw(row.map(|row| Anchor { row, ..anchor }));
    }

    fn ids(&self) -> &[EntryId] {
        self.found.ids.get(self.part.clone()).unwrap_or_default()
    }

    fn view(&self) -> Window {
        let top = self.children.as_ref().map_or(0.0, |children| children.parent().extent().0);
        Window { top: -top, height: page::window_size().1 }
    }

    /// The row that has the focus.
    fn focus(&self) -> Option<usize> {
        let mut nodes = self.children.iter().flat_map(Children::nodes);
        let (key, _) = nodes.find(|(_, node)| node.has_focus())?;
        self.ids().iter().position(|id| *id == key.id)
    }

    /// Has in the page what is near the window; where an anchor is given, the
    /// page is scrolled to it.
    fn draw(&mut self, to: Option<Anchor>) {
        if self.find.is_wider_or_narrower(page::window_size().0) {
            self.rows = self.find.rows(self.ids());
        }
        let (view, focus) = (self.view(), self.focus());
        let anchor = to.unwrap_or_else(|| self.rows.anchor(view, focus));
        self.lay(anchor, view.height, focus);
        // Where the list has become shorter, the browser may have moved the page
        // already: so it is asked anew.
        let moved = self.rows.top_of(anchor) - self.view().top;
        if view.top > 0.0 && moved.abs() >= 1.0 {
            page::scroll_to(page::scrolled() + moved);
        }
    }

    /// Has in the page what is near an anchor, each row at its place.
    fn lay(&mut self, anchor: Anchor, height: f64, focus: Option<usize>) {
        for _ in 0..LOOKS {
            let near = Window { top: self.rows.top_of(anchor), height };
            self.show(self.rows.in_page(near, focus));
            if !self.measure() {
                break;
            }
        }
    }

    fn show(&mut self, in_page: InPage) {
        let keys: Vec<Key> = in_page.rows.iter().filter_map(|(row, _)| self.key(*row)).collect();
        let (first, count) = (self.part.start, self.found.ids.len());
        let Some(children) = &mut self.children else { return };
        let (journal, find) = (self.journal, self.find);
        children.show(keys, |key| made(journal, find, key));
        for ((_, node), (row, gap)) in children.nodes().zip(&in_page.rows) {
            node.set_style("margin-block-start", &pixels(*gap));
            node.set_attribute("aria-posinset", Some(&(first + row + 1).to_string()));
            node.set_attribute("aria-setsize", Some(&count.to_string()));
        }
        children.parent().set_style("padding-block-end", &pixels(in_page.after));
        self.in_page = in_page;
    }

    fn key(&self, row: usize) -> Option<Key> {
        let ids = self.ids();
        let id = *ids.get(row)?;
        let (revision, month) = self.look_up(id)?;
        let before = row.checked_sub(1).and_then(|before| self.look_up(*ids.get(before)?));
        let begins = self.found.is_by_day() && before.map(|(_, month)| month) != Some(month);
        Some(Key { id, revision, month: begins.then_some(month), turn: self.found.turn })
    }

    fn look_up(&self, id: EntryId) -> Option<(u32, Month)> {
        self.journal
            .with_now(|journal| journal.get(id).map(|entry| (entry.revision, Month::of(entry.day))))
    }

    /// Measures what is in the page; whether anything is another than it was
    /// taken to be.
    fn measure(&mut self) -> bool {
        let Some(children) = &self.children else { return false };
        let nodes = children.nodes().zip(&self.in_page.rows);
        let heights: Vec<(usize, f64)> =
            nodes.map(|((_, node), (row, _))| (*row, node.extent().1)).collect();
        let changed = self.rows.measure(&heights);
        if changed {
            let ids = self.ids();
            let known = heights.iter().filter_map(|(row, height)| Some((*ids.get(*row)?, *height)));
            self.find.measured(known, self.rows.usual());
        }
        changed
    }

    /// Moves the focus by a key; whether it was one of ours.
    fn go(&mut self, key: &str) -> bool {
        let page = page::window_size().1 * PAGE;
        let Some(from) = self.focus() else { return false };
        let Some(to) = self.rows.by_key(key, from, page) else { return false };
        let view = self.view();
        self.lay(self.rows.anchor(view, Some(from)), view.height, Some(to));
        self.focus_on(to);
        // What is around it now comes in.
        self.draw(None);
        true
    }

    fn focus_on(&self, row: usize) {
        let at = self.in_page.rows.iter().position(|(other, _)| *other == row);
        let mut nodes = self.children.iter().flat_map(Children::nodes);
        if let Some((_, node)) = at.and_then(|at| nodes.nth(at)) {
            node.focus();
        }
    }
}

fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i64)
}

fn made(journal: JournalState, find: FindState, key: &Key) -> Element {
    let month = key.month.map(|month| el("h2").child(dates::month(month.first(), LANGUAGE)));
    let row = journal.with_now(|journal| {
        let entry = journal.get(key.id)?;
        Some(match find.piece(entry) {
            Some(piece) => found_row(entry, &piece),
            None => entry_row(entry),
        })
    });
    el("li").child(month).child(row)
}
