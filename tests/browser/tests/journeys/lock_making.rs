//! A new passphrase, and the key that is made of it: in a worker, in the page
//! where a worker is refused, or not at all when it is no longer wanted.

use crate::lock::{PASSPHRASE, chooses_until_the_last, opens, turns_it_on};
use crate::steps::{arrives, asks, sees_entries, writes_an_entry};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("chooses_a_passphrase_that_will_do", chooses_one_that_will_do),
    Journey::new("makes_a_key_in_the_page", makes_a_key_in_the_page),
    Journey::new("stops_the_making_of_a_key", stops_the_making_of_a_key),
    Journey::new("locks_as_one_file", locks_as_one_file).own_browser(),
];

fn chooses_one_that_will_do(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.goes_to("#/settings/lock");
    person.sees_heading("Choose a passphrase");
    for (chosen, again, said) in [
        ("", "", "That is 0 letters. Ten or more are needed."),
        ("nine char", "nine char", "That is 9 letters. Ten or more are needed."),
        ("1234567890", "1234567890", "That is one of the first that anyone would try."),
        ("seven café geese", "seven cafe geese", "The two are not the same."),
    ] {
        person.empties("Passphrase");
        person.writes("Passphrase", chosen);
        person.empties("The same once more");
        person.writes("The same once more", again);
        person.presses_button("Go on");
        person.sees_text(said);
    }
    person.presses_button("Suggest six words");
    person.sees_text("Drawn at random from a list of 2,048.");
    person.presses_button("Take these words");
    person.waits_until("six words in the field", || {
        person.reads_field("Passphrase").split(' ').count() == 6
    });
    person.presses_button("Go on");
    // The code can be printed, and is never shown again.
    person.sees_heading("Your recovery code");
    asks(person, "(window.wrappedJSObject || window).print = () => { window.printed = true }");
    person.presses_button("Print this page");
    person.waits_for("the printing", "return window.printed", &json!(true));
    let code = asks(person, "return document.querySelector('.new-secret__code').textContent");
    person.presses_button("I have it on paper");
    person.sees_heading("Type the code once");
    person.sees_no_text(code.as_str().unwrap_or_default());
}

/// Notes when the words that say it were drawn.
const WATCHES: &str = r"
const says = () => document.body.innerText.includes('The page stands still for a moment.');
new MutationObserver(() => {
  if (!window.drawnAt && says()) {
    window.drawnAt = -1;
    requestAnimationFrame(() => { window.drawnAt = performance.now(); });
  }
}).observe(document.body, { childList: true, subtree: true, characterData: true });
";

/// How long it was from that until the journal was open, in milliseconds.
const STOOD_STILL: &str = r"
const [measure] = performance.getEntriesByName('freshet:unlock', 'measure').slice(-1);
return window.drawnAt > 0 && measure ? measure.startTime + measure.duration - window.drawnAt : null;
";

fn makes_a_key_in_the_page(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "only behind the lock");
    turns_it_on(person);
    person.reloads();
    person.sees_heading("Locked");
    // Some browsers and their add-ons refuse workers.
    asks(person, "(window.wrappedJSObject || window).Worker = undefined");
    asks(person, WATCHES);
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
    let mut stood = None;
    person.waits_until("the two times", || {
        stood = asks(person, STOOD_STILL).as_f64();
        stood.is_some()
    });
    assert!(stood.is_some_and(|stood| stood > 50.0), "it was not said before: {stood:?}");
}

/// A worker that never answers.
const NEVER_ANSWERS: &str = r"
const page = window.wrappedJSObject || window;
page.Worker = function () {
  this.postMessage = () => { window.asked = true; };
  this.terminate = () => { window.ended = true; };
};
";

fn stops_the_making_of_a_key(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "only behind the lock");
    turns_it_on(person);
    person.reloads();
    person.sees_heading("Locked");
    asks(person, NEVER_ANSWERS);
    opens(person, "Passphrase", PASSPHRASE);
    person.sees_text("A key is being made. This takes a moment.");
    person.presses_button("Cancel");
    person.sees_no(Role::Button, "Cancel");
    let told = "return [window.asked, window.ended]";
    person.waits_for("the worker asked and ended", told, &json!([true, true]));
    person.sees_no_text("A key is being made.");
    person.sees_heading("Locked");
    person.reloads();
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
    // Stopped while it is turned on, nothing is changed.
    person.goes_to("#/settings/lock");
    person.writes("Your passphrase now", PASSPHRASE);
    person.presses_button("Change the passphrase");
    let code = chooses_until_the_last(person, "nine patient otters");
    asks(person, NEVER_ANSWERS);
    person.writes("Recovery code", &code);
    person.presses_button("Change the passphrase");
    person.presses_button("Cancel");
    person.sees_no(Role::Button, "Cancel");
    person.reloads();
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
}

/// Notes the addresses of workers.
const COUNTS_WORKERS: &str = r"
const page = window.wrappedJSObject || window;
const Usual = page.Worker;
window.workers = [];
page.Worker = function (address) {
  window.workers.push(String(address));
  return new Usual(address);
};
";

fn locks_as_one_file(person: &mut Person, site: &mut Site) {
    person.opens(&site.on_disk("freshet.html"));
    writes_an_entry(person, "only behind the lock");
    asks(person, COUNTS_WORKERS);
    turns_it_on(person);
    let workers = asks(person, "return window.workers");
    let workers = workers.as_array().cloned().unwrap_or_default();
    let of_the_page = |address: &serde_json::Value| {
        address.as_str().is_some_and(|address| address.starts_with("blob:"))
    };
    assert!(!workers.is_empty() && workers.iter().all(of_the_page), "{workers:?}");
    person.reloads();
    opens(person, "Passphrase", PASSPHRASE);
    sees_entries(person, 1);
}
