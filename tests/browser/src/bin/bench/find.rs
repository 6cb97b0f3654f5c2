//! Finding: a search over all text, beside a plain scan in the same page and
//! two libraries; and a long list scrolled through.

use crate::engine::{milliseconds, numbers};
use crate::stats::{median, p95};
use crate::table::{Row, Table};
use browser_tests::{browser::Browser, diary::Diarist, error::Error, seed, site::Site};
use freshet::core::day::Day;
use serde_json::{Value, json};
use std::fs;
use xtask::{browsers::Engine, project::Project};

/// What is looked for, by what it stands for. The words are of the generated
/// diary, and stand in some of its entries.
const KINDS: [&str; 5] = ["1 letter", "3 letters", "8 letters", "a phrase", "no hit"];
/// How often each is looked for, a few at a time, within the time that a driver
/// gives a script.
const ROUNDS: usize = 20;
const AT_A_TIME: usize = 5;
/// Entries of the long list, and how it is scrolled: steps of a wheel, leaps.
const LONG: usize = 10_000;
const STEPS: usize = 400;
const LEAPS: usize = 60;

const SEARCH: &str = include_str!("search.js");
const INDEX: &str = include_str!("index.js");
const SCROLL: &str = include_str!("scroll.js");
const FILL: &str = include_str!("fill.js");

/// What is looked for in these texts.
fn queries(texts: &[&str]) -> Vec<(&'static str, String)> {
    let words: Vec<&str> = texts[texts.len() / 2].split([' ', '.', ',']).collect();
    let long = words.iter().find(|word| word.chars().count() >= 8).copied().unwrap_or("nowhere");
    let phrase = words.windows(2).find(|pair| pair.iter().all(|word| word.len() > 2));
    let phrase = phrase.map_or_else(String::new, |pair| pair.join(" ").to_lowercase());
    let beginning = |letters| long.to_lowercase().chars().take(letters).collect::<String>();
    let typed =
        [beginning(1), beginning(3), beginning(8), format!("\"{phrase}\""), "zzyzx".to_owned()];
    KINDS.into_iter().zip(typed).collect()
}

/// Searches the journal that is open.
pub(crate) fn search(
    browser: &Browser,
    site: &Site,
    texts: &[&str],
    table: &mut Table,
) -> Result<(), Error> {
    fs::write(site.folder().join("texts.json"), json!(texts).to_string())
        .map_err(Error::system("write the texts"))?;
    let queries = queries(texts);
    let (mut ours, mut scan, mut first) = (Vec::new(), Vec::new(), f64::NAN);
    let mut by_kind: Vec<(Vec<f64>, Vec<f64>)> = vec![Default::default(); KINDS.len()];
    for turn in 0..ROUNDS / AT_A_TIME {
        let told = browser.script_later(SEARCH, vec![json!(queries), json!(AT_A_TIME)])?;
        refuse_words(&told)?;
        if turn == 0 {
            first = told["first"].as_f64().unwrap_or(f64::NAN);
        }
        for (kind, (our, peer)) in KINDS.iter().zip(&mut by_kind) {
            our.extend(numbers(&told["ours"][kind]));
            peer.extend(numbers(&told["scan"][kind]));
            println!("  {kind}: {} entries found, ours and the scan’s", told["found"][kind]);
        }
    }
    for (kind, (our, peer)) in KINDS.iter().zip(&by_kind) {
        let what = format!("search, {kind}, median");
        add(browser, table, &what, (median(our), median(peer), SCANNED), None);
        ours.extend(our);
        scan.extend(peer);
    }
    let (key, peer) = (p95(&ours), p95(&scan));
    let met = key <= 4.0 && key <= 0.7 * peer;
    let what = format!("a search keystroke over {} characters, p95", count(texts));
    let budget = Some(("≤ 4 ms, and 0.70".to_owned(), met));
    add(browser, table, &what, (key, peer, "a plain `includes` scan, p95"), budget);
    let library = |path: &str| {
        let path = Project::here().path("node_modules").join(path);
        fs::read_to_string(path).map_err(Error::system("read a library"))
    };
    let mini = library("minisearch/dist/umd/index.js")?;
    let flex = library("flexsearch/dist/flexsearch.bundle.min.js")?;
    let told = browser.script_later(&format!("{mini};\n{flex};\n{INDEX}"), vec![json!(queries)])?;
    refuse_words(&told)?;
    let built = |name: &str| told[name].as_f64().unwrap_or(f64::NAN);
    let what = "from all text read to the first answer";
    let budget = Some(("≤ 10 ms".to_owned(), first <= 10.0));
    add(browser, table, what, (first, built("miniBuild"), "MiniSearch, building"), budget);
    add(browser, table, what, (first, built("flexBuild"), "FlexSearch, building"), None);
    let what = "a search keystroke, p95";
    for (name, peer) in [("miniKeys", "MiniSearch"), ("flexKeys", "FlexSearch, no phrases")] {
        add(browser, table, what, (key, p95(&numbers(&told[name])), peer), None);
    }
    Ok(())
}

const SCANNED: &str = "a plain `includes` scan";

/// A script that failed gives its reason in place of figures.
fn refuse_words(told: &Value) -> Result<(), Error> {
    match told.as_str() {
        Some(why) => Err(Error::system("measure")(std::io::Error::other(why.to_owned()))),
        None => Ok(()),
    }
}

fn count(texts: &[&str]) -> usize {
    texts.iter().map(|text| text.chars().count()).sum()
}

/// Scrolls through a long list.
pub(crate) fn scroll(browser: &Browser, site: &Site, table: &mut Table) -> Result<(), Error> {
    let last = Day::from_ymd(2026, 11, 24).expect("a day of ours");
    let values = seed::values(&Diarist::default().many(LONG, last), browser.engine())?;
    fs::write(site.folder().join("fill.json"), json!(values).to_string())
        .map_err(Error::system("write the filling"))?;
    browser.goto(&site.home())?;
    browser.script_later(FILL, vec![])?;
    browser.goto("about:blank")?;
    browser.goto(&site.place("#/journal"))?;
    let told = browser.script_later(SCROLL, vec![json!(STEPS), json!(LEAPS)])?;
    refuse_words(&told)?;
    println!("  a list of {} pixels, {} rows in the page at most", told["height"], told["most"]);
    for (name, what) in [("along", "steps of a wheel"), ("about", "leaps")] {
        let frames = numbers(&told[name]);
        let longest = frames.iter().copied().fold(0.0, f64::max);
        let what = format!("longest of {} frames through {LONG} entries, {what}", frames.len());
        let budget =
            (browser.engine() == Engine::Chromium).then(|| ("≤ 50 ms".to_owned(), longest <= 50.0));
        add(browser, table, &what, (longest, median(&frames), "the median frame"), budget);
    }
    Ok(())
}

fn add(
    browser: &Browser,
    table: &mut Table,
    what: &str,
    (ours, peer, name): (f64, f64, &str),
    budget: Option<(String, bool)>,
) {
    table.add(Row {
        what: what.to_owned(),
        place: browser.engine().name(),
        figure: milliseconds(ours),
        peer: format!("{name}: {}", milliseconds(peer)),
        ratio: ours / peer,
        budget,
    });
}
