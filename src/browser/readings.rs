//! Files of words that are not needed at once: fetched, or standing in the
//! single file.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The file did not come.
#[derive(Debug)]
pub struct NotFetched;

impl From<JsValue> for NotFetched {
    fn from(_: JsValue) -> Self {
        NotFetched
    }
}

/// Readings, facts and sources.
pub const READINGS: &str = "readings";
/// Words for passphrases, and the passphrases that everybody tries first.
pub const LISTS: &str = "lists";

/// The text of a file, by the name that the page's head knows it by.
pub async fn text(name: &str) -> Result<String, NotFetched> {
    if let Some(inlined) = super::document().get_element_by_id(name) {
        return inlined.text_content().ok_or(NotFetched);
    }
    let address = super::page::meta(&format!("freshet-{name}")).ok_or(NotFetched)?;
    let response: web_sys::Response = JsFuture::from(super::window().fetch_with_str(&address))
        .await?
        .dyn_into()
        .map_err(|_| NotFetched)?;
    if !response.ok() {
        return Err(NotFetched);
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(NotFetched)
}
