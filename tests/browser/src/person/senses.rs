//! What a person sees.

use super::Person;
use crate::{
    error::Error,
    find::{Role, Thing},
    watch,
};
use serde_json::{Value, json};
use std::{cell::RefCell, fs};

impl Person {
    /// Waits until the program is up, or the page says why it is not.
    #[track_caller]
    pub(super) fn waits_for_the_page(&self) {
        // Until its head is read, the page does not say that it is starting.
        let script = "return document.readyState === 'loading' ? 'starting'
            : document.documentElement.getAttribute('data-state') || ''";
        self.until("waited for the page", || {
            let state = self.browser.script(script, vec![]).map_err(|error| error.to_string())?;
            match state.as_str() {
                Some("starting") => Err("it is still starting".to_owned()),
                _ => Ok(()),
            }
        });
        self.until("began to watch the page", || watch::begin(&self.browser));
    }

    /// What a script in the page returns. One that fails is run again: what it
    /// needs is not drawn yet, or the page is being left.
    #[track_caller]
    pub fn asks(&self, script: &str, arguments: &[Value]) -> Value {
        self.until("asked the page", || self.browser.script(script, arguments.to_vec()))
    }

    /// Waits until a script in the page returns this.
    #[track_caller]
    pub fn waits_for(&self, what: &str, script: &str, wanted: &Value) {
        self.until(&format!("waited for {what}"), || match self.asks(script, &[]) {
            told if told == *wanted => Ok(()),
            told => Err(format!("it is {told}, not {wanted}")),
        });
    }

    /// Sees a heading.
    #[track_caller]
    pub fn sees_heading(&self, name: &str) {
        self.finds_any(Role::Heading, name);
    }

    /// Sees at least one thing with this role and name.
    #[track_caller]
    pub fn finds_any(&self, role: Role, name: &str) {
        let thing = Thing { role, name };
        self.until(&format!("looked for a {thing}"), || {
            let found = thing.find_in(&self.browser, None).map_err(|error| error.to_string())?;
            if found.is_empty() { Err("there is none".to_owned()) } else { Ok(()) }
        });
    }

    /// Sees so many things with this role and name.
    #[track_caller]
    pub fn sees_so_many(&self, count: usize, role: Role, name: &str) {
        let thing = Thing { role, name };
        self.until(&format!("looked for {count} of the {thing}"), || {
            match self.counts(role, name) {
                found if found == count => Ok(()),
                found => Err(format!("there are {found}")),
            }
        });
    }

    /// Sees that there are none of these, or waits until they are gone.
    #[track_caller]
    pub fn sees_no(&self, role: Role, name: &str) {
        self.until(&format!("hoped for no {role} “{name}”"), || {
            let thing = Thing { role, name };
            let found = thing.find_in(&self.browser, None).map_err(|error| error.to_string())?;
            if found.is_empty() { Ok(()) } else { Err(format!("there are {}", found.len())) }
        });
    }

    /// All that the screen says, as it is laid out.
    #[track_caller]
    pub fn reads_text(&self) -> String {
        let script = "return document.body ? document.body.innerText : ''";
        self.asks(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Sees these words somewhere on the screen.
    #[track_caller]
    pub fn sees_text(&self, words: &str) {
        self.until(&format!("looked for the words “{words}”"), || {
            let text = self.reads_text();
            if squeezed(&text).contains(&squeezed(words)) {
                Ok(())
            } else {
                Err(format!("they are not in:\n{text}"))
            }
        });
    }

    /// Sees these words nowhere on the screen.
    #[track_caller]
    pub fn sees_no_text(&self, words: &str) {
        self.until(&format!("hoped not to see the words “{words}”"), || {
            let text = self.reads_text();
            if squeezed(&text).contains(&squeezed(words)) {
                Err(format!("they are in:\n{text}"))
            } else {
                Ok(())
            }
        });
    }

    /// What stands in a field.
    #[track_caller]
    pub fn reads_field(&self, name: &str) -> String {
        self.until(&format!("read “{name}”"), || self.held_by(name))
    }

    fn held_by(&self, field: &str) -> Result<String, String> {
        let field = self.the_one(Thing { role: Role::Textbox, name: field }, None)?;
        self.browser.property(&field, "value").map_err(|error| error.to_string())
    }

    /// Sees that a field comes to hold these words.
    #[track_caller]
    pub fn sees_in_field(&self, name: &str, words: &str) {
        self.until(&format!("looked for “{words}” in “{name}”"), || {
            let held = self.held_by(name)?;
            if held == words { Ok(()) } else { Err(format!("it holds “{held}”")) }
        });
    }

    /// What a file holds that was saved from the page.
    #[track_caller]
    pub fn reads_download(&self, name: &str) -> String {
        let path = self.browser.profile().downloads().join(name);
        let before = RefCell::new(String::new());
        self.until(&format!("waited for the file {name}"), || {
            let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
            // It is whole once it grows no more.
            let whole = !text.is_empty() && before.replace(text.clone()) == text;
            whole.then_some(text).ok_or_else(|| "it is still written".to_owned())
        })
    }

    /// Where a link leads.
    #[track_caller]
    pub fn reads_address_of(&self, link: &str) -> String {
        let thing = Thing { role: Role::Link, name: link };
        let script = "return arguments[0].getAttribute('href')";
        let address = self.until(&format!("read the address of the {thing}"), || {
            let link = self.the_one(thing, None)?;
            self.browser.script(script, vec![json!(link)]).map_err(|error| error.to_string())
        });
        address.as_str().unwrap_or_default().to_owned()
    }

    /// Sees that the address of the page comes to be this one.
    #[track_caller]
    pub fn sees_address(&self, address: &str) {
        self.sees_that("the address", address, || self.browser.address());
    }

    /// Sees that the title of the page comes to be this one.
    #[track_caller]
    pub fn sees_title(&self, title: &str) {
        self.sees_that("the title", title, || self.browser.title());
    }

    #[track_caller]
    fn sees_that(&self, what: &str, wanted: &str, look: impl Fn() -> Result<String, Error>) {
        self.until(&format!("looked for “{wanted}” as {what}"), || match look() {
            Ok(found) if found == wanted => Ok(()),
            Ok(found) => Err(format!("it is “{found}”")),
            Err(error) => Err(error.to_string()),
        });
    }

    /// What has the focus, as its role and name, for messages.
    pub(super) fn focus(&self) -> String {
        let said = || {
            let element = self.browser.focused()?;
            let (role, name) = (self.browser.role(&element)?, self.browser.name(&element)?);
            let end = name.char_indices().nth(40).map_or(name.len(), |(at, _)| at);
            Ok(format!("{role} “{}”", &name[..end]))
        };
        said().unwrap_or_else(|error: Error| format!("something that is gone ({error})"))
    }

    fn focus_is_on(&self, thing: Thing<'_>) -> Result<bool, Error> {
        let script = "const e = document.activeElement;
            return e && e !== document.body ? [e] : []";
        match self.browser.elements(script, vec![])?.first() {
            Some(focused) => thing.is(&self.browser, focused),
            None => Ok(false),
        }
    }

    /// Whether the focus is on something of this role and name now.
    #[track_caller]
    pub fn has_focus(&self, role: Role, name: &str) -> bool {
        let thing = Thing { role, name };
        self.until("looked for the focus", || self.focus_is_on(thing))
    }

    /// Sees the focus come to something of this role and name.
    #[track_caller]
    pub fn sees_focus(&self, role: Role, name: &str) {
        let thing = Thing { role, name };
        self.until(&format!("looked for the focus on the {thing}"), || {
            match self.focus_is_on(thing) {
                Ok(true) => Ok(()),
                Ok(false) => Err(format!("it is on {}", self.focus())),
                Err(error) => Err(error.to_string()),
            }
        });
    }

    /// Sees a button come to be pressed, a radio taken, a box ticked.
    #[track_caller]
    pub fn sees_on(&self, role: Role, name: &str) {
        self.sees_switched(true, role, name);
    }

    /// Sees that it is not, or comes not to be any more.
    #[track_caller]
    pub fn sees_off(&self, role: Role, name: &str) {
        self.sees_switched(false, role, name);
    }

    #[track_caller]
    fn sees_switched(&self, wanted: bool, role: Role, name: &str) {
        let thing = Thing { role, name };
        let script = "const e = arguments[0];
            return e.checked === true || e.getAttribute('aria-pressed') === 'true'
              || e.getAttribute('aria-expanded') === 'true'
              || e.getAttribute('aria-checked') === 'true'";
        self.until(&format!("looked whether the {thing} is on"), || {
            let element = self.the_one(thing, None)?;
            let on = self.browser.script(script, vec![json!(element)]);
            let on = on.map_err(|error| error.to_string())? == json!(true);
            if on == wanted { Ok(()) } else { Err(format!("that is {on}")) }
        });
    }
}

/// Without white space, which engines lay out each in their own way.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
