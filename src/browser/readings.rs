//! The file of readings: fetched when the page is idle, or standing in the
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

/// The text of the file.
pub async fn text() -> Result<String, NotFetched> {
    let document = super::document();
    if let Some(inlined) = document.get_element_by_id("readings") {
        return inlined.text_content().ok_or(NotFetched);
    }
    let meta = document.query_selector("meta[name=freshet-readings]")?.ok_or(NotFetched)?;
    let address = meta.get_attribute("content").ok_or(NotFetched)?;
    let response: web_sys::Response = JsFuture::from(super::window().fetch_with_str(&address))
        .await?
        .dyn_into()
        .map_err(|_| NotFetched)?;
    if !response.ok() {
        return Err(NotFetched);
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(NotFetched)
}
