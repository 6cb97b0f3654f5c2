//! The page in a language that nobody speaks (`freshet_content::pseudo`), on
//! every screen that a link leads to: all its words are of the content, and
//! words that are 40 % longer fit, from left to right and from right to left.

use browser_tests::{
    person::Person,
    site::Site,
    suite::{self, Journey},
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, process::ExitCode};
use xtask::browsers::Engine;

const JOURNEYS: &[Journey] = &[
    Journey::new("every_word_is_of_the_content", every_word_is_of_the_content),
    Journey::new("long_words_fit", |person, site| words_fit(person, site, "ltr")).only(CHROMIUM),
    Journey::new("words_fit_from_right_to_left", |person, site| words_fit(person, site, "rtl"))
        .only(CHROMIUM),
];

/// Chromium alone has windows as narrow as a telephone.
const CHROMIUM: &[Engine] = &[Engine::Chromium];

fn main() -> ExitCode {
    suite::run(JOURNEYS)
}

/// Letters of before, in what is read or heard. Dates are written by the
/// browser; a citation is a name, and so are hosts and references.
const LETTERS: &str = r#"
const shown = (node) => node.checkVisibility({ visibilityProperty: true });
const named = '.fact__references, a[href^="http"], code, textarea, .key__now';
const dates = new RegExp('(' + [...Array(12).keys()].flatMap((at) => [
  new Date(2026, 0, 4 + at).toLocaleDateString('en-GB', { weekday: 'long' }),
  new Date(2026, at, 1).toLocaleDateString('en-GB', { month: 'long' }),
  new Date(2026, at, 1).toLocaleDateString('en-GB', { month: 'short' }),
]).join('|') + ')', 'g');
const found = [];
const see = (text, where) => {
  const rest = text.replace(/\b[A-Z]\d+[a-z]?\b/g, '').replace(dates, '');
  if (/[A-Za-z]/.test(rest)) found.push(where + ': ' + text.trim());
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const parent = walker.currentNode.parentElement;
  if (parent.closest(named) || parent.closest('script, style') || !shown(parent)) continue;
  see(walker.currentNode.data, parent.tagName + '.' + parent.className);
}
for (const element of document.querySelectorAll('#app [aria-label], #app [title], #app [placeholder], #app [alt]')) {
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    const value = element.getAttribute(name);
    if (value && !element.closest(named) && shown(element)) see(value, name);
  }
}
see(document.title, 'title');
return found;
"#;

/// Whether the screen of the address is drawn, its readings too, and on the
/// first screen what stands below its question.
const DRAWN: &str = r#"
const done = arguments[arguments.length - 1];
const drawn = () => !document.querySelector('.screen--waiting, p[role="status"]:only-child')
  && (!document.querySelector('.screen--home') || !!document.querySelector('.doors'));
setTimeout(() => requestAnimationFrame(() => done(drawn())), 30);
"#;

const LINKS: &str = r##"
// Every question leads to the same page.
return [...document.querySelectorAll('a[href^="#/"]:not([href^="#/write/"])')]
  .map((link) => link.getAttribute('href'));
"##;

const WIDER: &str = "return document.documentElement.scrollWidth - innerWidth";

fn every_word_is_of_the_content(person: &mut Person, site: &mut Site) {
    let mut found = BTreeSet::new();
    goes_everywhere(person, site, |hash| {
        for line in lines(asks(person, LETTERS)) {
            found.insert(format!("{hash} {line}"));
        }
    });
    assert!(found.is_empty(), "{}", Vec::from_iter(found).join("\n"));
}

fn words_fit(person: &mut Person, site: &mut Site, direction: &str) {
    let size = json!({ "width": 320, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    let set = person.browser.chromium("Emulation.setDeviceMetricsOverride", size);
    set.expect("Chromium answers");
    let mut found = Vec::new();
    goes_everywhere(person, site, |hash| {
        asks(person, &format!("document.documentElement.dir = '{direction}'"));
        let over = asks(person, WIDER).as_i64().unwrap_or_default();
        if over > 0 {
            found.push(format!("{hash} is {over} pixels wider than the window"));
        }
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Goes to every screen that a link leads to, from the first on.
#[track_caller]
fn goes_everywhere(person: &Person, site: &Site, mut look: impl FnMut(&str)) {
    person.opens(&site.home());
    let mut known = BTreeSet::from(["#/".to_owned()]);
    let mut ahead: Vec<String> = known.iter().cloned().collect();
    while let Some(hash) = ahead.pop() {
        person.goes_to(&hash);
        person.waits_until("the screen is there", || is_drawn(person));
        look(&hash);
        ahead.extend(
            lines(asks(person, LINKS)).into_iter().filter(|link| known.insert(link.clone())),
        );
    }
    assert!(known.len() > 50, "only {} screens were found", known.len());
}

fn is_drawn(person: &Person) -> bool {
    person.browser.script_later(DRAWN, Vec::new()).is_ok_and(|drawn| drawn == json!(true))
}

fn asks(person: &Person, script: &str) -> Value {
    person.asks(script, &[])
}

fn lines(answer: Value) -> Vec<String> {
    serde_json::from_value(answer).expect("a list of texts")
}
