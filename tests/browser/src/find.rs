//! Things on the screen, found by role and accessible name. A script in the
//! page narrows down what could be meant; the engine itself then says what
//! role and name each has, as it says them to a screen reader.

use crate::{browser::Browser, error::Error};
use fantoccini::elements::Element;
use serde_json::json;
use std::fmt;
use xtask::browsers::Engine;

/// The roles that the journeys ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something to press.
    Button,
    /// Something that leads elsewhere.
    Link,
    /// A heading of any level.
    Heading,
    /// A field for words.
    Textbox,
    /// One of a few.
    Radio,
    /// On or off.
    Checkbox,
    /// A value between two ends.
    Slider,
    /// A list that opens.
    Combobox,
    /// A group with a name, such as a set of radio buttons.
    Group,
    /// Something beside the text.
    Complementary,
}

impl Role {
    /// What can have this role.
    fn selector(self) -> &'static str {
        match self {
            Role::Button => {
                "button, summary, [role=button], input[type=button], input[type=submit]"
            }
            Role::Link => "a[href], [role=link]",
            Role::Heading => "h1, h2, h3, h4, h5, h6, [role=heading]",
            Role::Textbox => {
                "textarea, input:not([type]), input[type=text], input[type=date], \
                 input[type=password], [role=textbox]"
            }
            Role::Radio => "input[type=radio], [role=radio]",
            Role::Checkbox => "input[type=checkbox], [role=checkbox], [role=switch]",
            Role::Slider => "input[type=range], [role=slider]",
            Role::Combobox => "select, [role=combobox]",
            Role::Group => "fieldset, [role=group], [role=radiogroup]",
            Role::Complementary => "aside, [role=complementary]",
        }
    }

    /// Whether what an engine calls it is this role. The names differ a little,
    /// and some have none for what opens a part of the text.
    fn is(self, name: &str) -> bool {
        match self {
            Role::Button => matches!(name, "button" | "DisclosureTriangle" | ""),
            Role::Link => name == "link",
            Role::Heading => name == "heading",
            // No standard gives a role to a field for a date.
            Role::Textbox => matches!(name, "textbox" | "Date" | ""),
            Role::Radio => name == "radio",
            Role::Checkbox => matches!(name, "checkbox" | "switch"),
            Role::Slider => name == "slider",
            Role::Combobox => matches!(name, "combobox" | "listbox" | "button"),
            Role::Group => matches!(name, "group" | "radiogroup"),
            Role::Complementary => name == "complementary",
        }
    }

    /// Whether it holds a value, which WebKit adds to its name where the label
    /// stands around it.
    fn has_value(self) -> bool {
        matches!(self, Role::Textbox | Role::Slider | Role::Combobox)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", format!("{self:?}").to_lowercase())
    }
}

/// Elements on the screen that match a selector, those first whose name could
/// hold the wanted text. Names are made of these texts, never of others.
const CANDIDATES: &str = r"
const [selector, wanted, inside] = arguments;
const squeeze = (text) => (text || '').replace(/\s+/g, '');
const want = squeeze(wanted);
const byIds = (ids) => (ids || '').split(/\s+/).filter(Boolean)
  .map((id) => document.getElementById(id)?.textContent || '').join(' ');
const texts = (e) => [
  e.getAttribute('aria-label'), byIds(e.getAttribute('aria-labelledby')),
  ...Array.from(e.labels || [], (label) => label.textContent),
  e.querySelector(':scope > legend')?.textContent,
  e.title, e.alt, e.placeholder, /button|submit/.test(e.type) ? e.value : '',
  e.tagName === 'SELECT' || e.tagName === 'ASIDE' ? '' : e.textContent,
];
const isShown = (e) => e.checkVisibility({ visibilityProperty: true })
  && e.getClientRects().length > 0 && !e.closest('[inert]');
return Array.from((inside || document).querySelectorAll(selector))
  .filter((e) => isShown(e) && texts(e).some((text) => squeeze(text).includes(want)));
";

/// Something to find.
#[derive(Clone, Copy, Debug)]
pub struct Thing<'a> {
    /// Its role.
    pub role: Role,
    /// Its name, or how its name begins where this ends in `…`.
    pub name: &'a str,
}

impl Thing<'_> {
    fn is_named(&self, name: &str, engine: Engine) -> bool {
        match self.name.strip_suffix('…') {
            Some(beginning) => name.starts_with(beginning),
            None if engine == Engine::WebKit && self.role.has_value() => {
                let rest = name.strip_prefix(self.name);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            }
            None => name == self.name,
        }
    }

    /// Whether an element is one of these.
    pub fn is(&self, browser: &Browser, element: &Element) -> Result<bool, Error> {
        let name = browser.name(element)?;
        Ok(self.is_named(&name, browser.engine()) && self.role.is(&browser.role(element)?))
    }

    /// All of these that are on the screen now, within an element or anywhere.
    pub fn find_in(
        &self,
        browser: &Browser,
        inside: Option<&Element>,
    ) -> Result<Vec<Element>, Error> {
        let wanted = self.name.trim_end_matches('…');
        let inside = inside.map_or(json!(null), |element| json!(element));
        let arguments = vec![json!(self.role.selector()), json!(wanted), inside];
        let mut found = Vec::new();
        for element in browser.elements(CANDIDATES, arguments)? {
            if self.is(browser, &element)? {
                found.push(element);
            }
        }
        Ok(found)
    }
}

impl fmt::Display for Thing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} “{}”", self.role, self.name)
    }
}

const SHOWN_AT_MOST: usize = 90;

/// Everything with a role that is on the screen, a line each, for messages.
pub fn on_screen(browser: &Browser) -> String {
    const ALL: [Role; 10] = [
        Role::Heading,
        Role::Link,
        Role::Button,
        Role::Textbox,
        Role::Radio,
        Role::Checkbox,
        Role::Slider,
        Role::Combobox,
        Role::Group,
        Role::Complementary,
    ];
    let selector = ALL.map(Role::selector).join(", ");
    let mut lines = vec![format!("on the screen at {}:", browser.address().unwrap_or_default())];
    let found = browser.elements(CANDIDATES, vec![json!(selector), json!(""), json!(null)]);
    let found = found.unwrap_or_default();
    for element in found.iter().take(SHOWN_AT_MOST) {
        if let (Ok(role), Ok(name)) = (browser.role(element), browser.name(element)) {
            lines.push(format!("  {role} “{name}”"));
        }
    }
    if found.len() > SHOWN_AT_MOST {
        lines.push(format!("  and {} more", found.len() - SHOWN_AT_MOST));
    }
    lines.join("\n")
}
