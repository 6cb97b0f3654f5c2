//! Everything that is stored, as it is, as a file.

use crate::browser::files;
use crate::core::content::words::settings as words;
use crate::state::here;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::button;
use crate::ui::view::{View, el};
use crate::views;

const NAME: &str = "freshet-stored-values.json";

/// The button that saves it, and what came of that.
pub fn stored_file() -> View {
    let vault = here().vault;
    let said = RwSignal::new("");
    let save = move || {
        let text = vault.raw_file();
        let offered = text.and_then(|text| files::offer(NAME, "application/json", &text).ok());
        said.set(match offered {
            Some(()) => words::STORAGE_SAVED,
            None => words::STORAGE_SAVE_FAILED,
        });
    };
    views![
        button(words::STORAGE_SAVE).on_click(save),
        el("p").attr("role", "status").text(move || said.get()),
    ]
}
