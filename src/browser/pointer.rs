//! Where in an element a pointer is.

use wasm_bindgen::JsCast;

/// The place of a pointer in the element that listens: from 0 to 1 across,
/// and from 0 to 1 down.
pub fn place_in(event: &web_sys::MouseEvent) -> Option<(f64, f64)> {
    let element = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let area = element.get_bounding_client_rect();
    if area.width() <= 0.0 || area.height() <= 0.0 {
        return None;
    }
    let across = (f64::from(event.client_x()) - area.left()) / area.width();
    let down = (f64::from(event.client_y()) - area.top()) / area.height();
    Some((across.clamp(0.0, 1.0), down.clamp(0.0, 1.0)))
}
