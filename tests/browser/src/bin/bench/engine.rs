//! Times, in one engine, of the release page on a server of our own.
//!
//! The page's store is filled past the program, with what its own code wrote
//! natively; all else is read from the measures that the program takes itself.

use crate::diary::Diary;
use crate::find;
use crate::loops;
use crate::opening::Journals;
use crate::stats::{median, p95};
use crate::stored::{self, PASSPHRASE};
use crate::table::{Row, Table};
use browser_tests::{
    browser::Browser,
    error::Error,
    profile::{Kind, Profile},
    site::Site,
};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};
use xtask::{browsers::Engine, project::Project};

/// Entries that are in the store, and characters of all of them.
const FILLED: (usize, usize) = (5_000, 6_000_000);
/// How often an entry is saved, and its characters; a few at a time, within the
/// time that a driver gives a script.
const SAVED: (usize, usize) = (100, 1_760);
const AT_A_TIME: usize = 10;
/// Keys that are pressed in the middle of a text of so many characters.
const TYPED: (usize, usize) = (100, 100_000);
/// The same for a long one.
const SAVED_LONG: (usize, usize) = (10, 100_000);
const WITHIN: Duration = Duration::from_secs(15 * 60);

const OPEN: &str = include_str!("open.js");
const UNLOCK: &str = include_str!("unlock.js");
const SAVE: &str = include_str!("save.js");
const TYPING: &str = include_str!("typing.js");
const SET: &str = include_str!("set.js");
const DERIVE: &str = include_str!("derive.js");

/// What one unlocking gave, in milliseconds.
pub(crate) struct Unlocked {
    /// From the passphrase to the journal on the screen.
    whole: f64,
    /// From the key at hand to the journal on the screen.
    pub(crate) shown: f64,
    /// From the key at hand to the last word read.
    read: f64,
    /// The longest that the page did not answer while the key was made.
    stall_deriving: f64,
    /// The longest that it did not while it read.
    stall_reading: f64,
}

/// One engine, and where its figures go.
pub(crate) struct Bench<'a> {
    pub(crate) browser: &'a Browser,
    table: &'a mut Table,
}

/// What can be measured alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Opening,
    Saving,
    Typing,
    Searching,
    Scrolling,
    Looping,
}

impl Part {
    const ALL: [(&str, Self); 6] = [
        ("open", Self::Opening),
        ("save", Self::Saving),
        ("type", Self::Typing),
        ("search", Self::Searching),
        ("scroll", Self::Scrolling),
        ("loops", Self::Looping),
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find_map(|(named, part)| (named == name).then_some(part))
    }
}

/// Measures all in one engine, or one part alone.
pub(crate) fn measure(
    engine: Engine,
    page: &Path,
    only: Option<Part>,
    table: &mut Table,
) -> Result<(), Error> {
    let asked = |part| only.is_none_or(|only| only == part);
    let diary = Diary::generate(FILLED.0, FILLED.1);
    let journals = Journals::serve(page, &stored::entries(&diary), engine)?;
    let mut browser = Browser::start(Profile::new(engine, Kind::Ordinary)?)?;
    browser.limit(Instant::now() + WITHIN);
    let mut bench = Bench { browser: &browser, table };
    journals.fill(&bench)?;
    if asked(Part::Opening) {
        let (unlocked, derived) = journals.open(&mut bench)?;
        bench.tell_reading(&unlocked);
        bench.tell_unlocking(&unlocked, &derived);
    }
    bench.opens(&journals.full.home())?;
    bench.unlocks()?;
    // The journal is open, and all of it was read.
    if asked(Part::Searching) {
        let texts: Vec<&str> = diary.entries.iter().map(|entry| entry.text.as_str()).collect();
        find::search(&browser, &journals.full, &texts, bench.table)?;
    }
    if asked(Part::Saving) {
        bench.tell_saving("a save of 1,760 characters", SAVED, 8.0)?;
        bench.tell_saving("a save of 100,000 characters", SAVED_LONG, 100.0)?;
    }
    if asked(Part::Typing) {
        bench.tell_typing()?;
    }
    if asked(Part::Scrolling) {
        find::scroll(&browser, &Site::serve(page, "/")?, table)?;
    }
    if asked(Part::Looping) {
        loops::measure(&browser, &Site::serve(page, "/")?, table)?;
    }
    Ok(())
}

impl Bench<'_> {
    /// Types in the middle of a long text: letters, as a person's keys come.
    /// The peer is a bare field with the same text, as wide and as high.
    fn tell_typing(&mut self) -> Result<(), Error> {
        let (ours, bare) = (self.types("words")?, self.types("bare")?);
        let (slow, peer) = (p95(&ours), p95(&bare));
        self.add(
            &format!("a key on the screen at 100,000 characters, p95 of {}", ours.len()),
            (slow, peer, "a bare field"),
            Some(("≤ 50 ms, or the bare field’s".to_owned(), slow <= f64::max(50.0, peer))),
        );
        Ok(())
    }

    /// The time of each key in the field of this name.
    fn types(&self, field: &str) -> Result<Vec<f64>, Error> {
        let (count, characters) = TYPED;
        let text = Diary::generate(1, characters).entries.remove(0).text;
        self.browser.script_later(TYPING, vec![json!(text), json!(field)])?;
        for _ in 0..count {
            let press = KeyActions::new("keyboard".to_owned())
                .then(KeyAction::Down { value: 'a' })
                .then(KeyAction::Up { value: 'a' });
            self.browser.act(press)?;
        }
        let shown = "return window.freshetKeys";
        Ok(numbers(&self.browser.script(shown, vec![])?))
    }

    /// Opens the page; how long it took until it took a key press.
    pub(crate) fn opens(&self, home: &str) -> Result<f64, Error> {
        self.browser.goto("about:blank")?;
        self.browser.goto(home)?;
        Ok(self.browser.script_later(OPEN, vec![])?.as_f64().unwrap_or(f64::NAN))
    }

    pub(crate) fn unlocks(&self) -> Result<Unlocked, Error> {
        let told = self.browser.script_later(UNLOCK, vec![json!(PASSPHRASE)])?;
        let number = |name: &str| told[name].as_f64().unwrap_or(f64::NAN);
        Ok(Unlocked {
            whole: number("whole"),
            shown: number("shown"),
            read: number("read"),
            stall_deriving: number("stallDeriving"),
            stall_reading: number("stallReading"),
        })
    }

    /// `hash-wasm` at the parameters of ours, in the same page.
    pub(crate) fn derives(&self) -> Result<f64, Error> {
        let path = Project::here().path("node_modules/hash-wasm/dist/argon2.umd.min.js");
        let source = fs::read_to_string(path).map_err(Error::system("read hash-wasm"))?;
        let script = format!("{source};\n{DERIVE}");
        let told = self.browser.script_later(&script, vec![json!(PASSPHRASE)])?;
        Ok(told.as_f64().unwrap_or(f64::NAN))
    }

    fn tell_reading(&mut self, unlocked: &[Unlocked]) {
        let read: Vec<f64> = unlocked.iter().map(|unlocked| unlocked.read).collect();
        let stalls: Vec<f64> = unlocked.iter().map(|unlocked| unlocked.stall_reading).collect();
        let read = median(&read);
        self.add(
            "6,000,000 characters read, from the unlock",
            (read, 3_000.0, "the budget"),
            Some(("≤ 3,000 ms".to_owned(), read <= 3_000.0)),
        );
        let stall = median(&stalls);
        self.add("longest wait of a timer while reading", (stall, 5.0, "a slice"), None);
    }

    fn tell_unlocking(&mut self, unlocked: &[Unlocked], derived: &[f64]) {
        let whole: Vec<f64> = unlocked.iter().map(|unlocked| unlocked.whole).collect();
        let stalls: Vec<f64> = unlocked.iter().map(|unlocked| unlocked.stall_deriving).collect();
        let (whole, peer) = (median(&whole), median(derived));
        self.add(
            "unlock",
            (whole, peer, "`hash-wasm` Argon2id"),
            Some(("≤ 1.20, and 50 ms".to_owned(), whole <= 1.2 * peer + 50.0)),
        );
        let stall = median(&stalls);
        self.add(
            "longest task while unlocking",
            (stall, 50.0, "the budget"),
            Some(("≤ 50 ms".to_owned(), stall <= 50.0)),
        );
    }

    /// Saves entries by the page's own editor, and the same texts by `setItem`.
    fn tell_saving(
        &mut self,
        what: &str,
        (count, characters): (usize, usize),
        budget: f64,
    ) -> Result<(), Error> {
        let texts = Diary::generate(count, count * characters);
        let texts: Vec<&str> = texts.entries.iter().map(|entry| entry.text.as_str()).collect();
        let mut ours = Vec::new();
        let mut peer = Vec::new();
        for texts in texts.chunks(AT_A_TIME) {
            ours.extend(numbers(&self.browser.script_later(SAVE, vec![json!(texts)])?));
            peer.extend(numbers(&self.browser.script(SET, vec![json!(texts)])?));
        }
        let (saved, set) = (p95(&ours), median(&peer));
        self.add(
            &format!(
                "{what}, passphrase on, p95 of {} (their median: {})",
                ours.len(),
                milliseconds(median(&ours)),
            ),
            (saved, set, "plain `setItem`, mean"),
            Some((format!("≤ {budget} ms"), saved <= budget)),
        );
        Ok(())
    }

    pub(crate) fn add(
        &mut self,
        what: &str,
        (ours, peer, name): (f64, f64, &str),
        budget: Option<(String, bool)>,
    ) {
        self.table.add(Row {
            what: what.to_owned(),
            place: self.browser.engine().name(),
            figure: milliseconds(ours),
            peer: format!("{name}: {}", milliseconds(peer)),
            ratio: ours / peer,
            budget,
        });
    }
}

pub(crate) fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

pub(crate) fn milliseconds(time: f64) -> String {
    match time {
        0.0..10.0 => format!("{time:.2} ms"),
        10.0..100.0 => format!("{time:.1} ms"),
        _ => format!("{time:.0} ms"),
    }
}
