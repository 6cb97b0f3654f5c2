//! The table of support lines.

use super::{literal, slice, text};
use crate::support::{Contact, Place, Service, Support};

pub(super) fn source(support: &Support) -> String {
    format!(
        "/// The month in which the support lines were looked up.\n\
         pub const SUPPORT_CHECKED: &str = {};\n\n\
         /// The places, in the order they are listed.\n\
         pub static PLACES: &[Place] = &[\n{}];\n",
        text(&support.file.checked),
        support.places().iter().map(place).collect::<String>()
    )
}

fn place(place: &Place) -> String {
    let emergency = place.emergency.iter().map(|one| {
        format!("Emergency {{ number: {}, note: {} }}", literal(&one.number), literal(&one.note))
    });
    format!(
        "    Place {{\n        id: {},\n        name: {},\n        emergency: {},\n        \
         services: &[\n{}        ],\n    }},\n",
        literal(&place.id),
        literal(&place.name),
        slice(emergency),
        place.services.iter().map(service).collect::<String>()
    )
}

fn service(service: &Service) -> String {
    format!(
        "            Service {{ name: {}, hours: {}, note: {}, contacts: {} }},\n",
        literal(&service.name),
        literal(&service.hours),
        literal(&service.note),
        slice(service.contacts.iter().map(contact))
    )
}

fn contact(contact: &Contact) -> String {
    match contact {
        Contact::Call { number, note } => {
            format!("Contact::Call {{ number: {}, note: {} }}", literal(number), literal(note))
        }
        Contact::Text { number, word } => {
            format!("Contact::Text {{ number: {}, word: {} }}", literal(number), literal(word))
        }
        Contact::WhatsApp { number } => {
            format!("Contact::WhatsApp {{ number: {} }}", literal(number))
        }
        Contact::Site { host, chat } => {
            format!("Contact::Site {{ host: {}, chat: {chat} }}", literal(host))
        }
    }
}
