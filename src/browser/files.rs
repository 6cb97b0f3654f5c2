//! Files that a person saves, and files that they choose.

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

/// A file larger than this many bytes is not read: the page would run out of
/// memory. A full store makes one of some 30 MB.
pub const LARGEST: u32 = 64 * 1024 * 1024;

/// A file that a person chose.
#[derive(Debug)]
pub struct Chosen(web_sys::File);

/// Why a chosen file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRead {
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// The browser did not give it: it was moved, or may not be read.
    Refused,
}

impl Chosen {
    pub(super) fn new(file: web_sys::File) -> Self {
        Self(file)
    }

    /// All of it, as UTF-8; what is none becomes U+FFFD.
    pub async fn text(self) -> Result<String, NotRead> {
        if self.0.size() > f64::from(LARGEST) {
            return Err(NotRead::TooLarge);
        }
        let text = wasm_bindgen_futures::JsFuture::from(self.0.text()).await;
        text.ok().and_then(|text| text.as_string()).ok_or(NotRead::Refused)
    }
}
