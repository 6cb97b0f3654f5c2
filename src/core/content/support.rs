//! Support lines by the country a person picked, never guessed.

/// A country or part of one, with its lines.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Stable, lower case; kept as the chosen one (`us`, `be-nl`).
    pub id: &'static str,
    /// The country's name for people.
    pub name: &'static str,
    /// Emergency numbers; the first is the first to call. Empty where only the
    /// local number can be meant.
    pub emergency: &'static [Emergency],
    /// Services, the first to try first.
    pub services: &'static [Service],
}

/// An emergency number.
#[derive(Debug, PartialEq, Eq)]
pub struct Emergency {
    /// As it is dialled.
    pub number: &'static str,
    /// What it is for, where there are several; may be empty.
    pub note: &'static str,
}

/// A service that answers.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// Its own name.
    pub name: &'static str,
    /// When it answers and what it costs; empty where that is not known.
    pub hours: &'static str,
    /// What else is to be known; may be empty.
    pub note: &'static str,
    /// Ways to reach it.
    pub contacts: &'static [Contact],
}

/// A way to reach a service. Numbers are written as the service writes them.
#[derive(Debug, PartialEq, Eq)]
pub enum Contact {
    /// A number to call, and whom or where it is for (may be empty).
    Call {
        /// The number.
        number: &'static str,
        /// Whom or where it is for; may be empty.
        note: &'static str,
    },
    /// A number to send a text message to.
    Text {
        /// The number.
        number: &'static str,
        /// The word to send; empty where any will do.
        word: &'static str,
    },
    /// A number on WhatsApp.
    WhatsApp {
        /// The number.
        number: &'static str,
    },
    /// A site that leaves the page: a chat or a directory.
    Site {
        /// Its host, as it is read: `988lifeline.org`.
        host: &'static str,
        /// Whether one can chat there.
        chat: bool,
    },
}

impl Place {
    /// The place with this id, if there is one.
    pub fn find(id: &str) -> Option<&'static Place> {
        super::tables::PLACES.iter().find(|place| place.id == id)
    }
}

/// A number as a `tel:` or `sms:` address needs it: digits and a leading plus.
pub fn dialled(number: &str) -> String {
    number
        .char_indices()
        .filter(|&(at, c)| c.is_ascii_digit() || (at == 0 && c == '+'))
        .map(|(_, c)| c)
        .collect()
}
