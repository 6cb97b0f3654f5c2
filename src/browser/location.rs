//! The address: its hash, and ways to another.

/// The hash, with its `#`, or nothing.
pub fn hash() -> String {
    super::window().location().hash().unwrap_or_default()
}

/// Goes to a hash; the place before stays in the history.
pub fn go(hash: &str) {
    // Refused only in documents that are not shown.
    let _ = super::window().location().set_hash(hash);
}

/// Goes to a hash in place of the one that stands in the history.
pub fn replace(hash: &str) {
    let _ = super::window().location().replace(hash);
}

/// Leaves for another page, which takes this one's place in the history.
pub fn leave_for(address: &str) {
    let _ = super::window().location().replace(address);
}

/// Starts the program again.
pub fn reload() {
    let _ = super::window().location().reload();
}

/// Whether this is the page that is one file: it has no program beside it.
pub fn is_single_file() -> bool {
    super::document().get_element_by_id("program").is_none()
}

/// The number that [`number_place`] gave this place of the history, if it has
/// been here before.
pub fn place_number() -> Option<usize> {
    let state = super::window().history().ok()?.state().ok()?;
    state.as_f64().map(|number| number as usize)
}

/// Gives this place of the history a number. Nothing else is kept there, for
/// browsers write it to their session files.
pub fn number_place(number: usize) {
    if let Ok(history) = super::window().history() {
        let _ = history.replace_state(&(number as f64).into(), "");
    }
}

/// Asks the browser not to scroll by itself when a person goes back: it would,
/// before the screen is drawn.
pub fn keep_scroll_ourselves() {
    if let Ok(history) = super::window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Gives the place that is shown another hash, without going anywhere.
pub fn rename(to: &str) {
    if hash() == to {
        return;
    }
    if let Ok(history) = super::window().history() {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(to));
    }
}
