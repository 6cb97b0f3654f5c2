//! `support.toml`: support lines by country, and the same as owned values for
//! whoever writes them into a page.

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::problem::{ProblemKind, Problems};
use crate::source::{Source, Text, toml};

/// A country or part of one, with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Stable, lower case: `us`, `be-nl`.
    pub id: String,
    /// The country's name for people.
    pub name: String,
    /// Emergency numbers, the first to call first; may be none.
    pub emergency: Vec<Emergency>,
    /// Services, the first to try first.
    pub services: Vec<Service>,
}

/// An emergency number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emergency {
    /// As it is dialled.
    pub number: String,
    /// What it is for; may be empty.
    pub note: String,
}

/// A service that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Its own name.
    pub name: String,
    /// When it answers and what it costs; may be empty.
    pub hours: String,
    /// What else is to be known; may be empty.
    pub note: String,
    /// Ways to reach it.
    pub contacts: Vec<Contact>,
}

/// A way to reach a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// A number to call.
    Call {
        /// As the service writes it.
        number: String,
        /// Whom or where it is for; may be empty.
        note: String,
    },
    /// A number to send a text message to.
    Text {
        /// As the service writes it.
        number: String,
        /// The word to send; may be empty.
        word: String,
    },
    /// A number on WhatsApp.
    WhatsApp {
        /// As the service writes it.
        number: String,
    },
    /// A site that leaves the page.
    Site {
        /// Its host, and a path if it has one.
        host: String,
        /// Whether one can chat there.
        chat: bool,
    },
}

/// The file as it stands.
#[derive(Debug)]
pub(crate) struct Support {
    pub(crate) source: Arc<Source>,
    pub(crate) file: File,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) checked: Spanned<String>,
    #[serde(default, rename = "place")]
    pub(crate) places: Vec<RawPlace>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPlace {
    pub(crate) id: Spanned<String>,
    pub(crate) name: Spanned<String>,
    #[serde(default)]
    pub(crate) emergency: Vec<RawEmergency>,
    #[serde(default, rename = "service")]
    pub(crate) services: Vec<RawService>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawEmergency {
    pub(crate) number: Spanned<String>,
    pub(crate) note: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawService {
    pub(crate) name: Spanned<String>,
    pub(crate) hours: Option<Spanned<String>>,
    pub(crate) note: Option<Spanned<String>>,
    #[serde(default, rename = "contact")]
    pub(crate) contacts: Vec<Spanned<RawContact>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawContact {
    call: Option<String>,
    text: Option<String>,
    whatsapp: Option<String>,
    chat: Option<String>,
    site: Option<String>,
    word: Option<String>,
    pub(crate) note: Option<Spanned<String>>,
}

impl Support {
    /// Reads the file.
    pub(crate) fn read(dir: &Path, problems: &mut Problems) -> Option<Self> {
        let source = Source::read(dir, Path::new("support.toml"), problems)?;
        let file = toml(&source, 0..source.text.len(), problems)?;
        Some(Self { source, file })
    }

    /// What we wrote about the services. Their names are their own.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let places = self.file.places.iter();
        places.flat_map(RawPlace::texts).map(|words| self.source.text(words))
    }

    /// Hours and notes.
    pub(crate) fn remarks(&self) -> impl Iterator<Item = Text<'_>> {
        let services = self.file.places.iter().flat_map(|place| &place.services);
        services.flat_map(RawService::texts).map(|words| self.source.text(words))
    }

    /// The places as owned values. Contacts that are none are left out: they
    /// were refused by [`Support::check`].
    pub(crate) fn places(&self) -> Vec<Place> {
        self.file.places.iter().map(RawPlace::place).collect()
    }

    /// Holds months, numbers and contacts to their shapes.
    pub(crate) fn check(&self, problems: &mut Problems) {
        let checked = &self.file.checked;
        if !is_month(checked.get_ref()) {
            let what = format!("`{}` is not a month such as 2026-11", checked.get_ref());
            self.source.problem(checked.span().start, ProblemKind::BadName, what, problems);
        }
        for place in &self.file.places {
            for one in place.emergency.iter().filter(|one| !is_number(one.number.get_ref())) {
                let what = format!("`{}` is not a number to call", one.number.get_ref());
                let at = one.number.span().start;
                self.source.problem(at, ProblemKind::BadContact, what, problems);
            }
            for contact in place.services.iter().flat_map(|service| &service.contacts) {
                if contact.get_ref().contact().is_none() {
                    let what = "this is not one way to reach a service".to_owned();
                    let at = contact.span().start;
                    self.source.problem(at, ProblemKind::BadContact, what, problems);
                }
            }
        }
    }
}

impl RawPlace {
    fn texts(&self) -> impl Iterator<Item = &Spanned<String>> {
        std::iter::once(&self.name)
            .chain(self.emergency.iter().filter_map(|one| one.note.as_ref()))
            .chain(self.services.iter().flat_map(RawService::texts))
    }

    fn place(&self) -> Place {
        Place {
            id: self.id.get_ref().clone(),
            name: self.name.get_ref().clone(),
            emergency: self.emergency.iter().map(RawEmergency::emergency).collect(),
            services: self.services.iter().map(RawService::service).collect(),
        }
    }
}

impl RawEmergency {
    fn emergency(&self) -> Emergency {
        Emergency { number: self.number.get_ref().clone(), note: or_empty(&self.note) }
    }
}

impl RawService {
    fn texts(&self) -> impl Iterator<Item = &Spanned<String>> {
        let contacts = self.contacts.iter().filter_map(|contact| contact.get_ref().note.as_ref());
        self.hours.iter().chain(&self.note).chain(contacts)
    }

    fn service(&self) -> Service {
        Service {
            name: self.name.get_ref().clone(),
            hours: or_empty(&self.hours),
            note: or_empty(&self.note),
            contacts: self.contacts.iter().filter_map(|raw| raw.get_ref().contact()).collect(),
        }
    }
}

impl RawContact {
    /// The contact, if the keys are exactly those of one kind.
    fn contact(&self) -> Option<Contact> {
        let RawContact { call, text, whatsapp, chat, site, word, note } = self;
        let ways = [call, text, whatsapp, chat, site];
        let [way] = ways.iter().filter_map(|way| way.as_ref()).collect::<Vec<_>>()[..] else {
            return None;
        };
        let number = way.clone();
        let host = way.clone();
        let none = word.is_none() && note.is_none();
        if call.is_some() && word.is_none() && is_number(way) {
            Some(Contact::Call { number, note: or_empty(note) })
        } else if text.is_some() && note.is_none() && is_number(way) {
            Some(Contact::Text { number, word: word.clone().unwrap_or_default() })
        } else if whatsapp.is_some() && none && is_number(way) {
            Some(Contact::WhatsApp { number })
        } else if (chat.is_some() || site.is_some()) && none && is_host(way) {
            Some(Contact::Site { host, chat: chat.is_some() })
        } else {
            None
        }
    }
}

fn or_empty(words: &Option<Spanned<String>>) -> String {
    words.as_ref().map(|words| words.get_ref().clone()).unwrap_or_default()
}

fn is_number(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+');
    text.chars().all(plain) && text.chars().any(|c| c.is_ascii_digit())
}

fn is_host(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
    let host = text.split('/').next().unwrap_or_default();
    text.chars().all(plain) && host.contains('.') && host.split('.').all(|part| !part.is_empty())
}

fn is_month(text: &str) -> bool {
    let Some((year, month)) = text.split_once('-') else {
        return false;
    };
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let known = month.parse().is_ok_and(|month: u8| (1..=12).contains(&month));
    year.len() == 4 && month.len() == 2 && digits(year) && digits(month) && known
}

#[cfg(test)]
mod tests {
    use super::{is_host, is_month, is_number};

    #[test]
    fn shapes_are_told_apart() {
        assert!(is_number("(011) 5275-1135") && is_number("+1 800"));
        assert!(!is_number("") && !is_number("()") && !is_number("call 1"));
        assert!(is_host("113.nl") && is_host("a.org/chat"));
        assert!(!is_host("https://113.nl") && !is_host("113") && !is_host("a..b"));
        assert!(is_month("2026-11"));
        assert!(!is_month("2026-13") && !is_month("26-11") && !is_month("2026-1"));
    }
}
