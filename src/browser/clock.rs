//! The only place that asks for the time.

use crate::core::day::Moment;

/// Now, under the offset that the device is set to.
pub fn now() -> Moment {
    #[allow(clippy::disallowed_methods, reason = "this is the one door to the clock")]
    let milliseconds = js_sys::Date::now();
    let seconds = (milliseconds / 1000.0).floor() as i64;
    let offset = -js_sys::Date::new_0().get_timezone_offset() as i16;
    Moment::new(seconds, offset)
        .or_else(|_| Moment::new(seconds, 0))
        .unwrap_or_else(|_| Moment::new(0, 0).expect("1970 is a moment"))
}
