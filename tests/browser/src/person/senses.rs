//! What a person sees.

use super::Person;
use crate::{
    find::{Role, Thing},
    watch,
};
use serde_json::json;
use std::fs;

impl Person {
    /// Waits until the program is up, or the page says why it is not.
    #[track_caller]
    pub(super) fn waits_for_the_page(&self) {
        let script = "return document.documentElement.getAttribute('data-state') || ''";
        self.until("waited for the page", || {
            let state = self.browser.script(script, vec![]).map_err(|error| error.to_string())?;
            match state.as_str() {
                Some("starting") => Err("it is still starting".to_owned()),
                _ => Ok(()),
            }
        });
        self.must(watch::begin(&self.browser));
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

    /// Sees none of these, and sees none come.
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
        let text = self.must(self.browser.script(script, vec![]));
        text.as_str().unwrap_or_default().to_owned()
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
        let field = self.finds(Role::Textbox, name);
        self.must(self.browser.property(&field, "value"))
    }

    /// Sees that a field comes to hold these words.
    #[track_caller]
    pub fn sees_in_field(&self, name: &str, words: &str) {
        self.until(&format!("looked for “{words}” in “{name}”"), || {
            let held = self.reads_field(name);
            if held == words { Ok(()) } else { Err(format!("it holds “{held}”")) }
        });
    }

    /// What a file holds that was saved from the page.
    #[track_caller]
    pub fn reads_download(&self, name: &str) -> String {
        let path = self.browser.profile().downloads().join(name);
        self.until(&format!("waited for the file {name}"), || match fs::read_to_string(&path) {
            Ok(text) if !text.is_empty() => Ok(text),
            Ok(_) => Err("it is empty".to_owned()),
            Err(error) => Err(error.to_string()),
        })
    }

    /// Where a link leads.
    #[track_caller]
    pub fn reads_address_of(&self, link: &str) -> String {
        let link = self.finds(Role::Link, link);
        let script = "return arguments[0].getAttribute('href')";
        let address = self.must(self.browser.script(script, vec![json!(link)]));
        address.as_str().unwrap_or_default().to_owned()
    }

    /// The address of the page.
    #[track_caller]
    pub fn reads_address(&self) -> String {
        self.must(self.browser.address())
    }

    /// The title of the page.
    #[track_caller]
    pub fn reads_title(&self) -> String {
        self.must(self.browser.title())
    }

    /// What has the focus, as its role and name.
    #[track_caller]
    pub fn focus(&self) -> String {
        let element = self.must(self.browser.focused());
        let role = self.must(self.browser.role(&element));
        let name = self.must(self.browser.name(&element));
        let end = name.char_indices().nth(40).map_or(name.len(), |(at, _)| at);
        format!("{role} “{}”", &name[..end])
    }

    /// Whether the focus is on something of this role and name.
    #[track_caller]
    pub fn has_focus(&self, role: Role, name: &str) -> bool {
        let script = "const e = document.activeElement;
            return e && e !== document.body ? [e] : []";
        let focused = self.must(self.browser.elements(script, vec![]));
        let thing = Thing { role, name };
        focused.iter().any(|element| self.must(thing.is(&self.browser, element)))
    }

    /// Whether a button is pressed, a radio taken, a box ticked.
    #[track_caller]
    pub fn is_on(&self, role: Role, name: &str) -> bool {
        let element = self.finds(role, name);
        let script = "const e = arguments[0];
            return e.checked === true || e.getAttribute('aria-pressed') === 'true'
              || e.getAttribute('aria-expanded') === 'true'
              || e.getAttribute('aria-checked') === 'true'";
        self.must(self.browser.script(script, vec![json!(element)])) == json!(true)
    }
}

/// Without white space, which engines lay out each in their own way.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
