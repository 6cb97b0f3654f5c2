//! A plain name and picture, and steps that are kept out of the history.

use crate::steps::{arrives, asks, sees_entries, writes_an_entry};
use browser_tests::{find::Role, person::Person, remains, site::Site, suite::Journey};
use serde_json::{Value, json};
use xtask::browsers::Engine;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("has_a_plain_name", has_a_plain_name),
    Journey::new("keeps_steps_out_of_the_history", keeps_steps_out_of_the_history),
    Journey::new("a_locked_page_keeps_no_steps", a_locked_page_keeps_no_steps),
    Journey::new("no_step_stands_in_the_browsers_history", no_step_stands_in_its_history)
        .own_browser()
        .only(&[Engine::Chromium, Engine::Firefox]),
    Journey::new("steps_stand_there_where_it_is_off", steps_stand_there_where_it_is_off)
        .own_browser()
        .only(&[Engine::Chromium, Engine::Firefox]),
];

const PLAIN: &str = "A plain name and picture for this page";
const OUT: &str = "Keep my steps out of the history";

const ICON: &str = "return document.querySelector('link[rel=icon]').href";

#[track_caller]
fn icon(person: &Person) -> String {
    let icon = asks(person, ICON);
    icon.as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn steps(person: &Person) -> Value {
    asks(person, "return history.length")
}

fn has_a_plain_name(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let usual = icon(person);
    person.follows_link("Settings");
    person.sees_heading("Settings");
    person.sees_title("Settings · Freshet");
    person.sees_off(Role::Checkbox, OUT);
    person.ticks(PLAIN);
    // At once, and on every screen.
    person.sees_title("Notes");
    person.waits_until("the plain picture", || icon(person) != usual);
    // Steps are kept out with it.
    person.sees_on(Role::Checkbox, OUT);
    for (hash, heading) in [("#/ketamine", "Ketamine"), ("#/themes/body/known", "What is known")] {
        person.goes_to(hash);
        person.sees_heading(heading);
        person.sees_title("Notes");
    }
    // Also before the program is there: no title of its own is ever shown.
    person.reloads();
    person.sees_heading("How is it right now?");
    person.sees_title("Notes");
    person.waits_until("the plain picture", || icon(person) != usual);
    person.follows_link("Settings");
    person.ticks(PLAIN);
    person.sees_title("Settings · Freshet");
    person.waits_for("the usual picture", ICON, &json!(usual));
    person.sees_off(Role::Checkbox, OUT);
}

/// Takes steps of every kind, at an address that tells none of them.
#[track_caller]
fn takes_steps(person: &Person, site: &Site) {
    let address = site.place("#/");
    person.follows_link("Support");
    person.sees_heading("Support");
    person.sees_address(&address);
    person.follows_link("Themes");
    person.follows_link("In the body…");
    person.sees_heading("In the body");
    person.presses_keys_together(&["Control", "."]);
    person.sees_heading("Steady ground");
    writes_an_entry(person, "kept out of the history");
    person.sees_address(&address);
    person.tabs_and_follows("Journal");
    person.sees_heading("Journal");
    person.sees_focus(Role::Heading, "Journal");
    person.sees_address(&address);
}

fn keeps_steps_out_of_the_history(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Settings");
    person.ticks(OUT);
    person.sees_address(&site.place("#/"));
    let before = steps(person);
    takes_steps(person, site);
    assert_eq!(steps(person), before, "a step stands in the history");
    // A draft goes on after a new start, from the first screen.
    person.follows_link("Write");
    person.writes("Your words", "begun and not saved");
    person.goes_to("#/about");
    person.sees_heading("About");
    person.sees_address(&site.place("#/"));
    person.reloads();
    person.sees_heading("How is it right now?");
    person.follows_link("Writing from…");
    person.sees_in_field("Your words", "begun and not saved");
    // Off again, the address tells what is shown, and Back leads there.
    person.follows_link("Settings");
    person.ticks(OUT);
    person.sees_address(&site.place("#/settings"));
    sees_entries(person, 1);
    person.goes_back();
    person.sees_heading("Settings");
}

fn a_locked_page_keeps_no_steps(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    crate::lock::turns_it_on(person);
    person.goes_to("#/journal");
    person.sees_heading("Journal");
    person.reloads();
    person.sees_heading("Locked");
    person.sees_title("Freshet");
    let before = steps(person);
    person.follows_link("Support");
    person.sees_heading("Support");
    person.sees_title("Freshet");
    person.follows_link("Stop and settle");
    person.sees_heading("Steady ground");
    assert_eq!(steps(person), before, "a step stands in the history");
    person.sees_address(&site.place("#/"));
    person.follows_link("Settings");
    crate::lock::opens(person, "Passphrase", crate::lock::PASSPHRASE);
    person.sees_heading("Settings");
    person.sees_title("Settings · Freshet");
    person.sees_address(&site.place("#/settings"));
}

/// Where the browser wrote down that somebody was here.
#[track_caller]
fn written_down(person: &mut Person, site: &Site) -> Vec<String> {
    person.closes_the_browser();
    let folder = person.browser.profile().folder().to_owned();
    let find = |hash: &str| remains::places_of(&site.place(hash), &folder).expect("it is read");
    ["#/support", "#/ketamine", "#/journal"].into_iter().flat_map(find).collect()
}

fn no_step_stands_in_its_history(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Settings");
    person.ticks(PLAIN);
    person.sees_title("Notes");
    takes_steps(person, site);
    person.follows_link("Support");
    person.sees_heading("Support");
    assert_eq!(written_down(person, site), [""; 0]);
}

fn steps_stand_there_where_it_is_off(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.goes_to("#/support");
    person.sees_heading("Support");
    sees_entries(person, 0);
    assert_eq!(json!(written_down(person, site).is_empty()), json!(false));
}
