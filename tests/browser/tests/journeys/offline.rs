//! With the network off, and with a new version on it.

use crate::steps::{arrives, asks, opens_from_journal, sees_entries, writes_an_entry};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;
use xtask::{browsers::Engine, server::Answer};

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("opens_with_the_network_off", opens_with_the_network_off),
    Journey::new("opens_below_an_address_with_the_network_off", opens_with_the_network_off)
        .below("/some/where/"),
    Journey::new("an_error_page_is_never_kept", an_error_page_is_never_kept).breaks(),
    Journey::new("a_broken_cache_is_mended", a_broken_cache_is_mended),
    Journey::new("an_update_asks_first", an_update_asks_first),
    Journey::new("an_update_can_wait", an_update_can_wait),
    Journey::new("can_be_installed", can_be_installed).only(&[Engine::Chromium]),
];

/// Waits until the page is kept for times without a network.
#[track_caller]
fn is_kept(person: &Person) {
    person.waits_until("the page is kept", || offline(person) == json!("ready"));
}

#[track_caller]
fn offline(person: &Person) -> serde_json::Value {
    asks(person, "return document.documentElement.dataset.offline || null")
}

/// Names of the caches there are.
#[track_caller]
fn caches(person: &Person) -> Vec<String> {
    let script = "const done = arguments[arguments.length - 1];
        caches.keys().then(done, (error) => done([String(error)]))";
    let mut names = None;
    // A page that is being left does not answer.
    person.waits_until("the names of the caches", || {
        let told = person.browser.script_later(script, vec![]).ok();
        names = told.and_then(|told| serde_json::from_value(told).ok());
        names.is_some()
    });
    names.unwrap_or_default()
}

fn opens_with_the_network_off(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "with the network on");
    is_kept(person);
    person.follows_link("Settings");
    person.sees_text("This page opens with the network off.");
    site.goes_away();
    // With the file's name and without it, and at any place within.
    for address in [site.home(), site.url("index.html"), site.place("#/write")] {
        person.opens("about:blank");
        person.opens(&address);
        person.sees_heading(if address.ends_with("write") {
            "Write"
        } else {
            "How is it right now?"
        });
    }
    person.writes("Your words", "with the network off");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.reloads();
    person.sees_text("with the network off");
    sees_entries(person, 2);
    // What was not looked at before is there as well.
    person.follows_link("Themes");
    person.follows_link("In the body…");
    person.sees_text("Maybe your chest is tight");
    person.follows_link("Support");
    person.presses_button("Ireland");
    person.presses_button("Quick exit");
    person.sees_heading("Watering house plants");
    person.opens(&site.home());
    person.presses_button("Open");
    person.sees_heading("How is it right now?");
    site.comes_back().expect("the server starts again");
}

fn an_error_page_is_never_kept(person: &mut Person, site: &mut Site) {
    // The page itself comes well, once; nothing keeps it yet.
    site.answers_instead("sw.js", Answer::ErrorPage(404));
    arrives(person, site);
    writes_an_entry(person, "written all the same");
    site.answers_well();
    // From now on one script is answered by an error page that calls itself well.
    let script = site.file_named("freshet-", ".js");
    site.answers_instead(&script, Answer::ErrorPage(200));
    person.reloads();
    person.waits_until("it could not be kept", || offline(person) == json!("failed"));
    assert_eq!(caches(person), Vec::<String>::new(), "something of it was kept");
    site.answers_well();
    person.reloads();
    is_kept(person);
    site.goes_away();
    person.opens("about:blank");
    arrives(person, site);
    sees_entries(person, 1);
    site.comes_back().expect("the server starts again");
}

/// Puts an error page in the place of the program's script, and takes the
/// style sheet away.
const BREAK: &str = r"
const done = arguments[arguments.length - 1];
(async () => {
  const [name] = (await caches.keys()).filter((name) => name.startsWith('freshet:'));
  const cache = await caches.open(name);
  const addresses = (await cache.keys()).map((request) => request.url);
  const script = addresses.find((url) => /freshet-[0-9a-f]+\.js$/.test(url));
  const style = addresses.find((url) => /freshet-[0-9a-f]+\.css$/.test(url));
  await cache.put(script, new Response('<p>Something went wrong.', {
    headers: { 'content-type': 'text/html' } }));
  await cache.delete(style);
  return addresses.length;
})().then(done, (error) => done(String(error)));
";

fn a_broken_cache_is_mended(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    is_kept(person);
    let files = person.browser.script_later(BREAK, vec![]).expect("the page answers");
    assert!(files.as_u64().is_some_and(|files| files > 5), "the cache was not broken: {files}");
    person.opens("about:blank");
    arrives(person, site);
    // Mended from the network, it does without it.
    site.goes_away();
    person.opens("about:blank");
    arrives(person, site);
    let styled = "return document.styleSheets.length > 0";
    person.waits_for("a style sheet", styled, &json!(true));
    site.comes_back().expect("the server starts again");
}

#[track_caller]
fn version(person: &Person) -> String {
    let script = "return document.querySelector('meta[name=freshet-version]').content";
    asks(person, script).as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn looks_for_an_update(person: &Person) {
    let script = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then((it) => it.update())
          .then(() => done(true), (error) => done(String(error)))";
    let looked = person.browser.script_later(script, vec![]);
    assert_eq!(looked.ok(), Some(json!(true)), "the browser did not look for an update");
}

const NEXT: &str = "aaaabbbbccccdddd";

fn an_update_asks_first(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    is_kept(person);
    // The first load is before the worker's time; from now on it serves.
    person.reloads();
    let first = version(person);
    asks(person, "caches.open('another app')");
    person.follows_link("Write");
    person.sees_heading("Write");
    site.has_next_version(NEXT).expect("there is a next version");
    looks_for_an_update(person);
    person.sees_text("An update is ready. Your words are kept.");
    // The version that runs is left alone until its person says so.
    assert_eq!(version(person), first);
    person.writes("Your words", "typed a moment ago");
    person.presses_button("Update now");
    person.waits_until("the next version", || version(person) == NEXT);
    person.sees_in_field("Your words", "typed a moment ago");
    person.sees_no(Role::Button, "Update now");
    person.waits_until("the old cache is gone", || {
        let names = caches(person);
        let ours = names.iter().filter(|name| name.starts_with("freshet:")).count();
        ours == 1 && names.iter().any(|name| name == "another app")
    });
    person.presses_button("Save");
    opens_from_journal(person, "Writing");
    person.sees_text("typed a moment ago");
}

fn an_update_can_wait(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    is_kept(person);
    person.reloads();
    let first = version(person);
    site.has_next_version(NEXT).expect("there is a next version");
    looks_for_an_update(person);
    person.presses_button("Later");
    person.sees_no(Role::Button, "Update now");
    assert_eq!(version(person), first);
    // At the next start it is there, or asks again: engines differ in whether
    // a page that is loaded again was left in between.
    person.reloads();
    if version(person) == first {
        person.presses_button("Update now");
    }
    person.waits_until("the next version", || version(person) == NEXT);
    person.sees_heading("How is it right now?");
}

fn can_be_installed(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    is_kept(person);
    let found = person.browser.chromium("Page.getAppManifest", json!({}));
    let found = found.expect("Chromium answers");
    assert_eq!(found["errors"], json!([]), "the manifest has errors");
    assert!(found["url"].as_str().is_some_and(|url| url.ends_with("manifest.webmanifest")));
    let errors = person.browser.chromium("Page.getInstallabilityErrors", json!({}));
    let errors = errors.expect("Chromium answers");
    assert_eq!(errors["installabilityErrors"], json!([]), "it cannot be installed");
}
