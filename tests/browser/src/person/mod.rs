//! A person at a browser. What they do and see reads like the steps they
//! take; a step that cannot be taken fails the journey, and says what was on
//! the screen instead.

mod hands;
mod senses;

use crate::{
    browser::Browser,
    error::Error,
    find::{Role, Thing, on_screen},
    watch,
};
use fantoccini::elements::Element;
use serde_json::json;
use std::{
    cell::RefCell,
    fmt::Display,
    thread::sleep,
    time::{Duration, Instant},
};

/// How long a person waits for something to appear. Long, for a busy machine:
/// what goes well never waits for it.
const PATIENCE: Duration = Duration::from_secs(30);
const LOOKS_EVERY: Duration = Duration::from_millis(60);

/// A person at a browser.
#[derive(Debug)]
pub struct Person {
    /// The browser they sit at.
    pub browser: Browser,
    seen: RefCell<Vec<String>>,
}

impl Person {
    /// A person who sits down at a browser.
    pub fn at(browser: Browser) -> Person {
        Person { browser, seen: RefCell::default() }
    }

    /// What must never happen and did, in every page so far.
    pub fn seen(&self) -> Vec<String> {
        self.looks_back();
        self.seen.take()
    }

    /// Keeps what was seen in the page that is open, before it is left.
    fn looks_back(&self) {
        // A page that is being left does not answer.
        let seen = self.tries(|| match watch::seen(&self.browser) {
            Err(Error::Closed) => Ok(Vec::new()),
            seen => seen,
        });
        let seen = seen.unwrap_or_else(|error| vec![format!("the page was not seen: {error}")]);
        self.seen.borrow_mut().extend(seen);
    }

    /// Tries until it works, for as long as there is patience.
    fn tries<T, E>(&self, mut attempt: impl FnMut() -> Result<T, E>) -> Result<T, E> {
        let start = Instant::now();
        loop {
            let tried = attempt();
            let over = start.elapsed() > PATIENCE || self.browser.left().is_zero();
            if tried.is_ok() || over {
                return tried;
            }
            sleep(LOOKS_EVERY);
        }
    }

    /// Tries until it works; gives up with what went wrong last.
    #[track_caller]
    fn until<T, E: Display>(&self, what: &str, attempt: impl FnMut() -> Result<T, E>) -> T {
        match self.tries(attempt) {
            Ok(found) => found,
            Err(why) => self.gives_up(&format!("{what}: {why}")),
        }
    }

    /// Waits until something holds.
    #[track_caller]
    pub fn waits_until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        self.until("waited", || if holds() { Ok(()) } else { Err(format!("not yet: {what}")) });
    }

    /// Fails the journey.
    #[track_caller]
    pub fn gives_up(&self, why: &str) -> ! {
        panic!("{why}\n{}", on_screen(&self.browser));
    }

    /// Takes what a browser answered, or fails the journey.
    #[track_caller]
    fn must<T>(&self, answer: Result<T, Error>) -> T {
        match answer {
            Ok(answer) => answer,
            Err(error) => self.gives_up(&error.to_string()),
        }
    }

    /// Finds the one thing with this role and name, waiting for it.
    #[track_caller]
    pub fn finds(&self, role: Role, name: &str) -> Element {
        self.finds_within(None, role, name)
    }

    /// Finds the one thing with this role and name in the group of this name.
    #[track_caller]
    pub fn finds_in(&self, group: &str, role: Role, name: &str) -> Element {
        self.finds_within(Some(group), role, name)
    }

    #[track_caller]
    fn finds_within(&self, group: Option<&str>, role: Role, name: &str) -> Element {
        let thing = Thing { role, name };
        self.until(&format!("looked for the {thing}"), || {
            // The group is found anew each time: it may be drawn anew.
            let group = group.map(|name| self.the_one(Thing { role: Role::Group, name }, None));
            self.the_one(thing, group.transpose()?.as_ref())
        })
    }

    /// Finds what has neither a role nor a name, the first that fits a selector.
    #[track_caller]
    pub fn finds_drawn(&self, selector: &str) -> Element {
        let script = "return Array.from(document.querySelectorAll(arguments[0])).slice(0, 1)";
        self.until(&format!("looked for “{selector}”"), || {
            let found = self.browser.elements(script, vec![json!(selector)]);
            let found = found.map_err(|error| error.to_string())?.pop();
            found.ok_or_else(|| "there is none".to_owned())
        })
    }

    /// The one such thing that is on the screen now.
    fn the_one(&self, thing: Thing<'_>, inside: Option<&Element>) -> Result<Element, String> {
        let found = thing.find_in(&self.browser, inside).map_err(|error| error.to_string())?;
        let count = found.len();
        let one = found.into_iter().next().filter(|_| count == 1);
        one.ok_or_else(|| format!("there are {count} of the {thing}"))
    }

    /// How many things with this role and name are on the screen now.
    #[track_caller]
    pub fn counts(&self, role: Role, name: &str) -> usize {
        let thing = Thing { role, name };
        self.until(&format!("counted the {thing}"), || thing.find_in(&self.browser, None)).len()
    }
}
