//! Looking for loops, beside a plain count of the words in the same page.

use crate::stats::median;
use crate::table::{Row, Table};
use browser_tests::{browser::Browser, error::Error, seed, site::Site};
use freshet::core::day::Day;
use freshet::core::entry::{Entry, EntryId, Kind};
use serde_json::json;
use std::fs;

#[path = "../../../../loops/diary.rs"]
mod made_up;

/// Entries of the made-up diary, and the least sentences of each: 6 MB.
const ENTRIES: u32 = 3_400;
const SENTENCES: usize = 24;
/// How often it is looked through, each time by a page that was just opened.
const LOOKED: usize = 7;

const FILL: &str = include_str!("fill.js");
const LOOPS: &str = include_str!("loops.js");

pub(crate) fn measure(browser: &Browser, site: &Site, table: &mut Table) -> Result<(), Error> {
    let entries = entries();
    let texts: Vec<&str> = entries.iter().map(|entry| entry.text.as_str()).collect();
    let values = seed::values(&entries, browser.engine())?;
    for (name, what) in [("texts.json", json!(texts)), ("fill.json", json!(values))] {
        fs::write(site.folder().join(name), what.to_string())
            .map_err(Error::system("write the diary"))?;
    }
    browser.goto(&site.home())?;
    browser.script_later(FILL, vec![])?;
    let (mut looked, mut longest, mut counted) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..LOOKED {
        browser.goto("about:blank")?;
        browser.goto(&site.place("#/look-back/loops"))?;
        let told = browser.script_later(LOOPS, vec![])?;
        let number = |name: &str| told[name].as_f64().unwrap_or(f64::NAN);
        looked.push(number("looked"));
        longest.push(number("longest"));
        counted.push(number("counted"));
    }
    let (time, peer) = (median(&looked), median(&counted));
    let mut add = |what: &str, ours: f64, (name, peer): (&str, f64), most: f64| {
        table.add(Row {
            what: format!("{what}, {ENTRIES} entries, median of {LOOKED}"),
            place: browser.engine().name(),
            figure: format!("{ours:.0} ms"),
            peer: format!("{name}: {peer:.0} ms"),
            ratio: ours / peer,
            budget: Some((format!("≤ {most:.0} ms"), ours <= most)),
        });
    };
    add("loops found, from the press", time, ("a plain count of the words", peer), 300.0);
    add("longest frame meanwhile", median(&longest), ("the budget", 50.0), 50.0);
    Ok(())
}

fn entries() -> Vec<Entry> {
    let mut numbers = made_up::Numbers(7);
    let first = Day::from_ymd(2016, 1, 1).expect("a day of ours");
    let written = "2026-11-23T10:00:00+00:00".parse().expect("a moment");
    let entry = |nth: u32| {
        let id = EntryId::from_random(u64::from(nth).to_be_bytes());
        let mut entry = Entry::new(id, written, Kind::Writing(None));
        entry.day = first.plus_days(nth as i32).expect("a day of ours");
        entry.text = made_up::entry(&mut numbers, SENTENCES).join(" ");
        entry
    };
    (0..ENTRIES).map(entry).collect()
}
