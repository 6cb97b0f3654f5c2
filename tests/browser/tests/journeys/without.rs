//! The page without the program: it says why, and shows whom to call.

use crate::steps::{sees_entries, writes_an_entry};
use browser_tests::{find::Role, person::Person, profile::Kind, site::Site, suite::Journey};
use serde_json::json;
use xtask::{browsers::Engine, project::Project, server::Answer};

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("without_webassembly", without_webassembly).with(Kind::NoWasm),
    Journey::new("the_browser_is_too_old", the_browser_is_too_old)
        .own_browser()
        .only(&[Engine::Chromium]),
    Journey::new("without_javascript", without_javascript).with(Kind::NoScript),
    Journey::new("the_program_is_missing", the_program_is_missing).breaks(),
    Journey::new("the_program_is_cut", the_program_is_cut).breaks(),
    Journey::new("the_rest_is_missing", the_rest_is_missing).breaks(),
    Journey::new("the_script_is_an_error_page", the_script_is_an_error_page).breaks(),
    Journey::new("the_source_is_opened", the_source_is_opened),
    Journey::new("the_page_of_many_files_is_opened_from_a_disk", the_page_from_a_disk).breaks(),
];

/// What is there even then.
#[track_caller]
fn sees_the_lines(person: &Person) {
    person.sees_heading("Someone to talk to");
    person.sees_text("Looked up in November 2026, not confirmed by the service.");
    person.presses_button("United Kingdom");
    person.sees_text("Samaritans");
    person.finds(Role::Link, "116 123");
}

const MISSING: &str = "A part of Freshet did not arrive, or came cut short.";

fn without_webassembly(person: &mut Person, site: &mut Site) {
    person.opens(&site.home());
    person.sees_text("Freshet needs WebAssembly.");
    person.sees_text("What you have saved is untouched.");
    sees_the_lines(person);
}

/// It lacks what the page checks for, from before its first script on.
fn the_browser_is_too_old(person: &mut Person, site: &mut Site) {
    let lacks = json!({ "source": "delete window.CSSLayerBlockRule" });
    let done = person.browser.chromium("Page.addScriptToEvaluateOnNewDocument", lacks);
    done.expect("the driver passes it on");
    person.opens(&site.home());
    person.sees_text("This browser is too old for Freshet.");
    person.sees_text("Chrome, Edge and others like them will do from version 111.");
    sees_the_lines(person);
}

fn without_javascript(person: &mut Person, site: &mut Site) {
    person.opens(&site.home());
    person.sees_text("Freshet needs JavaScript.");
    sees_the_lines(person);
}

/// The first load is broken in some way; the next is well again.
#[track_caller]
fn is_told_and_loads_again(person: &Person, site: &Site) {
    person.opens(&site.home());
    person.sees_text(MISSING);
    sees_the_lines(person);
    site.answers_well();
    person.follows_link("Load the page again");
    person.sees_heading("How is it right now?");
    writes_an_entry(person, "all the same");
    person.reloads();
    sees_entries(person, 1);
}

fn the_program_is_missing(person: &mut Person, site: &mut Site) {
    site.answers_instead(&site.file_named("freshet-", ".wasm"), Answer::ErrorPage(404));
    is_told_and_loads_again(person, site);
}

fn the_program_is_cut(person: &mut Person, site: &mut Site) {
    site.answers_instead(&site.file_named("freshet-", ".wasm"), Answer::Cut(20_000));
    is_told_and_loads_again(person, site);
}

/// An entry can be written and saved all the same, and whom to call is there.
fn the_rest_is_missing(person: &mut Person, site: &mut Site) {
    site.answers_instead(&site.file_named("rest-", ".wasm"), Answer::ErrorPage(404));
    person.opens(&site.home());
    person.follows_link("Write");
    person.writes("Your words", "all the same");
    person.presses_button("Save");
    person.sees_text("Saved.");
    person.sees_heading("This page did not come");
    sees_the_lines(person);
    person.follows_link("Support");
    person.sees_heading("Someone to talk to");
    site.answers_well();
    person.presses_button("Try again");
    person.sees_heading("Support");
    sees_entries(person, 1);
}

fn the_script_is_an_error_page(person: &mut Person, site: &mut Site) {
    site.answers_instead(&site.file_named("freshet-", ".js"), Answer::ErrorPage(200));
    is_told_and_loads_again(person, site);
}

fn the_source_is_opened(person: &mut Person, _: &mut Site) {
    let page = Project::here().path("index.html");
    person.opens(&format!("file://{}", page.display()));
    person.sees_heading("This is the source");
    person.sees_text("cargo xtask serve");
    sees_the_lines(person);
}

fn the_page_from_a_disk(person: &mut Person, site: &mut Site) {
    person.opens(&site.on_disk("index.html"));
    person.sees_text("To use it from a disk, open the file freshet.html instead.");
    sees_the_lines(person);
}
