//! What can go wrong between a test and a browser.

use fantoccini::error::{CmdError, NewSessionError};
use std::{fmt, io, time::Duration};

/// The one error of everything that speaks with a browser.
#[derive(Debug)]
pub enum Error {
    /// A program could not be started, or a file not be written.
    System(String, io::Error),
    /// The driver did not come up.
    Driver(&'static str),
    /// The driver did not open a browser.
    Session(NewSessionError),
    /// The driver refused a command.
    Command(CmdError),
    /// The browser did not answer in time.
    Silent(Duration),
    /// The time of a whole journey is used up.
    Late,
    /// A command came while no browser was open.
    Closed,
}

impl Error {
    /// A closure for `map_err` that remembers what was tried.
    pub fn system(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Error {
        let doing = doing.into();
        move |source| Error::System(doing, source)
    }

    /// Whether the driver's word for it is this one, such as `no such alert`.
    pub fn is(&self, word: &str) -> bool {
        match self {
            Error::Command(CmdError::Standard(standard)) => standard.error() == word,
            _ => false,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::System(doing, source) => write!(f, "cannot {doing}: {source}"),
            Error::Driver(name) => write!(f, "{name} did not come up"),
            Error::Session(source) => write!(f, "the driver opened no browser: {source}"),
            Error::Command(source) => write!(f, "the driver refused: {source}"),
            Error::Silent(limit) => write!(f, "the browser was silent for {} s", limit.as_secs()),
            Error::Late => f.write_str("the journey's time is used up"),
            Error::Closed => f.write_str("the browser is closed"),
        }
    }
}

impl std::error::Error for Error {}
