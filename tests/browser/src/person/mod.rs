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
use std::{
    cell::RefCell,
    thread::sleep,
    time::{Duration, Instant},
};

/// How long a person waits for something to appear.
const PATIENCE: Duration = Duration::from_secs(8);
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
        match watch::seen(&self.browser) {
            Ok(seen) => self.seen.borrow_mut().extend(seen),
            Err(Error::Closed) => {}
            Err(error) => self.seen.borrow_mut().push(format!("the page was not seen: {error}")),
        }
    }

    /// Tries until it works; gives up with what went wrong last.
    #[track_caller]
    fn until<T>(&self, what: &str, mut attempt: impl FnMut() -> Result<T, String>) -> T {
        let start = Instant::now();
        loop {
            match attempt() {
                Ok(found) => return found,
                Err(why) if start.elapsed() > PATIENCE || self.browser.left().is_zero() => {
                    self.gives_up(&format!("{what}: {why}"));
                }
                Err(_) => sleep(LOOKS_EVERY),
            }
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
        let group = self.finds(Role::Group, group);
        self.finds_within(Some(&group), role, name)
    }

    #[track_caller]
    fn finds_within(&self, inside: Option<&Element>, role: Role, name: &str) -> Element {
        let thing = Thing { role, name };
        self.until(&format!("looked for the {thing}"), || {
            let mut found =
                thing.find_in(&self.browser, inside).map_err(|error| error.to_string())?;
            match found.len() {
                1 => Ok(found.remove(0)),
                0 => Err("there is none".to_owned()),
                count => Err(format!("there are {count}")),
            }
        })
    }

    /// How many things with this role and name are on the screen now.
    #[track_caller]
    pub fn counts(&self, role: Role, name: &str) -> usize {
        self.must(Thing { role, name }.find_in(&self.browser, None)).len()
    }
}
