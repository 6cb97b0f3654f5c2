//! What a person does.

use super::Person;
use crate::{
    browser::{Tab, key},
    error::Error,
    find::{Role, Thing},
};
use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
};
use serde_json::{Value, json};
use std::{path::Path, thread::sleep, time::Duration};

const TO_THE_MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";

/// Whether the focus has moved since this was asked last, or has left the page.
const FOCUS_MOVED: &str = "const before = window.freshetFocus;
    const had = window.freshetHadFocus;
    window.freshetFocus = document.activeElement;
    window.freshetHadFocus = document.hasFocus();
    return before !== document.activeElement || had === true && !document.hasFocus()";

/// Goes to a hash, and notes when what that leads to is done: the page takes
/// the focus and scrolls a timer later than the event of the new hash.
const GOES: &str = "const before = location.href;
    window.freshetArrived = false;
    const arrives = () => { window.freshetArrived = true; };
    addEventListener('hashchange', () => setTimeout(arrives), { once: true });
    location.hash = arguments[0];
    if (location.href === before) arrives();";

impl Person {
    /// Opens an address and waits until the program, or what stands in for it,
    /// is there.
    #[track_caller]
    pub fn opens(&self, address: &str) {
        self.looks_back();
        self.must(self.browser.goto(address));
        self.waits_for_the_page();
    }

    /// Goes to a place within the page, as a link to it would.
    #[track_caller]
    pub fn goes_to(&self, hash: &str) {
        self.must(self.browser.script(GOES, vec![json!(hash)]));
        self.waits_until(&format!("the page is at {hash}"), || {
            self.asks("return window.freshetArrived === true", &[]) == json!(true)
        });
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reloads(&self) {
        self.reloads_after("", vec![]);
    }

    /// Runs a script and loads the page again, with no moment in between in
    /// which the page could do anything.
    #[track_caller]
    pub fn reloads_after(&self, script: &str, arguments: Vec<Value>) {
        self.looks_back();
        // As people do it: a driver's own way may pass by what the page keeps.
        let script = format!("{script}\nwindow.freshetBefore = true; location.reload()");
        self.must(self.browser.script(&script, arguments));
        self.until("waited for the page to load again", || {
            let script = "return window.freshetBefore === true";
            match self.browser.script(script, vec![]) {
                Ok(Value::Bool(false)) => Ok(()),
                Ok(_) => Err("it has not begun to".to_owned()),
                Err(error) => Err(error.to_string()),
            }
        });
        self.waits_for_the_page();
    }

    /// Goes back one place.
    #[track_caller]
    pub fn goes_back(&self) {
        self.must(self.browser.back());
    }

    /// Closes the browser as people do.
    pub fn closes_the_browser(&mut self) {
        self.looks_back();
        self.browser.close();
    }

    /// Closes the window and opens a new one, in the browser as it runs.
    #[track_caller]
    pub fn closes_the_window_for_a_new_one(&self) {
        self.looks_back();
        self.must(self.browser.change_window());
    }

    /// Has the browser end by force, at this very moment.
    #[track_caller]
    pub fn has_it_killed(&mut self) {
        let killed = self.browser.kill();
        self.must(killed);
    }

    /// The tab that they sit at.
    #[track_caller]
    pub fn tab(&self) -> Tab {
        self.must(self.browser.tab())
    }

    /// Opens another tab, at this address.
    #[track_caller]
    pub fn opens_in_a_tab(&self, address: &str) -> Tab {
        self.looks_back();
        let tab = self.must(self.browser.open_tab());
        self.opens(address);
        tab
    }

    /// Goes on in another tab.
    #[track_caller]
    pub fn turns_to(&self, tab: &Tab) {
        self.must(self.browser.switch_to(tab));
    }

    /// Opens the browser again, with all it kept.
    #[track_caller]
    pub fn opens_the_browser(&mut self) {
        let opened = self.browser.open();
        self.must(opened);
    }

    /// Clicks once there is nothing in the way.
    #[track_caller]
    pub(super) fn clicks(&self, what: &str, find: impl Fn() -> Element) {
        self.does(&format!("clicked {what}"), find, |element| match self.browser.click(element) {
            // Firefox's driver finds no place of a group of drawn shapes.
            Err(error) if error.to_string().contains("could not be scrolled into view") => {
                self.taps_at(element, 0.5, 0.5);
                Ok(())
            }
            clicked => clicked,
        });
    }

    /// Types into something.
    #[track_caller]
    fn types_into(&self, what: &str, find: impl Fn() -> Element, words: &str) {
        self.does(&format!("typed into {what}"), find, |element| {
            self.browser.type_into(element, words)
        });
    }

    /// Does something with a thing. What cannot be done yet, since something is
    /// in the way or the thing was drawn anew, is tried again; what was done is
    /// never done twice.
    #[track_caller]
    fn does(
        &self,
        what: &str,
        find: impl Fn() -> Element,
        act: impl Fn(&Element) -> Result<(), Error>,
    ) {
        const NOT_YET: [&str; 4] = [
            "element click intercepted",
            "element not interactable",
            "no such element",
            "stale element reference",
        ];
        self.until(what, || {
            let element = find();
            let done = act(&element);
            match &done {
                Err(error) if NOT_YET.iter().any(|word| error.is(word)) => {
                    // Something that stands still may lie over it: it is
                    // scrolled to where it can be seen.
                    let _ = self.browser.script(TO_THE_MIDDLE, vec![json!(element)]);
                }
                Err(error) => self.gives_up(&format!("{what}: {error}")),
                Ok(()) => {}
            }
            done
        });
    }

    /// Presses a button.
    #[track_caller]
    pub fn presses_button(&self, name: &str) {
        self.clicks(name, || self.finds(Role::Button, name));
    }

    /// Presses a button in the group of this name.
    #[track_caller]
    pub fn presses_button_in(&self, group: &str, name: &str) {
        self.clicks(name, || self.finds_in(group, Role::Button, name));
    }

    /// Follows a link.
    #[track_caller]
    pub fn follows_link(&self, name: &str) {
        self.clicks(name, || self.finds(Role::Link, name));
    }

    /// Writes at the end of a field.
    #[track_caller]
    pub fn writes(&self, field: &str, words: &str) {
        self.types_into(field, || self.finds(Role::Textbox, field), words);
    }

    /// Empties a field by keys, as people do.
    #[track_caller]
    pub fn empties(&self, field: &str) {
        self.clicks(field, || self.finds(Role::Textbox, field));
        self.presses_keys_together(&["Control", "a"]);
        self.presses_key("Delete");
    }

    /// Takes one of a few.
    #[track_caller]
    pub fn picks_radio(&self, group: &str, option: &str) {
        self.clicks(option, || self.finds_in(group, Role::Radio, option));
    }

    /// Switches a box on or off.
    #[track_caller]
    pub fn ticks(&self, name: &str) {
        self.clicks(name, || self.finds(Role::Checkbox, name));
    }

    /// Switches a box in the group of this name on or off.
    #[track_caller]
    pub fn ticks_in(&self, group: &str, name: &str) {
        self.clicks(name, || self.finds_in(group, Role::Checkbox, name));
    }

    /// Chooses a file in a field for one, found by its label.
    #[track_caller]
    pub fn chooses_file(&self, label: &str, path: &Path) {
        let script = "return Array.from(document.querySelectorAll('input[type=file]'))
            .filter((field) => Array.from(field.labels)
              .some((label) => label.textContent.trim() === arguments[0]))";
        let find = || {
            self.until(&format!("looked for the field “{label}”"), || {
                let found = self.browser.elements(script, vec![json!(label)]);
                found.map_err(|error| error.to_string())?.pop().ok_or("there is none".to_owned())
            })
        };
        self.types_into(label, find, &path.to_string_lossy());
    }

    /// Takes one of a list that opens.
    #[track_caller]
    pub fn chooses(&self, list: &str, option: &str) {
        let script = "return Array.from(arguments[0].options)
            .filter((option) => option.textContent.trim() === arguments[1])";
        self.clicks(option, || {
            // What it offers may come later than the list itself.
            self.until(&format!("looked for “{option}” in “{list}”"), || {
                let list = self.the_one(Thing { role: Role::Combobox, name: list }, None)?;
                let found = self.browser.elements(script, vec![json!(list), json!(option)]);
                found.map_err(|error| error.to_string())?.pop().ok_or("there is none".to_owned())
            })
        });
    }

    /// Moves a slider by keys: all the way to its low end, then so many steps.
    #[track_caller]
    pub fn moves_slider(&self, name: &str, steps: usize) {
        let keys: String =
            std::iter::once(key("Home")).chain((0..steps).map(|_| key("ArrowRight"))).collect();
        self.types_into(name, || self.finds(Role::Slider, name), &keys);
    }

    /// Taps on an element, so far across and down it, from 0 to 1.
    #[track_caller]
    pub fn taps_at(&self, element: &Element, across: f64, down: f64) {
        self.must(self.browser.script(TO_THE_MIDDLE, vec![json!(element)]));
        let script = "const box = arguments[0].getBoundingClientRect();
            return [box.left, box.top, box.width, box.height]";
        let place = self.must(self.browser.script(script, vec![json!(element)]));
        let at = |at: usize| place[at].as_f64().unwrap_or_default();
        let (x, y) = (at(0) + at(2) * across, at(1) + at(3) * down);
        let tap = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x: x.round(), y: y.round() })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.must(self.browser.act(tap));
    }

    /// Presses a key, wherever the focus is.
    #[track_caller]
    pub fn presses_key(&self, name: &str) {
        self.presses_key_times(name, 1);
    }

    /// Presses a key several times, as fast as hands can.
    #[track_caller]
    pub fn presses_key_times(&self, name: &str, times: usize) {
        let value = key(name);
        let press = |keys: KeyActions, _| {
            keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        };
        let keys = (0..times).fold(KeyActions::new("keyboard".to_owned()), press);
        self.must(self.browser.act(keys));
    }

    /// Holds all keys but the last down, and presses that.
    #[track_caller]
    pub fn presses_keys_together(&self, names: &[&str]) {
        let values: Vec<char> = names.iter().map(|name| key(name)).collect();
        let down = |keys: KeyActions, value: &char| keys.then(KeyAction::Down { value: *value });
        let up = |keys: KeyActions, value: &char| keys.then(KeyAction::Up { value: *value });
        let keys = values.iter().fold(KeyActions::new("keyboard".to_owned()), down);
        let keys = values.iter().rev().fold(keys, up);
        self.must(self.browser.act(keys));
    }

    /// Types where the focus is.
    #[track_caller]
    pub fn types(&self, words: &str) {
        let focused = || self.until("looked for the focus", || self.browser.focused());
        self.types_into("what has the focus", focused, words);
    }

    /// Goes on by Tab until the focus is on something of this role and name.
    #[track_caller]
    pub fn tabs_to(&self, role: Role, name: &str) {
        const AT_MOST: usize = 400;
        // It must be there first; what is waited for may not be drawn yet.
        self.finds_any(role, name);
        let mut passed = Vec::new();
        for _ in 0..AT_MOST {
            if self.has_focus(role, name) {
                return;
            }
            self.tabs_on();
            passed.push(self.focus());
        }
        passed.truncate(40);
        self.gives_up(&format!("no Tab led to the {role} “{name}”, but by {}", passed.join(", ")));
    }

    /// Presses Tab, and waits for the focus to move, which some engines do a
    /// little later.
    #[track_caller]
    fn tabs_on(&self) {
        const LOOKS: u8 = 50;
        self.asks(FOCUS_MOVED, &[]);
        self.presses_key("Tab");
        for _ in 0..LOOKS {
            if self.asks(FOCUS_MOVED, &[]) == json!(true) {
                break;
            }
            sleep(Duration::from_millis(20));
        }
        // After the last thing on the page come those of the browser's own
        // window, from which a person tabs back to the page.
        let stays = self.asks("return document.hasFocus()", &[]);
        if stays != json!(true) {
            self.must(self.browser.focus_page());
        }
    }

    /// Presses a button by the keyboard alone.
    #[track_caller]
    pub fn tabs_and_presses(&self, name: &str) {
        self.tabs_to(Role::Button, name);
        self.presses_key("Enter");
    }

    /// Follows a link by the keyboard alone.
    #[track_caller]
    pub fn tabs_and_follows(&self, name: &str) {
        self.tabs_to(Role::Link, name);
        self.presses_key("Enter");
    }

    /// Waits, where time itself is what matters.
    pub fn waits(&self, time: Duration) {
        sleep(time.min(self.browser.left()));
    }
}
