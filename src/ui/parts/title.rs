//! The name of the page, in the browser's tab and its history: that of the
//! screen, and never a person's words. Locked, it is the program's alone; and
//! where a plain name is wanted, one that tells nothing.

use crate::browser::page;
use crate::core::content::words::{cover as plain_words, shell as words};
use crate::core::vault::log::door::Needs;
use crate::state::here;
use crate::ui::view::{View, live};

/// Keeps the name of the page true.
pub fn title() -> View {
    let (place, settings, vault) = (here().place, here().settings, here().vault);
    live(move || {
        let plain = settings.with(|looks| looks.discreet);
        let screen = place.screen();
        match (plain, vault.needs()) {
            (true, _) => page::set_title(plain_words::TITLE),
            (false, Needs::Nothing) if !screen.is_empty() => {
                page::set_title(&words::title(&screen))
            }
            (false, Needs::Nothing | Needs::Secret | Needs::LostSlots) => {
                page::set_title(words::NAME)
            }
        }
    })
}
