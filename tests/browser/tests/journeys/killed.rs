//! A browser that is ended by force while it saves. It opens every time, and
//! loses at most what the page did not call *on disk*.

use crate::steps::{arrives, asks, writes_an_entry};
use browser_tests::{person::Person, site::Site, suite::Journey};
use serde_json::json;
use std::time::{Duration, Instant};
use xtask::browsers::Engine;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("is_killed_and_loses_nothing_on_disk", is_killed_three_times)
        .own_browser()
        .only(KEEP_ALONE),
    Journey::new("is_killed_fifty_times", is_killed_fifty_times)
        .own_browser()
        .only(KEEP_ALONE)
        .long(Duration::from_secs(3 * 3_600)),
    Journey::new("a_lone_save_is_soon_on_disk", a_lone_save_is_soon_on_disk).own_browser(),
    Journey::new("a_save_after_another_is_on_disk_in_time", a_later_save_is_on_disk_in_time)
        .own_browser()
        .long(Duration::from_secs(180)),
];

/// The engine of the third keeps nothing when it is driven.
const KEEP_ALONE: &[Engine] = &[Engine::Chromium, Engine::Firefox];

const ON_DISK: &str = "All of it is on disk too";

/// What was written, and how much of it was called *on disk*.
#[derive(Default)]
struct Account {
    written: Vec<String>,
    on_disk: usize,
    /// How often an end came after everything was on disk.
    proven: usize,
}

#[track_caller]
fn looks_at_the_account(person: &Person) {
    person.goes_to("#/settings/storage");
    person.sees_heading("What is stored here");
}

/// What the page says of the disk.
#[track_caller]
fn said(person: &Person) -> String {
    let said = asks(person, "return document.querySelector('.health__disk')?.textContent || ''");
    said.as_str().unwrap_or_default().to_owned()
}

/// What it says as soon as it says something.
#[track_caller]
fn says(person: &Person) -> String {
    let mut says = String::new();
    person.waits_until("word of the disk", || {
        says = said(person);
        !says.is_empty()
    });
    says
}

/// Writes, lets so much time pass, and is ended. What the page says in the
/// meantime is believed.
#[track_caller]
fn writes_and_is_killed(person: &mut Person, account: &mut Account, after: Duration) {
    let words = format!("entry {} of this journal.", account.written.len());
    account.written.push(words.clone());
    writes_an_entry(person, &words);
    let until = Instant::now() + after;
    if !after.is_zero() {
        looks_at_the_account(person);
    }
    while Instant::now() < until {
        if said(person).starts_with(ON_DISK) {
            account.on_disk = account.written.len();
        }
        person
            .waits(Duration::from_millis(200).min(until.saturating_duration_since(Instant::now())));
    }
    account.proven += usize::from(account.on_disk == account.written.len());
    person.has_it_killed();
}

/// Whether rows of the journal are in the page.
const LISTED: &str = "return !!document.querySelector('.rows--long > li')";

/// Opens the browser again: nothing is broken, and what was on disk is there.
#[track_caller]
fn comes_back(person: &mut Person, site: &Site, account: &mut Account) {
    person.opens_the_browser();
    arrives(person, site);
    person.follows_link("Journal");
    person.sees_heading("Journal");
    person.waits_until("all is read", || {
        let text = person.reads_text();
        let there = text.contains("Nothing is here yet.") || asks(person, LISTED) == json!(true);
        there && !text.contains("being read")
    });
    let text = person.reads_text();
    assert!(!text.contains("could not be read"), "something is broken:\n{text}");
    let there: Vec<bool> = account.written.iter().map(|words| text.contains(words)).collect();
    let lost: Vec<&String> = (account.written[..account.on_disk].iter().zip(&there))
        .filter_map(|(words, there)| (!there).then_some(words))
        .collect();
    assert!(lost.is_empty(), "called on disk and lost: {lost:?}\n{text}");
    // A moment before the end, whole: no later entry without an earlier one.
    let kept = there.iter().take_while(|there| **there).count();
    assert!(!there[kept..].contains(&true), "there are gaps: {there:?}");
    account.written.truncate(kept);
    account.on_disk = kept;
}

fn is_killed(person: &mut Person, site: &Site, times: impl Iterator<Item = Duration>) {
    let mut account = Account::default();
    arrives(person, site);
    for after in times {
        writes_and_is_killed(person, &mut account, after);
        comes_back(person, site, &mut account);
    }
    assert!(account.proven > 0, "no end came after everything was called on disk");
}

/// At once, before anything can be on disk, and after all of it is said to be.
fn is_killed_three_times(person: &mut Person, site: &mut Site) {
    is_killed(person, site, [0, 3, 11].into_iter().map(Duration::from_secs));
}

/// Between nothing and 150 s after a save, a third of them after 70 s.
fn is_killed_fifty_times(person: &mut Person, site: &mut Site) {
    let seconds = |time: u64| match time % 3 {
        2 => 70 + time * 37 % 81,
        _ => time * 29 % 70,
    };
    is_killed(person, site, (0..50).map(seconds).map(Duration::from_secs));
}

/// How long the page took to call a save on disk, by its own clock.
#[track_caller]
fn seconds_until_on_disk(person: &Person, limit: Duration) -> f64 {
    looks_at_the_account(person);
    if says(person).starts_with(ON_DISK) {
        // No later than it could be seen.
        return 0.0;
    }
    let until = Instant::now() + limit;
    while !said(person).starts_with(ON_DISK) {
        assert!(Instant::now() < until, "not on disk yet: {}", said(person));
        person.waits(Duration::from_millis(50));
    }
    let script = "const [save] = performance.getEntriesByName('freshet:save', 'measure').slice(-1);
        return (performance.now() - save.startTime - save.duration) / 1000";
    asks(person, script).as_f64().unwrap_or(f64::INFINITY)
}

/// Seconds in which a lone save is to be called on disk.
fn bound(person: &Person) -> f64 {
    match person.browser.engine() {
        Engine::Chromium => 70.0,
        Engine::Firefox => 10.0,
        Engine::WebKit => 2.0,
    }
}

fn a_lone_save_is_soon_on_disk(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "the first of this page");
    let took = seconds_until_on_disk(person, Duration::from_secs(20));
    assert!(took <= bound(person), "{took} s");
    // The next one waits longest in Chromium: what the page says of it holds
    // to the bound too. Its end is waited for where time is given.
    writes_an_entry(person, "the second");
    looks_at_the_account(person);
    let says = says(person);
    let seconds = says.chars().filter(char::is_ascii_digit).collect::<String>();
    let seconds: f64 = seconds.parse().unwrap_or_default();
    assert!(seconds <= bound(person), "{says}");
}

fn a_later_save_is_on_disk_in_time(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "the first of this page");
    seconds_until_on_disk(person, Duration::from_secs(20));
    writes_an_entry(person, "alone");
    let took = seconds_until_on_disk(person, Duration::from_secs(100));
    assert!(took <= bound(person), "{took} s");
}
