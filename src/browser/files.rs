//! Files that a person saves.

use wasm_bindgen::{JsCast, JsValue};

/// The browser did not take the file.
#[derive(Debug)]
pub struct NotOffered;

impl From<JsValue> for NotOffered {
    fn from(_: JsValue) -> Self {
        NotOffered
    }
}

/// Hands a text to the browser as a file to save.
pub fn offer(name: &str, kind: &str, text: &str) -> Result<(), NotOffered> {
    let parts = js_sys::Array::of1(&text.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement =
        super::document().create_element("a")?.dyn_into().map_err(|_| NotOffered)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser reads the file after this call; a minute is long enough.
    super::timers::after(60_000, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    })
    .leave_running();
    Ok(())
}
