//! What stands in the place of an entry that was put away.

use crate::browser::dates;
use crate::core::content::words::entry as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::entry::Entry;
use crate::ui::view::{Element, el};

/// Until when it was put away.
pub fn sealed(entry: &Entry) -> Option<Element> {
    let day = entry.sealed_until?;
    let said = words::sealed(&dates::long(day, LANGUAGE));
    Some(el("p").class("quoted").child(said).child(". ").child(words::SEALED_LEAD))
}
