//! What the plain script `offline.js` says of the service worker, and the one
//! thing it can be asked.

use super::events;

/// What is known of use with the network off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline {
    /// Not known yet.
    Unknown,
    /// It opens with the network off.
    Ready,
    /// Plain http: browsers keep no program for it.
    PlainHttp,
    /// This browser has no service worker, or this is one file.
    Unsupported,
    /// It was tried and did not work.
    Failed,
}

/// What is known now.
pub fn offline() -> Offline {
    match root("data-offline").as_deref() {
        Some("ready") => Offline::Ready,
        Some("unsupported-http") => Offline::PlainHttp,
        Some("unsupported") => Offline::Unsupported,
        Some("failed") => Offline::Failed,
        // The single file has no script that would say so.
        _ if super::location::is_single_file() => Offline::Unsupported,
        _ => Offline::Unknown,
    }
}

/// Something is newly known of it.
pub fn on_offline(call: impl FnMut() + 'static) {
    events::on_own("freshet:offline", call);
}

/// Whether a new version waits.
pub fn is_ready() -> bool {
    root("data-update").as_deref() == Some("ready")
}

/// A new version waits.
pub fn on_ready(call: impl FnMut() + 'static) {
    events::on_own("freshet:update-ready", call);
}

/// Takes the new version: the page starts again.
pub fn take() {
    events::tell_own("freshet:update-now", "");
}

fn root(attribute: &str) -> Option<String> {
    super::document().document_element()?.get_attribute(attribute)
}
