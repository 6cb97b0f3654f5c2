//! Steps that several journeys take.

use browser_tests::{find::Role, person::Person, site::Site};
use freshet::core::day::Day;
use serde_json::{Value, json};

/// Opens the page for the first time.
#[track_caller]
pub(crate) fn arrives(person: &Person, site: &Site) {
    person.opens(&site.home());
    person.sees_heading("How is it right now?");
}

/// Writes an entry from the first screen and saves it; its screen is open then.
#[track_caller]
pub(crate) fn writes_an_entry(person: &Person, words: &str) {
    person.follows_link("Write");
    person.sees_heading("Write");
    person.writes("Your words", words);
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.sees_text("Saved.");
    person.sees_text(words);
}

/// Opens the one entry of this kind from the journal.
#[track_caller]
pub(crate) fn opens_from_journal(person: &Person, kind: &str) {
    person.follows_link("Journal");
    person.sees_heading("Journal");
    person.follows_link(&format!("{kind}…"));
    person.sees_heading(kind);
}

/// How many entries the journal shows.
#[track_caller]
pub(crate) fn sees_entries(person: &Person, count: usize) {
    person.follows_link("Journal");
    person.sees_heading("Journal");
    match count {
        0 => person.sees_text("Nothing is here yet."),
        1 => person.sees_text("1 entry"),
        count => person.sees_text(&format!("{count} entries")),
    }
}

/// What a script in the page returns; see [`Person::asks`].
#[track_caller]
pub(crate) fn asks(person: &Person, script: &str) -> Value {
    person.asks(script, &[])
}

/// Sees the first screen with all that stands below its question, which comes
/// a little later: only then is what is not there left out.
#[track_caller]
pub(crate) fn sees_all_of_home(person: &Person) {
    person.sees_heading("How is it right now?");
    person.finds_any(Role::Link, "Look back…");
}

/// Sees that the first screen offers nothing to go on with.
#[track_caller]
pub(crate) fn sees_nothing_begun(person: &Person) {
    sees_all_of_home(person);
    person.sees_no(Role::Heading, "Go on with what you began");
}

/// Today, as the browser has it.
#[track_caller]
pub(crate) fn today(person: &Person) -> Day {
    let script = "const now = new Date();
        return [now.getFullYear(), now.getMonth() + 1, now.getDate()]";
    let now = asks(person, script);
    let part = |at: usize| now[at].as_i64().unwrap_or_default();
    Day::from_ymd(part(0) as i32, part(1) as u32, part(2) as u32).expect("a day")
}

/// Sees that the one time on the screen is today.
#[track_caller]
pub(crate) fn sees_today(person: &Person) {
    person.waits_until("the entry is dated today", || {
        let shown = asks(person, "return document.querySelector('time')?.dateTime");
        shown.as_str() == Some(&today(person).to_string())
    });
}

/// Sets a day in a field, whose digits every engine takes in its own way.
#[track_caller]
pub(crate) fn sets_day(person: &Person, field: &str, day: &str) {
    let field = person.finds(Role::Textbox, field);
    let script = "arguments[0].value = arguments[1];
        arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
    person.asks(script, &[json!(field), json!(day)]);
}

/// Puts a value into the browser's store, past the program.
#[track_caller]
pub(crate) fn stores(person: &Person, key: &str, value: &str) {
    person.asks("localStorage.setItem(arguments[0], arguments[1])", &[json!(key), json!(value)]);
}

/// Has the engine report what it does when a program does what it must not.
#[track_caller]
pub(crate) fn has_a_fault(person: &Person) {
    // Firefox's driver stands beside the page: its own errors are none of it.
    let script = "const page = window.wrappedJSObject || window;
        const error = new page.WebAssembly.RuntimeError('fault');
        page.dispatchEvent(new page.ErrorEvent('error', { error }))";
    asks(person, script);
}

/// Sees the three things that are always there.
#[track_caller]
pub(crate) fn sees_what_is_always_there(person: &Person) {
    for (role, name) in
        [(Role::Link, "Stop and settle"), (Role::Link, "Support"), (Role::Button, "Quick exit")]
    {
        person.finds_in("Always here", role, name);
    }
}
