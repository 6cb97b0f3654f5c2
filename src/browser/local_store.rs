//! localStorage, with the names of all that share the origin.

use crate::core::vault::durability::Engine;
use crate::core::vault::pack::Packing;
use crate::core::vault::store::{Room, Store, StoreError};
use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};

/// 5 Mi: UTF-16 units in Chromium and Firefox, bytes in WebKit.
const LIMIT: u64 = 5 * 1024 * 1024;

/// localStorage.
#[derive(Clone)]
pub struct LocalStore {
    counts_bytes: bool,
}

impl LocalStore {
    /// localStorage, if the browser lets this page have it.
    pub fn open() -> Result<Self, StoreError> {
        raw().map(|_| Self { counts_bytes: is_webkit() })
    }

    /// The letters that this browser counts least.
    pub fn packing(&self) -> Packing {
        if self.counts_bytes { Packing::Narrow } else { Packing::Wide }
    }

    fn size(&self, text: &str) -> u64 {
        let units = text.encode_utf16().count() as u64;
        // WebKit stores a text of Latin-1 letters at a byte each.
        let wide = self.counts_bytes && text.chars().any(|letter| letter > '\u{ff}');
        if wide { units * 2 } else { units }
    }
}

/// The engine of this browser, as far as its own name for itself tells.
pub fn engine() -> Engine {
    let agent = super::window().navigator().user_agent().unwrap_or_default();
    if is_webkit() {
        Engine::WebKit
    } else if agent.contains("Firefox/") {
        Engine::Firefox
    } else {
        Engine::Chromium
    }
}

/// WebKit and not one of those that name it for old servers' sake.
fn is_webkit() -> bool {
    let agent = super::window().navigator().user_agent().unwrap_or_default();
    agent.contains("AppleWebKit/") && !agent.contains("Chrome/") && !agent.contains("Chromium/")
}

/// Asked for anew each time, since a person may deny it while the page is open,
/// and `gloo_storage` panics then.
fn raw() -> Result<web_sys::Storage, StoreError> {
    match super::window().local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) | Err(_) => Err(StoreError::Denied),
    }
}

fn error(thrown: JsValue) -> StoreError {
    match thrown.dyn_into::<web_sys::DomException>() {
        Ok(exception) => match exception.name().as_str() {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
            "SecurityError" => StoreError::Denied,
            _ => StoreError::Other(exception.message()),
        },
        Err(other) => StoreError::Other(other.as_string().unwrap_or_default()),
    }
}

impl Store for LocalStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let raw = raw()?;
        let length = raw.length().map_err(error)?;
        (0..length).filter_map(|at| raw.key(at).map_err(error).transpose()).collect()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        raw()?.get_item(key).map_err(error)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        raw()?.set_item(key, value).map_err(error)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        raw()?.remove_item(key).map_err(error)
    }

    fn room(&self) -> Result<Room, StoreError> {
        let mut used = 0;
        for key in self.keys()? {
            let value = self.get(&key)?.unwrap_or_default();
            used += self.size(&key) + self.size(&value);
        }
        Ok(Room { used, limit: LIMIT })
    }
}
