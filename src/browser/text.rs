//! Text in the forms of Unicode, by the browser's own tables.

use crate::core::vault::passphrase::Passphrase;

/// A passphrase in form NFKC: é is one letter, however it was typed.
pub fn normalized(typed: String) -> Passphrase {
    let text: String = js_sys::JsString::from(typed).normalize("NFKC").into();
    Passphrase::of_normalized(text)
}

/// A letter taken apart (form NFD), for searching without accents.
pub fn decomposed(letter: char) -> String {
    js_sys::JsString::from(letter).normalize("NFD").into()
}
