//! Locking by itself: when nothing was touched for a while, or out of sight;
//! judged by the clock, with a warning before, and never in the middle of a
//! dialog that the page opened, nor over Steady ground.

use crate::lock::{PASSPHRASE, opens, turns_it_on};
use crate::steps::{arrives, asks, sees_entries, writes_an_entry};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;
use std::time::Duration;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("locks_when_nothing_was_touched", locks_when_nothing_was_touched),
    Journey::new("locks_out_of_sight", locks_out_of_sight),
    Journey::new("does_not_lock_under_a_dialog", does_not_lock_under_a_dialog),
    Journey::new("locking_leaves_steady_ground_alone", locking_leaves_steady_ground_alone),
];

const WARNING: &str = "This locks in less than a minute. Tap the page or press any key to stay.";
/// Longer than the page waits until it looks at the clock again.
const A_LOOK: Duration = Duration::from_secs(6);

/// A clock that the journey can set. Firefox's driver stands beside the page:
/// the page has a clock of its own.
pub(crate) const SETS_THE_CLOCK: &str = r"
window.clockAhead = window.clockAhead || 0;
const clock = (window.wrappedJSObject || window).Date;
const usual = clock.now.bind(clock);
clock.now = () => usual() + window.clockAhead;
";

/// The page goes out of sight, or comes back.
const HIDES: &str = r"
const state = arguments[0];
Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
Object.defineProperty(document, 'hidden', { get: () => state === 'hidden', configurable: true });
document.dispatchEvent(new Event('visibilitychange'));
";

#[track_caller]
fn is_open_with_a_clock(person: &Person, site: &Site) {
    arrives(person, site);
    writes_an_entry(person, "only behind the lock");
    turns_it_on(person);
    asks(person, SETS_THE_CLOCK);
}

#[track_caller]
pub(crate) fn lets_pass(person: &Person, minutes: f64) {
    asks(person, &format!("window.clockAhead += {} * 1000", minutes * 60.0));
}

#[track_caller]
pub(crate) fn comes(person: &Person, state: &str) {
    person.asks(HIDES, &[json!(state)]);
}

fn locks_when_nothing_was_touched(person: &mut Person, site: &mut Site) {
    is_open_with_a_clock(person, site);
    sees_entries(person, 1);
    lets_pass(person, 13.5);
    person.waits(A_LOOK);
    person.sees_no_text(WARNING);
    lets_pass(person, 0.9);
    person.sees_text(WARNING);
    // One key is a sign to stay.
    person.presses_key("ArrowDown");
    person.sees_no_text(WARNING);
    lets_pass(person, 14.0);
    person.sees_text(WARNING);
    lets_pass(person, 1.0);
    person.sees_heading("Locked");
    person.sees_no_text("only behind the lock");
    // Judged by the clock: the touch that comes after a sleep is too late.
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
    lets_pass(person, 600.0);
    person.presses_key("ArrowDown");
    person.sees_heading("Locked");
    // Off, it never does; and another time holds as well.
    opens(person, "Passphrase", PASSPHRASE);
    person.goes_to("#/settings/lock");
    person.chooses("When nothing was touched for", "never");
    lets_pass(person, 600.0);
    person.presses_key("ArrowDown");
    person.waits(A_LOOK);
    person.sees_heading("Passphrase");
    person.chooses("When nothing was touched for", "1 minute");
    lets_pass(person, 1.1);
    person.sees_heading("Locked");
}

fn locks_out_of_sight(person: &mut Person, site: &mut Site) {
    is_open_with_a_clock(person, site);
    comes(person, "hidden");
    lets_pass(person, 4.0);
    comes(person, "visible");
    sees_entries(person, 1);
    // On the return, before any timer.
    comes(person, "hidden");
    lets_pass(person, 5.1);
    comes(person, "visible");
    let shown = asks(person, "return document.querySelector('h1').textContent");
    assert_eq!(shown, json!("Locked"));
    // By a timer, while nobody looks.
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
    comes(person, "hidden");
    lets_pass(person, 5.1);
    person.sees_heading("Locked");
}

fn does_not_lock_under_a_dialog(person: &mut Person, site: &mut Site) {
    const PICKS: &str = "const field = document.querySelector('input[type=file]');
        field.addEventListener('click', (event) => event.preventDefault(), { once: true });
        field.click()";
    is_open_with_a_clock(person, site);
    person.goes_to("#/settings/import");
    person.sees_heading("Bring in a file");
    person.waits_until("the field is there", || {
        asks(person, "return !!document.querySelector('input[type=file]')") == json!(true)
    });
    asks(person, PICKS);
    is_held(person, "Bring in a file");
    // Its time begins anew with the return.
    lets_pass(person, 16.0);
    person.sees_heading("Locked");
    opens(person, "Passphrase", PASSPHRASE);
    person.goes_to("#/close");
    person.sees_heading("Closing for today");
    asks(person, "(window.wrappedJSObject || window).print = () => {}");
    person.presses_button("Print this page");
    is_held(person, "Closing for today");
}

/// The dialog hides the page for longer than it may be out of sight.
#[track_caller]
fn is_held(person: &Person, heading: &str) {
    comes(person, "hidden");
    lets_pass(person, 40.0);
    person.waits(A_LOOK);
    person.sees_heading(heading);
    comes(person, "visible");
    person.sees_heading(heading);
}

fn locking_leaves_steady_ground_alone(person: &mut Person, site: &mut Site) {
    is_open_with_a_clock(person, site);
    person.follows_link("Stop and settle");
    person.sees_heading("Steady ground");
    person.picks_radio("Where are you now?", "Shut down");
    person.sees_text("Run cold water over your hands.");
    lets_pass(person, 16.0);
    // It is locked behind it, and the screen stays as it was.
    person.sees_no(Role::Link, "Journal");
    person.sees_text("Run cold water over your hands.");
    person.sees_on(Role::Radio, "Shut down");
    person.sees_no(Role::Button, "Keep this in my journal");
    person.goes_to("#/journal");
    person.sees_heading("Locked");
}
