//! Commands of the WebDriver standard that `fantoccini` has no method for.

use fantoccini::{elements::ElementRef, wd::WebDriverCompatibleCommand};
use http::Method;
use serde_json::Value;
use url::{ParseError, Url};

/// One command of a session, by its address below the session's own.
#[derive(Clone, Debug)]
pub struct Command {
    below: String,
    body: Option<Value>,
}

impl Command {
    /// What role the engine gives an element.
    pub fn role(element: &ElementRef) -> Command {
        Command { below: format!("element/{}/computedrole", &**element), body: None }
    }

    /// What name the engine gives an element.
    pub fn name(element: &ElementRef) -> Command {
        Command { below: format!("element/{}/computedlabel", &**element), body: None }
    }

    /// A command that is sent with a body.
    pub fn post(below: impl Into<String>, body: Value) -> Command {
        Command { below: below.into(), body: Some(body) }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.below))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}
