//! What can go wrong here, in words that say what to do next.

use std::{fmt, io, path::PathBuf};

/// The one error of this tool.
#[derive(Debug)]
pub enum Error {
    /// A file or folder refused.
    File {
        /// What was tried, such as `read`.
        doing: &'static str,
        /// Where.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
    /// Another program could not be started, or ended with a failure.
    Command {
        /// The command as one would type it.
        line: String,
        /// How it ended.
        outcome: String,
    },
    /// Something has to be installed by hand.
    Missing {
        /// What is missing.
        what: String,
        /// One sentence that says what to install.
        remedy: String,
    },
    /// A network address could not be used.
    Address {
        /// The address.
        address: String,
        /// What the system answered.
        source: io::Error,
    },
    /// The content breaks its own rules; a line a problem.
    Content(Vec<String>),
    /// What would be built breaks a rule of the project.
    Refused(String),
    /// The command line could not be understood.
    Usage(String),
}

impl Error {
    /// A closure for `map_err` that remembers what was tried and where.
    pub fn file(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Error {
        let path = path.into();
        move |source| Error::File { doing, path, source }
    }

    /// A rule of the project that was broken.
    pub fn refused(reason: impl Into<String>) -> Error {
        Error::Refused(reason.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::File { doing, path, source } => {
                write!(f, "cannot {doing} {}: {source}", path.display())
            }
            Error::Command { line, outcome } => write!(f, "`{line}` {outcome}"),
            Error::Missing { what, remedy } => write!(f, "{what} is missing: {remedy}"),
            Error::Address { address, source } => {
                write!(f, "cannot listen on {address}: {source} (try another with --port)")
            }
            Error::Content(problems) => {
                write!(f, "the content breaks a rule:\n{}", problems.join("\n"))
            }
            Error::Refused(reason) => write!(f, "{reason}"),
            Error::Usage(reason) => write!(f, "{reason}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::File { source, .. } | Error::Address { source, .. } => Some(source),
            _ => None,
        }
    }
}
