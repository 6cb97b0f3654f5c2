//! A browser of a person's own: started, closed, and opened again with all it
//! kept. Its calls block, so that what uses it reads from top to bottom.

mod tabs;

pub use tabs::Tab;

use crate::{command::Command, driver::Driver, error::Error, profile::Profile};
use fantoccini::{
    Client, ClientBuilder,
    actions::Actions,
    elements::{Element, ElementRef},
    error::CmdError,
    key::Key,
    wd::PrintConfiguration,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use xtask::browsers::Engine;

/// Long, for a busy machine: what goes well never waits for it.
pub(crate) const ANSWERS_WITHIN: Duration = Duration::from_secs(90);
const STARTS_WITHIN: Duration = Duration::from_secs(180);
const CLOSES_WITHIN: Duration = Duration::from_secs(45);

/// A browser, open or closed.
#[derive(Debug)]
pub struct Browser {
    // Dropped in this order: the session first, what it wrote last.
    client: Option<Client>,
    runtime: Runtime,
    driver: Driver,
    profile: Profile,
    until: Instant,
}

impl Browser {
    /// Starts a browser with a profile.
    pub fn start(profile: Profile) -> Result<Browser, Error> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(Error::system("start a runtime"))?;
        let driver = Driver::start(&profile)?;
        let until = Instant::now() + STARTS_WITHIN;
        let mut browser = Browser { client: None, runtime, driver, profile, until };
        browser.open()?;
        Ok(browser)
    }

    /// Opens it, with everything it kept from the last time.
    pub fn open(&mut self) -> Result<(), Error> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(self.profile.capabilities());
        let address = self.driver.address();
        let client = self.runtime.block_on(async {
            tokio::time::timeout(ANSWERS_WITHIN, builder.connect(&address)).await
        });
        let client = client.map_err(|_| Error::Silent(ANSWERS_WITHIN))?.map_err(Error::Session)?;
        self.client = Some(client);
        Ok(())
    }

    /// Closes it as a person does, so that it may write what it has to.
    pub fn close(&mut self) {
        if let Some(client) = self.client.take() {
            // A browser that does not close is ended with its driver.
            let _ = self
                .runtime
                .block_on(async { tokio::time::timeout(CLOSES_WITHIN, client.close()).await });
        }
    }

    /// Ends it by force, at once, as a lost battery does: whatever it had not
    /// written to the disk is gone.
    pub fn kill(&mut self) -> Result<(), Error> {
        self.driver.kill();
        self.client = None;
        self.driver = Driver::start(&self.profile)?;
        Ok(())
    }

    /// Its engine.
    pub fn engine(&self) -> Engine {
        self.profile.engine()
    }

    /// Its profile.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// From now on, every call fails that comes after this time.
    pub fn limit(&mut self, until: Instant) {
        self.until = until;
    }

    /// The time that is left.
    pub fn left(&self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }

    fn ask<T>(
        &self,
        question: impl AsyncFnOnce(&Client) -> Result<T, CmdError>,
    ) -> Result<T, Error> {
        let client = self.client.as_ref().ok_or(Error::Closed)?;
        let left = self.left();
        if left.is_zero() {
            return Err(Error::Late);
        }
        let limit = left.min(ANSWERS_WITHIN);
        let answer = async { tokio::time::timeout(limit, question(client)).await };
        match self.runtime.block_on(answer) {
            Ok(answer) => answer.map_err(Error::Command),
            Err(_) if limit < ANSWERS_WITHIN => Err(Error::Late),
            Err(_) => Err(Error::Silent(limit)),
        }
    }

    /// Goes to an address.
    pub fn goto(&self, address: &str) -> Result<(), Error> {
        self.ask(async |client| client.goto(address).await)
    }

    /// Goes back one place in the history.
    pub fn back(&self) -> Result<(), Error> {
        self.ask(async |client| client.back().await)
    }

    /// Opens a new window and closes the one that was there.
    pub fn change_window(&self) -> Result<(), Error> {
        self.ask(async |client| {
            let new = client.new_window(false).await?.handle;
            client.close_window().await?;
            client.switch_to_window(new).await
        })
    }

    /// Gives the page the focus that the browser's own window had.
    pub fn focus_page(&self) -> Result<(), Error> {
        self.ask(async |client| {
            let here = client.window().await?;
            client.switch_to_window(here).await
        })
    }

    /// The address as the browser shows it.
    pub fn address(&self) -> Result<String, Error> {
        self.script("return location.href", vec![])
            .map(|address| address.as_str().unwrap_or_default().to_owned())
    }

    /// The title of the page.
    pub fn title(&self) -> Result<String, Error> {
        self.ask(async |client| client.title().await)
    }

    /// Runs a script in the page and gives back what it returns.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
        self.ask(async |client| client.execute(script, arguments).await)
    }

    /// Runs a script that calls its last argument when it is done.
    pub fn script_later(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
        self.ask(async |client| client.execute_async(script, arguments).await)
    }

    /// The elements that a script returns.
    pub fn elements(&self, script: &str, arguments: Vec<Value>) -> Result<Vec<Element>, Error> {
        let found = self.script(script, arguments)?;
        let client = self.client.as_ref().ok_or(Error::Closed)?;
        let reference = |value: &Value| {
            let id = value.as_object()?.values().next()?.as_str()?;
            Some(Element::from_element_id(client.clone(), ElementRef::from(id.to_owned())))
        };
        Ok(found.as_array().into_iter().flatten().filter_map(reference).collect())
    }

    /// The element that has the focus.
    pub fn focused(&self) -> Result<Element, Error> {
        self.ask(async |client| client.active_element().await)
    }

    /// The role that the engine gives an element.
    pub fn role(&self, element: &Element) -> Result<String, Error> {
        self.text_of(Command::role(&element.element_id()))
    }

    /// The accessible name that the engine gives an element, its white space
    /// made single.
    pub fn name(&self, element: &Element) -> Result<String, Error> {
        let name = self.text_of(Command::name(&element.element_id()))?;
        Ok(name.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn text_of(&self, command: Command) -> Result<String, Error> {
        let answer = self.ask(async move |client| client.issue_cmd(command).await)?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// Clicks in the middle of an element.
    pub fn click(&self, element: &Element) -> Result<(), Error> {
        self.ask(async |_| element.click().await)
    }

    /// Types into an element.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<(), Error> {
        self.ask(async |_| element.send_keys(text).await)
    }

    /// A property of an element, as text.
    pub fn property(&self, element: &Element, name: &str) -> Result<String, Error> {
        Ok(self.ask(async |_| element.prop(name).await)?.unwrap_or_default())
    }

    /// Whether an element is on the screen.
    pub fn is_displayed(&self, element: &Element) -> Result<bool, Error> {
        self.ask(async |_| element.is_displayed().await)
    }

    /// Does what hands do, step by step.
    pub fn act(&self, actions: impl Into<Actions>) -> Result<(), Error> {
        let actions = actions.into();
        self.ask(async |client| {
            client.perform_actions(actions).await?;
            client.release_actions().await
        })
    }

    /// Gives the window a size, counted within its frame where there is one.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), Error> {
        self.ask(async |client| client.set_window_size(width, height).await)?;
        let inside = self.script("return [innerWidth, innerHeight]", vec![])?;
        let missing = |at: usize, wanted: u32| {
            wanted.saturating_sub(inside[at].as_u64().unwrap_or_default() as u32)
        };
        let (wide, high) = (width + missing(0, width), height + missing(1, height));
        if (wide, high) != (width, height) {
            self.ask(async |client| client.set_window_size(wide, high).await)?;
        }
        Ok(())
    }

    /// A command of Chromium's own.
    pub fn chromium(&self, name: &str, parameters: Value) -> Result<Value, Error> {
        let body = json!({ "cmd": name, "params": parameters });
        let command = Command::post("goog/cdp/execute", body);
        self.ask(async move |client| client.issue_cmd(command).await)
    }

    /// A picture of what the window shows, as PNG.
    pub fn picture(&self) -> Result<Vec<u8>, Error> {
        self.ask(async |client| client.screenshot().await)
    }

    /// The page as it is printed, as PDF.
    pub fn print(&self) -> Result<Vec<u8>, Error> {
        self.ask(async |client| client.print(PrintConfiguration::default()).await)
    }

    /// What Chromium wrote to its console since this was asked last.
    pub fn console(&self) -> Result<Vec<String>, Error> {
        if self.engine() != Engine::Chromium {
            return Ok(Vec::new());
        }
        let command = Command::post("se/log", json!({ "type": "browser" }));
        let lines = self.ask(async move |client| client.issue_cmd(command).await)?;
        let said = |line: &Value| {
            let level = line["level"].as_str().unwrap_or_default();
            let words = line["message"].as_str().unwrap_or_default();
            (level == "SEVERE" || level == "WARNING").then(|| format!("{level}: {words}"))
        };
        Ok(lines.as_array().into_iter().flatten().filter_map(said).collect())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.close();
    }
}

/// A key by the name that pages know it by, such as `Escape`.
///
/// # Panics
/// Where there is no such key.
pub fn key(name: &str) -> char {
    let key = match name {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Space" => return ' ',
        name => return letter(name).unwrap_or_else(|| panic!("there is no key “{name}”")),
    };
    key.into()
}

/// The one letter of a name that has no more.
fn letter(name: &str) -> Option<char> {
    let mut letters = name.chars();
    letters.next().filter(|_| letters.next().is_none())
}
